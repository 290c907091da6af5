//! Burgerservicenummers of nobody.
//!
//! They begin with 9999: the public test sets of the Dutch registration of persons (RvIG, Haal Centraal) take theirs from
//! that series, and it is not handed out to persons. That is custom, not law, so these numbers belong in tests only.

use super::super::dice::Dice;
use crate::value::lexical::eleven_test;

/// A number of the test series that passes the 11-test.
pub(crate) fn bsn(dice: &mut Dice) -> String {
    loop {
        // One in eleven passes.
        let number = format!("9999{:05}", dice.below(100_000));
        if eleven_test(&number) {
            return number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_of_the_test_series_and_pass_the_test() {
        let mut dice = Dice::new(3, "bsn");
        for _ in 0..100 {
            let number = bsn(&mut dice);
            assert!(number.starts_with("9999") && number.parse::<crate::Bsn>().is_ok(), "{number}");
        }
    }
}
