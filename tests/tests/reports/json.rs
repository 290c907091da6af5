//! `json` and `ndjson` by their published schema.

use jsonschema::Validator;
use serde_json::{Value, json};
use skp_validate::schemas;

use super::*;

/// The schema, closed: a member that it does not tell of is a mistake here, though readers are to pass over it.
fn closed() -> Value {
    let mut schema: Value = serde_json::from_str(schemas::REPORT).unwrap();
    fn close(part: &mut Value) {
        if part.get("properties").is_some() {
            part["additionalProperties"] = json!(false);
        }
    }
    close(&mut schema);
    schema["$defs"].as_object_mut().unwrap().values_mut().for_each(close);
    schema
}

fn check(validator: &Validator, name: &str, instance: &Value) {
    if let Some(error) = validator.iter_errors(instance).next() {
        panic!("{name}: {error} at {}", error.instance_path());
    }
}

#[test]
fn every_json_report_follows_its_schema() {
    let validator = jsonschema::validator_for(&closed()).unwrap();
    each(ReportFormat::Json, |name, run, out| {
        let document: Value = serde_json::from_str(&out).unwrap();
        check(&validator, name, &document);
        assert_eq!(document["inputs"].as_array().unwrap().len(), run.checked.len());
    });
}

#[test]
fn every_line_of_ndjson_follows_its_schema() {
    let mut schema = closed();
    // Only `line` is asked for.
    for key in ["required", "properties", "type", "additionalProperties"] {
        schema.as_object_mut().unwrap().remove(key);
    }
    schema["$ref"] = json!("#/$defs/line");
    let validator = jsonschema::validator_for(&schema).unwrap();
    each(ReportFormat::Ndjson, |name, run, out| {
        let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        lines.iter().for_each(|line| check(&validator, name, line));
        assert_eq!(lines.len(), run.checked.len() + 1, "{name}");
        assert_eq!(lines.last().unwrap()["schema"], skp_validate::render::REPORT_SCHEMA);
    });
}

#[test]
fn the_schema_refuses_what_is_not_a_report() {
    let validator = jsonschema::validator_for(&closed()).unwrap();
    let good: Value = serde_json::from_str(&judged().render(ReportFormat::Json, Style::default())).unwrap();
    check(&validator, "good", &good);
    for (pointer, value) in [
        ("/schema", json!("urn:x-skp:report:2")),
        ("/summary/exitCode", json!(5)),
        ("/inputs/0/findings/0/state", json!("gone")),
        ("/inputs/0/findings/0/line", json!(0)),
        ("/inputs/0/verdict", json!("ok")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&bad), "{pointer}");
    }
}

#[test]
fn what_does_not_count_is_told() {
    let document: Value = serde_json::from_str(&judged().render(ReportFormat::Json, Style::default())).unwrap();
    let state = |input: usize| {
        let findings = document["inputs"][input]["findings"].as_array().unwrap().iter();
        findings
            .map(|finding| (finding["rule"].as_str().unwrap(), finding["state"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(state(0), [("TYP-TXT-002", "silenced"), ("VAL-006", "known")]);
    assert_eq!(state(1), [("TYP-TXT-002", "silenced"), ("VAL-006", "expired")]);
    assert_eq!(document["inputs"][0]["findings"][1]["until"], "2026-12-31");
    assert_eq!(document["inputs"][2]["findings"][1]["severity"], "info");
    assert_eq!(document["summary"]["stale"][0]["rule"], "KOP-*");
    assert_eq!(document["summary"]["exitCode"], 1);
}
