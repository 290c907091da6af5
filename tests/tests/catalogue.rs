//! The catalogue is whole: each message that the standard names is there, with its sender and receiver, its earlier
//! names, and a table of as many rows as it should have in every release.
//!
//! `fixtures/messages.tsv` has what the standard's catalogue says of each: a line for each message, with the number of
//! rows of its table in the newest release whose rows have a provenance of their own.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // a test may fail

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use skp_messages::Lang;
use skp_validate::matrix::{Counts, Filter, Label, Matrix, Row, write_csv, write_json, write_markdown};
use skp_validate::schemas;

/// The lines of the fixture, as cells.
fn fixture() -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/messages.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn all() -> Matrix {
    Matrix::new(&Filter::default())
}

/// The rows that a line of the fixture is about: one, or one for each module of a shared message.
fn rows<'m>(matrix: &'m Matrix, line: &[String]) -> Vec<&'m Row> {
    let of = |code: &str| code == line[0] || line[0] == "ALG";
    let parts = matrix.modules.iter().filter(|part| of(part.module.code));
    parts.flat_map(|part| &part.rows).filter(|row| row.id == line[2] && row.shared == (line[0] == "ALG")).collect()
}

#[test]
fn every_message_of_the_standard_is_there_and_no_other() {
    let (matrix, fixture) = (all(), fixture());
    assert_eq!(fixture.len(), 52);
    for line in &fixture {
        let found = rows(&matrix, line);
        assert_eq!(found.len(), if line[0] == "ALG" { 5 } else { 1 }, "{line:?}");
    }
    let distinct = matrix.distinct();
    assert_eq!(distinct, Counts { published: 28, derived: 20, proposed: 4 });
    assert_eq!(matrix.modules.iter().map(|part| part.rows.len()).sum::<usize>(), 56);
}

#[test]
fn each_message_has_its_names_roles_and_provenance() {
    let matrix = all();
    for line in fixture() {
        for row in rows(&matrix, &line) {
            assert_eq!((row.code, row.name), (line[1].as_str(), line[3].as_str()), "{line:?}");
            if line[0] == "ALG" {
                assert!(!row.from.is_empty() && row.from == row.to, "any participant to the other");
            } else {
                assert_eq!((row.from.join(" "), row.to.join(" ")), (line[4].clone(), line[5].clone()), "{line:?}");
            }
            let label = match Label::of(row.source) {
                Label::Published => "published",
                Label::Derived => "derived",
                Label::Proposed => "proposed",
            };
            assert_eq!(label, line[6], "{line:?}");
            let names: BTreeSet<&str> =
                row.cells.iter().filter_map(|cell| cell.message).map(|message| message.id).collect();
            let earlier: Vec<&str> = names.into_iter().filter(|name| *name != row.id).collect();
            assert_eq!(earlier.join(" "), line[11], "{line:?}");
        }
    }
}

#[test]
fn each_table_is_complete_in_every_release_that_has_the_message() {
    let matrix = all();
    for line in fixture() {
        for row in rows(&matrix, &line) {
            let counts = row.labelled().unwrap().rows;
            let found =
                [counts.total(), counts.published, counts.derived, counts.proposed].map(|count| count.to_string());
            assert_eq!(found[..], line[7..11], "{line:?}");
            for cell in &row.cells {
                if let Some(message) = cell.message {
                    assert!(cell.rows.total() > 0 && cell.all_rows.total() >= cell.rows.total(), "{}", message.bericht);
                    assert!(
                        message.shape.elements.iter().all(|element| !element.source.is_empty()),
                        "{}",
                        message.bericht
                    );
                }
            }
        }
    }
}

#[test]
fn the_json_form_follows_its_schema_and_has_every_message_of_every_release() {
    let schema: Value = serde_json::from_str(schemas::CATALOGUE).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut out = Vec::new();
    write_json(&all(), &mut out).unwrap();
    let document: Value = serde_json::from_slice(&out).unwrap();
    if let Some(error) = validator.iter_errors(&document).next() {
        panic!("{error} at {}", error.instance_path());
    }
    let records = document.as_array().unwrap();
    let told: BTreeSet<&str> = records.iter().map(|record| record["bericht"].as_str().unwrap()).collect();
    let there: BTreeSet<&str> = skp_messages::catalogue::messages().iter().map(|message| message.bericht).collect();
    assert_eq!(told, there);
    assert_eq!(records.len(), there.len());
    let known = schema["$defs"]["message"]["properties"].as_object().unwrap();
    assert!(records[0].as_object().unwrap().keys().all(|member| known.contains_key(member)), "the schema tells of it");
}

#[test]
fn the_csv_form_has_a_row_for_each_message_of_each_module() {
    let mut out = Vec::new();
    write_csv(&all(), &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let mut lines = text.split("\r\n");
    assert_eq!(
        lines.next(),
        Some("module,code,message,name,from,to,1.0,1.1,2.0,3.0,elements,published,derived,proposed,provenance")
    );
    let known = "schuldregeling,GM,GeenMedewerking,Geen medewerking,SE,SHV2,KlantOnbekend,KlantOnbekend,GeenMedewerking,\
                 GeenMedewerking,5,1,0,4,published: site-procesafspraken-se";
    assert!(text.contains(known), "{text}");
    assert_eq!(lines.filter(|line| !line.is_empty()).count(), 56);
    assert!(text.contains(",\"derived: ddas-shv, site-procesafspraken-shv\"\r\n"), "a cell with a comma is in quotes");
}

#[test]
fn the_markdown_form_has_a_table_for_each_module() {
    let mut out = Vec::new();
    write_markdown(&all(), Lang::En, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert_eq!(text.lines().filter(|line| line.starts_with("## ")).count(), 6);
    assert!(text.contains("| VerzoekVTLB | Verzoek VTLB | VV | SE | SHV2 | – | – | ✓ | ✓ | 6: 0/0/6 | published: presentatie; direction proposed |"), "{text}");
    assert!(
        text.contains(
            "52 messages; that they exist is published for 28, derived for 20 and proposed for 4. Foutbericht"
        )
    );
}
