//! What holds for every crate of the project, by its manifest.
#![allow(clippy::panic, clippy::unwrap_used)] // a test may fail

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The text of a manifest.
fn manifest(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands at a key of a manifest, keys within tables joined by dots.
fn at(manifest: &str, keys: &str) -> Option<String> {
    let table = DeTable::parse(manifest).unwrap().into_inner();
    let mut found = DeValue::Table(table);
    for key in keys.split('.') {
        let DeValue::Table(mut table) = found else { return None };
        found = table.remove(key)?.into_inner();
    }
    match found {
        DeValue::String(text) => Some(text.into_owned()),
        DeValue::Boolean(value) => Some(value.to_string()),
        DeValue::Table(table) => Some(table.keys().map(|key| key.get_ref().as_ref()).collect::<Vec<_>>().join(" ")),
        _ => None,
    }
}

/// Every manifest below the root, whether the workspace names it or not.
fn manifests() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            // A folder with a name that begins with a dot belongs to a tool; built things are not ours.
            if path.is_dir() && !name.starts_with('.') && name != "target" && name != "node_modules" {
                folders.push(path);
            } else if name == "Cargo.toml" && folder != root() {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() >= 6, "{found:?}");
    found
}

#[test]
fn every_crate_forbids_unsafe_code() {
    let workspace = manifest(&root().join("Cargo.toml"));
    assert_eq!(at(&workspace, "workspace.lints.rust.unsafe_code").as_deref(), Some("forbid"));
    for path in manifests() {
        let text = manifest(&path);
        let of_workspace = at(&text, "lints.workspace").as_deref() == Some("true");
        // Programs for libFuzzer are called by a name that is not mangled, which counts as unsafe; they stand outside the
        // workspace, and what they call is in a crate that does forbid it.
        let lint = at(&text, "lints.rust.unsafe_code");
        let is_fuzz = path.ends_with("fuzz/Cargo.toml") && lint.as_deref() == Some("deny");
        let forbids = lint.as_deref() == Some("forbid");
        assert!(of_workspace || forbids || is_fuzz, "{} allows unsafe code", path.display());
    }
}

#[test]
fn what_may_panic_is_denied_outside_tests() {
    let workspace = manifest(&root().join("Cargo.toml"));
    for lint in ["unwrap_used", "expect_used", "panic", "indexing_slicing", "todo", "unimplemented"] {
        let level = at(&workspace, &format!("workspace.lints.clippy.{lint}"));
        assert_eq!(level.as_deref(), Some("deny"), "{lint}");
    }
}

#[test]
fn every_crate_of_the_workspace_names_the_same_oldest_compiler() {
    assert!(at(&manifest(&root().join("Cargo.toml")), "workspace.package.rust-version").is_some());
    for path in manifests() {
        let text = manifest(&path);
        let of_workspace = at(&text, "package.version.workspace").is_some();
        let named = at(&text, "package.rust-version.workspace");
        assert!(!of_workspace || named.as_deref() == Some("true"), "{}", path.display());
    }
}

#[test]
fn what_vendors_link_takes_only_what_it_names() {
    // Each dependency without the features it has by default: what is used is named.
    let text = manifest(&root().join("skp-messages/Cargo.toml"));
    let names = at(&text, "dependencies").unwrap();
    assert!(names.contains("rust_decimal"), "{names}");
    for name in names.split(' ') {
        let says = |key: &str, value: &str| at(&text, &format!("dependencies.{name}.{key}")).as_deref() == Some(value);
        let named = says("default-features", "false") || says("workspace", "true") || says("optional", "true");
        assert!(named, "{name} comes with its default features");
    }
}
