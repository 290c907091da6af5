//! How a finding counts in a run: as its rule says, or as whoever runs the check decided.
//!
//! A standing never changes what was found. What does not count is still there, so that every report can tell it.

use chrono::NaiveDate;
use skp_messages::shape::{Rule, Severity};

/// How one finding counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// How bad it is here; the rule's own severity unless the settings gave it another.
    pub severity: Severity,
    /// Whether it counts.
    pub state: State,
    /// Whether it makes its input fail: it counts and is an error, or a warning where those are denied.
    pub fails: bool,
}

/// Whether a finding counts, and why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It counts.
    Counts,
    /// The settings switched its rule off.
    Silenced,
    /// It is in the baseline, and its date has not passed.
    Known(Known),
    /// It is in the baseline, but its date has passed: it counts.
    Expired(Known),
}

/// What the baseline says of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The last day on which it does not count.
    pub until: NaiveDate,
    /// Why it was accepted.
    pub reason: Option<String>,
}

impl Standing {
    /// The standing of a finding about which nobody decided anything.
    #[must_use]
    pub fn of_rule(rule: &Rule) -> Self {
        Self { severity: rule.severity, state: State::Counts, fails: rule.severity == Severity::Error }
    }

    /// Whether the finding counts.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!(self.state, State::Counts | State::Expired(_))
    }
}

impl State {
    /// The word for it in JSON.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Silenced => "silenced",
            Self::Known(_) => "known",
            Self::Expired(_) => "expired",
        }
    }

    /// What the baseline says of it.
    #[must_use]
    pub const fn known(&self) -> Option<&Known> {
        match self {
            Self::Known(known) | Self::Expired(known) => Some(known),
            Self::Counts | Self::Silenced => None,
        }
    }
}
