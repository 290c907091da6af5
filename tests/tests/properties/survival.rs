//! Any value survives each format.

use proptest::prelude::*;
use skp_fuzz_targets::round_trip;
use skp_messages::csv::{self, Entry};
use skp_messages::sample::{Form, Sampler};
use skp_messages::{Format, Layout, Options, Received, catalogue, read};

use super::{config, message};

const CONVERSATION: &str = "3f0c1b9e-5a7d-4e21-9c44-0d8a6b1f2e33";

fn received(text: &str) -> Received {
    read(text.as_bytes()).unwrap_or_else(|report| panic!("{report}\n{text}"))
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_message_survives_json_and_xml_compact_and_pretty(sample in message(), json in any::<bool>(), bare in any::<bool>()) {
        let format = if json { Format::Json } else { Format::Xml };
        let form = if bare { Form::Bare } else { Form::Envelope };
        let message = received(&sample.write(format, Layout::Pretty, form));
        // Samples are written by a writer of their own.
        prop_assert_eq!(message.write(format, Layout::Compact).unwrap_or_default(), sample.write(format, Layout::Compact, form));
        round_trip::survives(&message);
    }
}

/// A sample of a message of a layout.
fn sample(layout: &csv::Layout, id: &str, seed: u64) -> Received {
    let bericht = format!("{}/{}/{id}", layout.module, layout.release);
    let info = catalogue::messages().iter().find(|info| info.bericht == bericht);
    let info = info.unwrap_or_else(|| panic!("there is no {bericht}"));
    let sample = Sampler::shared().and_then(|sampler| sampler.message(info, seed));
    received(&sample.unwrap_or_else(|error| panic!("{error}")).to_json())
}

fn entry<'m>(question: &'m Received, answer: Option<&'m Received>) -> Entry<'m> {
    Entry {
        conversation: CONVERSATION,
        reference: "SHV-1",
        sender: "Gemeente Voorbeeldstad",
        question: Some(question),
        answer,
    }
}

/// A question that a file holds all of, or nearly: one with a postbus as its address could not be read back.
fn question(layout: &'static csv::Layout) -> Received {
    let questions = (0..32).map(|seed| sample(layout, layout.question, seed));
    let least = questions.min_by_key(|question| csv::write(layout, &[entry(question, None)]).losses.len());
    least.unwrap_or_else(|| panic!("{} has no question", layout.id))
}

/// Writes an answer to a file and reads that back; `None` when the file cannot hold all of it.
fn comes_back(layout: &'static csv::Layout, question: &Received, answer: &Received) -> Option<()> {
    let lost = csv::write(layout, &[entry(question, None)]).losses;
    let written = csv::write(layout, &[entry(question, Some(answer))]);
    let [file] = written.files.as_slice() else { panic!("one conversation in several files") };
    let reading = csv::read("antwoord.csv", file.as_bytes(), &Options::default());
    assert_eq!(reading.layout().map(|found| found.id), Some(layout.id));
    if written.losses != lost {
        return None;
    }
    let lines: Vec<String> = reading.findings().iter().map(ToString::to_string).collect();
    assert!(reading.is_valid(), "nothing was lost, yet\n{}\n{file}", lines.join("\n"));
    let [back] = reading.conversations() else { panic!("one conversation became several") };
    let canonical = |message: &Received| message.write(Format::Xml, Layout::Compact).ok();
    assert_eq!(back.message().and_then(canonical), canonical(answer), "came back different\n{file}");
    Some(())
}

#[test]
fn an_answer_survives_a_file_of_the_portal_or_what_is_lost_is_named() {
    let mut seen = 0;
    for layout in csv::layouts() {
        let question = question(layout);
        for id in layout.answers {
            let whole = (0..24).filter(|&seed| comes_back(layout, &question, &sample(layout, id, seed)).is_some());
            seen += usize::from(whole.count() > 0);
        }
    }
    assert!(seen > csv::layouts().len(), "only {seen} kinds of answers come back whole");
}
