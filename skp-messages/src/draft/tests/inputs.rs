//! The inputs on which twins are compared: samples, each with an element left out, changed or moved.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// At most so many inputs are made of one sample.
const MOST: usize = 80;

/// The inputs with a message of this kind; for the header samples of any kind.
pub(super) fn of(table: &str) -> Vec<String> {
    let header = table == "Berichtheader";
    let mut out = Vec::new();
    for sample in samples() {
        let Some((bericht, envelope)) = enveloped(&sample) else { continue };
        let below = if header { "/header" } else { "/inhoud" };
        if bericht == table || (header && sample.get("header").is_some()) {
            // Without a header rules that need one are not checked.
            let mut bare = envelope["inhoud"].clone();
            bare["bericht"] = bericht.into();
            out.push(bare.to_string());
            vary(&envelope, below, &mut out);
            // With every item twice there is something for `unique` to find.
            let mut doubled = envelope.clone();
            double(&mut doubled);
            if doubled != envelope {
                vary(&doubled, below, &mut out);
            }
        }
        if header && out.len() > 8 * MOST {
            break;
        }
    }
    assert!(out.len() > 100, "{table}");
    out
}

/// The JSON samples, those that are right and those that are not.
fn samples() -> Vec<Value> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("vendor") && !path.ends_with("invalid") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                files.push(path);
            }
        }
    }
    files.sort();
    files.iter().filter_map(|path| serde_json::from_slice(&std::fs::read(path).unwrap()).ok()).collect()
}

/// Which message a sample is, and the sample in an envelope.
fn enveloped(sample: &Value) -> Option<(String, Value)> {
    if let Some(header) = sample.get("header") {
        let text = |name: &str| header.get(name).and_then(Value::as_str);
        let bericht = format!("{}/{}/{}", text("module")?, text("release")?, text("bericht")?);
        return Some((bericht, sample.clone()));
    }
    let bericht = sample.get("bericht")?.as_str()?.to_owned();
    let parts: Vec<&str> = bericht.split('/').collect();
    let [module, release, id] = parts.as_slice() else { return None };
    let mut message = sample.clone();
    message.as_object_mut()?.remove("bericht");
    let header = json!({
        "module": module, "release": release, "bericht": id,
        "afzender": "ea1de3b4-2094-44bc-b0cd-3168c9c1731f", "afzenderType": "SHV2",
        "ontvanger": "579b8be4-884a-404b-8320-7350712a56fc",
        "conversatieReferentienummer": "3e516d4f-5379-4b19-823f-73dd5a2d02ca",
        "referentienummer": "R-1", "verzondenOp": "2026-03-02T09:15:00+01:00"
    });
    Some((bericht, json!({ "header": header, "inhoud": message })))
}

/// Repeats the items of every list.
fn double(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.iter_mut().for_each(double);
            items.extend(items.clone());
        }
        Value::Object(members) => members.values_mut().for_each(double),
        _ => {}
    }
}

/// The message, with each element in turn left out, doubled, and filled with what stands in others or at a border.
fn vary(envelope: &Value, below: &str, out: &mut Vec<String>) {
    out.push(envelope.to_string());
    let mut pointers = Vec::new();
    collect(envelope.pointer(below).unwrap(), below, &mut pointers);
    let values: Vec<Value> = pointers.iter().filter_map(|pointer| envelope.pointer(pointer)).cloned().collect();
    let most = out.len() + MOST;
    for round in 0.. {
        for (number, pointer) in pointers.iter().enumerate() {
            let mut changed = envelope.clone();
            let other = &values[(number + 7 * round) % values.len()];
            if !change(&mut changed, pointer, round, other) {
                continue;
            }
            if round > 4 {
                // Two changes at once reach what one does not.
                let second = &pointers[(number * 31 + round) % pointers.len()];
                change(&mut changed, second, (number + round) % 5, other);
            }
            out.push(changed.to_string());
            if out.len() >= most {
                return;
            }
        }
        if round > 40 {
            return;
        }
    }
}

/// Changes one element in the way of a round; says whether it did.
fn change(root: &mut Value, pointer: &str, round: usize, other: &Value) -> bool {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    if round.is_multiple_of(5) {
        return match root.pointer_mut(parent) {
            Some(Value::Object(members)) => members.remove(name).is_some(),
            Some(Value::Array(items)) if round.is_multiple_of(2) => {
                let item = name.parse().ok().and_then(|index: usize| items.get(index)).cloned();
                item.map(|item| items.push(item)).is_some()
            }
            Some(Value::Array(items)) => name.parse().is_ok_and(|index| {
                index < items.len() && {
                    items.remove(index);
                    true
                }
            }),
            _ => false,
        };
    }
    let Some(value) = root.pointer_mut(pointer) else { return false };
    let text = value.as_str().map(str::to_owned);
    let new = match (&*value, text, round % 5) {
        (Value::Bool(value), ..) => json!(!value),
        (Value::Number(_), _, 1) => json!(1),
        (Value::Number(_), _, 2) => json!(17),
        (_, Some(text), 1) if looks(&text) == "0.0" => json!("0.00"),
        (_, Some(text), 2) if looks(&text) == "0.0" => json!("5000.00"),
        (_, Some(text), 1) if looks(&text) == "0-0-0" => json!("2026-03-02"),
        (_, Some(text), 2) if looks(&text) == "0-0-0" => json!("2020-01-31"),
        // What is read without its space, and lines that end as elsewhere.
        (_, Some(text), 1) if looks(&text) == "0a" => json!("1234 AB"),
        (_, Some(text), 3) if text.contains(' ') && text.len() > 20 => json!(text.replace(' ', "\r\n")),
        (_, Some(text), 1) if text.len() == 18 && text.starts_with("NL") => json!(text.to_lowercase()),
        (_, Some(text), 3) if text.len() == 36 && other.as_str().is_some_and(|other| other.len() == 36) => {
            json!(other.as_str().unwrap_or_default().to_uppercase())
        }
        // What stands elsewhere, when it is of the same kind.
        (_, Some(text), _) if other.as_str().is_some_and(|other| looks(other) == looks(&text)) => other.clone(),
        (_, Some(_), 4) => json!("bel 06-12345678"),
        _ => return false,
    };
    let differs = new != *value;
    *value = new;
    differs
}

/// What kind of value a text seems to be: its digits as 0 and its letters as a, each run once.
fn looks(text: &str) -> String {
    let kind = |letter: char| match letter {
        '0'..='9' => '0',
        letter if letter.is_alphabetic() => 'a',
        other => other,
    };
    let mut out = String::new();
    for letter in text.chars().map(kind) {
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

/// The pointers of everything below a value.
fn collect(value: &Value, at: &str, out: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in inner {
        let pointer = format!("{at}/{name}");
        collect(value, &pointer, out);
        out.push(pointer);
    }
}
