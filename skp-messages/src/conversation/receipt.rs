//! How a message came in: what the receiver knows besides the message.

use chrono::{DateTime, FixedOffset};

use super::Known;

/// When a message was collected and confirmed, and what is known besides its conversation.
///
/// What is not given is not checked, and listed as such: `PROC-006` without a moment, the rules that look into other
/// conversations or into a participant directory without a [`Known`].
///
/// ```
/// use skp_messages::conversation::{Known, Receipt};
/// let mut known = Known::new();
/// let when = chrono::DateTime::parse_from_rfc3339("2026-03-03T08:00:00+01:00").unwrap();
/// let receipt = Receipt::at(when).among(&mut known);
/// # let _ = receipt;
/// ```
#[derive(Debug, Default)]
pub struct Receipt<'k> {
    pub(super) when: Option<DateTime<FixedOffset>>,
    pub(super) known: Option<&'k mut Known>,
}

impl<'k> Receipt<'k> {
    /// A message that was collected and confirmed at this moment.
    #[must_use]
    pub const fn at(when: DateTime<FixedOffset>) -> Self {
        Self { when: Some(when), known: None }
    }

    /// Among what is known besides its conversation; an accepted message is added to that.
    #[must_use]
    pub fn among(self, known: &'k mut Known) -> Self {
        Self { known: Some(known), ..self }
    }
}

impl From<DateTime<FixedOffset>> for Receipt<'_> {
    fn from(when: DateTime<FixedOffset>) -> Self {
        Self::at(when)
    }
}

impl From<Option<DateTime<FixedOffset>>> for Receipt<'_> {
    fn from(when: Option<DateTime<FixedOffset>>) -> Self {
        Self { when, known: None }
    }
}
