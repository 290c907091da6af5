//! The JSON Schemas of the small catalogue of `generated_rust.rs`.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use std::path::Path;

use skp_codegen::diagnostic::render;
use skp_codegen::emit::{Output, json_schema};
use skp_codegen::source::Sources;

fn outputs() -> Vec<Output> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small");
    let sources = Sources::load(&folder).unwrap_or_else(|error| panic!("{error}"));
    match skp_codegen::compile(&sources) {
        Ok(catalogue) => json_schema::emit(&catalogue),
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources)),
    }
}

fn file(path: &str) -> String {
    let output = outputs().into_iter().find(|output| output.path == path);
    output.unwrap_or_else(|| panic!("{path} is not generated")).text
}

#[test]
fn there_are_two_schemas_for_each_message_and_a_list_for_each_release() {
    let paths: Vec<String> = outputs().into_iter().map(|output| output.path).collect();
    insta::assert_snapshot!(paths.join("\n"));
}

#[test]
fn a_bare_message() {
    insta::assert_snapshot!(file("proef/2.0/Vraag.schema.json"));
}

#[test]
fn a_message_in_its_envelope() {
    insta::assert_snapshot!(file("proef/1.0/OudeVraag.envelope.schema.json"));
}

#[test]
fn a_choice_has_exactly_one_part_filled() {
    let text = file("proef/2.0/Vraag.schema.json");
    let (_, choice) = text.split_once("\"oneOf\"").unwrap_or_else(|| panic!("there is no choice in {text}"));
    let (choice, _) = choice.split_once("],\n").unwrap_or_default();
    assert!(choice.contains("\"deze\"") && choice.contains("\"die\""), "{choice}");
}

#[test]
fn what_no_schema_can_say() {
    insta::assert_snapshot!(file("proef/2.0/not-expressible.json"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(outputs(), outputs());
}
