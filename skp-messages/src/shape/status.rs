//! How far a release is, and what that means on a day.

use chrono::NaiveDate;

use super::Release;
use crate::Lang;

/// How far a release is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It may still change; nobody need support it.
    Draft,
    /// It never changes again.
    Published,
    /// Still in force, but a later release has taken its place.
    Deprecated,
    /// Taken back.
    Withdrawn,
}

impl Status {
    /// The word of the definitions, which is also the English one: `draft`, `published`, `deprecated` or `withdrawn`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Deprecated => "deprecated",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The word for people.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        let nl = match self {
            Self::Draft => "concept",
            Self::Published => "gepubliceerd",
            Self::Deprecated => "verouderd",
            Self::Withdrawn => "ingetrokken",
        };
        lang.pick(nl, self.word())
    }
}

/// What a release is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In force.
    InForce,
    /// A draft, so not in force on any day.
    Draft,
    /// In force, but a later release has taken its place.
    Deprecated,
    /// In force that day and withdrawn since.
    WithdrawnSince,
    /// Not in force yet.
    NotYet,
    /// Not in force any more.
    Ended,
    /// Withdrawn, and not known to have been in force that day.
    Withdrawn,
}

impl Release {
    /// What the release is on a day. A bound that is not known is no bound, except that a withdrawn release without
    /// a last day is taken not to have been in force at all.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Standing {
        let bound = |text: Option<&str>| text.and_then(|text| text.parse::<NaiveDate>().ok());
        let (from, until) = (bound(self.valid_from), bound(self.valid_until));
        match self.status {
            Status::Draft => Standing::Draft,
            Status::Withdrawn if until.is_none() => Standing::Withdrawn,
            _ if from.is_some_and(|from| day < from) => Standing::NotYet,
            _ if until.is_some_and(|until| until < day) => Standing::Ended,
            Status::Withdrawn => Standing::WithdrawnSince,
            Status::Deprecated => Standing::Deprecated,
            Status::Published => Standing::InForce,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(status: Status, from: Option<&'static str>, until: Option<&'static str>, day: &str) -> Standing {
        let release = Release {
            number: "1.0",
            namespace: "urn:x-skp:proef:1.0",
            source: "proposed",
            content: "as labelled",
            status,
            status_source: "proposed",
            valid_from: from,
            valid_until: until,
        };
        release.on(day.parse().unwrap())
    }

    #[test]
    fn both_days_belong_to_the_time_in_force() {
        let published = |day| on(Status::Published, Some("2026-01-01"), Some("2026-12-31"), day);
        assert_eq!(published("2025-12-31"), Standing::NotYet);
        assert_eq!(published("2026-01-01"), Standing::InForce);
        assert_eq!(published("2026-12-31"), Standing::InForce);
        assert_eq!(published("2027-01-01"), Standing::Ended);
    }

    #[test]
    fn a_day_that_is_not_known_is_no_bound() {
        assert_eq!(on(Status::Published, None, None, "1990-01-01"), Standing::InForce);
        assert_eq!(on(Status::Deprecated, None, None, "2050-01-01"), Standing::Deprecated);
        assert_eq!(on(Status::Deprecated, None, Some("2026-12-31"), "2027-01-01"), Standing::Ended);
    }

    #[test]
    fn a_withdrawn_release_was_in_force_only_up_to_a_known_day() {
        assert_eq!(on(Status::Withdrawn, Some("2020-01-01"), None, "2021-01-01"), Standing::Withdrawn);
        let known = |day| on(Status::Withdrawn, Some("2020-01-01"), Some("2022-12-31"), day);
        assert_eq!(known("2021-01-01"), Standing::WithdrawnSince);
        assert_eq!(known("2023-01-01"), Standing::Ended);
        assert_eq!(known("2019-01-01"), Standing::NotYet);
    }

    #[test]
    fn a_draft_is_never_in_force() {
        assert_eq!(on(Status::Draft, Some("2026-01-01"), None, "2026-06-01"), Standing::Draft);
    }
}
