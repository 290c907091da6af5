//! Facts that must agree between the messages of a conversation.
//!
//! `examples/dossiers` has conversations in which they agree, `examples/dossiers/facts` conversations whose last message
//! breaks one rule: the one that the file is named after. `expected.tsv` there has a line for each finding: file,
//! rule and neutral path. After an intended change run the tests with `UPDATE_EXPECTED=1` and read the difference.
#![allow(clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use skp_messages::conversation::History;
use skp_messages::shape::Severity;
use skp_messages::{Received, Report, catalogue, read};
use skp_tests::{bytes, examples, name};

/// The conversations of a folder, in order of their names.
fn dossiers(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(examples(folder)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ndjson"));
    paths.sort();
    assert!(!paths.is_empty(), "there are no dossiers in {folder}");
    paths
}

/// The messages of a conversation.
fn messages(path: &Path) -> Vec<Received> {
    let text = bytes(path);
    let lines = text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| read(line).unwrap_or_else(|report| panic!("{}: {report}", path.display()))).collect()
}

/// The report of each message against those before it.
fn reports(path: &Path) -> Vec<Report> {
    let mut history = History::new();
    let mut reports = Vec::new();
    for message in messages(path) {
        reports.push(history.check_received(&message));
        history.push_received(message).unwrap();
    }
    reports
}

#[test]
fn every_message_is_valid_on_its_own() {
    let mut wrong = String::new();
    for path in dossiers("dossiers").into_iter().chain(dossiers("dossiers/facts")) {
        let text = bytes(&path);
        for (number, line) in text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).enumerate() {
            let report = skp_messages::validate(line, &skp_messages::Options::default());
            // That the Waarborgfonds does not need a pre-assessment is no mistake of the samples.
            for finding in report.findings().iter().filter(|finding| finding.severity() > Severity::Info) {
                wrong.push_str(&format!("{}, message {}: {finding}\n", name(&path), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn in_a_good_conversation_all_facts_agree() {
    for path in dossiers("dossiers") {
        let reports = reports(&path);
        for report in &reports {
            assert!(report.findings().is_empty(), "{}: {report}", path.display());
            assert!(report.not_checked().is_empty(), "{}: {report}", path.display());
        }
        assert!(reports.last().unwrap().counts().rules > 0, "{}: nothing was checked", path.display());
    }
}

/// One line for each finding of each conversation in which facts differ.
fn found() -> String {
    let mut out = String::from("file\trule\tpath\n");
    for path in dossiers("dossiers/facts") {
        let mut reports = reports(&path);
        let last = reports.pop().unwrap();
        for before in reports {
            assert!(before.findings().is_empty(), "{}, before the last message: {before}", path.display());
        }
        for finding in last.findings() {
            out.push_str(&format!("{}\t{}\t{}\n", name(&path), finding.id(), finding.path()));
        }
    }
    out
}

#[test]
fn every_conversation_that_breaks_a_rule_gives_exactly_its_findings() {
    let file = examples("dossiers/facts").join("expected.tsv");
    let found = found();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, &found).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), found);
}

#[test]
fn every_conversation_breaks_the_rule_it_is_named_after_and_no_other() {
    for path in dossiers("dossiers/facts") {
        let last = reports(&path).pop().unwrap();
        let ids: Vec<&str> = last.findings().iter().map(skp_messages::Finding::id).collect();
        let named = name(&path);
        assert!(!ids.is_empty() && ids.iter().all(|id| named.starts_with(&format!("{id}-"))), "{named}: {last}");
    }
}

#[test]
fn every_rule_on_facts_has_a_conversation_that_breaks_it_in_each_of_its_modules() {
    let mut broken: Vec<(String, &str)> = Vec::new();
    for path in dossiers("dossiers/facts") {
        let module = messages(&path).pop().unwrap().info().module.id;
        broken.push((name(&path), module));
    }
    for fact in catalogue::facts() {
        let (id, module) = (fact.rule.id, fact.on.module.id);
        let begins = format!("{id}-");
        assert!(broken.iter().any(|(name, of)| name.starts_with(&begins) && *of == module), "{id} in {module}");
    }
}
