//! Rules on facts that must agree between messages, resolved: one for each message of each release they hold in.

use super::Rule;

/// A rule on one message of one release and the messages before it.
#[derive(Debug)]
pub struct Fact {
    /// The message it runs on, in [`Catalogue::messages`](super::Catalogue::messages).
    pub on: usize,
    /// The rule, as it was compiled for the first case.
    pub rule: Rule,
    /// The earlier messages it reads.
    pub with: Vec<Binding>,
    /// What is checked.
    pub check: FactCheck,
}

/// An earlier message that a rule reads.
#[derive(Debug)]
pub struct Binding {
    /// Its name in the rule.
    pub name: String,
    /// Whether the rule does not apply without it.
    pub needed: bool,
    /// The messages it may be; the last of them that was sent is the one.
    pub among: Vec<Among>,
    /// Where the message that is meant is named.
    pub named: Option<Naming>,
}

/// A message that an earlier message of a rule may be.
#[derive(Debug, Clone)]
pub struct Among {
    /// The message, in [`Catalogue::messages`](super::Catalogue::messages).
    pub message: usize,
    /// The element that must be there.
    pub element: Option<String>,
}

/// The element of another earlier message that holds the Referentienummer of the one that is meant.
#[derive(Debug)]
pub struct Naming {
    /// The message, in [`Catalogue::messages`](super::Catalogue::messages).
    pub message: usize,
    /// Its element, a text.
    pub element: String,
}

/// What a rule on a message and those before it checks.
#[derive(Debug)]
pub enum FactCheck {
    /// A text is that of the first earlier message that has the element, of those that only this role sends.
    AsFirst {
        /// The element.
        element: String,
        /// The role.
        role: Option<String>,
    },
    /// A text is the Referentienummer of an earlier message that is one of these.
    Names {
        /// The element.
        element: String,
        /// The messages, in [`Catalogue::messages`](super::Catalogue::messages).
        messages: Vec<usize>,
    },
    /// A condition in CEL, compiled once for each combination of earlier messages in which all its elements exist.
    Cases(Vec<Case>),
}

/// A combination of earlier messages.
#[derive(Debug)]
pub struct Case {
    /// For each of [`Fact::with`] which of its [`Binding::among`] it is; `None` when the release has none of them.
    pub of: Vec<Option<usize>>,
    /// The rule in Rust for this combination.
    pub compiled: crate::cel::Compiled,
}
