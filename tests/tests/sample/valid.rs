//! Samples of every message and release are valid and the same message in both formats.

use skp_messages::sample::{Form, Sample};
use skp_messages::shape::{MessageInfo, Severity};
use skp_messages::{Format, Layout, Options, Received, catalogue, validate};

use super::{asked, sampler};

fn sample(info: &'static MessageInfo, seed: u64) -> Sample {
    sampler().message(info, seed).unwrap_or_else(|error| panic!("{} {seed}: {error}", info.bericht))
}

fn text(sample: &Sample, format: Format) -> String {
    sample.write(format, Layout::Compact, Form::Envelope)
}

#[test]
fn samples_of_every_message_give_no_error_and_no_warning() {
    let mut infos = Vec::new();
    for &info in catalogue::messages() {
        for seed in 0..asked().unwrap_or(5) {
            let sample = sample(info, seed);
            for format in [Format::Json, Format::Xml] {
                let report = validate(text(&sample, format).as_bytes(), &Options::default());
                let what = format!("{} {seed}: {report}", info.bericht);
                assert!(report.is_valid() && report.counts().elements > 0, "{what}");
                assert!(report.findings().iter().all(|finding| finding.severity() == Severity::Info), "{what}");
                if !report.findings().is_empty() {
                    infos.push(info.id);
                }
            }
        }
    }
    infos.dedup();
    // Of a Registreer voorbeoordeling one of two infos always holds: whether it was needed.
    assert!(infos.iter().all(|&id| id == "RegistreerVoorbeoordeling"), "{infos:?}");
}

#[test]
fn samples_survive_json_value_xml_value_json() {
    let read = |text: &str, what: &str| {
        skp_messages::read(text.as_bytes()).unwrap_or_else(|report| panic!("{what}: {report}"))
    };
    let write = |received: &Received, format| received.write(format, Layout::Compact).unwrap();
    for &info in catalogue::messages() {
        for seed in 0..asked().unwrap_or(4) {
            let what = format!("{} {seed}", info.bericht);
            let sample = sample(info, seed);
            let [json, xml] = [Format::Json, Format::Xml].map(|format| text(&sample, format));
            // What the sampler writes of its own tree is what the crate writes of the typed value.
            assert_eq!(write(&read(&json, &what), Format::Xml), xml, "{what}");
            assert_eq!(write(&read(&xml, &what), Format::Json), json, "{what}");
        }
    }
}

#[test]
fn samples_vary() {
    for &info in catalogue::messages() {
        let mut texts: Vec<_> = (0..4).map(|seed| text(&sample(info, seed), Format::Json)).collect();
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), 4, "{}", info.bericht);
    }
}
