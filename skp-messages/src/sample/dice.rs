//! Chance that repeats itself: the same seed gives the same choices, on every machine.
//!
//! Ranges are made here from whole random words, so that the choices depend on the generator alone and not on how some
//! release of a crate turns words into ranges.

use rand_pcg::Pcg64;
use rand_pcg::rand_core::Rng;

/// A source of choices.
#[derive(Debug, Clone)]
pub(crate) struct Dice(Pcg64);

impl Dice {
    /// The choices that belong to a seed and a purpose, such as the name of the message and the number of the attempt.
    pub(crate) fn new(seed: u64, purpose: &str) -> Self {
        // FNV-1a: the same on every machine, and every purpose gets a stream of its own.
        let stream = purpose
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self(Pcg64::new(u128::from(seed), u128::from(stream)))
    }

    /// A whole random word.
    pub(crate) fn word(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number below `end`; 0 when that is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        let wide = (u128::from(self.word()) * end as u128) >> 64;
        usize::try_from(wide).unwrap_or_default()
    }

    /// A number from `low` up to and including `high`; `low` when that is the higher.
    pub(crate) fn range(&mut self, low: i64, high: i64) -> i64 {
        let span = u128::from(high.abs_diff(low)) + 1;
        if high <= low {
            return low;
        }
        let wide = (u128::from(self.word()) * span) >> 64;
        i64::try_from(i128::from(low) + i128::try_from(wide).unwrap_or_default()).unwrap_or(low)
    }

    /// True so many times in a hundred.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// These in another order.
    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_choices_and_another_purpose_others() {
        let words = |seed, purpose| {
            let mut dice = Dice::new(seed, purpose);
            (0..4).map(|_| dice.word()).collect::<Vec<_>>()
        };
        assert_eq!(words(7, "a"), words(7, "a"));
        assert_ne!(words(7, "a"), words(7, "b"));
        assert_ne!(words(7, "a"), words(8, "a"));
        // Written down once: a later version that gives another word changes everybody's samples.
        assert_eq!(words(7, "a").first(), Some(&FIRST));
    }

    const FIRST: u64 = 9_949_796_707_321_125_318;

    #[test]
    fn a_range_has_both_its_ends() {
        let mut dice = Dice::new(1, "range");
        let all: std::collections::BTreeSet<i64> = (0..200).map(|_| dice.range(-1, 2)).collect();
        assert_eq!(all.into_iter().collect::<Vec<_>>(), [-1, 0, 1, 2]);
        assert_eq!(dice.range(i64::MAX, i64::MIN), i64::MAX);
    }
}
