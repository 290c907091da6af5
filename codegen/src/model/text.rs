//! A piece of a definition file and where it stands.

use std::fmt;
use std::ops::Range;

/// A place in a definition file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Span {
    /// The number of the file in the list of sources.
    pub file: usize,
    /// The bytes.
    pub range: Range<usize>,
}

/// A text and where it stands. Two texts are equal when they read the same.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// What it says.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

impl Text {
    /// The text as a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.value == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.value == *other
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}
