//! JSON Schema for the definition files themselves, so that an editor for TOML completes and checks them.
//!
//! It is made of [`crate::forms`] alone. Draft 7, and a chain of if and else instead of `oneOf`: a mistake is then shown
//! at its own place, and not as "no kind of file fits". The properties at the top are there for completion, which
//! does not look behind an if. What needs more than one word, a lint says.

use super::json::{Object, Value};
use crate::forms::{FILES, File, Holds, Key, rows};

/// The schema, as the text of a file.
#[must_use]
pub fn emit() -> String {
    let mut definitions = Object::new();
    for row in rows() {
        definitions = definitions.with(&format!("row-{}", row.name), table("A row.", row.keys));
    }
    for file in FILES {
        definitions = definitions.with(&format!("file-{}", file.kind), table(file.text, file.keys));
    }
    let schema = Object::new()
        .with("$schema", "http://json-schema.org/draft-07/schema#")
        .with("$comment", "Written by 'skp definitions schema'; do not edit.")
        .with("title", "A definition file of the message standard of the Schuldenknooppunt")
        .with("type", "object")
        .with("properties", all_keys())
        .followed_by(choice(FILES))
        .with("definitions", definitions);
    Value::from(schema).pretty()
}

/// The file of the first kind whose key is there.
fn choice(files: &[File]) -> Object {
    match files {
        [] => {
            let kinds: Vec<Value> =
                FILES.iter().map(|file| Object::new().with("required", vec![file.kind]).into()).collect();
            Object::new().with("anyOf", kinds)
        }
        [file, rest @ ..] => Object::new()
            .with("if", Object::new().with("required", vec![file.kind]))
            .with("then", reference(&format!("file-{}", file.kind)))
            .with("else", choice(rest)),
    }
}

/// Every key that stands at the top of some file, with all it may hold there.
fn all_keys() -> Object {
    let mut keys: Vec<(&str, Vec<Object>)> = Vec::new();
    for key in FILES.iter().flat_map(|file| file.keys) {
        let schema = property(key);
        match keys.iter_mut().find(|(name, _)| *name == key.name) {
            Some((_, schemas)) if schemas.contains(&schema) => {}
            Some((_, schemas)) => schemas.push(schema),
            None => keys.push((key.name, vec![schema])),
        }
    }
    keys.into_iter().fold(Object::new(), |all, (name, mut schemas)| match (schemas.len(), schemas.pop()) {
        (1, Some(only)) => all.with(name, only),
        (_, Some(last)) => {
            schemas.push(last);
            all.with(name, Object::new().with("anyOf", schemas))
        }
        _ => all,
    })
}

/// A table with these keys and no others.
fn table(text: &str, keys: &[Key]) -> Object {
    let properties = keys.iter().fold(Object::new(), |all, key| all.with(key.name, property(key)));
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    Object::new()
        .with("description", text)
        .with("type", "object")
        .with("required", required.clone())
        .with("properties", properties)
        // As a schema and not `false`, so that an editor marks the key and not the whole table.
        .with("additionalProperties", Object::new().with("not", Object::new()))
        // The editors that complete TOML fill these in.
        .with("x-taplo", Object::new().with("initKeys", required))
}

fn property(key: &Key) -> Object {
    Object::new().with("description", key.text).followed_by(holds(&key.holds))
}

fn holds(holds: &Holds) -> Object {
    match holds {
        Holds::Text | Holds::Long => typed("string"),
        Holds::Word(words) => typed("string").with("enum", words.to_vec()),
        Holds::Number => pattern(&format!("^{NUMBER}$")),
        Holds::Bound => pattern(&format!("^ *([A-Z]+ +)?{NUMBER} *(, *([A-Z]+ +)?{NUMBER} *)*$")),
        Holds::Day => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Holds::Provenance | Holds::LongProvenance => pattern("^((published|derived): *[^ ;,(].*|proposed([ ;:].*)?)$"),
        Holds::Cardinality => pattern(&format!("^{PART}(\\.\\.({PART}|\\*))?$")),
        Holds::Flag => typed("boolean"),
        Holds::Integer => typed("integer"),
        Holds::Limit => Object::new().with("anyOf", vec![typed("integer"), pattern(&format!("^{PART}\\.[0-9]{{2}}$"))]),
        Holds::Texts => typed("array").with("items", typed("string")),
        Holds::Rows(row) => typed("array").with("items", reference(&format!("row-{}", row.name))),
        Holds::Dictionary => typed("object").with("additionalProperties", typed("string")),
        Holds::Lists => typed("object").with("additionalProperties", typed("array").with("items", typed("string"))),
    }
}

/// A number without leading zeros.
const PART: &str = "(0|[1-9][0-9]*)";
/// A release number.
const NUMBER: &str = "(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)";

fn typed(ty: &str) -> Object {
    Object::new().with("type", ty)
}

fn pattern(pattern: &str) -> Object {
    typed("string").with("pattern", pattern)
}

fn reference(name: &str) -> Object {
    Object::new().with("$ref", format!("#/definitions/{name}"))
}
