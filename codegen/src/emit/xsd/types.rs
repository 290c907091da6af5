//! The named types of a schema, in the order of their first use, each with a name of its own.

use super::{codes, composite, simple};
use crate::catalogue::{Catalogue, Content, Element, Holds, SimpleId, TypeId};
use crate::emit::xml::Node;

/// The types used so far.
pub(in crate::emit) struct Types<'c> {
    pub(super) catalogue: &'c Catalogue,
    used: Vec<(Key, String)>,
}

/// What makes a type another one.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Key {
    Simple(SimpleId),
    Type(TypeId),
    /// A simple type with the limits of a row.
    Narrowed(SimpleId, simple::Row),
    /// A wrapper: the name and type of its items, and whether it may be empty.
    List(String, String, bool),
}

impl<'c> Types<'c> {
    pub(in crate::emit) const fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, used: Vec::new() }
    }

    /// The name of the type of a message.
    pub(super) fn root(&mut self, id: TypeId) -> String {
        self.of(Holds::Type(id))
    }

    fn of(&mut self, holds: Holds) -> String {
        let catalogue = self.catalogue;
        let (key, name) = match holds {
            Holds::Simple(id) => (Key::Simple(id), catalogue.simple.get(id.0).map(|ty| ty.name.clone())),
            Holds::Type(id) => (Key::Type(id), catalogue.types.get(id.0).map(|ty| ty.name.clone())),
        };
        self.named(key, &name.unwrap_or_default())
    }

    /// The name of the type of one value of an element: of an item when it is a list.
    pub(in crate::emit) fn value(&mut self, element: &Element) -> String {
        let base = self.of(element.holds);
        match (element.holds, simple::Row::of(element)) {
            (Holds::Simple(id), Some(row)) => {
                let name = format!("{}{base}", element.item.as_ref().unwrap_or(&element.name));
                self.named(Key::Narrowed(id, row), &name.replace('_', ""))
            }
            _ => base,
        }
    }

    /// The name of the type of a wrapper. An optional one may be empty: that counts as absent.
    pub(super) fn list(&mut self, item: &str, element: &Element, may_be_empty: bool) -> String {
        let value = self.value(element);
        let name = format!("{value}Lijst");
        self.named(Key::List(item.to_owned(), value, may_be_empty), &name)
    }

    /// The name a type has; a name that another one has gets a number.
    fn named(&mut self, key: Key, name: &str) -> String {
        if let Some((_, name)) = self.used.iter().find(|(used, _)| *used == key) {
            return name.clone();
        }
        let numbered = (2..).map(|number| format!("{name}{number}"));
        let taken = |name: &String| self.used.iter().any(|(_, used)| used == name);
        let name = std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default();
        self.used.push((key, name.clone()));
        name
    }

    /// The definitions of all types used, and of those that they use.
    pub(in crate::emit) fn finish(mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut at = 0;
        while let Some((key, name)) = self.used.get(at).cloned() {
            nodes.extend(self.definition(&key, name));
            at += 1;
        }
        nodes
    }

    fn definition(&mut self, key: &Key, name: String) -> Option<Node> {
        let catalogue = self.catalogue;
        match key {
            Key::Simple(id) => Some(simple::definition(name, catalogue.simple.get(id.0)?)),
            Key::Narrowed(id, row) => {
                let base = self.of(Holds::Simple(*id));
                Some(simple::narrowed(name, base, catalogue.simple.get(id.0)?, row))
            }
            Key::Type(id) => {
                let ty = catalogue.types.get(id.0)?;
                Some(match &ty.content {
                    Content::Codes(list) => codes::definition(name, ty, list),
                    Content::Composite(table) => composite::definition(name, ty, table, self),
                })
            }
            Key::List(item, value, may_be_empty) => Some(composite::wrapper(name, item, value, *may_be_empty)),
        }
    }
}
