//! The schemas of settings and baselines agree with what reads those files.

use serde_json::{Value, json};
use skp_validate::{baseline, config, schemas};

use super::*;

fn validator(schema: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
}

#[test]
fn the_schema_of_settings_and_their_reader_agree() {
    let validator = validator(schemas::CONFIG);
    let cases = [
        (json!({}), true),
        (json!({"deny_warnings": true, "strict": false, "ignore_unknown": true}), true),
        (json!({"reports": ["text", "sarif=uit/a.sarif"]}), true),
        (json!({"limits": {"findings": 500, "size": 64}}), true),
        (json!({"severity": {"VAL-*": "off", "VAL-006": "fout", "TYP-*": "warning"}}), true),
        (json!({"paths": [{"match": "oud/**", "severity": {"VAL-006": "uit"}}]}), true),
        (
            json!({"baseline": {"file": "b.json", "known": [{"rule": "VAL-006", "until": "2027-01-31", "times": 2}]}}),
            true,
        ),
        (json!({"deny_warning": true}), false),
        (json!({"strict": "ja"}), false),
        (json!({"reports": ["pdf"]}), false),
        (json!({"limits": {"findings": 0}}), false),
        (json!({"limits": {"depth": 3}}), false),
        (json!({"severity": {"VAL-006": "hoog"}}), false),
        (json!({"paths": [{"severity": {}}]}), false),
        (json!({"baseline": {"known": [{"rule": "VAL-006"}]}}), false),
        (json!({"baseline": {"known": [{"until": "2027-01-31"}]}}), false),
    ];
    for (settings, right) in cases {
        assert_eq!(validator.is_valid(&settings), right, "schema: {settings}");
        // JSON values of these kinds are TOML too, written as inline tables.
        let text: String =
            settings.as_object().unwrap().iter().map(|(key, value)| format!("{key} = {}\n", inline(value))).collect();
        assert_eq!(config::parse(".skp.toml", &text, &["VAL-006", "TYP-TXT-002"]).is_ok(), right, "reader: {text}");
    }
}

fn inline(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<String> =
                members.iter().map(|(key, value)| format!("{key:?} = {}", inline(value))).collect();
            format!("{{ {} }}", members.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

#[test]
fn a_baseline_that_is_written_follows_its_schema_and_tells_nothing() {
    let mut policy = Policy::new(SourceRoot::new("/repo"), day("2026-07-01").unwrap());
    policy.record(day("2026-12-31").unwrap());
    let mut run = sampled("invalid", 7);
    run.checked.push(text("a.json", &WRONG.replace("\"reden\"", "\"MARKER\":1,\"reden\"")));
    run.checked.iter_mut().for_each(|one| policy.judge(one));
    let mut out = Vec::new();
    baseline::write(&policy.recorded(), &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.contains("a.json") && !out.contains("MARKER"));
    let validator = validator(schemas::BASELINE);
    assert!(validator.is_valid(&serde_json::from_str(&out).unwrap()));
    assert_eq!(baseline::read(&out).unwrap(), policy.recorded());
    for (wrong, right) in [("\"schema\"", "\"shema\""), ("2026-12-31", "31-12-2026"), ("\"rule\"", "\"regel\"")] {
        let text = out.replace(wrong, right);
        assert!(
            !validator.is_valid(&serde_json::from_str(&text).unwrap()) && baseline::read(&text).is_err(),
            "{right}"
        );
    }
}
