//! Rules that read a part of the header that is wrong.

use skp_messages::finding::Reason;

use super::*;

/// The rules that are not checked because an element is wrong, in a sample with one thing replaced.
fn not_checked(name: &str, from: &str, to: &str) -> Vec<&'static str> {
    let text = String::from_utf8(sample(name)).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    let report = check(text.replace(from, to), &Options::default());
    assert!(!report.not_checked().iter().any(|rule| rule.reason == Reason::NoHeader), "{report}");
    let wrong = report.not_checked().iter().filter(|rule| rule.reason == Reason::WrongElement);
    wrong.map(|rule| rule.rule.id).collect()
}

#[test]
fn with_a_wrong_sender_nothing_that_depends_on_the_sender_is_checked() {
    let found =
        not_checked("saldoverzoek-gezin-met-partner.json", "\"afzenderType\": \"SHV2\"", "\"afzenderType\": \"SHV9\"");
    for rule in ["KOP-002", "KOP-003", "KOP-004", "KOP-005", "KOP-006"] {
        assert!(found.contains(&rule), "{rule}: {found:?}");
    }
}

#[test]
fn with_a_wrong_moment_of_sending_the_reason_is_that_and_not_that_there_is_no_header() {
    let found = not_checked("saldoverzoek-gezin-met-partner.json", "\"verzondenOp\": \"", "\"verzondenOp\": \"x");
    for rule in ["KOP-010", "KOP-012a", "KOP-012b"] {
        assert!(found.contains(&rule), "{rule}: {found:?}");
    }
}
