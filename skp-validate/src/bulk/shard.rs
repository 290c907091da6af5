//! Which part of a run belongs to one of several machines.
//!
//! Every message has a position: that of its source among the sources of the run, plus that of its file in a zip, plus that
//! of its line in a stream, each counted from 0. Part I of N has the positions that leave I − 1 when divided by N. So parts
//! are disjoint and together the whole, and about equal however the messages are spread over files. All machines must see
//! the same sources in the same order. A finding about a stream itself is at the line where reading stopped.

use std::fmt;
use std::str::FromStr;

/// One part of a run, as in `--shard 2/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Counted from 0.
    index: u64,
    /// At least 1.
    of: u64,
}

/// A text that names no part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadShard;

impl Shard {
    /// Everything.
    pub const WHOLE: Self = Self { index: 0, of: 1 };

    /// Part `index`, counted from 1, of `of` parts; `None` when there is no such part.
    #[must_use]
    pub fn new(index: u32, of: u32) -> Option<Self> {
        (1..=of).contains(&index).then(|| Self { index: u64::from(index) - 1, of: u64::from(of) })
    }

    /// Whether the message at this position belongs to this part.
    #[must_use]
    pub fn has(self, position: u64) -> bool {
        self.of == 1 || position % self.of == self.index
    }

    /// Whether this part is everything.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.of == 1
    }
}

impl FromStr for Shard {
    type Err = BadShard;

    fn from_str(text: &str) -> Result<Self, BadShard> {
        let (index, of) = text.split_once('/').ok_or(BadShard)?;
        let number = |text: &str| text.parse().map_err(|_| BadShard);
        Self::new(number(index)?, number(of)?).ok_or(BadShard)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index + 1, self.of)
    }
}

impl fmt::Display for BadShard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("write a part as I/N with I from 1 to N, such as 2/8")
    }
}

impl std::error::Error for BadShard {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_position_is_in_one_part() {
        let parts: Vec<Shard> = (1..=7).map(|index| Shard::new(index, 7).unwrap()).collect();
        for position in 0..100 {
            assert_eq!(parts.iter().filter(|part| part.has(position)).count(), 1);
            assert!(Shard::WHOLE.has(position));
        }
    }

    #[test]
    fn a_part_is_written_as_one_of_many() {
        assert_eq!("2/8".parse::<Shard>().unwrap().to_string(), "2/8");
        for wrong in ["", "0/8", "9/8", "1", "1/0", "-1/2", "a/b", "1/2/3"] {
            assert_eq!(wrong.parse::<Shard>(), Err(BadShard), "{wrong}");
        }
    }
}
