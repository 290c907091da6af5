//! What a caller may decide about checking.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::read::Limits;

/// How an input is checked.
///
/// ```
/// use skp_messages::{Options, Unknown};
/// let options = Options { unknown: Unknown::Ignore, ..Options::default() };
/// # let _ = options;
/// ```
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How much input is read.
    pub limits: Limits,
    /// What is done with elements that no table has.
    pub unknown: Unknown,
    /// The time now, for the rule that a message is not from the future. Without it that rule is not checked.
    pub now: Option<DateTime<FixedOffset>>,
    /// Check against this release, `3.0`, whatever release the message names.
    pub release: Option<String>,
    /// The day on which the message's release should be in force (DEF-010 to DEF-012). Without it the dates of a
    /// release are not looked at, and only a withdrawn release is mentioned, as a warning.
    pub on: Option<NaiveDate>,
}

/// What is done with elements that no table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unknown {
    /// They are errors, as the standard says.
    #[default]
    Reject,
    /// They are passed over and their values are dropped. Elements of other releases, and elements that a
    /// rule forbids, stay errors.
    Ignore,
}
