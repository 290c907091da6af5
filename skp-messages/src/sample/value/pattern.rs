//! Texts that match a pattern, made by walking its automaton.

use super::super::dice::Dice;
use crate::shape::Pattern;

/// For each number of characters that are still to come, the positions from which a match can end after so many.
fn endings(pattern: &Pattern, length: usize) -> Vec<u64> {
    let mut all = vec![pattern.last];
    for _ in 1..length {
        let after = all.last().copied().unwrap_or_default();
        let before = pattern.positions.iter().enumerate().filter(|(_, position)| position.next & after != 0);
        all.push(before.fold(0, |set, (index, _)| set | 1 << index));
    }
    all
}

/// The lengths, from 1 up to and including `most`, that some matching text has.
pub(crate) fn lengths(pattern: &Pattern, most: usize) -> Vec<usize> {
    let endings = endings(pattern, most);
    (1..=most).zip(endings).filter(|(_, set)| set & pattern.first != 0).map(|(length, _)| length).collect()
}

/// A text of so many characters that matches.
pub(crate) fn walk(pattern: &Pattern, length: usize, dice: &mut Dice) -> Option<String> {
    let endings = endings(pattern, length);
    let mut allowed = pattern.first;
    let mut text = String::new();
    for &ending in endings.iter().rev() {
        let open = allowed & ending;
        let positions: Vec<_> =
            pattern.positions.iter().enumerate().filter(|(index, _)| open >> index & 1 == 1).collect();
        let (_, position) = dice.pick(&positions)?;
        text.push(character(position.ranges, dice)?);
        allowed = position.next;
    }
    (!text.is_empty() && pattern.matches(&text)).then_some(text)
}

/// A character of a class: a letter or digit when it has one.
fn character(ranges: &[(char, char)], dice: &mut Dice) -> Option<char> {
    let plain: Vec<(char, char)> = [('a', 'z'), ('A', 'Z'), ('0', '9')]
        .into_iter()
        .flat_map(|(from, to)| ranges.iter().map(move |&(low, high)| (low.max(from), high.min(to))))
        .filter(|(low, high)| low <= high)
        .collect();
    let &(low, high) = dice.pick(if plain.is_empty() { ranges } else { &plain })?;
    let code = dice.range(i64::from(u32::from(low)), i64::from(u32::from(high).min(u32::from(low) + 64)));
    u32::try_from(code).ok().and_then(char::from_u32)
}
