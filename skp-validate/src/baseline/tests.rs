//! Tests of baselines.

use super::*;
use crate::identity::Identity;
use crate::{RulePattern, State};

fn entry(rule: &str, input: &str) -> Entry {
    let until = day("2027-01-31").unwrap();
    let input = (!input.is_empty()).then(|| input.to_owned());
    let rule = Some(RulePattern::new(rule));
    Entry { rule, input, path: None, fingerprint: None, times: None, until, reason: None }
}

fn identity(input: &str, number: u32) -> Identity {
    Identity { input: input.to_owned(), rule: "VAL-006", path: "Reden".to_owned(), number }
}

fn word(baseline: &mut Baseline, input: &str, today: &str) -> Option<&'static str> {
    baseline.judge(&identity(input, 1), day(today).unwrap()).as_ref().map(State::word)
}

#[test]
fn a_known_finding_counts_again_the_day_after_its_date() {
    let mut baseline = Baseline::new(vec![entry("VAL-006", "a.json")]).unwrap();
    assert_eq!(word(&mut baseline, "a.json", "2027-01-31"), Some("known"));
    assert_eq!(word(&mut baseline, "a.json", "2027-02-01"), Some("expired"));
    assert_eq!(word(&mut baseline, "b.json", "2027-01-31"), None);
}

#[test]
fn an_entry_stands_for_as_many_findings_as_it_says() {
    let once = Entry { times: Some(1), ..entry("VAL-*", "a.json") };
    let mut baseline = Baseline::new(vec![once]).unwrap();
    assert_eq!(word(&mut baseline, "a.json", "2026-01-01"), Some("known"));
    assert_eq!(word(&mut baseline, "a.json", "2026-01-01"), None);
}

#[test]
fn an_entry_may_be_about_many_inputs_or_one_finding() {
    let print = Entry { rule: None, fingerprint: Some(identity("x.json", 2).fingerprint()), ..entry("", "") };
    let path = Entry { path: Some("Klant".to_owned()), ..entry("VAL-006", "x.json") };
    let mut baseline = Baseline::new(vec![entry("VAL-006", "oud/**"), print, path]).unwrap();
    assert_eq!(word(&mut baseline, "oud/2019/a.json", "2026-01-01"), Some("known"));
    assert_eq!(word(&mut baseline, "x.json", "2026-01-01"), None);
    assert!(baseline.judge(&identity("x.json", 2), day("2026-01-01").unwrap()).is_some());
    assert_eq!(Baseline::new(vec![entry("X", "a[")]).err().as_deref(), Some("a["));
}

#[test]
fn an_entry_that_stands_for_nothing_is_stale_when_its_input_was_looked_at() {
    let twice = Entry { times: Some(2), ..entry("VAL-006", "a.json") };
    let rest = ["gone.json", "elsewhere.json", "oud/*"].map(|input| entry("VAL-006", input));
    let mut baseline = Baseline::new([vec![twice], rest.to_vec()].concat()).unwrap();
    baseline.meet("a.json");
    assert_eq!(word(&mut baseline, "a.json", "2026-01-01"), Some("known"));
    let stale = baseline.stale(|input| input != "gone.json");
    let stale: Vec<_> = stale.iter().map(|one| (one.entry.input.as_deref().unwrap(), one.found)).collect();
    assert_eq!(stale, [("a.json", 1), ("gone.json", 0)]);
    baseline.meet("oud/b.json");
    assert_eq!(baseline.stale(|_| true).len(), 2);
}

#[test]
fn what_is_written_is_read_again() {
    let full = Entry {
        path: Some("Vorderingen[2].Bedrag".to_owned()),
        fingerprint: Some("00".to_owned()),
        times: Some(3),
        reason: Some("oude \"partij\"".to_owned()),
        ..entry("SR-BV-*", "a.json")
    };
    for entries in [vec![], vec![full.clone()], vec![full, entry("VAL-006", "")]] {
        let mut out = Vec::new();
        write(&entries, &mut out).unwrap();
        assert_eq!(read(std::str::from_utf8(&out).unwrap()), Ok(entries));
    }
}

#[test]
fn a_wrong_file_is_said_with_its_place() {
    let wrong = |known: &str| {
        let text = format!("{{\"schema\": \"{BASELINE_SCHEMA}\",\n \"known\": [{known}]}}");
        read(&text).unwrap_err().to_string()
    };
    assert!(wrong(r#"{"rule": "X", "until": "2027-01-31", "util": 1}"#).contains("unknown field `util`"));
    assert!(wrong(r#"{"rule": "X", "until": "2027-01-31", "util": 1}"#).contains("at line 2 column"));
    assert_eq!(wrong(r#"{"until": "2027-01-31"}"#), "known[0]: rule or fingerprint is missing");
    assert_eq!(wrong(r#"{"rule": "X", "until": "2027-1-31"}"#), "known[0]: until is no day of the form 2027-01-31");
    assert!(read(r#"{"schema": "x", "known": []}"#).is_err() && read("").is_err());
}
