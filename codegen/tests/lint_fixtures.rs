//! Every check has a folder in `tests/definitions` that breaks it and nothing else, and the text it then
//! shows. The files of a folder are laid over those of `_base`; `valid` breaks nothing.
//!
//! `UPDATE_EXPECTED=1 cargo test --test lint_fixtures` writes the texts anew; read the difference.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use skp_codegen::diagnostic::render;
use skp_codegen::source::Sources;
use skp_codegen::{lint, read};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/definitions")
}

/// The folders, without `_base`.
fn folders() -> Vec<String> {
    let entries = std::fs::read_dir(root()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut folders: Vec<String> = names.filter(|name| name != "_base").collect();
    folders.sort();
    folders
}

/// The base with the files of a folder over it; paths begin below the folder.
fn sources(folder: &str) -> Sources {
    let mut files = BTreeMap::new();
    for layer in ["_base", folder] {
        for file in Sources::load(&root().join(layer)).unwrap().files {
            let path = file.path.strip_prefix(layer).unwrap().trim_start_matches('/').to_owned();
            files.insert(path, file.text);
        }
    }
    Sources::new(files)
}

/// The codes of the diagnostics and their text, as the generator gives them: lints only when all was read.
fn run(folder: &str) -> (BTreeSet<&'static str>, String) {
    let sources = sources(folder);
    let (definitions, mut diagnostics) = read::read(&sources);
    if diagnostics.is_empty() {
        diagnostics = lint::lint(&definitions);
    }
    (diagnostics.iter().map(|diagnostic| diagnostic.code).collect(), render(&diagnostics, &sources))
}

#[test]
fn each_folder_breaks_its_own_check_with_the_expected_text() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for folder in folders() {
        let (codes, text) = run(&folder);
        let own: BTreeSet<&str> = (folder != "valid").then_some(folder.as_str()).into_iter().collect();
        if codes != own {
            wrong.push(format!("{folder} breaks {codes:?}\n{text}"));
        }
        let expected = root().join(&folder).join("expected.stderr");
        if update {
            std::fs::write(&expected, &text).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != text {
            wrong.push(format!("{folder} does not give what expected.stderr says, but\n{text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_check_has_a_folder_and_each_folder_a_check() {
    let checks: Vec<&str> = read::CHECKS.iter().chain(lint::CHECKS).map(|&(code, _)| code).collect();
    let mut expected: Vec<String> = checks.iter().map(|&code| code.to_owned()).chain(["valid".to_owned()]).collect();
    expected.sort();
    assert_eq!(folders(), expected);
}
