//! The OpenAPI document of the small catalogue of `generated_rust.rs`.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use std::path::Path;

use skp_codegen::diagnostic::render;
use skp_codegen::emit::{Output, openapi};
use skp_codegen::source::Sources;

fn outputs(folder: &str) -> Vec<Output> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let sources = Sources::load(&folder).unwrap_or_else(|error| panic!("{error}"));
    match skp_codegen::compile(&sources) {
        Ok(catalogue) => openapi::emit(&catalogue),
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources)),
    }
}

fn small() -> String {
    let output = outputs("tests/small").into_iter().find(|output| output.path == "proef/2.0/proef-2.0.openapi.json");
    output.unwrap_or_else(|| panic!("it is not generated")).text
}

#[test]
fn the_resources_of_a_release() {
    let text = small();
    let paths = text.split_once("\n  \"components\"").map(|(paths, _)| paths);
    insta::assert_snapshot!(paths.unwrap_or_else(|| panic!("no components")));
}

#[test]
fn the_envelope_is_one_of_the_messages_and_their_types_stand_beside_them() {
    let text = small();
    let schemas = text.split_once("\n    \"schemas\"").map(|(_, schemas)| schemas);
    let schemas = schemas.unwrap_or_else(|| panic!("no schemas"));
    let names: Vec<_> = schemas.lines().filter(|line| line.starts_with("      \"") && line.ends_with('{')).collect();
    insta::assert_snapshot!(names.join("\n"));
}

#[test]
fn every_reference_of_a_real_release_leads_somewhere() {
    let outputs = outputs("../definitions");
    assert!(outputs.len() >= 10, "{} releases", outputs.len());
    for output in &outputs {
        let references = output.text.split("\"$ref\": \"").skip(1).filter_map(|rest| rest.split('"').next());
        for reference in references {
            let name = reference.strip_prefix("#/components/").unwrap_or_else(|| panic!("{reference}"));
            let name = name.split('/').nth(1).unwrap_or_else(|| panic!("{reference}"));
            assert!(output.text.contains(&format!("\n      \"{name}\": {{")), "{reference} in {}", output.path);
        }
    }
}
