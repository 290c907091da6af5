//! Generated checks and generated JSON Schemas agree, except where `not-expressible.json` says that a schema cannot say it.
//!
//! Inputs that a JSON parser with floating point reads otherwise than they are written are left out: a member that stands
//! twice, of which it keeps one, and numbers that it rounds.

use serde_json::Value;
use skp_messages::{Finding, Format, Options, validate};

use crate::made;
use crate::schemas::Schemas;

/// Compares what is said of bytes, or of a sample in JSON that they change.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, Some(Format::Json)) else { return };
    let report = validate(&input, &Options::default());
    if report.left_out() > 0 || report.findings().iter().map(Finding::id).any(|id| ["FRM-004", "FRM-005"].contains(&id))
    {
        return;
    }
    let Ok(value) = serde_json::from_slice::<Value>(input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&input)) else {
        return;
    };
    if holds_float(&value) {
        return;
    }
    if let Some(what) = Schemas::shared().disagreement(&input) {
        panic!("{what}\n{}", String::from_utf8_lossy(&input));
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
