//! Changes to JSON.

use serde_json::{Map, Value};

use super::{Dice, VALUES};

/// Before the name of a member that is to stand twice; no sample has it.
const TWIN: char = '\u{1}';

/// A JSON message with so many changes; what is no JSON stays as it is.
pub(super) fn mutant(text: &str, changes: usize, dice: &mut Dice) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(text) else { return text.to_owned() };
    for _ in 0..changes {
        change(&mut value, dice);
    }
    value.to_string().replace("\\u0001", "")
}

fn change(root: &mut Value, dice: &mut Dice) {
    let mut pointers = Vec::new();
    collect(root, "", &mut pointers);
    if pointers.is_empty() {
        return;
    }
    let pointer = dice.pick(&pointers).clone();
    let other: &String = dice.pick(&pointers);
    let other = root.pointer(other).cloned().unwrap_or(Value::Null);
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    let kind = dice.below(12);
    match (root.pointer_mut(parent), kind) {
        (Some(Value::Object(members)), 0 | 1) => drop(members.remove(&name)),
        (Some(Value::Object(members)), 2) => drop(members.insert(format!("{TWIN}{name}"), other)),
        (Some(Value::Object(members)), 3) => rename(members, &name),
        (Some(Value::Array(items)), 0 | 1) => drop(items.remove(name.parse().unwrap())),
        (Some(Value::Array(items)), 2 | 3) => {
            let item = items[name.parse::<usize>().unwrap()].clone();
            items.push(item);
        }
        _ => {
            let Some(value) = root.pointer_mut(&pointer) else { return };
            *value = replaced(value, other, kind, dice);
        }
    }
}

fn rename(members: &mut Map<String, Value>, name: &str) {
    let value = members.remove(name).unwrap_or(Value::Null);
    members.insert(format!("{name}x"), value);
}

fn replaced(value: &Value, other: Value, kind: usize, dice: &mut Dice) -> Value {
    match (kind, value) {
        (4, _) => [Value::Null, "".into(), Value::Array(Vec::new()), Value::Object(Map::new())][dice.below(4)].clone(),
        (5, _) => other,
        (6 | 7, Value::String(_)) => (*dice.pick(VALUES)).into(),
        (_, Value::String(text)) => dice.tweak(text).into(),
        (_, Value::Number(_)) => dice.below(1500).into(),
        (_, Value::Bool(value)) => (!value).into(),
        (6, Value::Array(_)) => Value::Array(Vec::new()),
        (_, value) => value.clone(),
    }
}

/// The pointers of everything below a value.
fn collect(value: &Value, at: &str, out: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in inner {
        let pointer = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
        collect(value, &pointer, out);
        out.push(pointer);
    }
}
