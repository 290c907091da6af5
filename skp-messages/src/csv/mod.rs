//! The CSV files of the web portal: question files with answers filled in, read to messages.
//!
//! A [`Layout`] is data of the definitions. A file is read in steps, each in a file of its own: `dialect` finds
//! encoding and separator, `reader` cuts the text into cells, `cell` and `damage` read one cell, `answers` makes a
//! message of the rows of a conversation, and the same walker and rules as for every other format check it. This
//! module knows no message beyond what a layout says, does no I/O, and decides nothing about what a message may hold.
//!
//! Layouts are of release 2.0 of module Schuldregeling.
//!
//! ```
//! let reading = skp_messages::csv::read("antwoord.csv", b"a;b\r\n1;2\r\n", &skp_messages::Options::default());
//! assert_eq!(reading.findings()[0].finding().id(), "CSV-009");
//! ```

mod answers;
mod cell;
mod check;
mod damage;
mod dialect;
mod envelope;
mod finding;
mod layout;
mod markup;
mod masked;
mod questions;
mod reader;
mod repair;
mod report;
pub(crate) mod rules;
#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]
mod tests;
mod write;

pub use check::{Conversation, Reading, read, read_answers};
pub use damage::Damage;
pub use dialect::{Dialect, Encoding};
pub use envelope::Sending;
pub use finding::{CellPlace, CsvFinding};
pub use layout::{Column, Kind, Layout, Role, layouts, letters};
pub use questions::Questions;
pub use repair::{Change, Repaired, repair, repair_answers};
pub use write::{Entry, Written, write};

/// The rules on the portal's files, in order of id. Those on messages are in
/// [`catalogue::rules`](crate::catalogue::rules).
#[must_use]
pub fn rules() -> Vec<&'static crate::shape::Rule> {
    rules::ALL.to_vec()
}
