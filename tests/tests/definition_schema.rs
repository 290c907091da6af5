//! The JSON Schema of the definition files: every file that is committed fits it, and mistakes that the reader tells
//! do not.
#![allow(clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use skp_codegen::emit::definition_schema;
use skp_codegen::source::Sources;
use toml::de::{DeTable, DeValue};

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&definition_schema::emit()).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::draft7::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{error}"))
}

/// TOML as JSON; `None` when it is no TOML.
fn json(text: &str) -> Option<Value> {
    fn of(value: &DeValue<'_>) -> Value {
        match value {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Integer(number) => number.as_str().parse::<i64>().map_or(Value::Null, Value::from),
            DeValue::Boolean(value) => Value::Bool(*value),
            DeValue::Array(items) => items.iter().map(|item| of(item.get_ref())).collect(),
            DeValue::Table(table) => object(table),
            // JSON has no dates, and no definition a number with a point; both are wrong wherever they stand.
            DeValue::Float(_) | DeValue::Datetime(_) => Value::Null,
        }
    }
    fn object(table: &DeTable<'_>) -> Value {
        Value::Object(table.iter().map(|(key, value)| (key.get_ref().to_string(), of(value.get_ref()))).collect())
    }
    DeTable::parse(text).ok().map(|table| object(table.get_ref()))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_committed_schema_is_the_generated_one() {
    let path = root().join("definitions/schema.json");
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == definition_schema::emit(), "run `skp definitions schema > definitions/schema.json`");
}

#[test]
fn every_committed_definition_fits() {
    let validator = validator();
    for (path, text) in skp_definitions::files().iter().filter(|(path, _)| path.ends_with(".toml")) {
        let value = json(text).unwrap_or_else(|| panic!("{path}"));
        let wrong: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{path}: {wrong:?}");
    }
}

/// Checks of one word or key, which a schema can make as well.
const EXPRESSIBLE: &[&str] = &[
    "bad-cardinality",
    "bad-provenance",
    "bad-release",
    "missing-key",
    "unknown-file",
    "unknown-key",
    "unknown-word",
    "wrong-value",
];

/// Files of those checks with a mistake that a schema cannot see: it does not compare the names in two keys.
const BEYOND: &[&str] = &["unknown-key/feiten.toml"];

#[test]
fn mistakes_in_keys_and_words_do_not_fit() {
    let validator = validator();
    let fixtures = root().join("codegen/tests/definitions");
    for check in EXPRESSIBLE {
        let sources = Sources::load(&fixtures.join(check)).unwrap_or_else(|error| panic!("{error}"));
        assert!(!sources.files.is_empty(), "{check}");
        // The text that the reader shows names the files that are wrong.
        let told = fs::read_to_string(fixtures.join(check).join("expected.stderr")).unwrap_or_default();
        for file in &sources.files {
            let value = json(&file.text).unwrap_or_else(|| panic!("{}", file.path));
            let name = file.path.trim_start_matches(check).trim_start_matches('/');
            let wrong = told.contains(&format!("--> {name}:"));
            let seen = wrong && !BEYOND.contains(&file.path.as_str());
            assert_eq!(validator.is_valid(&value), !seen, "{}", file.path);
        }
    }
    let sources = Sources::load(&fixtures.join("valid")).unwrap_or_else(|error| panic!("{error}"));
    for file in &sources.files {
        assert!(json(&file.text).is_some_and(|value| validator.is_valid(&value)), "{}", file.path);
    }
}

#[test]
fn a_mistake_is_told_at_its_own_place() {
    let text = "message = 'A'\nname = 1\ncode = 'A'\nfrom = []\nto = []\nsource = 'x'\nelements = [{ nam = 'A' }]\n[nl]\n[en]\n";
    let value = json(text).unwrap_or_default();
    let mut places: Vec<String> =
        validator().iter_errors(&value).map(|error| error.instance_path().to_string()).collect();
    places.sort();
    places.dedup();
    assert_eq!(places, ["/elements/0", "/elements/0/nam", "/name", "/source"]);
}
