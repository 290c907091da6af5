//! Tests of policies.

use skp_messages::{Options, validate};

use super::*;
use crate::baseline::day;
use crate::{Summary, Verdict};

const WRONG: &str = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":" 1","reden":"GEEN_ZIN"}"#;

fn checked(name: &str, text: &str) -> Checked {
    let report = validate(text.as_bytes(), &Options::default());
    Checked { name: name.to_owned(), outcome: Outcome::of(report, text.into()) }
}

fn policy() -> Policy {
    Policy::new(SourceRoot::new("/r"), day("2026-07-01").unwrap())
}

fn overrides(levels: &[(&str, &str)]) -> Overrides {
    levels.iter().map(|(rule, word)| (RulePattern::new(rule), Level::of(word).unwrap())).collect()
}

/// The summary over one input.
fn judged(policy: &mut Policy, name: &str, text: &str) -> Summary {
    let mut checked = checked(name, text);
    policy.judge(&mut checked);
    let mut summary = Summary::default();
    summary.add(&checked);
    summary
}

#[test]
fn the_most_precise_pattern_decides() {
    let levels = overrides(&[("VAL-*", "off"), ("*", "info"), ("val-006", "fout"), ("TYP-TXT-*", "error")]);
    let level = |rule| levels.of(rule).unwrap();
    assert_eq!(level("VAL-001"), Level::Off);
    assert_eq!(level("VAL-006"), Level::As(Severity::Error));
    assert_eq!(level("KOP-001"), Level::As(Severity::Info));
    assert_eq!(level("TYP-TXT-002"), Level::As(Severity::Error));
}

#[test]
fn a_silenced_finding_is_counted_as_such() {
    let mut policy = policy();
    policy.override_severity(overrides(&[("VAL-006", "off")]));
    let summary = judged(&mut policy, "a.json", WRONG);
    assert_eq!((summary.verdict(), summary.errors, summary.warnings), (Verdict::Passed, 0, 1));
    assert!(summary.sentence(skp_messages::Lang::Nl).contains("1 bevinding uitgezet in de instellingen (VAL-006 1×)"));
}

#[test]
fn severities_go_up_and_down() {
    let mut policy = policy();
    policy.override_severity(overrides(&[("VAL-006", "info"), ("TYP-*", "fout")]));
    let summary = judged(&mut policy, "a.json", WRONG);
    assert_eq!((summary.verdict(), summary.errors, summary.infos, summary.lowered), (Verdict::Findings, 1, 1, 1));
}

#[test]
fn the_last_pattern_of_inputs_that_matches_goes_before_the_rest() {
    let mut policy = policy();
    policy.override_severity(overrides(&[("VAL-006", "info")]));
    policy.override_in("oud/**", overrides(&[("VAL-006", "off")])).unwrap();
    policy.override_in("oud/nieuw/*", overrides(&[("VAL-*", "fout")])).unwrap();
    assert_eq!(judged(&mut policy, "a.json", WRONG).infos, 1);
    assert_eq!(judged(&mut policy, "oud/a.json", WRONG).silenced.len(), 1);
    assert_eq!(judged(&mut policy, "oud/nieuw/a.json", WRONG).errors, 1);
    assert!(policy.override_in("a[", Overrides::default()).is_err());
}

#[test]
fn what_is_recorded_is_known_in_the_next_run() {
    let mut first = policy();
    first.record(day("2026-12-31").unwrap());
    let summary = judged(&mut first, "a.json", WRONG);
    assert_eq!((summary.verdict(), summary.known), (Verdict::Passed, 2));
    let entries = first.recorded();
    assert_eq!(entries.len(), 2);

    let mut next = policy();
    next.accept(Baseline::new(entries.clone()).unwrap());
    assert_eq!(judged(&mut next, "a.json", WRONG).known, 2);
    assert!(next.stale(|_| true).is_empty());

    let mut later = Policy::new(SourceRoot::new("/r"), day("2027-01-01").unwrap());
    later.accept(Baseline::new(entries).unwrap());
    let summary = judged(&mut later, "a.json", WRONG);
    assert_eq!((summary.verdict(), summary.expired, summary.errors), (Verdict::Findings, 2, 1));
}

#[test]
fn a_name_that_reads_as_a_pattern_is_recorded_as_itself() {
    let mut first = policy();
    first.record(day("2026-12-31").unwrap());
    judged(&mut first, "a[1]?.json", WRONG);
    let mut next = policy();
    next.accept(Baseline::new(first.recorded()).unwrap());
    assert_eq!(judged(&mut next, "a1x.json", WRONG).known, 0);
    assert_eq!(judged(&mut next, "a[1]?.json", WRONG).known, 2);
}

#[test]
fn a_run_that_checked_nothing_is_no_pass_whatever_was_accepted() {
    let mut policy = policy();
    policy.record(day("2026-12-31").unwrap());
    let mut broken = checked("a.json", "<open>");
    policy.judge(&mut broken);
    assert_eq!(Verdict::of(&broken), Verdict::Passed);
    let mut summary = Summary::default();
    summary.add(&broken);
    assert_eq!((summary.verdict(), summary.not_checkable), (Verdict::NotChecked, 1));
    // Besides one that was checked it does not stop the run.
    summary.add(&checked("b.json", &WRONG.replace("GEEN_ZIN", "KLANT_ONBEKEND")));
    assert_eq!(summary.verdict(), Verdict::Passed);
}

#[test]
fn an_input_that_is_not_well_formed_is_not_checked_when_that_is_silenced() {
    let mut policy = policy();
    policy.override_severity(overrides(&[("FRM-*", "off")]));
    let mut broken = checked("a.json", "<open>");
    policy.judge(&mut broken);
    assert_eq!(Verdict::of(&broken), Verdict::NotChecked);
}

#[test]
fn denied_warnings_fail() {
    let mut policy = policy();
    policy.deny_warnings();
    let mut checked = checked("a.json", &WRONG.replace("GEEN_ZIN", "KLANT_ONBEKEND"));
    policy.judge(&mut checked);
    assert!(checked.findings().all(|(_, standing)| standing.fails));
}
