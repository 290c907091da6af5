//! A simple value that a reader has taken out of its input and found right.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Iban;

/// A value that was checked against its type and its row of the table, read as far as the reader needed to check it.
#[derive(Clone, Copy)]
pub enum Scalar<'a> {
    /// Any value, as its text.
    Text(&'a str),
    /// An amount or a percentage.
    Hundredths(u64),
    /// A whole number.
    Whole(i64),
    /// `true` or `false`.
    Truth(bool),
    /// A day.
    Day(NaiveDate),
    /// A moment.
    Moment(DateTime<FixedOffset>),
    /// An account number.
    Account(Iban),
}
