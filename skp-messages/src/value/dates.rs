//! Days and moments.

use std::fmt::Write;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat, Timelike};

use super::{SimpleValue, Source, digits, lexical};
impl SimpleValue for NaiveDate {
    fn parse(text: &str) -> Option<Self> {
        lexical::date(text)
    }

    fn take<S: Source>(&mut self, source: &mut S) -> Option<()> {
        *self = source.day()?;
        Some(())
    }

    fn write(&self, out: &mut String) {
        if !date(out, *self) {
            // Writing to a String cannot fail.
            let _ = write!(out, "{}", self.format("%Y-%m-%d"));
        }
    }

    fn number(&self) -> Option<i64> {
        Some(i64::from(self.year()))
    }

    fn placeholder() -> Self {
        Self::default()
    }
}

impl SimpleValue for DateTime<FixedOffset> {
    fn parse(text: &str) -> Option<Self> {
        lexical::moment(text)
    }

    fn write(&self, out: &mut String) {
        let start = out.len();
        if moment(out, self) {
            return;
        }
        out.truncate(start);
        let whole = self.timestamp_subsec_millis() == 0;
        let precision = if whole { SecondsFormat::Secs } else { SecondsFormat::Millis };
        out.push_str(&self.to_rfc3339_opts(precision, true));
    }

    fn placeholder() -> Self {
        Self::default()
    }
}

/// Appends a day, or says that its year has not four digits.
fn date(out: &mut String, date: NaiveDate) -> bool {
    let Ok(year @ 0..=9999) = u64::try_from(date.year()) else { return false };
    digits::pair(out, year / 100);
    digits::pair(out, year);
    out.push('-');
    digits::pair(out, u64::from(date.month()));
    out.push('-');
    digits::pair(out, u64::from(date.day()));
    true
}

/// Appends a moment, or says that it is no common one: without a leap second, and with an offset in whole minutes.
fn moment(out: &mut String, moment: &DateTime<FixedOffset>) -> bool {
    const SECOND: u32 = 1_000_000_000;
    let local = moment.naive_local();
    let nanoseconds = local.nanosecond();
    let offset = moment.offset().local_minus_utc();
    if nanoseconds >= SECOND || offset % 60 != 0 || !date(out, local.date()) {
        return false;
    }
    for (before, part) in [('T', local.hour()), (':', local.minute()), (':', local.second())] {
        out.push(before);
        digits::pair(out, u64::from(part));
    }
    let milliseconds = u64::from(nanoseconds / 1_000_000);
    if milliseconds > 0 {
        out.push('.');
        digits::single(out, milliseconds / 100);
        digits::pair(out, milliseconds);
    }
    if offset == 0 {
        out.push('Z');
    } else {
        let minutes = u64::from(offset.unsigned_abs() / 60);
        out.push(if offset < 0 { '-' } else { '+' });
        digits::pair(out, minutes / 60);
        out.push(':');
        digits::pair(out, minutes % 60);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::text_of;

    #[test]
    fn days_are_written_as_the_library_does() {
        for (year, month, day) in [(2026, 3, 2), (0, 1, 1), (9999, 12, 31), (10_000, 1, 1), (-1, 1, 1)] {
            let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(text_of(&date), date.format("%Y-%m-%d").to_string());
        }
    }

    #[test]
    fn moments_are_written_as_the_library_does() {
        for text in [
            "2026-03-02T09:15:00Z",
            "2026-03-02T09:15:00.250+01:00",
            "2026-03-02T09:15:00.0009-03:30",
            "2026-06-30T23:59:60Z",
            "2026-06-30T23:59:60.5+02:00",
            "0000-01-01T00:00:00-00:01",
        ] {
            let moment = DateTime::parse_from_rfc3339(text).unwrap();
            let whole = moment.timestamp_subsec_millis() == 0;
            let precision = if whole { SecondsFormat::Secs } else { SecondsFormat::Millis };
            assert_eq!(text_of(&moment), moment.to_rfc3339_opts(precision, true), "{text}");
        }
        let odd = FixedOffset::east_opt(3601).unwrap();
        let moment = DateTime::parse_from_rfc3339("2026-03-02T09:15:00Z").unwrap().with_timezone(&odd);
        assert_eq!(text_of(&moment), moment.to_rfc3339_opts(SecondsFormat::Secs, true));
    }
}
