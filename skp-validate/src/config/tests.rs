//! Tests of settings: what is read, and what mistakes look like.

use super::*;
use crate::RulePattern;
use crate::policy::Level;
use crate::reports::ReportFormat;

const RULES: &[&str] = &["SR-BV-001", "SR-BV-002", "VAL-006"];

fn wrong(text: &str) -> Vec<String> {
    let bad = parse(".skp.toml", text, RULES).unwrap_err();
    bad.wrong().iter().map(|wrong| wrong.en.clone()).collect()
}

#[test]
fn every_key_is_read() {
    let text = r#"
        deny_warnings = true
        strict = true
        ignore_unknown = true
        reports = ["text", "sarif=uit/skp.sarif"]
        limits = { findings = 500, size = 64 }
        severity = { "SR-BV-*" = "waarschuwing", "VAL-006" = "off" }
        [[paths]]
        match = "oud/**"
        severity = { "VAL-006" = "fout" }
        [baseline]
        file = "skp-baseline.json"
        [[baseline.known]]
        rule = "VAL-006"
        input = "in/*.json"
        path = "Reden"
        until = 2027-01-31
        reason = "levering van voor 2020"
        [[baseline.known]]
        fingerprint = "00ff"
        until = "2027-02-01"
        times = 2
    "#;
    let config = parse(".skp.toml", text, RULES).unwrap();
    assert!(config.deny_warnings && config.strict && config.ignore_unknown);
    assert_eq!((config.max_findings, config.max_size), (Some(500), Some(64)));
    assert_eq!(
        config.reports.iter().map(|report| report.format).collect::<Vec<_>>(),
        [ReportFormat::Text, ReportFormat::Sarif]
    );
    assert_eq!(config.severity.of("VAL-006"), Some(Level::Off));
    assert_eq!(config.paths.len(), 1);
    assert_eq!(config.baseline_file.as_deref(), Some(std::path::Path::new("skp-baseline.json")));
    let [first, second] = config.known.as_slice() else { panic!("{:?}", config.known) };
    assert_eq!(
        (first.rule.as_ref(), first.until.to_string().as_str()),
        (Some(&RulePattern::new("VAL-006")), "2027-01-31")
    );
    assert_eq!((second.times, second.fingerprint.as_deref()), (Some(2), Some("00ff")));
    assert_eq!(parse(".skp.toml", "", RULES).unwrap(), Config::default());
}

#[test]
fn a_mistake_is_shown_with_its_line() {
    let bad = parse(".skp.toml", "strict = true\ndeny_warning = true\n", RULES).unwrap_err();
    let expected = "\
fout: onbekende sleutel deny_warning; bedoelt u deny_warnings?
 --> .skp.toml:2:1
  |
2 | deny_warning = true
  | ^^^^^^^^^^^^
";
    assert_eq!(bad.text(skp_messages::Lang::Nl), expected);
    assert_eq!(bad.line(skp_messages::Lang::En), ".skp.toml:2: unknown key deny_warning; did you mean deny_warnings?");
}

#[test]
fn unknown_keys_rules_and_words_are_mistakes() {
    assert_eq!(wrong("[limits]\nsizes = 3"), ["unknown key sizes; did you mean size?"]);
    assert_eq!(wrong("[severity]\n'SR-BV-003' = 'off'"), ["there is no rule SR-BV-003; did you mean SR-BV-001?"]);
    assert_eq!(wrong("[severity]\n'QQ-*' = 'off'"), ["there is no rule QQ-*"]);
    assert_eq!(
        wrong("[severity]\n'VAL-006' = 'warnin'"),
        ["warnin is no severity; choose from off, info, warning, error; did you mean warning?"]
    );
    assert_eq!(wrong("reports = ['sarif', 'junti=x']"), ["there is no report junti; did you mean junit?"]);
    assert_eq!(wrong("show_values = true").len(), 1);
}

#[test]
fn wrong_kinds_are_mistakes_and_all_are_told() {
    let text = "deny_warnings = 'ja'\nreports = 'text'\nlimits = { findings = 0, size = 1.5 }\nseverity = 1\npaths = [1]\n\
                baseline = { known = [{ rule = 'VAL-006', until = 2027-01-31T10:00:00Z }, {}] }";
    let wrong = wrong(text);
    assert_eq!(wrong.len(), 9, "{wrong:#?}");
    assert!(parse(".skp.toml", "a = ", RULES).unwrap_err().to_string().contains(".skp.toml:1:5"));
}

#[test]
fn a_file_named_by_settings_lies_in_their_folder() {
    for path in ["/etc/passwd", "../x.json", "a/../../x.json", ""] {
        let text = format!("reports = ['json={path}']\n[baseline]\nfile = '{path}'");
        assert!(!wrong(&text).is_empty(), "{path}");
    }
}

#[test]
fn the_settings_in_the_readme_are_right() {
    let readme = include_str!("../../README.md");
    let text = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let rules: Vec<&str> = skp_messages::catalogue::rules().iter().map(|rule| rule.id).collect();
    let config = parse("README.md", text, &rules).unwrap();
    assert!(config.deny_warnings && config.known.len() == 1 && config.paths.len() == 1);
}
