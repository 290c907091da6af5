//! Inputs to start from: samples, broken samples, files of the portal, definitions and rules.

use std::fs;
use std::path::Path;

use crate::{Target, read_definitions, words};

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
        words::Kind::Csv => files(&root, &["examples/csv"], &["csv"]),
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
