//! The XML Schemas of the small catalogue of `generated_rust.rs`.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use std::path::Path;

use skp_codegen::diagnostic::render;
use skp_codegen::emit::{Output, xsd};
use skp_codegen::source::Sources;

fn outputs() -> Vec<Output> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small");
    let sources = Sources::load(&folder).unwrap_or_else(|error| panic!("{error}"));
    match skp_codegen::compile(&sources) {
        Ok(catalogue) => xsd::emit(&catalogue),
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources)),
    }
}

fn file(path: &str) -> String {
    let output = outputs().into_iter().find(|output| output.path == path);
    output.unwrap_or_else(|| panic!("{path} is not generated")).text
}

#[test]
fn there_is_a_schema_and_a_list_for_each_release() {
    let paths: Vec<String> = outputs().into_iter().map(|output| output.path).collect();
    insta::assert_snapshot!(paths.join("\n"));
}

#[test]
fn a_release() {
    insta::assert_snapshot!(file("proef/2.0/proef-2.0.xsd"));
}

#[test]
fn nothing_in_it_troubles_code_generators() {
    for output in outputs().iter().filter(|output| output.path.ends_with(".xsd")) {
        for word in ["xs:integer", "xs:any", "xs:import", "xs:include", "substitutionGroup", "xs:nonNegativeInteger"] {
            assert!(!output.text.contains(word), "{word} in {}", output.path);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(outputs(), outputs());
}
