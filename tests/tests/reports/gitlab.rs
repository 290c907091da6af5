//! `gitlab` by what GitLab says of code quality reports.

use serde_json::Value;

use super::*;

#[test]
fn every_report_is_a_list_of_whole_issues() {
    each(ReportFormat::GitLab, |name, run, out| {
        let document: Value = serde_json::from_str(&out).unwrap();
        let issues = document.as_array().unwrap();
        let mut prints = Vec::new();
        for issue in issues {
            assert!(issue["description"].as_str().is_some_and(|text| !text.is_empty()), "{name}");
            assert!(issue["check_name"].as_str().is_some_and(|text| !text.is_empty()), "{name}");
            let severity = issue["severity"].as_str().unwrap();
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{name}");
            assert!(issue["location"]["path"].as_str().is_some_and(|path| !path.is_empty()), "{name}");
            assert!(issue["location"]["lines"]["begin"].as_u64() >= Some(1), "{name}");
            prints.push(issue["fingerprint"].as_str().unwrap());
        }
        let all = prints.len();
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), all, "{name}: fingerprints differ");
        assert!(!issues.is_empty() || run.summary.verdict() == skp_validate::Verdict::Passed, "{name}");
    });
}

#[test]
fn severities_follow_how_findings_count() {
    let out = judged().render(ReportFormat::GitLab, Style::default());
    let issues: Vec<Value> = serde_json::from_str(&out).unwrap();
    let told: Vec<_> = issues
        .iter()
        .map(|one| (one["location"]["path"].as_str().unwrap(), one["severity"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("known.json", "info"), ("expired.json", "major"), ("info.json", "info"), ("new.json", "major")]);
}
