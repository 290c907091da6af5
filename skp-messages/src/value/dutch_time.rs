//! The date in the Netherlands at a moment.
//!
//! Rules compare dates with the date a message was sent on, in Dutch time. The rule for summer time is
//! European law and fits in a few lines; a time zone database would be the largest dependency here.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, TimeDelta, TimeZone, Utc, Weekday};

/// The date in the Netherlands at this moment.
///
/// Summer time runs from the last Sunday of March to the last Sunday of October, changing at 01:00 UTC
/// (directive 2000/84/EC). Moments before 1996 are outside the life of the standard.
///
/// ```
/// let sent = chrono::DateTime::parse_from_rfc3339("2026-07-01T22:30:00Z").unwrap();
/// assert_eq!(skp_messages::dutch_date(&sent).to_string(), "2026-07-02");
/// ```
#[must_use]
pub fn dutch_date(moment: &DateTime<FixedOffset>) -> NaiveDate {
    let utc = moment.with_timezone(&Utc);
    let summer = match (change(utc.year(), 3), change(utc.year(), 10)) {
        (Some(begin), Some(end)) => begin <= utc && utc < end,
        _ => false,
    };
    let hours = if summer { 2 } else { 1 };
    utc.naive_utc().checked_add_signed(TimeDelta::hours(hours)).unwrap_or(utc.naive_utc()).date()
}

/// 01:00 UTC on the last Sunday of a month of 31 days.
fn change(year: i32, month: u32) -> Option<DateTime<Utc>> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let back = last.weekday().days_since(Weekday::Sun);
    let sunday = last.checked_sub_days(Days::new(u64::from(back)))?;
    Utc.from_local_datetime(&sunday.and_hms_opt(1, 0, 0)?).single()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_changes_at_dutch_midnight_in_winter_and_summer() {
        for (moment, date) in [
            ("2026-01-31T22:59:59Z", "2026-01-31"),
            ("2026-01-31T23:00:00Z", "2026-02-01"),
            ("2026-03-29T00:59:59Z", "2026-03-29"),
            ("2026-06-30T22:00:00Z", "2026-07-01"),
            ("2026-10-24T22:30:00Z", "2026-10-25"),
            ("2026-10-25T22:30:00Z", "2026-10-25"),
            ("2026-10-25T23:30:00+14:00", "2026-10-25"),
        ] {
            let moment = DateTime::parse_from_rfc3339(moment).unwrap();
            assert_eq!(dutch_date(&moment).to_string(), date, "{moment}");
        }
    }
}
