//! The WSDL of the small catalogue of `generated_rust.rs`.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use skp_codegen::diagnostic::render;
use skp_codegen::emit::{Output, wsdl};
use skp_codegen::source::Sources;

fn outputs(folder: &str) -> Vec<Output> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let sources = Sources::load(&folder).unwrap_or_else(|error| panic!("{error}"));
    match skp_codegen::compile(&sources) {
        Ok(catalogue) => wsdl::emit(&catalogue),
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources)),
    }
}

#[test]
fn a_release() {
    let outputs = outputs("tests/small");
    let output = outputs.iter().find(|output| output.path == "proef/2.0/proef-2.0.wsdl");
    let text = &output.unwrap_or_else(|| panic!("it is not generated")).text;
    // The two schemas before it are those of `xsd.rs`.
    let own = text.split_once("targetNamespace=\"urn:x-skp:proef:2.0:dienst\" elementForm").map(|(_, own)| own);
    insta::assert_snapshot!(own.unwrap_or_else(|| panic!("no schema of the service")));
}

#[test]
fn no_two_operations_of_a_real_release_take_the_same_element() {
    let outputs = outputs("../definitions");
    assert!(outputs.len() >= 10, "{} releases", outputs.len());
    for output in &outputs {
        let mut taken = BTreeSet::new();
        let (_, messages) = output.text.split_once("<wsdl:message ").unwrap_or_else(|| panic!("no messages"));
        for message in messages.split("<wsdl:message ") {
            if !message.split('"').nth(1).is_some_and(|name| name.ends_with("Invoer")) {
                continue;
            }
            let body =
                message.split_once("<wsdl:part name=\"body\" element=\"").and_then(|(_, rest)| rest.split('"').next());
            let body = body.unwrap_or_else(|| panic!("no body in {message}"));
            assert!(taken.insert(body), "{body} twice in {}", output.path);
        }
        assert!(taken.len() > 5, "{} operations in {}", taken.len(), output.path);
    }
}

#[test]
fn no_name_stands_for_two_messages_of_a_wsdl() {
    for output in outputs("../definitions") {
        let mut names = BTreeSet::new();
        for message in output.text.split("<wsdl:message name=\"").skip(1) {
            let name = message.split('"').next().unwrap_or_default();
            assert!(names.insert(name.to_owned()), "{name} twice in {}", output.path);
        }
    }
}
