//! From values to bytes: one writer per format.
//!
//! A writer takes what generated `encode` hands it and writes it in the order of the table. It checks
//! nothing: callers check first, so that an invalid message is never written.

pub(crate) mod json;
pub(crate) mod xml;

/// How much white space is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// None: the canonical form.
    #[default]
    Compact,
    /// One element a line, indented with two spaces, for people.
    Pretty,
}
