//! Types that messages share: which came and went, and what changed in those that both sides have.

use std::collections::BTreeMap;

use super::{At, Comparer, Side};
use crate::catalogue::{Content, Holds, Message, SimpleId, TypeId};
use crate::diff::change::{Name, Place, Sort, Touched};
use crate::diff::kind::Kind;

/// The types of one side, by name, each with the newest ids of the messages that use it.
#[derive(Default)]
struct Used<'c> {
    types: BTreeMap<&'c str, (TypeId, Vec<&'c str>)>,
    simple: BTreeMap<&'c str, (SimpleId, Vec<&'c str>)>,
}

impl Comparer<'_> {
    pub(super) fn types(&mut self) {
        let (old, new) = (used(self.old), used(self.new));
        let mut names: Vec<&str> = old.types.keys().chain(new.types.keys()).copied().collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            self.shared(name, old.types.get(name), new.types.get(name));
        }
        let mut names: Vec<&str> = old.simple.keys().chain(new.simple.keys()).copied().collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            self.shared_simple(name, old.simple.get(name), new.simple.get(name));
        }
    }

    fn shared(&mut self, name: &str, old: Option<&(TypeId, Vec<&str>)>, new: Option<&(TypeId, Vec<&str>)>) {
        let before = old.and_then(|(id, _)| self.old.ty(*id));
        let after = new.and_then(|(id, _)| self.new.ty(*id));
        let sort = match before.or(after).map(|ty| &ty.content) {
            Some(Content::Codes(_)) => Sort::CodeList,
            _ => Sort::Composite,
        };
        match (before, after) {
            (Some(before), Some(after)) => {
                let touches = self.touched(old.map(|(_, keys)| keys), new.map(|(_, keys)| keys));
                let at = At { place: Place::whole(sort, Name::same(name)), touches: &touches };
                self.words(&at, (&before.text, &before.source), (&after.text, &after.source));
                self.table(&at, before, after);
            }
            (Some(before), None) => self.gone(sort, name, &before.source),
            (None, Some(after)) => self.come(sort, name, &after.source),
            (None, None) => {}
        }
    }

    fn shared_simple(&mut self, name: &str, old: Option<&(SimpleId, Vec<&str>)>, new: Option<&(SimpleId, Vec<&str>)>) {
        let before = old.and_then(|(id, _)| self.old.catalogue.simple.get(id.0));
        let after = new.and_then(|(id, _)| self.new.catalogue.simple.get(id.0));
        match (before, after) {
            (Some(before), Some(after)) => {
                let touches = self.touched(old.map(|(_, keys)| keys), new.map(|(_, keys)| keys));
                let at = At { place: Place::whole(Sort::Simple, Name::same(name)), touches: &touches };
                self.simple_type(&at, before, after);
            }
            (Some(before), None) => self.gone(Sort::Simple, name, &before.source),
            (None, Some(after)) => self.come(Sort::Simple, name, &after.source),
            (None, None) => {}
        }
    }

    fn come(&mut self, sort: Sort, name: &str, source: &str) {
        let at = At { place: Place::whole(sort, Name { old: None, new: Some(name.to_owned()) }), touches: &[] };
        self.add(Kind::TypeAdded, &at, (None, None), source);
    }

    fn gone(&mut self, sort: Sort, name: &str, source: &str) {
        let at = At { place: Place::whole(sort, Name { old: Some(name.to_owned()), new: None }), touches: &[] };
        self.add(Kind::TypeRemoved, &at, (None, None), source);
    }

    /// The messages of both sides that use a type on either.
    fn touched(&self, old: Option<&Vec<&str>>, new: Option<&Vec<&str>>) -> Vec<Touched> {
        let uses =
            |keys: Option<&Vec<&str>>, message: &Message| keys.is_some_and(|keys| keys.contains(&message.key.as_str()));
        let pairs = self.pairs.iter().filter_map(|pair| Some((pair.0?, pair.1?)));
        pairs
            .filter(|(before, after)| uses(old, before) || uses(new, after))
            .map(|(before, after)| Touched::new(Some(before), Some(after)))
            .collect()
    }
}

fn used(side: Side<'_>) -> Used<'_> {
    let mut used = Used::default();
    for message in side.messages() {
        let key = message.key.as_str();
        for id in side.catalogue.closure(message.ty) {
            let Some(ty) = side.ty(id) else { continue };
            if id != message.ty {
                let (_, keys) = used.types.entry(&ty.name).or_insert((id, Vec::new()));
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            let Content::Composite(table) = &ty.content else { continue };
            for element in &table.elements {
                let Holds::Simple(simple) = element.holds else { continue };
                let Some(ty) = side.catalogue.simple.get(simple.0) else { continue };
                let (_, keys) = used.simple.entry(&ty.name).or_insert((simple, Vec::new()));
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
    }
    used
}
