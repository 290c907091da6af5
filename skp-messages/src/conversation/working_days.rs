//! Working days: which days count for a deadline. The holidays are data, see [`catalogue::calendar`].
//!
//! All dates are days in the Netherlands; [`dutch_date`](crate::dutch_date) gives that of a moment.
//!
//! [`catalogue::calendar`]: crate::catalogue::calendar

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::generated_process::CALENDAR;
use crate::shape::{Holiday, HolidayDate};

/// Easter Sunday of a year of the Gregorian calendar; `None` when the calendar does not go that far.
///
/// ```
/// use skp_messages::conversation::easter;
/// assert_eq!(easter(2026).map(|day| day.to_string()).as_deref(), Some("2026-04-05"));
/// ```
#[must_use]
pub fn easter(year: i32) -> Option<NaiveDate> {
    // The Gregorian computus in whole numbers (Nature, 20 April 1876); years before it began have no meaning here.
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let (golden, century, in_century) = (year % 19, year / 100, year % 100);
    let moon = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(day / 31).ok()?, u32::try_from(day % 31 + 1).ok()?)
}

/// The holiday that is on this day, when it is one.
///
/// ```
/// use skp_messages::conversation::holiday;
/// // In 2025 the 27th of April was a Sunday.
/// let day = chrono::NaiveDate::from_ymd_opt(2025, 4, 26).unwrap();
/// assert_eq!(holiday(day).map(|holiday| holiday.name), Some("Koningsdag"));
/// ```
#[must_use]
pub fn holiday(day: NaiveDate) -> Option<&'static Holiday> {
    CALENDAR.holidays.iter().find(|holiday| date(holiday, day.year()) == Some(day))
}

/// When a holiday is in a year.
fn date(holiday: &Holiday, year: i32) -> Option<NaiveDate> {
    let day = match holiday.day {
        HolidayDate::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day)?,
        HolidayDate::Easter(days) => easter(year)?.checked_add_signed(TimeDelta::try_days(days)?)?,
    };
    match holiday.moved {
        Some((when, shift)) if day.weekday().num_days_from_monday() == u32::from(when) => {
            day.checked_add_signed(TimeDelta::try_days(shift)?)
        }
        _ => Some(day),
    }
}

/// Whether a day is a working day.
///
/// ```
/// use skp_messages::conversation::is_working_day;
/// let day = |day| chrono::NaiveDate::from_ymd_opt(2026, 5, day).unwrap();
/// assert!(is_working_day(day(4)));
/// assert!(!is_working_day(day(5))); // Bevrijdingsdag
/// assert!(!is_working_day(day(9))); // a Saturday
/// ```
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    let weekday = day.weekday().num_days_from_monday();
    !CALENDAR.weekend.iter().any(|&free| u32::from(free) == weekday) && holiday(day).is_none()
}

/// The last day of a period of working days after the day on which a message became available: the count begins on the
/// first working day after it. `None` when the calendar does not go that far.
///
/// ```
/// use skp_messages::conversation::last_day;
/// let day = |month, day| chrono::NaiveDate::from_ymd_opt(2026, month, day).unwrap();
/// assert_eq!(last_day(day(3, 2), 10), Some(day(3, 16)));
/// // Over Easter: Good Friday is the 3rd, Easter Monday the 6th of April.
/// assert_eq!(last_day(day(4, 1), 5), Some(day(4, 10)));
/// ```
#[must_use]
pub fn last_day(available: NaiveDate, days: u32) -> Option<NaiveDate> {
    let mut day = available;
    let mut left = days;
    while left > 0 {
        day = day.succ_opt()?;
        left -= u32::from(is_working_day(day));
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        for date in ["1998-04-12", "2000-04-23", "2024-03-31", "2025-04-20", "2027-03-28", "2038-04-25", "2285-03-22"] {
            let date = day(date);
            assert_eq!(easter(date.year()), Some(date));
        }
        assert_eq!(easter(1500), None);
        assert_eq!(easter(i32::MAX), None);
    }

    #[test]
    fn the_holidays_of_2026_are_those_of_the_law() {
        let year = day("2026-01-01").iter_days().take(365).filter_map(|day| Some((day, holiday(day)?.name)));
        let found: Vec<String> = year.map(|(day, name)| format!("{day} {name}")).collect();
        let expected = [
            "2026-01-01 Nieuwjaarsdag",
            "2026-04-03 Goede Vrijdag",
            "2026-04-06 Tweede Paasdag",
            "2026-04-27 Koningsdag",
            "2026-05-05 Bevrijdingsdag",
            "2026-05-14 Hemelvaartsdag",
            "2026-05-25 Tweede Pinksterdag",
            "2026-12-25 Eerste Kerstdag",
            "2026-12-26 Tweede Kerstdag",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn kings_day_moves_when_it_is_a_sunday() {
        assert_eq!(holiday(day("2031-04-26")).map(|holiday| holiday.name), Some("Koningsdag"));
        assert!(holiday(day("2031-04-27")).is_none());
    }

    #[test]
    fn a_period_counts_working_days_only() {
        // From a Friday, over a weekend.
        assert_eq!(last_day(day("2026-03-06"), 1), Some(day("2026-03-09")));
        // From a Saturday: it begins on Monday.
        assert_eq!(last_day(day("2026-03-07"), 1), Some(day("2026-03-09")));
        // Over Christmas and New Year.
        assert_eq!(last_day(day("2026-12-23"), 5), Some(day("2026-12-31")));
        assert_eq!(last_day(day("2026-12-23"), 6), Some(day("2027-01-04")));
        assert_eq!(last_day(day("2026-03-06"), 0), Some(day("2026-03-06")));
        assert_eq!(last_day(NaiveDate::MAX, 1), None);
    }
}
