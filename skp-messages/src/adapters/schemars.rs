//! schemars for generated types: the schema that the generator wrote, put where schemars wants its parts.

use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value};

/// The schema in a generated text; the types it uses go among the generator's definitions.
pub(crate) fn schema(generator: &mut SchemaGenerator, text: &str) -> Schema {
    // The text was written by our own generator; a text that is no object would allow nothing.
    let Ok(Value::Object(mut schema)) = serde_json::from_str(text) else { return Schema::from(false) };
    if let Some(Value::Object(mut parts)) = schema.remove("$defs") {
        for (name, taken) in clashes(generator.definitions(), &parts) {
            rename(&mut parts, &mut schema, &name, &taken);
        }
        generator.definitions_mut().extend(parts);
    }
    Schema::from(schema)
}

/// The parts that have another content among the definitions, each with a name that is free.
fn clashes(definitions: &Map<String, Value>, parts: &Map<String, Value>) -> Vec<(String, String)> {
    let clash = |(name, part): (&String, &Value)| {
        definitions.get(name).filter(|known| *known != part)?;
        let free = |candidate: &String| {
            definitions.get(candidate).is_none_or(|known| known == part) && !parts.contains_key(candidate)
        };
        let candidate = (2..).map(|number| format!("{name}{number}")).find(free)?;
        Some((name.clone(), candidate))
    };
    parts.iter().filter_map(clash).collect()
}

/// Renames a part and every reference to it.
fn rename(parts: &mut Map<String, Value>, schema: &mut Map<String, Value>, name: &str, to: &str) {
    if let Some(part) = parts.remove(name) {
        parts.insert(to.to_owned(), part);
    }
    let (from, to) = (format!("#/$defs/{name}"), format!("#/$defs/{to}"));
    for value in parts.values_mut().chain(schema.values_mut()) {
        refer(value, &from, &to);
    }
}

/// Changes references in a schema; our own schemas are a few levels deep.
fn refer(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::String(text) if text == from => to.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, from, to)),
        Value::Object(members) => members.values_mut().for_each(|member| refer(member, from, to)),
        _ => {}
    }
}
