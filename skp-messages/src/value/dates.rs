//! Days and moments.

use std::fmt::Write;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use super::SimpleValue;
use super::lexical;

impl SimpleValue for NaiveDate {
    fn parse(text: &str) -> Option<Self> {
        lexical::date(text)
    }

    fn write(&self, out: &mut String) {
        // Writing to a String cannot fail.
        let _ = write!(out, "{}", self.format("%Y-%m-%d"));
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
        let whole = self.timestamp_subsec_millis() == 0;
        let precision = if whole { SecondsFormat::Secs } else { SecondsFormat::Millis };
        out.push_str(&self.to_rfc3339_opts(precision, true));
    }

    fn placeholder() -> Self {
        Self::default()
    }
}
