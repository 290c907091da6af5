//! The JSON form of a baseline: `{ "schema": …, "known": [ { "input", "rule", "path", "times", "until", "reason" } ] }`.

use std::fmt;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::{Entry, day};
use crate::RulePattern;
use crate::render::json_line;
use crate::terminal::harmless;

/// What a baseline file says it is.
pub const BASELINE_SCHEMA: &str = "urn:x-skp:baseline:1";

/// What is wrong with a baseline file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadBaseline(String);

impl fmt::Display for BadBaseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&harmless(&self.0))
    }
}

impl std::error::Error for BadBaseline {}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema: String,
    known: Vec<Record>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    #[serde(skip_serializing_if = "Option::is_none")]
    input: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    times: Option<u32>,
    until: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// Reads a baseline file.
///
/// # Errors
/// When it is not JSON of this form, with the line; or when an entry says nothing, or no day.
pub fn read(text: &str) -> Result<Vec<Entry>, BadBaseline> {
    let document: Document = serde_json::from_str(text).map_err(|error| BadBaseline(error.to_string()))?;
    if document.schema != BASELINE_SCHEMA {
        return Err(BadBaseline(format!("schema is {:?}, not {BASELINE_SCHEMA:?}", document.schema)));
    }
    let entry = |(number, record): (usize, Record)| {
        let wrong = |what: &str| BadBaseline(format!("known[{number}]: {what}"));
        if record.rule.is_none() && record.fingerprint.is_none() {
            return Err(wrong("rule or fingerprint is missing"));
        }
        Ok(Entry {
            until: day(&record.until).ok_or_else(|| wrong("until is no day of the form 2027-01-31"))?,
            rule: record.rule.as_deref().map(RulePattern::new),
            input: record.input,
            path: record.path,
            fingerprint: record.fingerprint,
            times: record.times,
            reason: record.reason,
        })
    };
    document.known.into_iter().enumerate().map(entry).collect()
}

/// Writes a baseline file, one entry a line.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(entries: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\n  \"schema\": \"{BASELINE_SCHEMA}\",\n  \"known\": [")?;
    for (number, entry) in entries.iter().enumerate() {
        let record = Record {
            input: entry.input.clone(),
            rule: entry.rule.as_ref().map(ToString::to_string),
            path: entry.path.clone(),
            fingerprint: entry.fingerprint.clone(),
            times: entry.times,
            until: entry.until.to_string(),
            reason: entry.reason.clone(),
        };
        write!(out, "{}\n    {}", if number == 0 { "" } else { "," }, json_line(&record)?)?;
    }
    writeln!(out, "{}", if entries.is_empty() { "]\n}" } else { "\n  ]\n}" })
}
