//! Findings that somebody accepted until a date: they do not count before it, and count again after it.
//!
//! | file | does |
//! |---|---|
//! | `entry` | says which findings are accepted, and until when |
//! | `file` | reads and writes the JSON form |
//! | `matcher` | finds the entry for a finding, and the entries that stand for nothing any more |
//!
//! Nothing in a baseline is anybody's data: it has ids of rules, names of files and elements, and dates.
//!
//! ```
//! use skp_validate::baseline::{self, Baseline};
//! use skp_validate::identity::Identity;
//!
//! let file = r#"{ "schema": "urn:x-skp:baseline:1", "known": [
//!     { "rule": "VAL-*", "input": "oud/**", "until": "2027-01-31", "reason": "van voor de overgang" }
//! ] }"#;
//! let mut known = Baseline::new(baseline::read(file).expect("a baseline")).expect("right patterns");
//! let finding = Identity { input: "oud/a.json".into(), rule: "VAL-006", path: "Reden".into(), number: 1 };
//! let state = |known: &mut Baseline, day| {
//!     known.judge(&finding, baseline::day(day).expect("a day")).map(|state| state.word())
//! };
//! assert_eq!(state(&mut known, "2027-01-31"), Some("known"));
//! assert_eq!(state(&mut known, "2027-02-01"), Some("expired"));
//! ```

mod entry;
mod file;
mod matcher;

pub(crate) use entry::is_pattern;
pub use entry::{Entry, day};
pub use file::{BASELINE_SCHEMA, BadBaseline, read, write};
pub use matcher::{Baseline, Stale};

#[cfg(test)]
mod tests;
