//! Finding the name somebody probably meant.

/// The longest name that is compared and shown; a longer one is somebody's text, not a name.
pub(crate) const LONGEST: usize = 60;

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
