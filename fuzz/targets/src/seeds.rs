//! Inputs to start from: samples, broken samples, files of the portal, definitions and rules.

use std::fs;
use std::path::Path;

use skp_messages::sample::Form;
use skp_messages::{Format, Layout, catalogue, csv};

use crate::{Target, made, read_definitions, words};

/// The inputs for a target by name, in order of name.
///
/// # Panics
/// When the samples of this repository cannot be read.
#[must_use]
pub fn of(target: &Target) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut seeds = match target.words {
        words::Kind::Xml => files(&root, &["examples/messages", "examples/invalid"], &["xml"]),
        words::Kind::Json => files(&root, &["examples/messages", "examples/invalid"], &["json"]),
        words::Kind::Messages => files(&root, &["examples/messages", "examples/invalid"], &["json", "xml"]),
        words::Kind::Csv => files(&root, &["examples/csv"], &["csv"]).into_iter().chain(portal()).collect(),
        words::Kind::Definitions => definitions(),
    };
    if target.words != words::Kind::Csv && target.words != words::Kind::Definitions {
        // What is no message decides about a sample; the first byte which one.
        seeds.extend((0..=b'9').map(|first| (format!("made-{first:02}"), vec![first; 40])));
    }
    seeds.sort();
    seeds
}

/// The files below these folders whose names end like this.
fn files(root: &Path, folders: &[&str], extensions: &[&str]) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.flatten().map(|entry| entry.path()) {
            let wanted = path.extension().is_some_and(|own| extensions.iter().any(|extension| own == *extension));
            if path.is_dir() {
                folders.push(path);
            } else if wanted {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace(['/', '\\'], "-");
                found.push((name, fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))));
            }
        }
    }
    found
}

/// A file of each layout of the portal, with a question and one of its answers.
fn portal() -> Vec<(String, Vec<u8>)> {
    let message = |layout: &csv::Layout, id: &str, seed| {
        let bericht = format!("{}/{}/{id}", layout.module, layout.release);
        let info = catalogue::messages().iter().find(|info| info.bericht == bericht)?;
        let text = made::sample(info, seed, Format::Json, Layout::Compact, Form::Bare)?;
        skp_messages::read(text.as_bytes()).ok()
    };
    let file = |layout: &'static csv::Layout, id: &str, seed| {
        let (question, answer) = (message(layout, layout.question, seed)?, message(layout, id, seed)?);
        let entry = csv::Entry {
            conversation: "3f0c1b9e-5a7d-4e21-9c44-0d8a6b1f2e33",
            reference: "SHV-1",
            sender: "Gemeente Voorbeeldstad",
            question: Some(&question),
            answer: Some(&answer),
        };
        let text = csv::write(layout, &[entry]).files.into_iter().next()?;
        Some((format!("{}-{id}-{seed}", layout.id), text.into_bytes()))
    };
    let layouts = csv::layouts().iter().flat_map(|layout| layout.answers.iter().map(move |&id| (layout, id)));
    layouts.flat_map(|(layout, id)| (0..4).filter_map(move |seed| file(layout, id, seed))).collect()
}

/// The small catalogue file by file, and every expression of a rule of the standard.
fn definitions() -> Vec<(String, Vec<u8>)> {
    let mut seeds: Vec<_> = read_definitions::seeds().into_iter().map(String::into_bytes).collect();
    for (_, text) in skp_definitions::files() {
        let expression = |line: &str| {
            let (key, value) = line.split_once('=')?;
            let is_rule = ["assert", "when", "each", "at"].contains(&key.trim());
            is_rule.then(|| value.trim().trim_matches(['"', '\'']).as_bytes().to_vec())
        };
        seeds.extend(text.lines().filter_map(expression));
    }
    seeds.sort();
    seeds.dedup();
    seeds.into_iter().enumerate().map(|(number, seed)| (format!("{number:04}"), seed)).collect()
}
