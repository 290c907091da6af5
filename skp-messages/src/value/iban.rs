//! Account numbers.

use std::fmt;
use std::str::FromStr;

use super::{MASK, Scalar, SimpleValue, ValueError};
use crate::check::builtin;
use crate::finding::Expected;

/// An ISO 13616 account number, without spaces and in capitals.
///
/// The form and length of each country and the check digits are those of the crate `iban_validate`.
///
/// ```
/// use skp_messages::Iban;
/// let iban: Iban = "NL91 ABNA 0417 1643 00".parse()?;
/// assert_eq!(iban.as_str(), "NL91ABNA0417164300");
/// # Ok::<(), skp_messages::ValueError>(())
/// ```
///
/// Provenance: derived (wsk-dictionary); the form is proposed (ISO 13616).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Iban(Option<iban::Iban>);

impl Iban {
    /// The account number without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_ref().map_or("", |iban| iban::IbanLike::electronic_str(iban))
    }

    /// The text as it would be written, when the given one has spaces or small letters.
    pub(crate) fn normal_form(text: &str) -> String {
        text.chars().filter(|&character| character != ' ').map(|character| character.to_ascii_uppercase()).collect()
    }
}

impl FromStr for Iban {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::parse(text).ok_or_else(|| ValueError::new(&builtin::TYP_IBAN_001, Expected::Iban))
    }
}

crate::adapters::text!(Iban);

impl SimpleValue for Iban {
    fn parse(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        let iban = if plain { text.parse() } else { Self::normal_form(text).parse() };
        iban.ok().map(|iban| Self(Some(iban)))
    }

    fn take(scalar: Scalar<'_>) -> Option<Self> {
        match scalar {
            Scalar::Account(iban) => Some(iban),
            Scalar::Text(text) => Self::parse(text),
            _ => None,
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(self.as_str());
    }

    fn placeholder() -> Self {
        Self(None)
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iban({MASK})")
    }
}
