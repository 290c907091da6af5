//! Which namespace a prefix stands for, by the rules of Namespaces in XML 1.0.
//!
//! Gives each namespace a number, so that nodes hold no text for it. It knows the two namespaces that
//! XML itself has; those of the standard are none of its business.

use std::borrow::Cow;
use std::collections::HashMap;

use super::names::QName;
use super::tag::{Distinct, RawAttribute};
use super::text;
use crate::read::{Problem, ReadError};

/// The namespace of the prefix `xml`.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of the prefix `xmlns`.
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
/// How many different namespaces one document may have: as many as a node can tell apart.
const MOST: usize = u16::MAX as usize;

/// The declarations in force.
#[derive(Default)]
pub(super) struct Namespaces<'a> {
    /// The number of each namespace, counted from 1.
    numbers: HashMap<Cow<'a, str>, u16>,
    /// The place in `bindings` of the innermost one of each prefix.
    innermost: HashMap<&'a str, usize>,
    /// The same of the default, which nearly every element asks for.
    default: Option<usize>,
    /// All bindings in force, outermost first.
    bindings: Vec<Binding<'a>>,
    /// For each open element, how many bindings are from outside it.
    scopes: Vec<usize>,
}

/// A prefix with its namespace.
struct Binding<'a> {
    prefix: &'a str,
    namespace: u16,
    /// The place of the binding that this one hides.
    hidden: Option<usize>,
}

impl<'a> Namespaces<'a> {
    /// Enters an element, whose name begins at `place`, and gives the number of its namespace, 0 for none.
    ///
    /// Takes the declarations among its attributes. Gives the other attributes their namespaces, and
    /// checks that no two have the same one and the same local name. `known` is the list of all
    /// namespaces so far, which grows.
    pub(super) fn enter(
        &mut self,
        element: QName<'a>,
        place: usize,
        attributes: &mut [RawAttribute<'a>],
        known: &mut Vec<Cow<'a, str>>,
    ) -> Result<u16, ReadError> {
        self.scopes.push(self.bindings.len());
        for attribute in attributes.iter() {
            if let Some(prefix) = declared_prefix(attribute.name) {
                self.declare(prefix, attribute, known)?;
            }
        }
        let namespace = self.of(element, place, known)?;
        let mut seen = Distinct::default();
        for attribute in attributes {
            let name = attribute.name;
            if name.prefix.is_none() || declared_prefix(name).is_some() {
                continue;
            }
            attribute.namespace = self.of(name, attribute.place, known)?;
            if !seen.add((attribute.namespace, name.local)) {
                return Err(ReadError::form(attribute.place, Problem::RepeatedAttribute));
            }
        }
        Ok(namespace)
    }

    /// Enters an element without a prefix and without attributes, and gives the number of its namespace.
    pub(super) fn enter_plain(&mut self) -> u16 {
        self.scopes.push(self.bindings.len());
        self.default.and_then(|index| self.bindings.get(index)).map_or(0, |binding| binding.namespace)
    }

    /// Leaves the innermost element: its declarations end.
    pub(super) fn leave(&mut self) {
        let outside = self.scopes.pop().unwrap_or(0);
        while self.bindings.len() > outside {
            let Some(Binding { prefix, hidden, .. }) = self.bindings.pop() else { return };
            self.bind(prefix, hidden);
        }
    }

    /// The number of the namespace of a name, which begins at `place`.
    fn of(&mut self, name: QName<'a>, place: usize, known: &mut Vec<Cow<'a, str>>) -> Result<u16, ReadError> {
        let prefix = name.prefix.unwrap_or_default();
        if prefix == "xml" {
            return self.number(Cow::Borrowed(XML), place, known);
        }
        let place_of_binding = if prefix.is_empty() { self.default } else { self.innermost.get(prefix).copied() };
        match place_of_binding.and_then(|index| self.bindings.get(index)) {
            Some(binding) => Ok(binding.namespace),
            None if prefix.is_empty() => Ok(0),
            None => Err(ReadError::form(place, Problem::Prefix)),
        }
    }

    /// Takes the declaration of a prefix, or of the default when the prefix is empty.
    fn declare(
        &mut self,
        prefix: &'a str,
        attribute: &RawAttribute<'a>,
        known: &mut Vec<Cow<'a, str>>,
    ) -> Result<(), ReadError> {
        let value = text::attribute_value(attribute.value);
        let allowed = match prefix {
            "xml" => value == XML,
            "xmlns" => false,
            "" => value != XML && value != XMLNS,
            _ => value != XML && value != XMLNS && !value.is_empty(),
        };
        if !allowed {
            return Err(ReadError::form(attribute.place, Problem::Prefix));
        }
        let namespace = if value.is_empty() { 0 } else { self.number(value, attribute.place, known)? };
        let hidden = self.bind(prefix, Some(self.bindings.len()));
        self.bindings.push(Binding { prefix, namespace, hidden });
        Ok(())
    }

    /// Lets the binding at a place be the innermost one of its prefix, or none; gives the one that was.
    fn bind(&mut self, prefix: &'a str, binding: Option<usize>) -> Option<usize> {
        match binding {
            _ if prefix.is_empty() => std::mem::replace(&mut self.default, binding),
            Some(place) => self.innermost.insert(prefix, place),
            None => self.innermost.remove(prefix),
        }
    }

    /// The number of a namespace, a new one if it has none.
    fn number(
        &mut self,
        namespace: Cow<'a, str>,
        place: usize,
        known: &mut Vec<Cow<'a, str>>,
    ) -> Result<u16, ReadError> {
        if let Some(&number) = self.numbers.get(&namespace) {
            return Ok(number);
        }
        let too_many = ReadError::limit(place, Problem::Namespaces(MOST));
        let number = u16::try_from(known.len() + 1).map_err(|_| too_many)?;
        known.push(namespace.clone());
        self.numbers.insert(namespace, number);
        Ok(number)
    }
}

/// The prefix that an attribute declares, empty for the default; none if it declares none.
pub(super) fn declared_prefix(name: QName<'_>) -> Option<&str> {
    match name.prefix {
        Some("xmlns") => Some(name.local),
        None if name.local == "xmlns" => Some(""),
        _ => None,
    }
}
