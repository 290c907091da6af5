//! The types that a file uses, under `$defs`.

use super::composite::{described, object};
use super::{Table, codes, simple};
use crate::catalogue::{Catalogue, Content, Holds, SimpleId, TypeId};
use crate::emit::json::Object;

/// The types used so far, in the order of their first use.
pub(super) struct Defs<'c> {
    pub(super) catalogue: &'c Catalogue,
    /// What stands before a name in a reference.
    prefix: &'static str,
    /// Names that are not for types.
    reserved: Vec<String>,
    used: Vec<(Key, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    Simple(SimpleId),
    Type(TypeId),
}

impl<'c> Defs<'c> {
    pub(super) const fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, prefix: "#/$defs/", reserved: Vec::new(), used: Vec::new() }
    }

    /// The types of a document that keeps them elsewhere and has other things there too.
    pub(super) const fn elsewhere(catalogue: &'c Catalogue, prefix: &'static str, reserved: Vec<String>) -> Self {
        Self { catalogue, prefix, reserved, used: Vec::new() }
    }

    /// The reference to a type, which from now on is used.
    pub(super) fn reference(&mut self, holds: Holds) -> String {
        let key = match holds {
            Holds::Simple(id) => Key::Simple(id),
            Holds::Type(id) => Key::Type(id),
        };
        if let Some((_, name)) = self.used.iter().find(|(used, _)| *used == key) {
            return format!("{}{name}", self.prefix);
        }
        let name = match key {
            Key::Simple(id) => self.catalogue.simple.get(id.0).map(|ty| ty.name.as_str()),
            Key::Type(id) => self.catalogue.types.get(id.0).map(|ty| ty.name.as_str()),
        };
        let name = self.free_name(name.unwrap_or_default());
        let reference = format!("{}{name}", self.prefix);
        self.used.push((key, name));
        reference
    }

    /// A type has one name in a release, but the header is of a release of its own: a type of which it has
    /// another content gets a number.
    fn free_name(&self, name: &str) -> String {
        let taken = |name: &str| {
            self.used.iter().any(|(_, used)| used == name) || self.reserved.iter().any(|reserved| reserved == name)
        };
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
    }

    /// The schemas of all types used, and of those that they use.
    pub(super) fn finish(mut self) -> Object {
        let mut defs = Object::new();
        let mut at = 0;
        while let Some((key, name)) = self.used.get(at).cloned() {
            defs = defs.with(&name, self.schema(key).unwrap_or_default());
            at += 1;
        }
        defs
    }

    /// The schema of one type, with the types it uses under its own `$defs`.
    pub(super) fn alone(mut self, id: TypeId) -> Option<Object> {
        let schema = self.schema(Key::Type(id))?;
        Some(if self.used.is_empty() { schema } else { schema.with("$defs", self.finish()) })
    }

    fn schema(&mut self, key: Key) -> Option<Object> {
        let catalogue = self.catalogue;
        let id = match key {
            Key::Simple(id) => return catalogue.simple.get(id.0).map(simple::schema),
            Key::Type(id) => id,
        };
        let ty = catalogue.types.get(id.0)?;
        let head = described(Object::new().with("title", &ty.name), &ty.text, &ty.source);
        Some(match &ty.content {
            Content::Codes(list) => codes::schema(head, list),
            Content::Composite(_) => object(head, &Table::of(catalogue, id)?, Vec::new(), self),
        })
    }
}
