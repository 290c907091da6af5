//! `sarif` by the schema of OASIS, and what it asks in words.

use serde_json::Value;

use super::*;

fn schema() -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/sarif-schema-2.1.0.json");
    let mut schema: Value = serde_json::from_slice(&bytes(&path)).unwrap();
    // As published this pattern has a bracket too many, which not every engine takes; this is what it means.
    for part in ["run", "toolComponent"] {
        let pattern = schema.pointer_mut(&format!("/definitions/{part}/properties/language/pattern")).unwrap();
        assert_eq!(*pattern, "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$");
        *pattern = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    }
    schema
}

fn log(run: &Run) -> Value {
    serde_json::from_str(&run.render(ReportFormat::Sarif, Style::default())).unwrap()
}

#[test]
fn every_log_follows_the_schema_of_oasis() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    each(ReportFormat::Sarif, |name, _, out| {
        let log: Value = serde_json::from_str(&out).unwrap();
        if let Some(error) = validator.iter_errors(&log).next() {
            panic!("{name}: {error} at {}", error.instance_path());
        }
    });
}

#[test]
fn every_result_names_its_rule_and_place() {
    for (name, run) in runs() {
        let log = log(&run);
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        for result in run["results"].as_array().unwrap() {
            let number = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(result["ruleId"], rules[number]["id"], "{name}");
            let place = &result["locations"][0]["physicalLocation"];
            assert!(place["region"]["startLine"].as_u64() >= Some(1), "{name}: {result}");
            assert!(place["region"]["startColumn"].as_u64() >= Some(1), "{name}: {result}");
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            assert!(!uri.contains([' ', '\n', '<', '"', '\\', '`', '|']), "{uri}");
            let relative = place["artifactLocation"]["uriBaseId"] == "%SRCROOT%";
            assert_eq!(relative, !uri.starts_with("file:///") && uri != "stdin", "{uri}");
        }
        for notification in run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap() {
            if let Some(rule) = notification.get("associatedRule") {
                let number = usize::try_from(rule["index"].as_u64().unwrap()).unwrap();
                assert_eq!(rule["id"], rules[number]["id"], "{name}");
            }
        }
        let mut ids: Vec<&Value> = rules.iter().map(|rule| &rule["id"]).collect();
        let all = ids.len();
        ids.sort_by_key(|id| id.as_str());
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: a rule stands in the list once");
    }
}

#[test]
fn fingerprints_stay_when_lines_move_and_differ_within_a_run() {
    let prints = |text_of: &str| -> Vec<String> {
        let log = log(&Run::new(vec![text("a.json", text_of)]));
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.iter().map(|one| one["partialFingerprints"]["skpFinding/v1"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(prints(WRONG), prints(&WRONG.replace(',', ",\n\n   ").replace("MARKER", "ANDERS")));
    let all = log(&sampled("invalid", 1));
    let all = all["runs"][0]["results"].as_array().unwrap();
    let mut seen: Vec<&str> =
        all.iter().map(|one| one["partialFingerprints"]["skpFinding/v1"].as_str().unwrap()).collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), all.len());
}

#[test]
fn a_run_is_successful_only_when_everything_was_checked() {
    let successful = |run: &Run| log(run)["runs"][0]["invocations"][0]["executionSuccessful"].as_bool().unwrap();
    for (name, run) in runs() {
        let expected = matches!(name, "nothing found" | "judged" | "over the limit of findings" | "elsewhere");
        assert_eq!(successful(&run), expected, "{name}");
    }
}

#[test]
fn what_was_not_read_or_checked_is_notified() {
    let notified = |name: &str| -> Vec<(String, String)> {
        let (_, run) = runs().into_iter().find(|(one, _)| *one == name).unwrap();
        let log = log(&run);
        let list = log["runs"][0]["invocations"][0]["toolExecutionNotifications"].as_array().unwrap().clone();
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        list.iter().map(|one| (word(&one["descriptor"]["id"]), word(&one["level"]))).collect()
    };
    let pair = |id: &str, level: &str| (id.to_owned(), level.to_owned());
    let (error, warning) = (pair("notRead", "error"), pair("notRead", "warning"));
    assert_eq!(notified("not read"), [error.clone(), warning, error.clone(), error]);
    assert_eq!(notified("ended"), [pair("ended", "error")]);
    assert!(notified("judged").contains(&pair("staleBaseline", "note")));
    assert!(notified("nothing found").contains(&pair("noHeader", "note")));
    assert!(notified("not checkable").contains(&pair("notChecked", "warning")));
    assert!(notified("over the limit of findings").contains(&pair("findingsLeftOut", "warning")));
}

#[test]
fn what_does_not_count_is_suppressed_with_a_reason() {
    let log = log(&judged());
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressed = |result: &Value| result["suppressions"].as_array().unwrap().len();
    let states: Vec<(&str, usize)> =
        results.iter().map(|one| (one["ruleId"].as_str().unwrap(), suppressed(one))).collect();
    let (silenced, known, counts) = (("TYP-TXT-002", 1), ("VAL-006", 1), ("VAL-006", 0));
    assert_eq!(states, [silenced, known, silenced, counts, silenced, counts, silenced, counts]);
    let reason = results[1]["suppressions"][0]["justification"].as_str().unwrap();
    assert!(reason.contains("2026-12-31") && reason.contains("levering van {2019}"), "{reason}");
    assert_eq!(results[5]["level"], "note", "made milder");
}
