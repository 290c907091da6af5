//! Finding the name somebody probably meant.

use crate::shape::Privacy;
use crate::value::MASK;

/// The longest name that is compared and shown; a longer one is somebody's text, not a name.
pub(crate) const LONGEST: usize = 60;

/// An unknown name as a finding shows it: cut, and masked when it does not look like a name. What stands where
/// names belong may be the value of a person.
pub(crate) fn shown(name: &str) -> String {
    match privacy(name) {
        Privacy::None => name.to_owned(),
        _ => MASK.to_owned(),
    }
}

/// Whether an unknown name may be shown: when it is a word as names of elements are.
pub(crate) fn privacy(name: &str) -> Privacy {
    let word = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | ':' | '.');
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let plain = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') && name.chars().all(word);
    if plain && digits <= 3 && name.len() <= LONGEST { Privacy::None } else { Privacy::Personal }
}

/// The known name nearest to the one given, when it is near enough to be a slip.
pub(crate) fn nearest<'n>(given: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    if given.chars().count() > LONGEST {
        return None;
    }
    let given_folded = given.to_lowercase();
    known
        .map(|name| (distance(&given_folded, &name.to_lowercase()), name))
        .filter(|&(distance, name)| distance <= name.len() / 4 + 1)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// How many single-character changes lie between two names.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (at, from) in left.chars().enumerate() {
        let mut diagonal = at;
        let mut before = at + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(&right) {
            let changed = diagonal + usize::from(from != *to);
            diagonal = *cell;
            before = changed.min(before + 1).min(*cell + 1);
            *cell = before;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_word_is_shown() {
        assert_eq!(shown("dossiernummer"), "dossiernummer");
        assert_eq!(shown("wsu:Id"), "wsu:Id");
        for value in ["123456782", "J. de Vries", "x@example.nl", "NL91ABNA0417164300", "\u{1b}[31m", "é", ""] {
            assert_eq!(shown(value), MASK, "{value}");
        }
    }

    #[test]
    fn a_slip_finds_its_name_and_a_stranger_none() {
        let known = ["Klant", "Partner", "Vorderingen"];
        let near = |given| nearest(given, known.into_iter());
        assert_eq!(near("klant"), Some("Klant"));
        assert_eq!(near("Vordering"), Some("Vorderingen"));
        assert_eq!(near("Prtner"), Some("Partner"));
        assert_eq!(near("Huisdier"), None);
        assert_eq!(distance("abc", "acb"), 2);
        assert_eq!(distance("", "ab"), 2);
    }
}
