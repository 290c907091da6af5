//! The portal's files as a further format: what a layout can carry must come back the same, and valid.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use skp_messages::csv::{self, Entry};
use skp_messages::shape::MessageInfo;
use skp_messages::{Format, Layout, Options, Received, read};

/// What came of a message on its way through a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trip {
    /// No layout is for it, or it has elements that the layout has no column for.
    NotCarried,
    /// It came back the same.
    Same,
    /// It did not.
    Differs(String),
}

/// The layouts that this message can be an answer in.
fn layouts(info: &MessageInfo) -> impl Iterator<Item = &'static csv::Layout> {
    csv::layouts().iter().filter(|layout| {
        layout.module == info.module.id && layout.release == info.release.number && layout.answers.contains(&info.id)
    })
}

/// A question for each layout: a sample of its message.
fn questions() -> &'static BTreeMap<&'static str, Vec<u8>> {
    static QUESTIONS: OnceLock<BTreeMap<&'static str, Vec<u8>>> = OnceLock::new();
    QUESTIONS.get_or_init(|| {
        let mut questions = BTreeMap::new();
        for layout in csv::layouts() {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/messages");
            let entries = fs::read_dir(folder.join(layout.module).join(layout.release)).into_iter().flatten();
            let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            paths.sort();
            let samples = paths.into_iter().filter_map(|path| fs::read(path).ok());
            // The one of which the layout has a column for the most.
            let best =
                samples.filter_map(|sample| Some((lost(layout, &sample)?, sample))).min_by_key(|(lost, _)| *lost);
            questions.extend(best.map(|(_, sample)| (layout.id, sample)));
        }
        questions
    })
}

/// How many elements of a question the layout has no column for; nothing when it is no question of the layout.
fn lost(layout: &'static csv::Layout, sample: &[u8]) -> Option<usize> {
    let question = read(sample).ok().filter(|message| message.info().id == layout.question)?;
    let entry = Entry { conversation: "", reference: "", sender: "", question: Some(&question), answer: None };
    Some(csv::write(layout, &[entry]).losses.len())
}

/// Sends a valid message in XML through every layout that carries it.
#[must_use]
pub fn trip(info: &MessageInfo, xml: &[u8]) -> Trip {
    let mut trip = Trip::NotCarried;
    for layout in layouts(info) {
        let Ok(message) = read(xml) else { return Trip::NotCarried };
        match through(layout, &message) {
            Trip::NotCarried => {}
            Trip::Same => trip = Trip::Same,
            Trip::Differs(why) => return Trip::Differs(format!("{}: {why}", layout.id)),
        }
    }
    trip
}

fn through(layout: &'static csv::Layout, message: &Received) -> Trip {
    let question = questions().get(layout.id).and_then(|question| read(question).ok());
    let Some(question) = &question else { return Trip::Differs("no sample is its question".to_owned()) };
    let entry = Entry {
        conversation: "0bfba812-4505-4508-940c-f96e2abe8536",
        reference: "REF-1",
        sender: "Schuldhulp Proef",
        question: Some(question),
        answer: Some(message),
    };
    let written = csv::write(layout, &[entry]);
    // What the question loses is not about the answer.
    let asked = csv::write(layout, &[Entry { answer: None, ..entry }]);
    if !written.losses.is_subset(&asked.losses) {
        return Trip::NotCarried;
    }
    let [file] = written.files.as_slice() else { return Trip::Differs("not one file".to_owned()) };
    let reading = csv::read("antwoord.csv", file.as_bytes(), &Options::default());
    if !reading.is_valid() {
        let errors = reading.findings().iter().filter(|finding| finding.is_error());
        let ids: Vec<String> = errors.map(|one| format!("{} {}", one.finding().id(), one.finding().path())).collect();
        return Trip::Differs(format!("refused: {}", ids.join(", ")));
    }
    let text = |message: &Received| message.write(Format::Xml, Layout::Compact).ok();
    match reading.conversations() {
        [one] if one.message().and_then(text) == text(message) => Trip::Same,
        _ => Trip::Differs("another message came back".to_owned()),
    }
}
