//! The checked form of a rule: every name is resolved and every operation has operands that fit.
//!
//! The checker makes it; the Rust emitter reads it, and so does whoever evaluates a rule without compiling it.
//! Nothing here can be of a wrong type, so they have no errors to report.

use std::rc::Rc;

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;

use super::ast::{Cmp, Op};
use super::lexer::Literal;
use super::ty::{Presence, Ty};

/// A checked rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The list whose items it runs on.
    pub each: Option<Path>,
    /// The condition under which it applies.
    pub when: Option<Bool>,
    /// What must hold.
    pub assertion: Assertion,
    /// Where a finding points.
    pub at: Vec<Step>,
    /// Every element it reads of its own message or composite.
    pub reads: Vec<Vec<Step>>,
    /// Every element it reads of earlier messages, up to the first list; the first step is the name of the message.
    pub earlier: Vec<Vec<Step>>,
    /// Whether it reads the date of sending.
    pub needs_sent: bool,
}

/// One step of a path, as `shape::Step` of the runtime has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into the element of this name.
    Element(String),
    /// Into every item of the list reached so far.
    Items,
    /// Back to the composite that holds the list of `each`.
    Outer,
}

/// A code of a code list.
#[derive(Debug, Clone)]
pub struct Code {
    /// As it is written.
    pub text: String,
    /// Its path in Rust.
    pub variant: TokenStream,
}

impl ToTokens for Code {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.variant.to_tokens(tokens);
    }
}

/// A path to an element.
#[derive(Debug, Clone)]
pub struct Path {
    /// Where it starts.
    pub root: Root,
    /// The elements on the way; empty for a variable itself.
    pub steps: Vec<Segment>,
    /// The type of the element, or of its items.
    pub ty: Ty,
}

/// Where a path starts.
#[derive(Debug, Clone)]
pub enum Root {
    /// The composite the rule runs on: the item when the rule has `each`.
    Scope,
    /// The composite that holds the list of `each`.
    Outer,
    /// The variable of a lambda.
    Variable(Rc<Variable>),
    /// The earlier messages of the conversation: the first step is the name that the rule gives to one of them. It is
    /// optional when the rule asks whether that message is there.
    Earlier,
}

/// An element on a path.
#[derive(Debug, Clone)]
pub struct Segment {
    /// Its name in the tables.
    pub name: String,
    /// Its name in Rust.
    pub ident: Ident,
    /// How often it stands.
    pub presence: Presence,
}

/// The variable of a lambda: one item of a list.
#[derive(Debug, Clone)]
pub struct Variable {
    /// Tells variables with the same name apart.
    pub id: usize,
    /// Its name in the rule.
    pub name: String,
    /// The list it is an item of.
    pub list: Path,
}

/// The value of an expression.
#[derive(Debug, Clone)]
pub enum Value {
    /// True or false.
    Bool(Bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(Text),
    /// A date.
    Date(Date),
    /// A code, a time, a UUID or another value that is only an element.
    Plain(Path),
    /// A composite.
    Composite(Path),
    /// A list of elements.
    List(List),
    /// Several elements that together must be unique.
    Key(Vec<Path>),
    /// A list of literals.
    Literals,
}

/// A condition.
#[derive(Debug, Clone)]
pub enum Bool {
    /// Known beforehand.
    Literal(bool),
    /// An element.
    Path(Path),
    /// Whether an element is present, or a list has items.
    Has(Path),
    /// The opposite.
    Not(Box<Bool>),
    /// Both.
    And(Box<Bool>, Box<Bool>),
    /// At least one.
    Or(Box<Bool>, Box<Bool>),
    /// Whether two conditions are equal (`true`) or differ.
    Same(bool, Box<Bool>, Box<Bool>),
    /// Numbers compared.
    Numbers(Cmp, Number, Number),
    /// Dates compared.
    Dates(Cmp, Date, Date),
    /// Two elements of the same type compared.
    Plain(Cmp, Path, Path),
    /// Texts that are equal (`true`) or differ.
    Texts(bool, Text, Text),
    /// An element that is one of these codes.
    Codes(Path, Vec<Code>),
    /// A text that is one of these.
    TextIn(Text, Vec<String>),
    /// A number that is one of these.
    NumberIn(Number, Vec<Literal>),
    /// Numbers of which the first two differ at most the third.
    Near(Box<[Number; 3]>),
    /// A moment that is later than that of sending.
    AfterSending(Path),
    /// A text that holds what identifies a person.
    Personal(Path),
    /// Whether every (`true`) or some item satisfies a condition.
    Quantified(bool, Box<Part>, Rc<Variable>, Box<Bool>),
}

/// A number.
#[derive(Debug, Clone)]
pub enum Number {
    /// Written in the rule.
    Literal(Literal),
    /// An element.
    Path(Path),
    /// The number of items of a list.
    Size(List),
    /// The number of characters of a text.
    Chars(Path),
    /// `+`, `-` or `*`.
    Arithmetic(Op, Box<Number>, Box<Number>),
    /// The larger (`true`) or the smaller of two.
    Extreme(bool, Box<Number>, Box<Number>),
    /// The sum of a list, every part of which maps to a number.
    Sum(Vec<(Part, Rc<Variable>, Number)>),
}

/// A date.
#[derive(Debug, Clone)]
pub enum Date {
    /// An element.
    Path(Path),
    /// The date of sending.
    Sent,
    /// The same day so many months later.
    Later(Box<Date>, Months),
}

/// A number of months.
#[derive(Debug, Clone)]
pub enum Months {
    /// Written in the rule.
    Literal(i64),
    /// An element that is a whole number.
    Path(Path),
}

/// A text.
#[derive(Debug, Clone)]
pub enum Text {
    /// Written in the rule.
    Literal(String),
    /// An element.
    Path(Path),
}

/// Lists behind each other.
#[derive(Debug, Clone)]
pub struct List {
    /// One or more.
    pub parts: Vec<Mapped>,
}

/// A list with what is made of its items.
#[derive(Debug, Clone)]
pub struct Mapped {
    /// The items.
    pub part: Part,
    /// What is made of each; the items themselves when there is no `map`.
    pub map: Option<(Rc<Variable>, Box<Value>)>,
}

/// The items of a list that satisfy conditions.
#[derive(Debug, Clone)]
pub struct Part {
    /// The list.
    pub list: Path,
    /// The conditions, each on a variable of its own.
    pub filters: Vec<(Rc<Variable>, Bool)>,
}

/// What a rule asserts.
#[derive(Debug, Clone)]
pub enum Assertion {
    /// A condition.
    Holds(Bool),
    /// No two items have the same key.
    Unique(Vec<(Part, Rc<Variable>, Vec<Path>)>),
    /// A text is that of the first earlier message that has the element, of those that only this role sends.
    AsFirst(Path, Option<String>),
    /// A text is the Referentienummer of an earlier message that is one of these.
    Names(Path, Vec<String>),
}

impl Segment {
    /// Its name in Rust without a mark that it is a word of Rust.
    pub fn plain(&self) -> String {
        self.ident.to_string().trim_start_matches("r#").to_owned()
    }
}

impl Path {
    /// Whether it leads into an earlier message.
    pub fn is_earlier(&self) -> bool {
        match &self.root {
            Root::Earlier => true,
            Root::Variable(variable) => variable.list.is_earlier(),
            Root::Scope | Root::Outer => false,
        }
    }

    /// Whether the value may be absent.
    pub fn optional(&self) -> bool {
        self.steps.iter().any(|step| step.presence == Presence::Optional)
    }

    /// Whether it leads to a list.
    pub fn is_list(&self) -> bool {
        self.steps.last().is_some_and(|step| step.presence == Presence::List)
    }
}

impl Bool {
    /// The opposite, simplified.
    pub(super) fn not(self) -> Self {
        match self {
            Self::Literal(value) => Self::Literal(!value),
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// Both, simplified.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Literal(true), rest) | (rest, Self::Literal(true)) => rest,
            (Self::Literal(false), _) => Self::Literal(false),
            (left, right) => Self::And(Box::new(left), Box::new(right)),
        }
    }

    /// At least one, simplified.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Literal(false), rest) | (rest, Self::Literal(false)) => rest,
            (Self::Literal(true), _) => Self::Literal(true),
            (left, right) => Self::Or(Box::new(left), Box::new(right)),
        }
    }

    /// Whether they are equal, or differ when `equal` is false, simplified.
    pub(super) fn same(equal: bool, left: Self, right: Self) -> Self {
        match (left, right) {
            (Self::Literal(value), rest) | (rest, Self::Literal(value)) => {
                if value == equal {
                    rest
                } else {
                    rest.not()
                }
            }
            (left, right) => Self::Same(equal, Box::new(left), Box::new(right)),
        }
    }
}
