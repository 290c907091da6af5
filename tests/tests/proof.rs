//! A smaller form of the proof of `xtask prove`: samples, generated and mutated messages as JSON and XML before the generated
//! validator, and as JSON before the JSON Schemas by the `jsonschema` crate. XML Schema needs engines that are not Rust; those
//! are asked by `cargo run --release -p xtask -- prove`.
#![allow(clippy::panic)] // a test may fail

use skp_messages::sample::{Form, Sampler};
use skp_messages::{Format, Layout, catalogue};
use xtask::prove::InProcess;
use xtask::prove::asked::{Asked, ask, judged};
use xtask::prove::content::Content;
use xtask::prove::corpus::{self, Amounts, Case, Origin};
use xtask::prove::csv::Trip;
use xtask::prove::judge::Judgement;
use xtask::prove::schemas::{Language, Schemas};
use xtask::prove::text::{MANNERS, json, read_xml, xml};

fn sampler() -> &'static Sampler {
    Sampler::shared().unwrap_or_else(|error| panic!("{error}"))
}

/// What disagrees about these cases.
fn disagreements(cases: Vec<Case>) -> Vec<String> {
    let schemas = Schemas::generate().unwrap_or_else(|error| panic!("{error}"));
    let mut engine = InProcess::new(&schemas);
    let batch: Vec<Asked> = cases.into_iter().map(|case| Asked::new(case, &schemas)).collect();
    let language = Language::JsonSchema;
    let answers = ask(&batch, language, &mut engine).unwrap_or_else(|error| panic!("{error}"));
    let mut wrong = Vec::new();
    for (asked, answer) in batch.iter().zip(answers) {
        let by_schema = answer.and_then(|answer| judged(asked, language, &answer, &schemas, &mut engine));
        for judgement in [by_schema, asked.formats_agree()].into_iter().flatten() {
            if let Judgement::Disagreed(why) = judgement {
                wrong.push(format!("{} | {} | {why}", asked.case.name, asked.case.mutation));
            }
        }
        if let Trip::Differs(why) = &asked.csv {
            wrong.push(format!("{} | CSV | {why}", asked.case.name));
        }
    }
    wrong
}

fn none(disagreements: &[String]) {
    let first: Vec<_> = disagreements.iter().take(20).map(String::as_str).collect();
    assert!(disagreements.is_empty(), "{} disagreements\n{}", disagreements.len(), first.join("\n"));
}

#[test]
fn validator_and_json_schema_agree_on_samples() {
    let read = |folder, origin| corpus::samples(folder, origin).unwrap_or_else(|error| panic!("{error}"));
    let cases = read("messages", Origin::Sample).into_iter().chain(read("invalid", Origin::Invalid)).collect();
    none(&disagreements(cases));
}

#[test]
fn both_formats_and_json_schema_agree_on_generated_and_mutated_messages() {
    let amounts = Amounts { generated: 2, mutated: 20, seed: 1 };
    let mut cases = Vec::new();
    for &info in catalogue::messages() {
        corpus::made(sampler(), info, amounts, &mut |case| {
            cases.push(case);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    }
    assert_eq!(cases.len(), catalogue::messages().len() * 22);
    none(&disagreements(cases));
}

/// A message as the library writes it and as content, in the same form.
fn both(form: Form) -> (skp_messages::sample::Sample, Content) {
    let info = catalogue::messages().iter().find(|info| info.id == "Betaalvoorstel").unwrap_or_else(|| panic!("none"));
    let sample = sampler().message(info, 3).unwrap_or_else(|error| panic!("{error}"));
    let text = sample.write(Format::Xml, Layout::Compact, form);
    let content = read_xml(&text, info).unwrap_or_else(|| panic!("{text}"));
    (sample, content)
}

#[test]
fn content_is_written_as_the_library_writes_it() {
    for form in [Form::Bare, Form::Envelope] {
        let (sample, content) = both(form);
        let plain = MANNERS[0];
        assert_eq!(xml(&content, plain), sample.write(Format::Xml, Layout::Compact, form));
        assert_eq!(json(&content, plain), sample.write(Format::Json, Layout::Compact, form));
    }
}

#[test]
fn every_manner_of_writing_means_the_same() {
    let (sample, content) = both(Form::Envelope);
    for manner in MANNERS {
        for text in [json(&content, manner), xml(&content, manner)] {
            let received = skp_messages::read(text.as_bytes()).unwrap_or_else(|report| panic!("{manner:?} {report}"));
            let written = received.write(Format::Json, Layout::Compact);
            assert_eq!(written.ok(), Some(sample.write(Format::Json, Layout::Compact, Form::Envelope)), "{manner:?}");
        }
    }
}

#[test]
fn the_lists_of_what_cannot_be_said_are_those_of_the_message_and_in_an_envelope_of_the_header() {
    let schemas = Schemas::generate().unwrap_or_else(|error| panic!("{error}"));
    let unsaid = |bericht, enveloped| schemas.unsaid(Language::Xsd, bericht, enveloped);
    let known = Some("schuldregeling/2.0/Betaalvoorstel");
    assert!(unsaid(known, false).whole.contains("SR-BV-007"));
    assert!(!unsaid(known, false).may_accept("KOP-001"));
    // The schema of the header does not see that the message is not in the release; that of the release does.
    assert!(unsaid(known, true).part.contains("KOP-001"));
    // Of what names no message, only what holds for every message is known.
    assert!(unsaid(None, false).whole.contains("FRM-003") && !unsaid(None, false).may_accept("SR-BV-007"));
}

#[test]
fn xml_schema_takes_minus_zero_where_json_schema_cannot_tell_it_from_zero() {
    let schemas = Schemas::generate().unwrap_or_else(|error| panic!("{error}"));
    let texts = schemas.texts(Language::Xsd).collect::<Vec<_>>();
    assert!(texts.iter().any(|text| text.contains("\"-?(0|[1-9][0-9]*)\"")));
}
