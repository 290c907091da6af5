//! Generated checks and generated JSON Schemas agree, except where `not-expressible.json` says that a schema cannot say it.
//!
//! Both look at what a JSON parser with a map and floating point makes of an input, written again: it keeps one of the members
//! that stand twice. Numbers that are not whole are left out, for it rounds them.

use serde_json::Value;

use crate::made;
use crate::schemas::Schemas;

/// Compares what is said of bytes, or of a sample in JSON that they change.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, Some(skp_messages::Format::Json)) else { return };
    let Ok(value) = serde_json::from_slice::<Value>(input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&input)) else {
        return;
    };
    if holds_float(&value) {
        return;
    }
    let text = value.to_string();
    if let Some(what) = Schemas::shared().disagreement(text.as_bytes()) {
        panic!("{what}\n{text}");
    }
}

/// Whether there is a number that is no whole number. serde_json does not nest deeper than 128.
fn holds_float(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(items) => items.iter().any(holds_float),
        Value::Object(members) => members.values().any(holds_float),
        _ => false,
    }
}
