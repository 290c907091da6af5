//! The definitions that the compiled types are made of give the same tables, and the same report on every sample.

use skp_messages::{Limits, Unknown, catalogue};
use skp_tests::{bytes, examples, name, samples};

use super::*;

#[test]
fn tables_messages_and_rules_are_the_same() {
    for (compiled, read) in catalogue::messages().iter().zip(draft().messages()) {
        assert_eq!(format!("{compiled:?}"), format!("{read:?}"));
    }
    assert_eq!(catalogue::messages().len(), draft().messages().len());
    assert_eq!(format!("{:?}", catalogue::modules()), format!("{:?}", draft().modules()));
    assert_eq!(format!("{:?}", catalogue::header()), format!("{:?}", draft().header()));
    assert_eq!(format!("{:?}", catalogue::rules()), format!("{:?}", draft().rules()));
}

#[test]
fn every_sample_gets_the_same_report() {
    for folder in ["messages", "invalid"] {
        for path in samples(&examples(folder)) {
            assert_same(&name(&path), &bytes(&path), &Options::default());
        }
    }
}

#[test]
fn every_option_means_the_same() {
    let moment = |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok();
    let options = [
        Options { unknown: Unknown::Ignore, ..Options::default() },
        Options { now: moment("2020-01-01T00:00:00Z"), ..Options::default() },
        Options { release: Some("1.0".to_owned()), ..Options::default() },
        Options { release: Some("2.0".to_owned()), unknown: Unknown::Ignore, ..Options::default() },
        Options { limits: Limits { findings: 1, ..Limits::default() }, ..Options::default() },
        Options { limits: Limits { size: 1000, ..Limits::default() }, ..Options::default() },
    ];
    for (number, path) in samples(&examples("invalid")).iter().enumerate() {
        assert_same(&name(path), &bytes(path), &options[number % options.len()]);
    }
    for path in samples(&examples("messages")) {
        for options in &options {
            assert_same(&name(&path), &bytes(&path), options);
        }
    }
}

#[test]
fn a_draft_is_shared_between_threads() {
    fn is_sync<T: Sync + Send>() {}
    is_sync::<Draft>();
}
