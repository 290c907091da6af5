//! Two patterns: which of them allows more.
//!
//! Both are automata, so this is decided and not guessed. When deciding would take too long, the answer is that they
//! differ both ways, which is the careful one.

use std::collections::BTreeSet;

use super::kind::Kind;
use crate::catalogue::Pattern;
use crate::pattern::Automaton;

/// How many pairs of states are looked at before giving up.
const MOST: usize = 20_000;

/// What became of a pattern; `None` when it is the same text.
pub(super) fn compare(old: Option<&Pattern>, new: Option<&Pattern>) -> Option<Kind> {
    match (old, new) {
        (None, None) => None,
        (None, Some(_)) => Some(Kind::PatternNarrowed),
        (Some(_), None) => Some(Kind::PatternWidened),
        (Some(old), Some(new)) if old.text == new.text => None,
        (Some(old), Some(new)) => {
            Some(match (within(&old.automaton, &new.automaton), within(&new.automaton, &old.automaton)) {
                (true, true) => Kind::PatternRestated,
                (true, false) => Kind::PatternWidened,
                (false, true) => Kind::PatternNarrowed,
                (false, false) => Kind::PatternChanged,
            })
        }
    }
}

/// Whether every text that fits `small` fits `large` as well.
fn within(small: &Automaton, large: &Automaton) -> bool {
    if small.empty && !large.empty {
        return false;
    }
    let letters = letters(small, large);
    let mut seen = BTreeSet::from([(small.first, large.first)]);
    let mut open = vec![(small.first, large.first)];
    while let Some((one, other)) = open.pop() {
        for &letter in &letters {
            let (one, ends) = step(small, one, letter);
            if one == 0 && !ends {
                continue;
            }
            let (other, fits) = step(large, other, letter);
            if ends && !fits {
                return false;
            }
            if one != 0 && seen.insert((one, other)) {
                if seen.len() > MOST {
                    return false;
                }
                open.push((one, other));
            }
        }
    }
    true
}

/// After a character: the positions that may come next, and whether the text may end.
fn step(automaton: &Automaton, next: u64, letter: char) -> (u64, bool) {
    let (mut reached, mut after) = (0_u64, 0_u64);
    for (number, (ranges, follow)) in automaton.positions.iter().enumerate() {
        if next & (1 << number) != 0 && ranges.iter().any(|&(low, high)| (low..=high).contains(&letter)) {
            reached |= 1 << number;
            after |= follow;
        }
    }
    (after, reached & automaton.last != 0)
}

/// One character of each sort that the two automata tell apart: those where a range begins or has just ended.
fn letters(one: &Automaton, other: &Automaton) -> BTreeSet<char> {
    let ranges = one.positions.iter().chain(&other.positions).flat_map(|(ranges, _)| ranges);
    ranges.flat_map(|&(low, high)| [Some(low), following(high)]).flatten().collect()
}

fn following(letter: char) -> Option<char> {
    let next = u32::from(letter).checked_add(1)?;
    // After the last character before the surrogates comes the first one behind them.
    char::from_u32(next).or_else(|| (next == 0xD800).then_some('\u{e000}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::compile;

    fn verdict(old: &str, new: &str) -> Option<Kind> {
        let pattern = |text: &str| Pattern { text: text.to_owned(), automaton: compile(text).unwrap() };
        compare(Some(&pattern(old)), Some(&pattern(new)))
    }

    #[test]
    fn which_pattern_allows_more_is_decided() {
        assert_eq!(verdict("[a-z]", "[a-z]"), None);
        assert_eq!(verdict("[a-z]", "[A-Za-z]"), Some(Kind::PatternWidened));
        assert_eq!(verdict("[0-9]{1,4}", "[0-9]{2,3}"), Some(Kind::PatternNarrowed));
        assert_eq!(verdict("(a|b)c?", "ac?|bc?"), Some(Kind::PatternRestated));
        assert_eq!(verdict("[ab]*", "a[ab]*"), Some(Kind::PatternNarrowed));
        assert_eq!(verdict("a+", "b+"), Some(Kind::PatternChanged));
        assert_eq!(verdict("[^a]", "[^ab]"), Some(Kind::PatternNarrowed));
        assert_eq!(verdict("[1-9][0-9]{3}[A-Z]{2}", "[1-9][0-9]{3} ?[A-Z]{2}"), Some(Kind::PatternWidened));
    }

    #[test]
    fn a_pattern_that_comes_or_goes_narrows_or_widens() {
        let pattern = Pattern { text: "a".to_owned(), automaton: compile("a").unwrap() };
        assert_eq!(compare(None, Some(&pattern)), Some(Kind::PatternNarrowed));
        assert_eq!(compare(Some(&pattern), None), Some(Kind::PatternWidened));
    }
}
