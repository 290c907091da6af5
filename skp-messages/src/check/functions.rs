//! What the generated rules call.
//!
//! Each function is one that rules name, or one that says what an absent operand means for an item of a
//! list. Nothing here knows messages or findings.

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use crate::Iban;
use crate::value::SimpleValue;
use crate::value::lexical::eleven_test;

/// Whether two numbers differ at most by a tolerance.
#[must_use]
pub fn near(a: Decimal, b: Decimal, tolerance: Decimal) -> bool {
    (a - b).abs() <= tolerance
}

/// The same day so many months later, or earlier when `months` is negative.
///
/// When that month has no such day it is the last day of the month. `None` when the calendar does not go that far.
#[must_use]
pub fn months_after(date: NaiveDate, months: i64) -> Option<NaiveDate> {
    let distance = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { date.checked_sub_months(distance) } else { date.checked_add_months(distance) }
}

/// The number of characters of a text, counted as Unicode code points.
#[must_use]
pub fn chars(text: &str) -> usize {
    text.chars().count()
}

/// Whether a condition applies and holds: what `exists` and `filter` ask of an item.
pub fn holds(condition: impl FnOnce() -> Option<bool>) -> bool {
    condition() == Some(true)
}

/// Whether a condition holds or does not apply: what `all` asks of an item.
pub fn never_fails(condition: impl FnOnce() -> Option<bool>) -> bool {
    condition() != Some(false)
}

/// Whether a text holds what identifies a person: a number that may be a BSN, an account number, an e-mail address
/// or a Dutch telephone number.
#[must_use]
pub fn holds_personal_data(text: &str) -> bool {
    let digits = |character: char| character.is_ascii_digit();
    let bsn = text.split(|character| !digits(character)).any(eleven_test);
    let mut words = text.split(|character: char| character.is_whitespace() || ",;()<>\"'".contains(character));
    bsn || phone(text) || words.any(|word| mail(word) || Iban::parse(word.trim_end_matches('.')).is_some())
}

/// Whether a word is an e-mail address.
fn mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.trim_end_matches('.').contains('.'))
}

/// Whether a text holds ten digits that begin with 0, or eleven that begin with 31, spaces and hyphens between them
/// left out.
fn phone(text: &str) -> bool {
    let number = |character: char| character.is_ascii_digit() || matches!(character, ' ' | '-' | '+' | '(' | ')');
    text.split(|character| !number(character)).any(|part| {
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        (digits.len() == 10 && digits.starts_with('0')) || (digits.len() == 11 && digits.starts_with("31"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    #[test]
    fn near_includes_the_tolerance_itself() {
        let cent = Decimal::new(1, 2);
        assert!(near(Decimal::new(1000, 2), Decimal::new(1001, 2), cent));
        assert!(near(Decimal::new(1001, 2), Decimal::new(1000, 2), cent));
        assert!(!near(Decimal::new(1000, 2), Decimal::new(10011, 3), cent));
    }

    #[test]
    fn near_with_a_negative_tolerance_never_holds() {
        assert!(!near(Decimal::ONE, Decimal::ONE, Decimal::NEGATIVE_ONE));
    }

    #[test]
    fn months_after_is_the_same_day() {
        assert_eq!(months_after(date(2024, 1, 15), 18), Some(date(2025, 7, 15)));
        assert_eq!(months_after(date(2024, 1, 15), 0), Some(date(2024, 1, 15)));
        assert_eq!(months_after(date(2024, 1, 15), -1), Some(date(2023, 12, 15)));
    }

    #[test]
    fn months_after_stops_at_the_end_of_a_short_month() {
        assert_eq!(months_after(date(2024, 8, 31), 6), Some(date(2025, 2, 28)));
        assert_eq!(months_after(date(2023, 8, 31), 6), Some(date(2024, 2, 29)));
    }

    #[test]
    fn months_after_does_not_leave_the_calendar() {
        assert_eq!(months_after(date(2024, 1, 1), i64::MAX), None);
        assert_eq!(months_after(date(2024, 1, 1), i64::MIN), None);
        assert_eq!(months_after(NaiveDate::MAX, 1), None);
    }

    #[test]
    fn chars_counts_code_points() {
        assert_eq!(chars(""), 0);
        assert_eq!(chars("geëindigd"), 9);
        assert_eq!(chars("🙂"), 1);
    }

    #[test]
    fn what_does_not_apply_neither_holds_nor_fails() {
        assert!(!holds(|| None));
        assert!(never_fails(|| None));
        assert!(holds(|| Some(true)) && never_fails(|| Some(true)));
        assert!(!holds(|| Some(false)) && !never_fails(|| Some(false)));
    }

    #[test]
    fn what_identifies_a_person_is_found_in_a_text() {
        for text in [
            "BSN 111222333 is fout",
            "bel 06-12345678",
            "+31 6 1234 5678",
            "mail jan@example.nl.",
            "NL91ABNA0417164300",
        ] {
            assert!(holds_personal_data(text), "{text}");
        }
        for text in
            ["", "Vorderingen[2].Afkooppercentage", "regel SR-BV-004a", "2026-03-02", "F-2026-00123456789", "a@b"]
        {
            assert!(!holds_personal_data(text), "{text}");
        }
    }
}
