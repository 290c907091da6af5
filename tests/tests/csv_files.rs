//! Each rule on the portal's files has an example that breaks it and nothing else.
//!
//! `examples/csv/invalid/expected.tsv` has a line for each finding: file, rule, row, column and its name. A file that ends
//! in `.vraag.csv` is what was downloaded, for the answers beside it. After an intended change run with
//! `UPDATE_EXPECTED=1` and read the difference.
#![allow(clippy::panic, clippy::unwrap_used)] // a test may fail

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use skp_messages::Options;
use skp_messages::csv::{Questions, Reading, read, read_answers, rules};
use skp_tests::{bytes, examples, name};

fn files() -> Vec<PathBuf> {
    let folder = fs::read_dir(examples("csv/invalid")).unwrap();
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| name(path).starts_with("CSV-") && !name(path).ends_with(".vraag.csv"));
    files.sort();
    files
}

fn reading(path: &Path) -> Reading {
    let asked = path.with_extension("vraag.csv");
    if !asked.exists() {
        return read(&name(path), &bytes(path), &Options::default());
    }
    let mut questions = Questions::default();
    questions.add(&name(&asked), &bytes(&asked)).unwrap();
    if name(path).starts_with("CSV-005") {
        questions.not_confirmed();
    }
    read_answers(&name(path), &bytes(path), &questions, &Options::default())
}

#[test]
fn each_example_gives_exactly_its_finding() {
    let mut found = String::from("file\trule\trow\tcolumn\tname\n");
    for path in files() {
        let reading = reading(&path);
        let ids: Vec<&str> = reading.findings().iter().map(|finding| finding.finding().id()).collect();
        assert_eq!(ids.len(), 1, "{}: {:?}", name(&path), reading.findings());
        for finding in reading.findings() {
            assert!(name(&path).starts_with(finding.finding().id()), "{}: {ids:?}", name(&path));
            let (row, letters, column) = finding
                .place()
                .map_or_else(Default::default, |place| (place.row.to_string(), place.letters(), place.name));
            found.push_str(&format!("{}\t{}\t{row}\t{letters}\t{column}\n", name(&path), finding.finding().id()));
        }
    }
    let file = examples("csv/invalid").join("expected.tsv");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, &found).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), found);
}

#[test]
fn every_rule_on_files_has_an_example() {
    let shown: BTreeSet<String> = files().iter().map(|path| name(path).chars().take(7).collect()).collect();
    // One is about the size of a file, which nobody wants in a repository, and one about another file of the upload.
    let others = ["CSV-002", "CSV-003"].map(str::to_owned);
    let all: BTreeSet<String> = rules().iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(shown.into_iter().chain(others).collect::<BTreeSet<_>>(), all);
}

#[test]
fn a_file_over_4_mb_is_refused_and_one_near_it_is_warned_about() {
    let valid = bytes(&examples("csv/saldoverzoek-antwoord.csv"));
    let text = String::from_utf8(valid).unwrap();
    let (header, rows) = text.split_once("\r\n").unwrap();
    let sized = |most: usize| {
        let mut out = format!("{header}\r\n");
        for number in 0.. {
            let conversation = format!("00000000-0000-4000-8000-{number:012}");
            let block: String =
                rows.lines().map(|row| format!("{conversation}{}\r\n", row.get(36..).unwrap())).collect();
            if out.len() + block.len() > most {
                break;
            }
            out.push_str(&block);
        }
        out
    };
    let ids = |text: &str| {
        let reading = read("a.csv", text.as_bytes(), &Options::default());
        (reading.is_valid(), reading.findings().iter().map(|one| one.finding().id()).collect::<Vec<_>>())
    };
    assert_eq!(ids(&sized(4_194_304)), (true, vec!["CSV-002"]));
    let over = sized(4_194_304) + &" ".repeat(3000);
    assert_eq!(ids(&over), (false, vec!["CSV-002"]));
}

#[test]
fn the_valid_examples_are_valid() {
    for file in ["saldoverzoek-antwoord.csv", "betaalvoorstel-antwoord.csv"] {
        let reading = read(file, &bytes(&examples("csv").join(file)), &Options::default());
        assert!(reading.is_valid() && reading.findings().is_empty(), "{file}: {:?}", reading.findings());
    }
}
