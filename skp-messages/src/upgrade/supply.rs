//! Values that a user gives to a conversion, for what is missing or does not fit.

use std::fmt;

use super::draft::{Draft, Held};
use crate::Lang;
use crate::shape::Type;

/// A value for an element of the message that a conversion makes.
///
/// It has no `Debug` that shows the value: it may be one of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Supply {
    /// Which element, as the standard writes it: `Contactpersoon.Naam`, `Vorderingen[2].Betaalreferentie`.
    pub path: String,
    /// Its value, as JSON and XML write it.
    pub value: String,
}

impl fmt::Debug for Supply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Supply").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Why a value cannot be given to the element of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPath {
    /// There is no such element.
    Unknown,
    /// The element has parts; only those have values.
    HasParts,
    /// The element has no parts.
    HasNoParts,
    /// The element is a list, so the path must say which item, counted from 1.
    IsList,
    /// The element is no list.
    IsNoList,
    /// The list is too short for an item of this number.
    TooFar,
}

impl BadPath {
    /// What is the matter, in words.
    #[must_use]
    pub const fn text(self, lang: Lang) -> &'static str {
        let (nl, en) = match self {
            Self::Unknown => ("dat element is er niet", "there is no such element"),
            Self::HasParts => {
                ("dat element heeft onderdelen; noem een onderdeel", "that element has parts; name one of them")
            }
            Self::HasNoParts => ("dat element heeft geen onderdelen", "that element has no parts"),
            Self::IsList => (
                "dat element is een lijst; noem het item, zoals Vorderingen[1]",
                "that element is a list; name the item, as in Vorderingen[1]",
            ),
            Self::IsNoList => ("dat element is geen lijst", "that element is no list"),
            Self::TooFar => ("de lijst heeft niet zo veel items", "the list does not have that many items"),
        };
        lang.pick(nl, en)
    }
}

/// Puts a value in its place, over the one that is there.
pub(super) fn supply(draft: &mut Draft, supply: &Supply) -> Result<(), BadPath> {
    let mut here = draft;
    let mut steps = supply.path.split('.').peekable();
    while let Some(step) = steps.next() {
        let (name, number) = item(step).ok_or(BadPath::Unknown)?;
        let shape = here.shape;
        let (index, element) =
            shape.elements.iter().enumerate().find(|(_, element)| element.name == name).ok_or(BadPath::Unknown)?;
        let at = match (element.is_list(), number) {
            (true, Some(number)) => number,
            (true, None) => return Err(BadPath::IsList),
            (false, Some(_)) => return Err(BadPath::IsNoList),
            (false, None) => 0,
        };
        let values = here.elements.get_mut(index).ok_or(BadPath::Unknown)?;
        if at > values.len() {
            return Err(BadPath::TooFar);
        }
        let (held, last) = match (element.ty, steps.peek().is_none()) {
            (Type::Composite(_), true) => return Err(BadPath::HasParts),
            (Type::Composite(part), false) => (Held::Part(Draft::empty(part)), false),
            (_, true) => (Held::Text(supply.value.clone()), true),
            (_, false) => return Err(BadPath::HasNoParts),
        };
        match values.get_mut(at) {
            Some(value) if last => *value = held,
            Some(_) => {}
            None => values.push(held),
        }
        here = match values.get_mut(at) {
            Some(Held::Part(part)) => part,
            _ => return Ok(()),
        };
    }
    Ok(())
}

/// The name in a step, and the item, counted from 0.
fn item(step: &str) -> Option<(&str, Option<usize>)> {
    let Some((name, rest)) = step.split_once('[') else { return Some((step, None)) };
    let number: usize = rest.strip_suffix(']')?.parse().ok()?;
    Some((name, Some(number.checked_sub(1)?)))
}
