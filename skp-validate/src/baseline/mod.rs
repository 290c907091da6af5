//! Findings that somebody accepted until a date: they do not count before it, and count again after it.
//!
//! | file | does |
//! |---|---|
//! | `entry` | says which findings are accepted, and until when |
//! | `file` | reads and writes the JSON form |
//! | `matcher` | finds the entry for a finding, and the entries that stand for nothing any more |
//!
//! Nothing in a baseline is anybody's data: it has ids of rules, names of files and elements, and dates.

mod entry;
mod file;
mod matcher;

pub use entry::{Entry, day};
pub use file::{BASELINE_SCHEMA, BadBaseline, read, write};
pub use matcher::{Baseline, Stale};

#[cfg(test)]
mod tests;
