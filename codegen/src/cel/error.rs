//! What is wrong with a rule, and where.
//!
//! Every step of the compiler reports through [`Error`]. Showing the line with a caret below it is the
//! caller's work: an error only knows the text of one expression.

use std::fmt;
use std::ops::Range;

/// A range of bytes in the text of one expression.
pub type Span = Range<usize>;

/// The result of a step of the compiler.
pub type Result<T> = std::result::Result<T, Error>;

/// One mistake in one expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The part of the expression that is wrong.
    pub span: Span,
    /// What was found and what was expected.
    pub message: String,
    /// What sort of mistake it is.
    pub kind: ErrorKind,
}

/// The sorts of mistakes that a caller may want to tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The text is no expression of the subset.
    Syntax,
    /// A name is no element. In one release that may only mean that the rule does not hold there.
    UnknownElement,
    /// A text is no code of the list it is compared with. In one release that may mean the same.
    UnknownCode,
    /// The expression is well-formed and has no meaning, such as a date times an amount.
    Meaning,
}

/// The part of a rule that an error's span counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The list that the rule runs over.
    Each,
    /// The condition under which the rule applies.
    When,
    /// The condition that must hold.
    Assert,
    /// The place of the finding.
    At,
}

/// A mistake in a rule: which part of the rule, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The part of the rule whose text is wrong.
    pub part: Part,
    /// The mistake in that text.
    pub error: Error,
}

impl Error {
    /// A mistake against the grammar.
    pub(super) fn syntax(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), kind: ErrorKind::Syntax }
    }

    /// A well-formed expression without meaning.
    pub(super) fn meaning(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), kind: ErrorKind::Meaning }
    }

    /// Says which part of the rule the mistake is in.
    pub(super) fn of(self, part: Part) -> RuleError {
        RuleError { part, error: self }
    }
}

impl Part {
    /// The key of this part in a definition file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Each => "each",
            Self::When => "when",
            Self::Assert => "assert",
            Self::At => "at",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}: {}", self.span.start, self.span.end, self.message)
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.part.key(), self.error)
    }
}

impl std::error::Error for Error {}
impl std::error::Error for RuleError {}
