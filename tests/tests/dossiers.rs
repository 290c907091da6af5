//! Every sample dossier: those of a module are valid, and each invalid one gives exactly its findings.
//!
//! `examples/dossiers/invalid/expected.tsv` has a line for each finding: file, rule, line, column and neutral path. After
//! an intended change run the tests with `UPDATE_EXPECTED=1` and read the difference.
#![allow(clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use skp_messages::conversation::{Conversation, Known, Receipt};
use skp_messages::finding::Reason;
use skp_messages::shape::Severity;
use skp_messages::{Finding, Report};
use skp_tests::{bytes, examples, name};
use skp_validate::dossier::{self, Dossier, Settings, directory};
use skp_validate::{Input, Outcome};

fn dossiers(folder: &str) -> Vec<PathBuf> {
    let folder = examples("dossiers").join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap_or_else(|error| panic!("{error}")).path());
    let mut found: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "ndjson")).collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

fn check(path: &Path, now: Option<&str>) -> Dossier {
    let text = String::from_utf8(bytes(&examples("dossiers").join("deelnemers.csv"))).unwrap();
    let directory = directory::read(&text).unwrap();
    let now = now.map(|now| DateTime::parse_from_rfc3339(now).unwrap());
    let settings = Settings { directory: Some(directory), now, ..Settings::default() };
    dossier::check(vec![Ok(Input::File(path.to_owned()))], &settings)
}

fn reports(dossier: &Dossier) -> impl Iterator<Item = &Report> {
    dossier.checked.iter().map(|checked| match &checked.outcome {
        Outcome::Report { report, .. } => report,
        Outcome::Trouble(trouble) => panic!("{trouble:?}"),
    })
}

/// The findings, without the infos on amounts that any application gives.
fn findings(dossier: &Dossier) -> impl Iterator<Item = &Finding> {
    reports(dossier).flat_map(Report::findings).filter(|finding| !finding.id().starts_with("WB-ALG-"))
}

#[test]
fn every_module_has_a_dossier_without_a_finding_that_comes_to_its_end() {
    for module in skp_messages::catalogue::modules() {
        let path = examples("dossiers").join(format!("{}.ndjson", module.id));
        let dossier = check(&path, Some("2026-12-31T00:00:00Z"));
        assert_eq!(findings(&dossier).next(), None, "{}", path.display());
        assert!(dossier.conversations.iter().all(|standing| standing.end && standing.refused == 0), "{}", module.id);
    }
}

#[test]
fn no_valid_dossier_has_a_finding_before_its_deadlines() {
    for path in dossiers("") {
        let worst = findings(&check(&path, None)).map(Finding::severity).max();
        assert!(worst.is_none_or(|severity| severity == Severity::Info), "{}", path.display());
    }
}

#[test]
fn every_invalid_dossier_gives_exactly_its_findings() {
    let mut found = String::from("file\trule\tline\tcolumn\tpath\n");
    for path in dossiers("invalid") {
        let name = name(&path);
        for finding in findings(&check(&path, None)) {
            let place = finding.place().unwrap_or_else(|| panic!("{name}: {finding} has no place"));
            assert!(name.starts_with(finding.id()), "{name}: {finding}");
            found.push_str(&format!(
                "{name}\t{}\t{}\t{}\t{}\n",
                finding.id(),
                place.line,
                place.column,
                finding.path()
            ));
        }
    }
    let file = examples("dossiers/invalid").join("expected.tsv");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, &found).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), found);
}

#[test]
fn an_answer_that_does_not_come_is_told_after_its_deadline() {
    let path = examples("dossiers/invalid").join("PROC-003-saldo-zonder-vraag.ndjson");
    let open = examples("dossiers/invalid").join("KOP-002-verkeerde-afzender.ndjson");
    // The last day is the 16th of February, in Dutch time.
    let late = |now| findings(&check(&open, now)).filter(|finding| finding.id() == "PROC-005").count();
    assert_eq!(late(Some("2026-02-16T22:59:59Z")), 0);
    assert_eq!(late(Some("2026-02-16T23:00:00Z")), 1);
    // A Kennisgeving has no deadline.
    assert!(!findings(&check(&path, Some("2026-12-31T00:00:00Z"))).any(|finding| finding.id() == "PROC-005"));
    let skipped = |dossier: &Dossier| {
        let mut all = reports(dossier).flat_map(Report::not_checked);
        all.any(|skipped| skipped.rule.id == "PROC-005" && skipped.reason == Reason::NoClock)
    };
    assert!(skipped(&check(&open, None)), "without a clock it is not checked");
}

#[test]
fn what_comes_after_a_message_that_cannot_be_used_is_not_held_against_it() {
    let text = String::from_utf8(bytes(&examples("dossiers").join("schuldinventarisatie.ndjson"))).unwrap();
    let broken = text.replacen("\"geboortedatum\": \"2001-12-31\"", "\"geboortedatum\": \"2001-13-31\"", 1);
    assert_ne!(text, broken);
    let path = std::env::temp_dir().join(format!("skp-dossier-{}.ndjson", std::process::id()));
    fs::write(&path, broken).unwrap();
    let dossier = check(&path, None);
    fs::remove_file(&path).unwrap();
    let ids: Vec<&str> = findings(&dossier).map(Finding::id).collect();
    assert_eq!(ids, ["VAL-005"]);
    let last = reports(&dossier).last().unwrap();
    assert!(last.not_checked().iter().any(|skipped| skipped.rule.id == "PROC-003"));
}

#[test]
fn proc_006_needs_the_moment_of_collecting() {
    let text = String::from_utf8(bytes(&examples("dossiers").join("schuldregeling.ndjson"))).unwrap();
    let first = || skp_messages::read(text.lines().next().unwrap().as_bytes()).unwrap();
    let moment = |text| DateTime::parse_from_rfc3339(text).unwrap();
    let found = |receipt: Receipt<'_>| {
        let (_, next) = Conversation::start_received(first(), receipt).unwrap();
        let ids: Vec<&str> = next.report().findings().iter().map(Finding::id).collect();
        assert!(next.report().findings().iter().all(|finding| finding.severity() == Severity::Warning));
        (ids, next.report().not_checked().iter().any(|skipped| skipped.reason == Reason::NoReceipt))
    };
    // Sent on Monday the 19th of August 2024: the fifth working day is Monday the 26th.
    assert_eq!(found(Receipt::at(moment("2024-08-26T21:59:59Z"))), (vec![], false));
    assert_eq!(found(Receipt::at(moment("2024-08-26T22:00:00Z"))), (vec!["PROC-006"], false));
    assert_eq!(found(Receipt::default().among(&mut Known::new())), (vec![], true));
}

#[test]
fn a_conversation_says_what_may_follow_and_by_when() {
    let text = String::from_utf8(bytes(&examples("dossiers").join("schuldregeling.ndjson"))).unwrap();
    let mut messages = text.lines().map(|line| skp_messages::read(line.as_bytes()).unwrap());
    let (mut conversation, _) = Conversation::start_received(messages.next().unwrap(), Receipt::default()).unwrap();
    let mut next = None;
    for message in messages.by_ref().take(4) {
        next = Some(conversation.apply_received(message, Receipt::default()).unwrap());
    }
    let next = next.unwrap();
    assert_eq!(next.state().name, "VOORSTEL_GEDAAN");
    let answer = next.may_follow().iter().find(|follow| follow.message.id == "BetaalvoorstelAntwoord").unwrap();
    assert_eq!((answer.by, answer.to), (&["SE"][..], Some("GEACCEPTEERD")));
    assert_eq!(answer.due.map(|due| due.to_string()).as_deref(), Some("2024-10-28"));
    assert_eq!(next.deadlines().len(), 1);
    // The same answer from the wrong side leaves the conversation as it was.
    let wrong = skp_messages::read(text.lines().nth(10).unwrap().as_bytes()).unwrap();
    assert_eq!(wrong.info().id, "SchuldregelingAkkoord");
    let report = conversation.apply_received(wrong, Receipt::default()).unwrap_err();
    assert_eq!(report.findings().iter().map(Finding::id).collect::<Vec<_>>(), ["PROC-003"]);
    assert_eq!(conversation.state().name, "VOORSTEL_GEDAAN");
    assert_eq!(conversation.history().messages().len(), 5);
}
