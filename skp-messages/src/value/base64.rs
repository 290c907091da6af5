//! Documents.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{MASK, SimpleValue, ValueError};
use crate::check::builtin;
use crate::finding::Expected;

/// The bytes of a document, base64 on the wire (RFC 4648 §4, with padding).
///
/// Provenance: proposed (cf. wsk-dictionary).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Base64(Vec<u8>);

impl Base64 {
    /// Takes the bytes of a document.
    #[must_use]
    pub const fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes of the document.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl FromStr for Base64 {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::parse(text).ok_or_else(|| ValueError::new(&builtin::VAL_002, Expected::Base64))
    }
}

crate::adapters::text!(Base64);

impl SimpleValue for Base64 {
    fn parse(text: &str) -> Option<Self> {
        STANDARD.decode(text).ok().map(Self)
    }

    fn write(&self, out: &mut String) {
        STANDARD.encode_string(&self.0, out);
    }

    fn placeholder() -> Self {
        Self(Vec::new())
    }
}

impl fmt::Debug for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Base64({MASK})")
    }
}
