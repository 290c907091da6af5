//! What a history of a conversation does with messages that are not simply the next ones.
#![allow(clippy::panic, clippy::unwrap_used)]

use skp_messages::conversation::{Earlier, History};
use skp_messages::finding::Reason;
use skp_messages::schuldregeling::v2_0::{Betaalvoorstel, SchuldregelingAkkoord};
use skp_messages::{Finding, Received, Report, read};
use skp_tests::{bytes, examples};

/// The messages of a dossier.
fn messages(dossier: &str) -> Vec<Received> {
    let text = bytes(&examples("dossiers").join(dossier));
    let lines = text.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| read(line).unwrap_or_else(|report| panic!("{report}"))).collect()
}

/// A dossier without its last message, and that message.
fn before_last(dossier: &str) -> (History, Received) {
    let mut messages = messages(dossier);
    let last = messages.pop().unwrap();
    (history(messages), last)
}

fn history(messages: Vec<Received>) -> History {
    let mut history = History::new();
    messages.into_iter().for_each(|message| history.push_received(message).unwrap());
    history
}

fn ids(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(Finding::id).collect()
}

const BASE: &str = "schuldregeling-2.0-schuldbemiddeling.ndjson";

#[test]
fn a_history_tells_of_each_message_what_it_is() {
    let history = history(messages(BASE));
    let tell = |earlier: &Earlier| format!("{} {} {}", earlier.info().id, earlier.reference(), earlier.by_starter());
    let told: Vec<String> = history.messages().iter().map(tell).collect();
    assert_eq!(told.first().unwrap(), "Kennisgeving SHV-1 true");
    assert_eq!(told.last().unwrap(), "SchuldregelingAkkoord SHV-4 true");
    assert_eq!(told.get(3).unwrap(), "SaldoverzoekAntwoord GW-2 false");
    let last = history.messages().last().unwrap();
    assert_eq!(last.sent().to_rfc3339(), "2026-03-02T09:00:00+01:00");
    assert!(last.get::<SchuldregelingAkkoord>().is_some() && last.get::<Betaalvoorstel>().is_none());
}

#[test]
fn a_typed_message_is_checked_like_one_that_was_read() {
    let (mut history, last) = before_last(BASE);
    let header = last.header().unwrap().clone();
    let read = history.check_received(&last);
    let mut akkoord = last.take::<SchuldregelingAkkoord>().unwrap();
    assert_eq!(history.check(&header, &akkoord).counts(), read.counts());
    assert!(read.counts().rules > 10 && read.counts().messages == 1);
    akkoord.vorderingen.pop();
    assert_eq!(ids(&history.check(&header, &akkoord)), ["PROC-014c"]);
    history.push(&header, &akkoord).unwrap();
    assert_eq!(history.messages().len(), 7);
}

#[test]
fn a_finding_points_to_the_earlier_message_by_its_reference() {
    let (history, last) = before_last(BASE);
    let header = last.header().unwrap().clone();
    let mut akkoord = last.take::<SchuldregelingAkkoord>().unwrap();
    for vordering in &mut akkoord.vorderingen {
        vordering.betaalreferentie = "ANDERS".parse().unwrap();
    }
    let report = history.check(&header, &akkoord);
    assert_eq!(ids(&report), ["PROC-015a", "PROC-015b"]);
    let finding = report.findings().first().unwrap();
    let related: Vec<String> =
        finding.related().iter().map(|related| format!("{:?} {}", related.earlier, related.path)).collect();
    assert_eq!(related, ["None Vorderingen[1].FactuurnummerSE", "Some(\"GW-3\") Vorderingen"]);
    assert_eq!(finding.path().in_format(skp_messages::Format::Json), "/inhoud/vorderingen/0/betaalreferentie");
    assert!(!format!("{report:?} {finding:?}").contains("ANDERS"));
}

#[test]
fn without_the_earlier_message_a_rule_does_not_apply() {
    let mut messages = messages(BASE);
    let last = messages.pop().unwrap();
    messages.retain(|message| !["Betaalvoorstel", "SaldoverzoekAntwoord"].contains(&message.info().id));
    let report = history(messages).check_received(&last);
    assert!(report.findings().is_empty() && report.not_checked().is_empty(), "{report}");
    assert!(report.counts().rules > 0, "KlantnummerSHV can still be compared");
}

#[test]
fn a_rule_that_meets_another_release_is_listed_as_not_checked() {
    let (_, last) = before_last(BASE);
    let mut earlier = messages("schuldregeling-3.0-hercontrole-en-slotuitdeling.ndjson");
    earlier.truncate(6);
    let report = history(earlier).check_received(&last);
    assert!(report.findings().is_empty(), "{report}");
    let skipped: Vec<&str> = report.not_checked().iter().map(|skipped| skipped.rule.id).collect();
    assert!(skipped.contains(&"PROC-014b") && !skipped.contains(&"PROC-008"), "{skipped:?}");
    assert!(report.not_checked().iter().all(|skipped| skipped.reason == Reason::OtherRelease));
}

/// Two proposals, and a question about the first: the answer is compared with that one.
#[test]
fn the_proposal_asked_about_need_not_be_the_last() {
    let mut messages = messages("schuldregeling-2.0-vtlb.ndjson");
    let answer = messages.pop().unwrap();
    let question = messages.pop().unwrap();
    let mut history = history(messages);
    let first = history.messages().last().unwrap().get::<Betaalvoorstel>().unwrap().clone();
    let second = Betaalvoorstel {
        totaal_netto_inkomen: Some("1900.00".parse().unwrap()),
        afloscapaciteit_per_maand: "150.00".parse().unwrap(),
        totaal_beschikbaar: "2700.00".parse().unwrap(),
        ..first
    };
    let mut header = answer.header().unwrap().clone();
    header.bericht = "Betaalvoorstel".parse().unwrap();
    header.referentienummer = "SHV-9".parse().unwrap();
    history.push(&header, &second).unwrap();
    assert_eq!(ids(&history.check_received(&answer)), ["PROC-021b"], "unasked: the last proposal");
    history.push_received(question).unwrap();
    assert!(history.check_received(&answer).findings().is_empty(), "asked about the first");
}

/// Comparing them item by item would take the product of their lengths.
#[test]
fn very_long_lists_are_not_compared() {
    let (history, last) = before_last(BASE);
    let header = last.header().unwrap().clone();
    let mut akkoord = last.take::<SchuldregelingAkkoord>().unwrap();
    let one = akkoord.vorderingen.first().unwrap().clone();
    akkoord.vorderingen.resize(20_000, one);
    let report = history.check(&header, &akkoord);
    let skipped = report.not_checked().iter().find(|skipped| skipped.rule.id == "PROC-014d").unwrap();
    assert_eq!(skipped.reason, Reason::TooManyItems);
    assert!(!report.not_checked().iter().any(|skipped| skipped.rule.id == "PROC-018"), "it compares no lists");
}

#[test]
fn a_message_of_another_type_than_its_header_says_is_refused() {
    let (mut history, last) = before_last(BASE);
    let mut header = last.header().unwrap().clone();
    header.bericht = "Betaalvoorstel".parse().unwrap();
    let akkoord = last.take::<SchuldregelingAkkoord>().unwrap();
    assert_eq!(ids(&history.push(&header, &akkoord).unwrap_err()), ["KOP-011"]);
    assert_eq!(ids(&history.check(&header, &akkoord)), ["KOP-011"]);
    assert_eq!(history.messages().len(), 6);
}

#[test]
fn a_message_that_is_not_valid_is_refused() {
    let (mut history, last) = before_last(BASE);
    let header = last.header().unwrap().clone();
    let mut akkoord = last.take::<SchuldregelingAkkoord>().unwrap();
    akkoord.vorderingen.clear();
    assert_eq!(ids(&history.push(&header, &akkoord).unwrap_err()), ["DEF-002"]);
    assert_eq!(history.messages().len(), 6);
}

#[test]
fn a_message_without_header_is_refused() {
    let bare = br#"{ "bericht": "schuldregeling/2.0/Statusverzoek", "klantnummerSHV": "SHV-1" }"#;
    let mut history = History::new();
    let received = read(bare).unwrap();
    assert_eq!(ids(&history.check_received(&received)), ["DEF-002"]);
    assert_eq!(ids(&history.push_received(received).unwrap_err()), ["DEF-002"]);
    assert!(history.messages().is_empty());
}

#[test]
fn a_history_shows_no_values_of_persons() {
    let shown = format!("{:?}", history(messages(BASE)));
    assert!(shown.contains("schuldregeling/2.0/Betaalvoorstel") && shown.contains("SHV-3"));
    for value in ["Schijnhuis", "SHV-2026-0700", "GW-5521", "F-1001", "1000.00"] {
        assert!(!shown.contains(value), "{value}");
    }
}
