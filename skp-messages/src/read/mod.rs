//! From bytes to a tree: one reader per format.
//!
//! A reader says what is not well-formed and stops there: nothing half-read is handed on. Everything
//! else, unknown names and wrong values, is the walker's.

pub(crate) mod json;
mod limits;
mod sniff;
pub(crate) mod xml;

pub use limits::Limits;
pub(crate) use sniff::sniff;

/// Why an input could not be read at all. Each becomes one finding with a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadError {
    /// `FRM-001` to `FRM-004`.
    pub(crate) rule: &'static str,
    /// The byte where it went wrong.
    pub(crate) at: usize,
    /// What was wrong there.
    pub(crate) problem: Problem,
}

/// What was wrong, for the text of the finding. None of them quotes the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The input is empty.
    Empty,
    /// The input ends in the middle.
    Truncated,
    /// Something else should stand here.
    Expected(Expect),
    /// The end tag is not that of the open element.
    EndTag,
    /// Something follows the end of the message.
    Trailing,
    /// A character that may not occur here.
    Character,
    /// A reference to an entity that is not one of the five.
    Entity,
    /// A character reference to a character that does not exist.
    CharacterReference,
    /// An escape that JSON does not have, or half a surrogate pair.
    Escape,
    /// A name that XML does not allow.
    Name,
    /// An attribute that stands twice.
    RepeatedAttribute,
    /// A prefix that is not bound to a namespace.
    Prefix,
    /// A comment, CDATA section or processing instruction that is not closed or holds what it may not.
    Markup,
    /// An XML declaration in the wrong place, or of a version other than 1.0.
    Declaration,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// An encoding other than UTF-8, by its byte order mark or its declaration.
    Encoding(&'static str),
    /// A document type declaration.
    Doctype,
    /// More bytes than the limit.
    Size(usize),
    /// Nested deeper than the limit.
    Depth(usize),
    /// More elements than the limit.
    Elements(usize),
    /// More attributes on one element than the limit.
    Attributes(usize),
    /// A longer text in one element than the limit.
    Text(usize),
    /// More items in one list than the limit.
    Items(usize),
    /// More different namespaces than a tree can number.
    Namespaces(usize),
}

/// What should stand where something else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    /// XML or JSON.
    Message,
    /// A JSON value.
    Value,
    /// A member's name in quotes.
    MemberName,
    /// A colon.
    Colon,
    /// A comma or a closing brace.
    CommaOrBrace,
    /// A comma or a closing bracket.
    CommaOrBracket,
    /// A JSON number.
    Number,
    /// `true`, `false` or `null`.
    Literal,
    /// An XML element.
    Element,
    /// An attribute with its value in quotes.
    Attribute,
    /// A `>`.
    TagEnd,
}

impl ReadError {
    pub(crate) const fn new(rule: &'static str, at: usize, problem: Problem) -> Self {
        Self { rule, at, problem }
    }

    /// Not well-formed.
    pub(crate) const fn form(at: usize, problem: Problem) -> Self {
        Self::new("FRM-001", at, problem)
    }

    /// Over a limit.
    pub(crate) const fn limit(at: usize, problem: Problem) -> Self {
        Self::new("FRM-004", at, problem)
    }
}
