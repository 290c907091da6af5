//! Every invalid sample gives exactly its findings, with their places.
//!
//! `examples/invalid/expected.tsv` has a line for each finding: file, rule, line, column and neutral path. After
//! an intended change run the tests with `UPDATE_EXPECTED=1` and read the difference.
#![allow(clippy::panic)]

use std::collections::BTreeMap;
use std::fs;

use skp_messages::{Options, validate};
use skp_tests::{bytes, examples, name, samples};

/// One line for each finding of each invalid sample.
fn found() -> String {
    let mut out = String::from("file\trule\tline\tcolumn\tpath\n");
    for path in samples(&examples("invalid")) {
        let report = validate(&bytes(&path), &Options::default());
        for finding in report.findings() {
            let place = finding.place().unwrap_or_else(|| panic!("{}: {finding} has no place", path.display()));
            let path = name(&path);
            out.push_str(&format!("{path}\t{}\t{}\t{}\t{}\n", finding.id(), place.line, place.column, finding.path()));
        }
    }
    out
}

#[test]
fn every_invalid_sample_gives_exactly_its_findings() {
    let file = examples("invalid").join("expected.tsv");
    let found = found();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, &found).unwrap_or_else(|error| panic!("{error}"));
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    for (expected, found) in expected.lines().zip(found.lines()) {
        assert_eq!(expected, found);
    }
    assert_eq!(expected.lines().count(), found.lines().count());
}

#[test]
fn every_invalid_sample_is_named_after_a_finding_it_gives() {
    for path in samples(&examples("invalid")) {
        let name = name(&path);
        let report = validate(&bytes(&path), &Options::default());
        assert!(report.findings().iter().any(|finding| name.starts_with(finding.id())), "{name}: {report}");
    }
}

#[test]
fn both_formats_give_the_same_findings() {
    let mut by_case: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for path in samples(&examples("invalid")) {
        let report = validate(&bytes(&path), &Options::default());
        let findings = report.findings().iter().map(|finding| format!("{} {}", finding.id(), finding.path())).collect();
        by_case.entry(path.with_extension("").display().to_string()).or_default().push(findings);
    }
    for (case, reports) in by_case {
        let mut reports = reports.into_iter().map(|mut findings| {
            findings.sort();
            findings
        });
        let first = reports.next();
        for other in reports {
            assert_eq!(first.as_ref(), Some(&other), "{case}");
        }
    }
}

/// Rules that no input can break, with the reason.
const WITHOUT_SAMPLE: &[(&str, &str)] = &[
    ("DEF-008", "no list of the standard asks for more than one item"),
    ("KOP-008", "needs messages sent before"),
    ("KOP-010", "needs the time now; see the test of that name"),
];

#[test]
fn every_rule_has_a_sample_that_breaks_it() {
    let names: Vec<String> = samples(&examples("invalid")).iter().map(|path| name(path)).collect();
    // Rules on the portal's files are of no message; their own tests break them, except CSV-005 and CSV-010, which
    // need what the portal knows.
    let of_files = |rule: &&&skp_messages::shape::Rule| rule.id.starts_with("CSV-");
    for rule in skp_messages::catalogue::rules().iter().filter(|rule| !of_files(rule)) {
        let excused = WITHOUT_SAMPLE.iter().any(|(id, _)| *id == rule.id);
        let broken = names.iter().any(|name| name.starts_with(&format!("{}-", rule.id)));
        assert_ne!(excused, broken, "{}", rule.id);
    }
}

#[test]
fn kop_010_needs_the_time_now() {
    let sample = bytes(&examples("messages/schuldregeling/2.0").join("betaalvoorstel-gezin-met-partner.xml"));
    let moment = |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok();
    let found = |now| validate(&sample, &Options { now, ..Options::default() });
    assert!(found(moment("2026-12-31T00:00:00Z")).findings().is_empty());
    let early = found(moment("2020-01-01T00:00:00Z"));
    assert_eq!(early.findings().iter().map(skp_messages::Finding::id).collect::<Vec<_>>(), ["KOP-010"]);
    assert!(early.is_valid(), "a warning");
    assert!(found(None).not_checked().iter().any(|skipped| skipped.rule.id == "KOP-010"));
}
