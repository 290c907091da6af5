//! Composites and their elements.

use super::{CodeList, Pattern, Rule, SimpleType};
use crate::straight::Predicted;

/// A composite: a message, or a type made of elements, in the order of its table.
#[derive(Debug)]
pub struct Shape {
    /// The name as the standard writes it, for example `Saldoverzoek`.
    pub name: &'static str,
    /// Whether exactly one of the elements is filled.
    pub choice: bool,
    /// The elements, in table order. XML is written and read in this order.
    pub elements: &'static [Element],
    /// The elements once more, made ready for the reader that predicts them. Nobody else looks at it.
    #[doc(hidden)]
    pub predicted: &'static [Predicted],
    /// Elements that only other releases have.
    pub elsewhere: &'static [Elsewhere],
    /// The rules that hold on this composite wherever it occurs.
    pub rules: &'static [&'static Rule],
    /// Where the table stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

/// An element that this composite has in other releases only, so that a finding can say so.
#[derive(Debug)]
pub struct Elsewhere {
    /// The name as the standard writes it.
    pub name: &'static str,
    /// The name in JSON.
    pub json: &'static str,
    /// The first release that has it, when that comes later; else empty.
    pub since: &'static str,
    /// The first release that no longer has it, when that came before; else empty.
    pub until: &'static str,
}

/// One row of an element table.
#[derive(Debug)]
pub struct Element {
    /// The name as the standard writes it; of a list the name of the wrapper.
    pub name: &'static str,
    /// The name in JSON.
    pub json: &'static str,
    /// The name of one item when the element is a list.
    pub item: Option<&'static str>,
    /// How many there must be at least, 0 or 1. A list has no upper limit, everything else at most one.
    pub min: u32,
    /// What it holds.
    pub ty: Type,
    /// The shortest text, in code points, or the lowest number, when narrower than the type's.
    pub low: Option<u32>,
    /// The longest text, in code points, or the highest number, when narrower than the type's.
    pub high: Option<u32>,
    /// A pattern that holds besides the type's own.
    pub pattern: Option<&'static Pattern>,
    /// How private the value is.
    pub privacy: Privacy,
    /// Where the row stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

impl Element {
    /// Whether the element is a list: a wrapper with items in XML, an array in JSON.
    #[must_use]
    pub const fn is_list(&self) -> bool {
        self.item.is_some()
    }
}

/// What an element holds.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// A text, number or date.
    Simple(&'static SimpleType),
    /// One code of a list.
    Code(&'static CodeList),
    /// Elements of its own.
    Composite(&'static Shape),
}

impl Type {
    /// The name of the type as the standard writes it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Simple(simple) => simple.name,
            Self::Code(list) => list.name,
            Self::Composite(shape) => shape.name,
        }
    }
}

/// How private a value is, and so whether it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Privacy {
    /// May be shown in findings and logs.
    None,
    /// Masked; its length may be told.
    Personal,
    /// Masked and never summarised.
    Sensitive,
}
