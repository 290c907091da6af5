//! The text of generated Rust for a small fixed catalogue with awkward names: one snapshot per file.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use std::path::Path;

use skp_codegen::diagnostic::render;
use skp_codegen::emit::{Output, rust};
use skp_codegen::source::Sources;

fn outputs() -> Vec<Output> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small");
    let sources = Sources::load(&folder).unwrap_or_else(|error| panic!("{error}"));
    match skp_codegen::compile(&sources) {
        Ok(catalogue) => rust::emit(&catalogue, &sources),
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources)),
    }
}

fn file(path: &str) -> String {
    let output = outputs().into_iter().find(|output| output.path == path);
    output.unwrap_or_else(|| panic!("{path} is not generated")).text
}

#[test]
fn the_files_are_one_per_type_and_release() {
    let paths: Vec<String> = outputs().into_iter().map(|output| output.path).collect();
    insta::assert_snapshot!(paths.join("\n"));
}

#[test]
fn a_message_with_rules_and_a_list() {
    insta::assert_snapshot!(file("proef/v2_0/vraag.rs"));
}

#[test]
fn the_same_message_before_it_was_renamed() {
    insta::assert_snapshot!(file("proef/v1_0/oude_vraag.rs"));
}

#[test]
fn a_choice_has_a_constructor_for_each_part() {
    let text = file("shared/since_2_0/keuze.rs");
    let made = text.split("impl Keuze {").nth(1).unwrap_or_default();
    insta::assert_snapshot!(made);
}

#[test]
fn a_closed_code_list() {
    insta::assert_snapshot!(file("shared/since_2_0/soort.rs"));
}

#[test]
fn an_open_code_list_keeps_unknown_codes() {
    insta::assert_snapshot!(file("shared/since_2_0/reden.rs"));
}

#[test]
fn simple_types_with_their_patterns() {
    insta::assert_snapshot!(file("simple.rs"));
}

#[test]
fn the_messages_of_a_release() {
    insta::assert_snapshot!(file("proef/v2_0/messages.rs"));
}

#[test]
fn the_index_exports_a_type_that_did_not_change_twice() {
    insta::assert_snapshot!(file("index.rs"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(outputs(), outputs());
}
