//! The text of generated Rust for rules on facts between messages, for a small fixed catalogue.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic, clippy::expect_used)]

use std::path::Path;

use skp_codegen::diagnostic::render;
use skp_codegen::emit::rust;
use skp_codegen::source::Sources;

/// The definitions of `small` with those of `small_facts`, and one text in them changed.
fn sources(change: (&str, &str)) -> Sources {
    let mut files = Vec::new();
    for folder in ["small", "small_facts"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
        let loaded = Sources::load(&path).unwrap_or_else(|error| panic!("{error}"));
        files.extend(loaded.files.into_iter().map(|file| {
            let path = file.path.split_once('/').map_or("", |(_, path)| path).to_owned();
            (path, if folder == "small_facts" { file.text.replace(change.0, change.1) } else { file.text })
        }));
    }
    files.sort();
    Sources::new(files)
}

fn facts() -> String {
    let sources = sources(("", ""));
    let catalogue = match skp_codegen::compile(&sources) {
        Ok(catalogue) => catalogue,
        Err(diagnostics) => panic!("{}", render(&diagnostics, &sources)),
    };
    let output = rust::emit(&catalogue, &sources).into_iter().find(|output| output.path == "proef/facts.rs");
    output.unwrap_or_else(|| panic!("there are no facts")).text
}

/// What the generator says of definitions with this change.
fn refused(change: (&str, &str)) -> String {
    let sources = sources(change);
    let Err(diagnostics) = skp_codegen::compile(&sources) else { panic!("the change is accepted") };
    render(&diagnostics, &sources)
}

#[test]
fn the_table_of_the_rules() {
    let text = facts();
    let table = text.split("pub(crate) static FACTS").nth(1).and_then(|text| text.split("\nfn ").next());
    insta::assert_snapshot!(table.unwrap_or_default());
}

#[test]
fn a_function_for_each_combination_of_tables() {
    let text = facts();
    let functions = text.split_once("\nfn ").map_or("", |(_, functions)| functions);
    insta::assert_snapshot!(format!("fn {functions}"));
}

#[test]
fn a_rule_that_holds_in_no_release_is_shown() {
    insta::assert_snapshot!(refused(("vorige.Posten", "vorige.Poste")));
}

#[test]
fn a_rule_without_any_earlier_message_is_shown() {
    insta::assert_snapshot!(refused((r#"["Vraag", "Antwoord.Posten"]"#, "[]")));
}

#[test]
fn an_unknown_message_in_names_is_shown() {
    insta::assert_snapshot!(refused(("names(Kenmerk, 'Vraag')", "names(Kenmerk, 'Vrag')")));
}

#[test]
fn a_role_that_sends_nothing_is_shown() {
    insta::assert_snapshot!(refused(("'SE'", "'WSK'")));
}
