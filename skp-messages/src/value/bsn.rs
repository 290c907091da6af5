//! The burgerservicenummer.

use std::fmt;
use std::str::FromStr;

use super::lexical::eleven_test;
use super::{MASK, SimpleValue, ValueError};
use crate::check::builtin;
use crate::finding::Expected;

/// A burgerservicenummer: nine digits, not all zero, that pass the 11-test. Leading zeros count.
///
/// ```
/// use skp_messages::Bsn;
/// assert!("111222333".parse::<Bsn>().is_ok());
/// assert!("123456789".parse::<Bsn>().is_err());
/// ```
///
/// Provenance: derived (site-procesafspraken-shv); the test is proposed (general definition of the BSN).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bsn([u8; 9]);

impl Bsn {
    /// The nine digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // The bytes are ASCII digits by construction.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Bsn {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::parse(text).ok_or_else(|| ValueError::new(&builtin::TYP_BSN_001, Expected::Bsn))
    }
}

crate::adapters::text!(Bsn);

impl SimpleValue for Bsn {
    fn parse(text: &str) -> Option<Self> {
        if eleven_test(text) { text.as_bytes().try_into().ok().map(Self) } else { None }
    }

    fn write(&self, out: &mut String) {
        out.push_str(self.as_str());
    }

    fn placeholder() -> Self {
        Self(*b"000000000")
    }
}

impl fmt::Debug for Bsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bsn({MASK})")
    }
}
