//! The rules of the definitions in the form that the sampler evaluates, repairs and breaks.
//!
//! It is the checked expression of the generator with every name replaced by the place of the element in its table,
//! and in a form that threads can share. Nothing here is about any rule in particular.

use rust_decimal::Decimal;
use skp_codegen::cel::Cmp;

use crate::shape;

/// A rule of a composite.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) info: &'static shape::Rule,
    /// The list whose items it runs on.
    pub(crate) each: Option<Vec<usize>>,
    pub(crate) when: Option<Bool>,
    pub(crate) assertion: Assertion,
    /// Where a finding points, in the composite or the item.
    pub(crate) at: Vec<usize>,
}

/// What a rule asserts.
#[derive(Debug, Clone)]
pub(crate) enum Assertion {
    Holds(Bool),
    Unique(Vec<(Part, usize, Vec<Path>)>),
}

/// A path to an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) root: Root,
    pub(crate) steps: Vec<usize>,
    /// Whether something on the way may be absent.
    pub(crate) optional: bool,
}

/// Where a path starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Root {
    Scope,
    Outer,
    Variable(usize),
}

/// A condition; the variants are those of the generator.
#[derive(Debug, Clone)]
pub(crate) enum Bool {
    Literal(bool),
    Path(Path),
    Has(Path),
    Not(Box<Bool>),
    And(Box<[Bool; 2]>),
    Or(Box<[Bool; 2]>),
    Same(bool, Box<[Bool; 2]>),
    Numbers(Cmp, Box<[Number; 2]>),
    Dates(Cmp, Box<[Date; 2]>),
    Plain(Cmp, Path, Path),
    Texts(bool, Text, Text),
    Codes(Path, Vec<String>),
    TextIn(Text, Vec<String>),
    NumberIn(Number, Vec<Decimal>),
    Near(Box<[Number; 3]>),
    AfterSending(Path),
    Personal(Path),
    Quantified(bool, Box<Part>, usize, Box<Bool>),
}

/// A number.
#[derive(Debug, Clone)]
pub(crate) enum Number {
    Literal(Decimal),
    Path(Path),
    Size(Vec<Part>),
    Chars(Path),
    Add(Box<[Number; 2]>),
    Sub(Box<[Number; 2]>),
    Mul(Box<[Number; 2]>),
    /// The larger (`true`) or the smaller.
    Extreme(bool, Box<[Number; 2]>),
    Sum(Vec<(Part, usize, Number)>),
}

/// A date.
#[derive(Debug, Clone)]
pub(crate) enum Date {
    Path(Path),
    Sent,
    Later(Box<Date>, Months),
}

/// A number of months.
#[derive(Debug, Clone)]
pub(crate) enum Months {
    Literal(i64),
    Path(Path),
}

/// A text.
#[derive(Debug, Clone)]
pub(crate) enum Text {
    Literal(String),
    Path(Path),
}

/// The items of a list that satisfy conditions.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) list: Path,
    pub(crate) filters: Vec<(usize, Bool)>,
}

impl Bool {
    /// The paths of the condition that start at the composite or item the rule runs on and may be absent.
    pub(crate) fn optional_paths<'r>(&'r self, out: &mut Vec<&'r Path>) {
        match self {
            Self::Literal(_) | Self::Quantified(..) | Self::Has(_) => {}
            Self::Path(path) | Self::Codes(path, _) | Self::AfterSending(path) | Self::Personal(path) => out.push(path),
            Self::Not(inner) => inner.optional_paths(out),
            Self::And(both) | Self::Or(both) | Self::Same(_, both) => {
                both.iter().for_each(|side| side.optional_paths(out));
            }
            Self::Numbers(_, both) => both.iter().for_each(|side| side.optional_paths(out)),
            Self::Near(three) => three.iter().for_each(|side| side.optional_paths(out)),
            Self::NumberIn(number, _) => number.optional_paths(out),
            Self::Dates(_, both) => both.iter().for_each(|side| side.optional_paths(out)),
            Self::Plain(_, left, right) => out.extend([left, right]),
            Self::Texts(_, left, right) => [left, right].into_iter().for_each(|side| side.optional_paths(out)),
            Self::TextIn(text, _) => text.optional_paths(out),
        }
        out.retain(|path| path.optional && path.root != Root::Outer);
    }
}

impl Number {
    fn optional_paths<'r>(&'r self, out: &mut Vec<&'r Path>) {
        match self {
            Self::Path(path) | Self::Chars(path) => out.push(path),
            Self::Mul(both) | Self::Extreme(_, both) => both.iter().for_each(|side| side.optional_paths(out)),
            // What is absent in a sum is 0.00, so that it does not help.
            Self::Literal(_) | Self::Size(_) | Self::Sum(_) | Self::Add(_) | Self::Sub(_) => {}
        }
    }
}

impl Date {
    fn optional_paths<'r>(&'r self, out: &mut Vec<&'r Path>) {
        match self {
            Self::Path(path) => out.push(path),
            Self::Sent => {}
            Self::Later(date, months) => {
                date.optional_paths(out);
                if let Months::Path(path) = months {
                    out.push(path);
                }
            }
        }
    }
}

impl Text {
    fn optional_paths<'r>(&'r self, out: &mut Vec<&'r Path>) {
        if let Self::Path(path) = self {
            out.push(path);
        }
    }
}
