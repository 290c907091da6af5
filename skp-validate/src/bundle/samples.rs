//! The samples in a bundle: of each message one that is valid, in every form in which it is sent, and of each layout of the
//! portal one file. They are made up; the same program makes the same ones.

use std::collections::BTreeMap;
use std::io;

use skp_messages::csv::{self, Entry, layouts};
use skp_messages::sample::{Form, Sampler};
use skp_messages::shape::MessageInfo;
use skp_messages::{Format, Layout, Options, catalogue, read};

/// The seed of the samples of messages.
const SEED: u64 = 1;
/// So many questions and answers are tried for a file of the portal; they must go together.
const TRIES: u64 = 50;

/// The samples of a release, by path in the bundle.
pub(super) fn of(module: &str, release: &str) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let here = |info: &&&'static MessageInfo| info.module.id == module && info.release.number == release;
    let sampler = Sampler::shared().map_err(io::Error::other)?;
    for info in catalogue::messages().iter().filter(here) {
        let sample = sampler.message(info, SEED).map_err(io::Error::other)?;
        for (form, end) in [(Form::Bare, ""), (Form::Envelope, ".envelope")] {
            for (format, extension) in [(Format::Json, "json"), (Format::Xml, "xml")] {
                let text = sample.write(format, Layout::Compact, form);
                files.insert(format!("samples/{}{end}.{extension}", info.id), text.into_bytes());
            }
        }
    }
    for layout in layouts().iter().filter(|layout| layout.module == module && layout.release == release) {
        let file = (SEED..SEED + TRIES).find_map(|seed| file(sampler, layout, seed));
        let file = file.ok_or_else(|| io::Error::other(format!("no sample of layout {}", layout.id)))?;
        files.insert(format!("samples/csv/{}.csv", layout.id), file);
    }
    Ok(files)
}

/// A file of the portal with a question and the answer to it; `None` when the two that were made do not go together.
fn file(sampler: &Sampler, layout: &'static csv::Layout, seed: u64) -> Option<Vec<u8>> {
    let made = |id: &str| {
        let here = |info: &&&'static MessageInfo| {
            info.id == id && info.module.id == layout.module && info.release.number == layout.release
        };
        let info = catalogue::messages().iter().find(here)?;
        let sample = sampler.message(info, seed).ok()?;
        read(sample.write(Format::Json, Layout::Compact, Form::Envelope).as_bytes()).ok()
    };
    let question = made(layout.question)?;
    let answer = made(layout.answers.first()?)?;
    let header = question.header()?;
    let conversation = header.conversatie_referentienummer.to_string();
    let entry = Entry {
        conversation: &conversation,
        reference: header.referentienummer.as_str(),
        sender: header.afzender_naam.as_ref().map_or("Gemeente Voorbeeldstad", |name| name.as_str()),
        question: Some(&question),
        answer: Some(&answer),
    };
    let file = csv::write(layout, &[entry]).files.into_iter().next()?.into_bytes();
    let reading = csv::read("voorbeeld.csv", &file, &Options::default());
    let answered = reading.conversations().iter().any(|one| one.message().is_some());
    (reading.is_valid() && reading.findings().is_empty() && answered).then_some(file)
}
