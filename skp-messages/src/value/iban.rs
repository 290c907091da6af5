//! Account numbers.

use std::fmt;
use std::str::FromStr;

use super::{MASK, SimpleValue, Source, ValueError};
use crate::check::builtin;
use crate::finding::Expected;
use crate::words;

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
pub struct Iban {
    /// Capitals and digits; zero after the last.
    characters: [u8; LONGEST],
    length: u8,
}

/// The characters of the longest account number that ISO 13616 allows.
const LONGEST: usize = 34;
/// Those of a Dutch one.
const DUTCH: usize = 18;

impl Iban {
    /// The account number without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let characters = self.characters.get(..usize::from(self.length)).unwrap_or_default();
        // They are ASCII by construction.
        std::str::from_utf8(characters).unwrap_or_default()
    }

    /// Keeps a text that was found to be an account number.
    fn keep(text: &str) -> Option<Self> {
        let mut characters = [0; LONGEST];
        characters.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { characters, length: u8::try_from(text.len()).ok()? })
    }

    /// Keeps a Dutch account number.
    #[inline]
    fn set_dutch(&mut self, text: &[u8; DUTCH]) {
        self.characters = [0; LONGEST];
        if let Some(start) = self.characters.first_chunk_mut() {
            *start = *text;
        }
        self.length = DUTCH as u8;
    }

    /// Reads a text without spaces and in capitals.
    fn exact(text: &str) -> Option<Self> {
        if let Ok(text) = text.as_bytes().try_into()
            && is_dutch(text)
        {
            let mut iban = Self::placeholder();
            iban.set_dutch(text);
            return Some(iban);
        }
        let iban: iban::Iban = text.parse().ok()?;
        Self::keep(iban::IbanLike::electronic_str(&iban))
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
        if plain { Self::exact(text) } else { Self::exact(&Self::normal_form(text)) }
    }

    fn take<S: Source>(&mut self, source: &mut S) -> Option<()> {
        let text = source.text()?;
        match text.as_bytes().try_into() {
            Ok(text) if is_dutch(text) => self.set_dutch(text),
            // What has another normal form deserves a finding.
            _ => *self = Self::parse(text).filter(|iban| iban.as_str() == text)?,
        }
        Some(())
    }

    fn write(&self, out: &mut String) {
        out.push_str(self.as_str());
    }

    fn placeholder() -> Self {
        Self { characters: [0; LONGEST], length: 0 }
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iban({MASK})")
    }
}

/// Whether this is a Dutch account number. Nearly all are, and this says so in a fraction of the time that the crate needs,
/// which is asked about all others.
fn is_dutch(text: &[u8; DUTCH]) -> bool {
    let &[b'N', b'L', c0, c1, b0, b1, b2, b3, a0, a1, a2, a3, a4, a5, a6, a7, a8, a9] = text else { return false };
    let letters = [b0, b1, b2, b3];
    let (account, 8) = words::digits([a0, a1, a2, a3, a4, a5, a6, a7]) else { return false };
    if !letters.iter().all(u8::is_ascii_uppercase) || ![c0, c1, a8, a9].iter().all(u8::is_ascii_digit) {
        return false;
    }
    // Letters count from 10; NL is 2321. What is worked out never has more than 16 digits.
    let bank = letters.iter().fold(0, |value, &letter| value * 100 + u64::from(letter - b'A') + 10);
    let pair = |tens: u8, ones: u8| u64::from(tens - b'0') * 10 + u64::from(ones - b'0');
    let number = ((bank % 97) * 100_000_000 + account) * 100 + pair(a8, a9);
    let check = pair(c0, c1);
    check > 1 && ((number % 97) * 1_000_000 + 232_100 + check) % 97 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Account numbers with every check digits, of banks and accounts that differ in every place.
    #[test]
    fn a_dutch_account_number_is_one_by_the_crate_as_well() {
        let mut right = 0;
        for (bank, account) in [("ABNA", 417_164_300_u64), ("ZZZZ", 9_999_999_999), ("AAAA", 0), ("TEST", 770_000)] {
            for check in 0..100 {
                for step in 0..40 {
                    let text = format!("NL{check:02}{bank}{:010}", account.saturating_sub(step * 7_777_777));
                    let by_the_crate = text.parse::<iban::Iban>().is_ok();
                    assert_eq!(is_dutch(text.as_bytes().try_into().unwrap()), by_the_crate, "{text}");
                    right += u32::from(by_the_crate);
                }
            }
        }
        assert!(right > 100, "{right}");
    }

    #[test]
    fn what_is_no_dutch_account_number_is_left_to_the_crate() {
        let right = "NL91ABNA0417164300";
        let says = |text: &str| text.as_bytes().try_into().is_ok_and(is_dutch);
        assert!(says(right));
        for place in 0..18 {
            for other in ["", " ", "a", "!", "é"] {
                let text = format!("{}{other}{}", &right[..place], &right[place + 1..]);
                assert!(!says(&text), "{text}");
            }
        }
        assert!(!says("BE68539007547034") && "BE68539007547034".parse::<Iban>().is_ok());
        assert!(!says(&format!("{right}0")));
    }
}
