//! What a straight decoder offers a simple value: what stands in its input, found right and read.

use chrono::NaiveDate;

/// A decoder that went to a simple value. Each method takes the value as one kind is written, checks it against its type
/// and its row of the table, and goes over it. `None` when something else stands there, or not all of it is right.
pub trait Source {
    /// A value of any kind, as its text. Account numbers, moments and burgerservicenummers are left to their own readers
    /// to check.
    fn text(&mut self) -> Option<&str>;
    /// An amount or a percentage, in hundredths.
    fn hundredths(&mut self) -> Option<u64>;
    /// A whole number.
    fn whole(&mut self) -> Option<i64>;
    /// `true` or `false`.
    fn truth(&mut self) -> Option<bool>;
    /// A day.
    fn day(&mut self) -> Option<NaiveDate>;
}
