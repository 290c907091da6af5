//! A release is in force up to a day that is not before the day it began, and releases begin in their own order.

use crate::diagnostic::Diagnostic;
use crate::lint::bad_date::is_day;
use crate::model::{Definitions, Release, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for module in &defs.modules {
        for release in &module.releases {
            let (Some(from), Some(until)) = (day(&release.valid_from), day(&release.valid_until)) else { continue };
            if until.as_str() < from.as_str() {
                let message = format!("release {} ends on {until}, before it begins", release.text);
                let diagnostic = Diagnostic::new("date-order", &until.span, message)
                    .also(&from.span, "it begins here")
                    .help("valid_until is the last day on which the release is in force");
                out.push(diagnostic);
            }
        }
        let begins: Vec<(&Release, &Text)> =
            module.releases.iter().filter_map(|release| Some((release, day(&release.valid_from)?))).collect();
        for (older, newer) in begins.iter().zip(begins.iter().skip(1)) {
            if newer.1.as_str() < older.1.as_str() {
                let message = format!("release {} begins before {}", newer.0.text, older.0.text);
                let diagnostic = Diagnostic::new("date-order", &newer.1.span, message)
                    .also(&older.1.span, "the release before it begins here")
                    .help("a later release is in force from a later day, or from the same");
                out.push(diagnostic);
            }
        }
    }
}

/// A date that is one; what is none is told elsewhere.
fn day(text: &Option<Text>) -> Option<&Text> {
    text.as_ref().filter(|day| is_day(day.as_str()))
}
