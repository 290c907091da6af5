//! Days and moments.

use std::fmt::Write;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use super::lexical;
use super::{Scalar, SimpleValue};

impl SimpleValue for NaiveDate {
    fn parse(text: &str) -> Option<Self> {
        lexical::date(text)
    }

    fn take(scalar: Scalar<'_>) -> Option<Self> {
        match scalar {
            Scalar::Day(day) => Some(day),
            Scalar::Text(text) => Self::parse(text),
            _ => None,
        }
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

    fn take(scalar: Scalar<'_>) -> Option<Self> {
        match scalar {
            Scalar::Moment(moment) => Some(moment),
            Scalar::Text(text) => Self::parse(text),
            _ => None,
        }
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
