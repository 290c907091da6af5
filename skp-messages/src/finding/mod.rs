//! Findings and reports: what is wrong, where, and what was looked at.
//!
//! A finding is data; this module turns it into text in Dutch or English. It never decides what is wrong,
//! and it never shows a value of a person unless it is asked to.

mod expected;
mod fmt;
mod path;
mod place;
mod report;
mod value;

pub use expected::{Expected, JsonType};
pub use path::{Path, PathStep, Root};
pub use place::{LineIndex, Place};
pub use report::{Counts, NotChecked, Reason, Report};
pub use value::Found;

use crate::shape::{Rule, Severity};

/// One thing wrong in one input.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    rule: &'static Rule,
    pub(crate) path: Path,
    pub(crate) place: Option<Place>,
    pub(crate) found: Option<Found>,
    pub(crate) expected: Option<Expected>,
    pub(crate) related: Vec<Related>,
}

/// Another element that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Which element.
    pub path: Path,
    /// Where it stands; `None` when it is absent or when there is no input.
    pub place: Option<Place>,
    /// The Referentienummer of the earlier message of the conversation that it is an element of; `None` when it is
    /// in the message of the finding itself.
    pub earlier: Option<String>,
}

impl Finding {
    pub(crate) const fn new(rule: &'static Rule, path: Path) -> Self {
        Self { rule, path, place: None, found: None, expected: None, related: Vec::new() }
    }

    pub(crate) fn expect(mut self, expected: Expected) -> Self {
        self.expected = Some(expected);
        self
    }

    pub(crate) fn found(mut self, found: Found) -> Self {
        self.found = Some(found);
        self
    }

    /// The rule that is broken.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The id of the rule, `VAL-003`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.rule.id
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// Which element it is about.
    #[must_use]
    pub const fn path(&self) -> &Path {
        &self.path
    }

    /// Where it stands in the input; `None` for a value that was never read from one.
    #[must_use]
    pub const fn place(&self) -> Option<Place> {
        self.place
    }

    /// What was found there, masked unless asked for.
    #[must_use]
    pub const fn value(&self) -> Option<&Found> {
        self.found.as_ref()
    }

    /// What should stand there.
    #[must_use]
    pub const fn expected(&self) -> Option<&Expected> {
        self.expected.as_ref()
    }

    /// Other elements it is about.
    #[must_use]
    pub fn related(&self) -> &[Related] {
        &self.related
    }
}
