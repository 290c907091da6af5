//! Patterns without a regex engine.
//!
//! The generator turns a pattern into its position automaton (Glushkov): one position per character
//! class, and for each which positions may follow. Matching keeps a set of positions in one word and
//! takes one step per character, so its time is linear whatever the pattern and the text.

/// A pattern of a whole text, compiled by the generator.
#[derive(Debug)]
pub struct Pattern {
    /// The pattern as written in the definitions, for people and schemas.
    pub text: &'static str,
    /// Whether the empty text matches.
    pub empty: bool,
    /// The positions a match may begin with, one bit each.
    pub first: u64,
    /// The positions a match may end with.
    pub last: u64,
    /// The positions.
    pub positions: &'static [Position],
    /// For each character of ASCII, which is nearly every one that is looked at, the positions it may stand at.
    ascii: [u64; 128],
}

/// One character class of a pattern.
#[derive(Debug)]
pub struct Position {
    /// The characters, as ranges with both ends included.
    pub ranges: &'static [(char, char)],
    /// The positions that may follow, one bit each.
    pub next: u64,
}

impl Pattern {
    /// A pattern by its automaton; the generator makes it while the crate is compiled.
    #[must_use]
    #[allow(clippy::indexing_slicing)] // there are 128 characters below U+0080, and no more positions than bits
    pub const fn new(text: &'static str, empty: bool, first: u64, last: u64, positions: &'static [Position]) -> Self {
        let mut ascii = [0; 128];
        let mut number = 0;
        while number < positions.len() && number < 64 {
            let ranges = positions[number].ranges;
            let mut range = 0;
            while range < ranges.len() {
                let (low, high) = (ranges[range].0 as u32, ranges[range].1 as u32);
                let mut character = low;
                while character <= high && character < 128 {
                    ascii[character as usize] |= 1 << number;
                    character += 1;
                }
                range += 1;
            }
            number += 1;
        }
        Self { text, empty, first, last, positions, ascii }
    }

    /// Whether the whole text matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        if text.is_empty() {
            return self.empty;
        }
        if text.is_ascii() {
            let standing = |byte: u8| self.ascii.get(usize::from(byte & 0x7f)).copied().unwrap_or_default();
            return self.follow(text.bytes().map(standing));
        }
        self.follow(text.chars().map(|character| self.standing(character)))
    }

    /// Whether a space may stand anywhere in a text that matches.
    pub(crate) const fn has_spaces(&self) -> bool {
        matches!(self.ascii.first_chunk::<33>(), Some([.., space]) if *space != 0)
    }

    /// Whether characters match, of each of which it is known where it may stand.
    fn follow(&self, characters: impl Iterator<Item = u64>) -> bool {
        let mut allowed = self.first;
        let (mut reached, mut before) = (0, 0);
        for standing in characters {
            reached = allowed & standing;
            if reached == 0 {
                return false;
            }
            // Within a run of characters of one kind what may follow stays the same.
            if reached == before {
                continue;
            }
            before = reached;
            allowed = 0;
            let mut left = reached;
            while left != 0 {
                allowed |= self.positions.get(left.trailing_zeros() as usize).map_or(0, |position| position.next);
                left &= left - 1;
            }
        }
        reached & self.last != 0
    }
}

impl Pattern {
    /// The positions a character may stand at.
    fn standing(&self, character: char) -> u64 {
        match self.ascii.get(character as usize) {
            Some(&positions) => positions,
            None => self.positions.iter().rev().fold(0, |all, position| {
                let stands = position.ranges.iter().any(|&(low, high)| low <= character && character <= high);
                all << 1 | u64::from(stands)
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[0-9]{2}[A-Z]?`
    static SAMPLE: Pattern = Pattern::new(
        "[0-9]{2}[A-Z]?",
        false,
        0b001,
        0b110,
        &[
            Position { ranges: &[('0', '9')], next: 0b010 },
            Position { ranges: &[('0', '9')], next: 0b100 },
            Position { ranges: &[('A', 'Z')], next: 0 },
        ],
    );

    /// `[^ ][é-ü]`
    static WIDE: Pattern = Pattern::new(
        "[^ ][é-ü]",
        false,
        0b01,
        0b10,
        &[
            Position { ranges: &[('\0', '\u{1f}'), ('!', char::MAX)], next: 0b10 },
            Position { ranges: &[('é', 'ü')], next: 0 },
        ],
    );

    #[test]
    fn characters_beyond_ascii_match_as_well() {
        for text in ["aé", "éé", "\u{7f}ü", "日ê"] {
            assert!(WIDE.matches(text), "{text}");
        }
        for text in ["é", " é", "éa", "éý", "ééé"] {
            assert!(!WIDE.matches(text), "{text}");
        }
    }

    #[test]
    fn a_pattern_matches_the_whole_text_only() {
        for text in ["12", "12A"] {
            assert!(SAMPLE.matches(text), "{text}");
        }
        for text in ["", "1", "1A", "12AB", "12a", "a12", "١٢"] {
            assert!(!SAMPLE.matches(text), "{text}");
        }
    }
}
