//! Samples of every message and release are valid and the same message in both formats.

use skp_messages::sample::Form;
use skp_messages::shape::{MessageInfo, Severity};
use skp_messages::{Format, Layout, Options, Received, catalogue, validate};

use super::sampler;

/// How many samples of each message; `SAMPLE_SEEDS=1000` is for a build with optimisations.
fn seeds() -> u64 {
    std::env::var("SAMPLE_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(6)
}

fn read(text: &str, info: &MessageInfo, seed: u64) -> Received {
    skp_messages::read(text.as_bytes()).unwrap_or_else(|report| panic!("{} {seed}: {report}\n{text}", info.bericht))
}

#[test]
fn samples_of_every_message_are_valid_and_survive_both_formats() {
    let mut unsolved = Vec::new();
    for &info in catalogue::messages() {
        for seed in 0..seeds() {
            let sample = match sampler().message(info, seed) {
                Ok(sample) => sample,
                Err(error) => {
                    unsolved.push(error.to_string());
                    continue;
                }
            };
            let [json, xml] =
                [Format::Json, Format::Xml].map(|format| sample.write(format, Layout::Compact, Form::Envelope));
            for text in [&json, &xml] {
                let report = validate(text.as_bytes(), &Options::default());
                let infos = report.findings().iter().all(|finding| finding.severity() == Severity::Info);
                assert!(report.is_valid() && infos, "{} {seed}: {report}", info.bericht);
            }
            // JSON → value → XML → value → JSON.
            let write = |received: &Received, format| received.write(format, Layout::Compact).unwrap();
            let value = read(&json, info, seed);
            assert_eq!(write(&value, Format::Xml), xml, "{} {seed}", info.bericht);
            let back = read(&xml, info, seed);
            assert_eq!(write(&back, Format::Json), json, "{} {seed}", info.bericht);
        }
    }
    assert!(unsolved.is_empty(), "{}", unsolved.join("\n"));
}
