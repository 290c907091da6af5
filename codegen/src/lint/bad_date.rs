//! The dates of a release are days of the calendar, written as `2026-01-31`.

use crate::diagnostic::Diagnostic;
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for release in defs.modules.iter().flat_map(|module| &module.releases) {
        for day in [&release.valid_from, &release.valid_until].into_iter().flatten() {
            if !is_day(day.as_str()) {
                let diagnostic = Diagnostic::new("bad-date", &day.span, format!("`{day}` is not a date"))
                    .label("not a day of the calendar")
                    .help("write year, month and day, as in 2026-01-31; leave the key out when the date is not known");
                out.push(diagnostic);
            }
        }
    }
}

/// Whether this is a day of the calendar, in the form whose order is that of the days.
pub(super) fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    let form = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let number = |range| text.get(range).and_then(|part: &str| part.parse::<u16>().ok()).unwrap_or_default();
    let (year, month, day) = (number(0..4), number(5..7), number(8..10));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u16::from(leap),
        1..=12 => 31,
        _ => 0,
    };
    form && year > 0 && (1..=length).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_day;

    #[test]
    fn a_day_exists_in_the_calendar() {
        for right in ["2026-01-31", "2024-02-29", "2000-02-29"] {
            assert!(is_day(right), "{right}");
        }
        for wrong in ["2026-1-31", "2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "31-01-2026", "2026-01-0é"]
        {
            assert!(!is_day(wrong), "{wrong}");
        }
    }
}
