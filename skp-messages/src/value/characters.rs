//! What kinds of characters a text holds, in one pass over its bytes.
//!
//! Nearly all texts are plain ASCII that needs neither a closer look nor an escape in any format. This says so; what
//! to do about the rest is for whoever asks.

use crate::words::{HIGH, ONES, mark, mark_unprintable};

/// The kinds of bytes that occur in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    /// Nothing.
    pub(crate) const NONE: Self = Self(0);
    /// A byte of a character beyond ASCII.
    pub(crate) const WIDE: Self = Self(1);
    /// A control character other than a line feed and a tab.
    pub(crate) const CONTROL: Self = Self(2);
    /// A line feed or a tab.
    pub(crate) const LINE: Self = Self(4);
    /// `"` or `\`.
    pub(crate) const QUOTE: Self = Self(8);
    /// `<`, `>` or `&`.
    pub(crate) const MARKUP: Self = Self(16);
    /// A digit.
    pub(crate) const DIGIT: Self = Self(32);
    /// Anything in ASCII that can be seen.
    pub(crate) const VISIBLE: Self = Self(64);

    /// The kinds in a text.
    pub(crate) fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |kinds, byte| kinds | TABLE.get(usize::from(byte)).copied().unwrap_or(0)))
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of these occurs.
    pub(crate) const fn has(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }
}

/// Whether a text holds nothing but printable ASCII that no format escapes, told eight bytes at a time.
#[inline]
pub(crate) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(last) = bytes.last_chunk() else { return is_short_plain(bytes) };
    // The last eight bytes may overlap those before them.
    let mut found = special(u64::from_le_bytes(*last));
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        found |= special(u64::from_le_bytes(*word));
        rest = after;
    }
    found & HIGH == 0
}

/// The same of a text of less than eight bytes.
fn is_short_plain(bytes: &[u8]) -> bool {
    let half = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    let word = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => half(first) | half(last) << 32,
        _ => bytes.iter().fold(u64::from_le_bytes([b'a'; 8]), |word, &byte| word << 8 | u64::from(byte)),
    };
    special(word) & HIGH == 0
}

/// Has the highest bit of some byte set when any byte is special: below a space, beyond `~`, or one that a format escapes.
const fn special(word: u64) -> u64 {
    // `<` and `>` differ in one bit.
    let markup = mark(word | (ONES * 0x02), b'>') | mark(word, b'&');
    mark_unprintable(word) | markup | mark(word, b'"') | mark(word, b'\\')
}

static TABLE: [u8; 256] = table();

#[allow(clippy::indexing_slicing)] // while the program is compiled
const fn table() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte: u8 = 0;
    loop {
        table[byte as usize] = match byte {
            b'\n' | b'\t' => Kinds::LINE.0,
            0..b' ' | 0x7f => Kinds::CONTROL.0,
            b' ' => 0,
            b'"' | b'\\' => Kinds::QUOTE.or(Kinds::VISIBLE).0,
            b'<' | b'>' | b'&' => Kinds::MARKUP.or(Kinds::VISIBLE).0,
            b'0'..=b'9' => Kinds::DIGIT.or(Kinds::VISIBLE).0,
            0x80.. => Kinds::WIDE.0,
            _ => Kinds::VISIBLE.0,
        };
        if byte == u8::MAX {
            return table;
        }
        byte += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_plain_when_no_byte_of_it_is_special() {
        let special = Kinds::WIDE.or(Kinds::CONTROL).or(Kinds::LINE).or(Kinds::QUOTE).or(Kinds::MARKUP);
        for length in 0..20 {
            for character in '\0'..='\u{100}' {
                for place in 0..=length {
                    let mut text = "abc ~!9z{}-_.,;:()a".get(..length).unwrap_or_default().to_owned();
                    text.insert(place, character);
                    assert_eq!(is_plain(&text), !Kinds::of(&text).has(special), "{text:?}");
                }
            }
        }
        assert!(is_plain(""));
    }

    #[test]
    fn every_kind_is_seen() {
        assert_eq!(Kinds::of(""), Kinds::NONE);
        assert_eq!(Kinds::of("  "), Kinds::NONE);
        assert_eq!(Kinds::of("Jansen 12"), Kinds::VISIBLE.or(Kinds::DIGIT));
        for (text, kind) in [
            ("é", Kinds::WIDE),
            ("a\rb", Kinds::CONTROL),
            ("a\u{7f}b", Kinds::CONTROL),
            ("a\tb", Kinds::LINE),
            ("a\\b", Kinds::QUOTE),
            ("a&b", Kinds::MARKUP),
        ] {
            assert!(Kinds::of(text).has(kind), "{text:?}");
        }
    }
}
