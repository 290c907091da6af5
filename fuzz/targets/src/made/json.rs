//! Changes to JSON.

use arbitrary::Unstructured;
use serde_json::{Map, Value, json};

use super::{below, pick, value};

/// Before the name of a member that is to stand twice; no sample has it.
const TWIN: char = '\u{1}';

/// Changes one thing in a JSON text; what is no JSON stays as it is.
pub(super) fn change(text: &mut String, u: &mut Unstructured<'_>) {
    let Ok(mut root) = serde_json::from_str::<Value>(text) else { return };
    let mut pointers = Vec::new();
    collect(&root, String::new(), &mut pointers);
    let Some((place, other)) = pick(u, &pointers).cloned().zip(pick(u, &pointers)) else { return };
    let other = root.pointer(other).cloned().unwrap_or(Value::Null);
    let (parent, name) = place.rsplit_once('/').unwrap_or_default();
    let name = name.replace("~1", "/").replace("~0", "~");
    match (below(u, 10), root.pointer_mut(parent)) {
        (0, Some(Value::Object(members))) => drop(members.remove(&name)),
        (1, Some(Value::Object(members))) => drop(members.insert(format!("{TWIN}{name}"), other)),
        (2, Some(Value::Object(members))) => rename(members, &name),
        (0, Some(Value::Array(items))) => {
            if let Some(at) = name.parse().ok().filter(|&at: &usize| at < items.len()) {
                items.remove(at);
            }
        }
        (1 | 2, Some(Value::Array(items))) => {
            let at = below(u, items.len() + 1);
            items.insert(at, other);
        }
        (3, Some(Value::Array(items))) => {
            let at = below(u, items.len());
            items.swap(0, at);
        }
        (kind, _) => {
            if let Some(old) = root.pointer_mut(&place) {
                replace(old, kind, other, u);
            }
        }
    }
    // A name behind the mark is another member to the map and the same to a reader.
    *text = root.to_string().replace("\\u0001", "");
}

fn replace(old: &mut Value, kind: usize, other: Value, u: &mut Unstructured<'_>) {
    *old = match (kind, &*old) {
        (3, _) => other,
        (4, _) => {
            let others =
                [json!(null), json!(""), json!([]), json!({}), json!([null]), json!(true), json!(0), json!([[]])];
            pick(u, &others).cloned().unwrap_or_default()
        }
        (5, Value::String(text)) => text.parse::<i64>().map_or_else(|_| json!(text), Value::from),
        (5, Value::Number(number)) => Value::String(number.to_string()),
        (_, Value::String(text)) => Value::String(value(text, u)),
        (_, Value::Number(_)) => u.arbitrary::<i32>().unwrap_or(0).into(),
        (_, Value::Bool(set)) => (!set).into(),
        (_, Value::Array(items)) => Value::Array(items.iter().cycle().take(items.len() * 3).cloned().collect()),
        (_, Value::Object(members)) => {
            let mut members = members.clone();
            members.insert("vreemd".to_owned(), other);
            Value::Object(members)
        }
        (_, Value::Null) => json!("x"),
    };
}

fn rename(members: &mut Map<String, Value>, name: &str) {
    let value = members.remove(name).unwrap_or(Value::Null);
    members.insert(format!("{name}x"), value);
}

/// The pointers of everything below a value. serde_json does not nest deeper than 128.
fn collect(value: &Value, at: String, out: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in inner {
        collect(value, format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), out);
    }
    if !at.is_empty() {
        out.push(at);
    }
}
