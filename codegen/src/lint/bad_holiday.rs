//! A holiday is a date of every year, or so many days after Easter; it may be moved on one day of the week. There
//! is one calendar.

use crate::diagnostic::Diagnostic;
use crate::forms::words::DAYS;
use crate::model::Definitions;
use crate::model::conversation::Holiday;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for calendar in defs.calendars.iter().skip(1) {
        let message = "there is already a calendar";
        out.push(Diagnostic::new("bad-holiday", &calendar.name.span, message).help("put the holidays into one file"));
    }
    for calendar in &defs.calendars {
        for day in calendar.weekend.iter().filter(|day| !DAYS.contains(&day.as_str())) {
            let message = format!("`{day}` is no day of the week");
            let help = format!("the days are: {}", DAYS.join(", "));
            out.push(Diagnostic::new("bad-holiday", &day.span, message).help(help));
        }
        for holiday in &calendar.holidays {
            if let Some(help) = wrong(holiday) {
                let message = format!("it is not clear when `{}` is", holiday.name);
                out.push(Diagnostic::new("bad-holiday", &holiday.name.span, message).help(help));
            }
        }
    }
}

/// What is wrong with a row.
fn wrong(holiday: &Holiday) -> Option<&'static str> {
    let number = |value: &Option<(i64, _)>| value.as_ref().map(|(number, _)| *number);
    match (number(&holiday.month), number(&holiday.day), number(&holiday.easter)) {
        (Some(month), Some(day), None) => {
            let last = match month {
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                1..=12 => 31,
                _ => 0,
            };
            if !(1..=last).contains(&day) {
                return Some("month and day must be a date of every year");
            }
        }
        (None, None, Some(-90..=250)) => {}
        _ => return Some("write `month` and `day`, or `easter` with a number of days from -90 up to 250"),
    }
    match (&holiday.when, number(&holiday.shift)) {
        (None, None) => None,
        (Some(when), Some(-6..=6)) if DAYS.contains(&when.as_str()) => None,
        _ => Some("write `when` with a day of the week and `shift` with -6 up to 6 days, or neither"),
    }
}
