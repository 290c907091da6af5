//! Account numbers at a bank that does not exist.

use super::super::dice::Dice;

/// A Dutch IBAN of the made-up bank TEST with right check digits.
pub(crate) fn iban(dice: &mut Dice) -> String {
    let account = format!("TEST{:010}", dice.below(1_000_000_000));
    format!("NL{:02}{account}", check_digits(&account))
}

/// The check digits of a Dutch account number (ISO 7064, MOD 97-10).
fn check_digits(account: &str) -> u32 {
    let value = |character: char| character.to_digit(36).unwrap_or_default();
    // Letters count as two digits; the country and two zeros stand behind the account.
    let rest = account
        .chars()
        .chain("NL00".chars())
        .map(value)
        .fold(0, |rest, value| if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 });
    98 - rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digits_are_right() {
        assert_eq!(check_digits("ABNA0417164300"), 91);
        let mut dice = Dice::new(3, "iban");
        for _ in 0..100 {
            let number = iban(&mut dice);
            assert!(number.parse::<crate::Iban>().is_ok(), "{number}");
        }
    }
}
