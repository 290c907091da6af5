//! The rules and code lists of the small catalogue of `generated_rust.rs`.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use std::path::Path;

use skp_codegen::catalogue::Catalogue;
use skp_codegen::cel;
use skp_codegen::diagnostic::render;
use skp_codegen::emit::{Output, code_lists, rules};
use skp_codegen::source::Sources;

fn outputs(folder: &str, emit: fn(&Catalogue) -> Vec<Output>) -> Vec<Output> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let sources = Sources::load(&folder).unwrap_or_else(|error| panic!("{error}"));
    match skp_codegen::compile(&sources) {
        Ok(catalogue) => emit(&catalogue),
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources)),
    }
}

fn small(path: &str, emit: fn(&Catalogue) -> Vec<Output>) -> String {
    let output = outputs("tests/small", emit).into_iter().find(|output| output.path == path);
    output.unwrap_or_else(|| panic!("{path} is not generated")).text
}

#[test]
fn the_rules_of_a_release() {
    insta::assert_snapshot!(small("proef/2.0/rules.json", rules::emit));
}

#[test]
fn every_expression_of_a_real_release_still_parses() {
    let mut count = 0;
    for output in outputs("../definitions", rules::emit) {
        for line in output.text.lines() {
            let Some(text) = line.trim().strip_prefix("\"cel\": \"") else { continue };
            let text = text.trim_end_matches("\",").replace("\\\"", "\"");
            assert!(cel::parse(&text).is_ok(), "{text} in {}", output.path);
            count += 1;
        }
    }
    assert!(count > 100, "{count} rules");
}

#[test]
fn the_lists_of_a_release() {
    let outputs = outputs("tests/small", code_lists::emit);
    insta::assert_snapshot!(outputs.iter().map(|output| output.path.as_str()).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_list_as_json() {
    insta::assert_snapshot!(small("proef/1.0/codes/Soort.json", code_lists::emit));
}

#[test]
fn a_list_as_csv() {
    insta::assert_snapshot!(small("proef/2.0/codes/Soort.csv", code_lists::emit));
}
