//! One release against another: the changes, without a judgement.
//!
//! Things are matched by name: a message by its newest id, an element by its name or by `was`, a rule by its id. A
//! change in a type that several messages use stands once, with the messages it touches.

mod codes;
mod element;
mod limits;
mod message;
mod module;
mod process;
mod rules;
mod simple;
mod table;
mod types;

use std::collections::BTreeMap;

use super::change::{Change, Name, Place, Sort, Touched, plain};
use super::kind::Kind;
use crate::catalogue::{Catalogue, Message, Module, Privacy, Release, Text, Type, TypeId};

/// A release of a module in a catalogue.
#[derive(Clone, Copy)]
pub struct Side<'c> {
    /// The catalogue.
    pub catalogue: &'c Catalogue,
    /// The module, in [`Catalogue::modules`].
    pub module: usize,
    /// The release, in [`Module::releases`].
    pub release: usize,
}

impl<'c> Side<'c> {
    /// The module.
    #[must_use]
    pub fn module(&self) -> Option<&'c Module> {
        self.catalogue.modules.get(self.module)
    }

    /// The release.
    #[must_use]
    pub fn release(&self) -> Option<&'c Release> {
        self.module()?.releases.get(self.release)
    }

    /// The messages of the release, in order of their newest ids.
    #[must_use]
    pub fn messages(&self) -> Vec<&'c Message> {
        let mut messages: Vec<_> = self.catalogue.messages_of(self.module, self.release).collect();
        messages.sort_by(|one, other| one.key.cmp(&other.key));
        messages
    }

    fn ty(&self, id: TypeId) -> Option<&'c Type> {
        self.catalogue.types.get(id.0)
    }
}

/// The changes from one release to another, in a fixed order: module, messages, types, rules between messages, conversation.
#[must_use]
pub fn compare(old: Side<'_>, new: Side<'_>) -> Vec<Change> {
    let mut comparer = Comparer { old, new, pairs: Vec::new(), out: Vec::new() };
    comparer.pair();
    comparer.module();
    comparer.messages();
    comparer.types();
    comparer.process();
    comparer.out
}

/// A message on both sides; one is absent when the message is new or gone.
type Pair<'c> = (Option<&'c Message>, Option<&'c Message>);

struct Comparer<'c> {
    old: Side<'c>,
    new: Side<'c>,
    pairs: Vec<Pair<'c>>,
    out: Vec<Change>,
}

/// Where changes go that are about one thing: its place, the messages it is in, and where it stands.
struct At<'p> {
    place: Place,
    touches: &'p [Touched],
}

impl<'c> Comparer<'c> {
    fn pair(&mut self) {
        let mut pairs: BTreeMap<&str, Pair<'c>> = BTreeMap::new();
        for message in self.old.messages() {
            pairs.entry(&message.key).or_default().0 = Some(message);
        }
        for message in self.new.messages() {
            pairs.entry(&message.key).or_default().1 = Some(message);
        }
        self.pairs = pairs.into_values().collect();
    }

    fn add(&mut self, kind: Kind, at: &At<'_>, texts: (Option<Text>, Option<Text>), source: &str) {
        let (before, after) = texts;
        let (place, touches) = (at.place.clone(), at.touches.to_vec());
        self.out.push(Change { kind, place, before, after, touches, source: source.to_owned() });
    }

    /// A change from one word to another.
    fn turned(&mut self, kind: Kind, at: &At<'_>, before: &str, after: &str, source: &str) {
        let text = |word: &str| (!word.is_empty()).then(|| plain(word));
        self.add(kind, at, (text(before), text(after)), source);
    }

    /// Description and provenance.
    fn words(&mut self, at: &At<'_>, old: (&Text, &str), new: (&Text, &str)) {
        if old.0 != new.0 {
            self.add(Kind::TextChanged, at, (Some(old.0.clone()), Some(new.0.clone())), new.1);
        }
        if old.1 != new.1 {
            self.turned(Kind::ProvenanceChanged, at, old.1, new.1, new.1);
        }
    }

    fn privacy(&mut self, at: &At<'_>, old: Privacy, new: Privacy, source: &str) {
        let rank = |privacy| match privacy {
            Privacy::None => 0,
            Privacy::Personal => 1,
            Privacy::Sensitive => 2,
        };
        let word = |privacy| ["none", "personal", "sensitive"].get(rank(privacy)).copied().unwrap_or_default();
        let kind = match rank(new).cmp(&rank(old)) {
            std::cmp::Ordering::Equal => return,
            std::cmp::Ordering::Greater => Kind::PrivacyRaised,
            std::cmp::Ordering::Less => Kind::PrivacyLowered,
        };
        self.turned(kind, at, word(old), word(new), source);
    }
}

/// The whole of a thing with one name.
fn whole(sort: Sort, old: &str, new: &str) -> Place {
    Place::whole(sort, Name::both(old, new))
}
