//! The answer is valid, goes with the question, and leaves nothing that was asked unanswered.
#![allow(clippy::expect_used, clippy::unwrap_used)] // a test may fail

use std::collections::BTreeSet;

use super::*;

fn answer_to(question: &[u8]) -> Result<String, Box<dyn Error>> {
    answer(question, &Books::sample()?)
}

#[test]
fn the_answer_is_valid_without_a_warning() {
    let answer = skp_messages::read(answer_to(SAMPLE).unwrap().as_bytes()).unwrap();
    assert_eq!(answer.info().bericht, "schuldregeling/2.0/SaldoverzoekAntwoord");
    assert_eq!(answer.report().findings(), []);
}

#[test]
fn the_answer_goes_back_in_the_same_conversation() {
    let question = skp_messages::read(SAMPLE).unwrap();
    let answer = skp_messages::read(answer_to(SAMPLE).unwrap().as_bytes()).unwrap();
    let (question, answer) = (question.header().expect("a header"), answer.header().expect("a header"));
    assert_eq!(answer.antwoord_op.as_ref(), Some(&question.referentienummer));
    assert_eq!(answer.conversatie_referentienummer, question.conversatie_referentienummer);
    assert_eq!((answer.afzender, answer.ontvanger), (question.ontvanger, question.afzender));
    assert_eq!(answer.test, question.test);
}

#[test]
fn each_claim_that_was_asked_is_answered_once() {
    let question: Saldoverzoek = skp_messages::read(SAMPLE).unwrap().take().unwrap();
    let answer = SaldoverzoekAntwoord::from_xml(answer_to(SAMPLE).unwrap().as_bytes()).unwrap();
    let known = answer.openstaande_schulden.iter().filter_map(|debt| debt.factuurnummer_se_volgens_shv.as_ref());
    let unknown = answer.onbekende_schulden.iter().map(|debt| &debt.factuurnummer_se_volgens_shv);
    let answered: Vec<&str> = known.chain(unknown).map(AsRef::as_ref).collect();
    let asked: BTreeSet<&str> = question.vorderingen.iter().map(|v| v.factuurnummer_se_volgens_shv.as_str()).collect();
    assert_eq!(answered.len(), asked.len());
    assert_eq!(BTreeSet::from_iter(answered), asked);
    assert_eq!(answer.openstaande_schulden.len(), 2);
}

#[test]
fn a_wrong_question_is_answered_with_its_report() {
    let wrong = String::from_utf8_lossy(SAMPLE).replace("7411TT", "7411-TT");
    let error = answer_to(wrong.as_bytes()).unwrap_err().to_string();
    assert!(error.starts_with("error VAL-002 at 44:9, Adres.Postcode: "), "{error}");
    assert!(!error.contains("7411"), "the report shows no personal data");
}

#[test]
fn another_message_is_not_answered() {
    let error = answer_to(answer_to(SAMPLE).unwrap().as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "this program answers a Saldoverzoek, not schuldregeling/2.0/SaldoverzoekAntwoord");
}
