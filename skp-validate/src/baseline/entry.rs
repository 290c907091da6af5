//! One thing that was accepted.

use chrono::NaiveDate;

use crate::RulePattern;
use crate::identity::Identity;

/// Findings that are accepted until a date. What an entry does not say, it leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The rule, or a family of rules.
    pub rule: Option<RulePattern>,
    /// The input, seen from the root; a pattern when it has `*`, `?` or `[`.
    pub input: Option<String>,
    /// The neutral path, as [`Identity::path`] has it.
    pub path: Option<String>,
    /// The fingerprint of one finding, as SARIF reports have it.
    pub fingerprint: Option<String>,
    /// How many findings it stands for; `None` for any number.
    pub times: Option<u32>,
    /// The last day on which they do not count.
    pub until: NaiveDate,
    /// Why they were accepted.
    pub reason: Option<String>,
}

impl Entry {
    /// Whether rule, path and fingerprint are those of a finding; the input is not looked at.
    pub(super) fn is_about(&self, identity: &Identity) -> bool {
        self.rule.as_ref().is_none_or(|rule| rule.matches(identity.rule))
            && self.path.as_ref().is_none_or(|path| *path == identity.path)
            && self.fingerprint.as_ref().is_none_or(|print| print.eq_ignore_ascii_case(&identity.fingerprint()))
    }
}

/// Whether the input of an entry is a pattern and not a name.
pub(crate) fn is_pattern(input: &str) -> bool {
    input.contains(['*', '?', '['])
}

/// A day as `2027-01-31` and in no other form.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    let whole = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    whole.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten()
}
