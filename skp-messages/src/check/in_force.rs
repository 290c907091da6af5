//! Whether the release of a message is in force: DEF-010, DEF-011 and DEF-012.
//!
//! The caller says on which day. Without a day the dates of a release are not looked at, because a message does not
//! say for which day it is checked; that a release was withdrawn is worth a warning on any day.

use super::{Options, builtin};
use crate::finding::{Expected, Finding, Path, Place, Report, Root};
use crate::shape::{Release, Rule, Standing, Status};

/// Checks the release a message is in; `place` is where the message says so.
pub(crate) fn check(module: &str, release: &Release, options: &Options, place: usize, report: &mut Report) {
    let standing = match options.on {
        Some(day) => release.on(day),
        None if release.status == Status::Withdrawn => Standing::WithdrawnSince,
        None => return,
    };
    report.counts.rules += 1;
    let (rule, [nl, en]): (&'static Rule, [String; 2]) = match standing {
        Standing::InForce => return,
        Standing::Draft => (&builtin::DEF_012, ["is een concept", "is a draft"].map(str::to_owned)),
        Standing::Deprecated => (&builtin::DEF_011, ["is verouderd", "is deprecated"].map(str::to_owned)),
        Standing::WithdrawnSince => (&builtin::DEF_011, ["is ingetrokken", "is withdrawn"].map(str::to_owned)),
        Standing::Withdrawn => (&builtin::DEF_010, ["is ingetrokken", "is withdrawn"].map(str::to_owned)),
        Standing::NotYet => {
            let from = release.valid_from.unwrap_or_default();
            (&builtin::DEF_010, [format!("is van kracht vanaf {from}"), format!("is in force from {from}")])
        }
        Standing::Ended => {
            let until = release.valid_until.unwrap_or_default();
            (&builtin::DEF_010, [format!("was van kracht tot en met {until}"), format!("was in force until {until}")])
        }
    };
    let number = release.number;
    let expected = match options.on {
        Some(day) => Expected::Said {
            nl: format!("een release die op {day} van kracht is; {module} {number} {nl}"),
            en: format!("a release that is in force on {day}; {module} {number} {en}"),
        },
        None => Expected::Said {
            nl: format!("een release die van kracht is; {module} {number} {nl}"),
            en: format!("a release that is in force; {module} {number} {en}"),
        },
    };
    let mut finding = Finding::new(rule, Path::root(Root::Input)).expect(expected);
    finding.place = Some(Place { offset: place, line: 0, column: 0 });
    report.add(finding, options.limits.findings);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use crate::shape::Severity;

    fn found(status: Status, on: Option<&str>) -> Vec<(&'static str, Severity, String)> {
        let release = Release {
            number: "1.0",
            namespace: "urn:x-skp:proef:1.0",
            source: "proposed",
            content: "as labelled",
            status,
            status_source: "proposed",
            valid_from: Some("2026-01-01"),
            valid_until: if status == Status::Withdrawn { None } else { Some("2026-12-31") },
        };
        let options = Options { on: on.map(|day| day.parse().unwrap()), ..Options::default() };
        let mut report = Report::default();
        check("proef", &release, &options, 0, &mut report);
        let text = |finding: &Finding| finding.expected().map(|said| said.text(Lang::En)).unwrap_or_default();
        report.findings().iter().map(|finding| (finding.id(), finding.severity(), text(finding))).collect()
    }

    fn one(rule: &'static str, severity: Severity, end: &str) -> Vec<(&'static str, Severity, String)> {
        vec![(rule, severity, format!("a release that is in force{end}"))]
    }

    #[test]
    fn a_release_outside_its_days_is_an_error() {
        let early = found(Status::Published, Some("2025-12-31"));
        assert_eq!(early, one("DEF-010", Severity::Error, " on 2025-12-31; proef 1.0 is in force from 2026-01-01"));
        let late = found(Status::Deprecated, Some("2027-01-01"));
        assert_eq!(late, one("DEF-010", Severity::Error, " on 2027-01-01; proef 1.0 was in force until 2026-12-31"));
        assert!(found(Status::Published, Some("2026-06-30")).is_empty());
    }

    #[test]
    fn a_withdrawn_release_is_an_error_on_a_day_and_a_warning_without_one() {
        let error = found(Status::Withdrawn, Some("2026-06-30"));
        assert_eq!(error, one("DEF-010", Severity::Error, " on 2026-06-30; proef 1.0 is withdrawn"));
        let warning = found(Status::Withdrawn, None);
        assert_eq!(warning, one("DEF-011", Severity::Warning, "; proef 1.0 is withdrawn"));
    }

    #[test]
    fn deprecated_and_draft_are_warnings_only_on_a_day() {
        let deprecated = found(Status::Deprecated, Some("2026-06-30"));
        assert_eq!(deprecated, one("DEF-011", Severity::Warning, " on 2026-06-30; proef 1.0 is deprecated"));
        let draft = found(Status::Draft, Some("2026-06-30"));
        assert_eq!(draft, one("DEF-012", Severity::Warning, " on 2026-06-30; proef 1.0 is a draft"));
        assert!(found(Status::Deprecated, None).is_empty());
        assert!(found(Status::Draft, None).is_empty());
    }
}
