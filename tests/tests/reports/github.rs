//! `github` by what GitHub says of workflow commands.

use super::*;

#[test]
fn every_line_is_one_command() {
    each(ReportFormat::GitHub, |name, _, out| {
        for line in out.lines() {
            let (command, rest) = line.strip_prefix("::").and_then(|line| line.split_once(' ')).unwrap();
            assert!(["error", "warning", "notice"].contains(&command), "{name}: {line}");
            let (properties, text) = rest.split_once("::").unwrap();
            for property in properties.split(',') {
                let (key, value) = property.split_once('=').unwrap();
                assert!(["file", "line", "col", "title"].contains(&key), "{name}: {line}");
                assert!(!value.is_empty() && !value.contains(':'), "{name}: {line}");
            }
            assert!(!text.is_empty(), "{name}: {line}");
            // A percent sign is followed by what this report itself may write.
            for part in line.split('%').skip(1) {
                assert!(["25", "3A", "2C"].iter().any(|code| part.starts_with(code)), "{name}: {line}");
            }
        }
        assert!(out.lines().last().unwrap().contains("title=skp validate::"), "{name}");
    });
}

#[test]
fn what_counts_is_annotated_and_what_was_not_checked_does_not_look_like_a_pass() {
    let out = judged().render(ReportFormat::GitHub, Style::default());
    let begins: Vec<&str> =
        out.lines().map(|line| line.split_once("::").unwrap().1.split(",line").next().unwrap()).collect();
    assert_eq!(begins[..3], ["error file=expired.json", "notice file=info.json", "error file=new.json"]);
    assert!(begins[3].starts_with("notice title=skp validate::4 berichten"), "{out}");
    let nothing = Run::new(Vec::new()).render(ReportFormat::GitHub, Style::default());
    assert!(nothing.starts_with("::error title=skp validate::Geen bericht gecontroleerd"), "{nothing}");
}
