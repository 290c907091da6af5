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
    /// Whether the whole text matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        if text.is_empty() {
            return self.empty;
        }
        let mut allowed = self.first;
        let mut reached = 0;
        for found in text.chars() {
            reached = 0;
            let mut next = 0;
            let mut left = allowed;
            while left != 0 {
                let bit = left.trailing_zeros();
                left &= left - 1;
                if let Some(position) = self.positions.get(bit as usize)
                    && position.ranges.iter().any(|&(low, high)| low <= found && found <= high)
                {
                    reached |= 1 << bit;
                    next |= position.next;
                }
            }
            if reached == 0 {
                return false;
            }
            allowed = next;
        }
        reached & self.last != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[0-9]{2}[A-Z]?`
    static SAMPLE: Pattern = Pattern {
        text: "[0-9]{2}[A-Z]?",
        empty: false,
        first: 0b001,
        last: 0b110,
        positions: &[
            Position { ranges: &[('0', '9')], next: 0b010 },
            Position { ranges: &[('0', '9')], next: 0b100 },
            Position { ranges: &[('A', 'Z')], next: 0 },
        ],
    };

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
