//! A rule ready to be interpreted.
//!
//! It is the checked form of the rule compiler with every name looked up in the tables, and without what only Rust needs.
//! Unlike that form it can be shared between threads. Nothing here evaluates anything.

use rust_decimal::Decimal;
use skp_codegen::cel::{Cmp, Op, Presence};

use crate::shape;

/// A rule.
pub(super) struct Rule {
    /// Its id, texts and reads.
    pub(super) rule: &'static shape::Rule,
    /// The list whose items it runs on.
    pub(super) each: Option<List>,
    /// The condition under which it applies.
    pub(super) when: Option<Bool>,
    /// What must hold.
    pub(super) assertion: Assertion,
}

/// What a rule asserts.
pub(super) enum Assertion {
    /// A condition.
    Holds(Bool),
    /// No two items have the same key.
    Unique(Vec<Keys>),
}

/// A list with the names on the way to it.
pub(super) struct List {
    pub(super) path: Path,
    /// The parts around it.
    pub(super) parts: &'static [&'static str],
    /// The list itself.
    pub(super) name: &'static str,
}

/// The items of a list that must be unique, and by what.
pub(super) struct Keys {
    pub(super) list: List,
    /// The conditions that an item must satisfy to count.
    pub(super) filters: Vec<Lambda<Bool>>,
    /// The variable of the key.
    pub(super) variable: usize,
    /// The elements of the key.
    pub(super) key: Vec<Path>,
    /// Where the key stands in the item.
    pub(super) place: &'static [&'static str],
}

/// A path to an element.
#[derive(Clone)]
pub(super) struct Path {
    pub(super) root: Root,
    pub(super) steps: Vec<Step>,
}

/// Where a path starts.
#[derive(Clone, Copy)]
pub(super) enum Root {
    /// The composite the rule runs on: the item when the rule has `each`.
    Scope,
    /// The composite that holds the list of `each`.
    Outer,
    /// The variable of a lambda, by its number.
    Variable(usize),
}

/// An element on a path.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// Its place in the table.
    pub(super) index: usize,
    /// How often it stands.
    pub(super) presence: Presence,
}

/// Something said of each item of a list.
pub(super) struct Lambda<T> {
    pub(super) variable: usize,
    /// What it reads from elsewhere and what may be absent. It is read before the first item, also when there is none:
    /// when it is absent, what is around the lambda does not apply.
    pub(super) needs: Vec<Need>,
    pub(super) body: T,
}

/// Something that must be there.
#[derive(Clone)]
pub(super) enum Need {
    Path(Path),
    /// The date or moment of sending.
    Sent,
}

/// The items of a list that satisfy conditions.
pub(super) struct Part {
    pub(super) list: Path,
    pub(super) filters: Vec<Lambda<Bool>>,
}

/// A condition; the forms are those of the rule compiler.
pub(super) enum Bool {
    Literal(bool),
    Path(Path),
    Has(Path),
    Not(Box<Bool>),
    And(Box<Bool>, Box<Bool>),
    Or(Box<Bool>, Box<Bool>),
    /// Whether two conditions are equal (`true`) or differ.
    Same(bool, Box<Bool>, Box<Bool>),
    Numbers(Cmp, Number, Number),
    Dates(Cmp, Date, Date),
    Plain(Cmp, Path, Path),
    /// Texts that are equal (`true`) or differ.
    Texts(bool, Text, Text),
    /// A text, or a code, that is one of these.
    TextIn(Text, Vec<String>),
    NumberIn(Number, Vec<Decimal>),
    Near(Box<[Number; 3]>),
    AfterSending(Path),
    Personal(Path),
    /// Whether every (`true`) or some item satisfies a condition.
    Quantified(bool, Part, Box<Lambda<Bool>>),
}

/// A number.
pub(super) enum Number {
    Literal(Decimal),
    Path(Path),
    /// The number of items of lists behind each other.
    Size(Vec<Part>),
    Chars(Path),
    Arithmetic(Op, Box<Number>, Box<Number>),
    /// The larger (`true`) or the smaller of two.
    Extreme(bool, Box<Number>, Box<Number>),
    Sum(Vec<(Part, Lambda<Number>)>),
}

/// A date.
pub(super) enum Date {
    Path(Path),
    Sent,
    Later(Box<Date>, Months),
}

/// A number of months.
pub(super) enum Months {
    Literal(i64),
    Path(Path),
}

/// A text or a code.
pub(super) enum Text {
    Literal(String),
    Path(Path),
}
