//! No value of a person is told unless somebody asks for it: not by `Debug`, not by an error, not by a report.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // a test may fail

mod debug;
mod everywhere;
mod full;

use skp_messages::{Format, Lang, Limits, Options, Report, validate};

use crate::full::Full;

fn check(text: &str) -> Report {
    let limits = Limits { findings: 10_000, ..Limits::default() };
    validate(text.as_bytes(), &Options { limits, ..Options::default() })
}

/// Everything a report tells without being asked.
fn told(report: &Report) -> String {
    let mut out = format!("{report}\n{report:?}\n{report:#?}\n");
    for finding in report.findings() {
        out.push_str(&format!("{finding}\n{finding:?}\n{}\n{:?}\n", finding.path(), finding.path()));
        for related in finding.related() {
            out.push_str(&format!("{}\n{related:?}\n", related.path));
        }
        for format in [Format::Json, Format::Xml] {
            out.push_str(&finding.path().in_format(format));
        }
        for lang in [Lang::Nl, Lang::En] {
            out.push_str(finding.text(lang));
            out.push_str(finding.help(lang).unwrap_or_default());
            out.push_str(
                &finding.expected().map(|expected| format!("{} {expected:?}", expected.text(lang))).unwrap_or_default(),
            );
            out.push_str(&finding.value().map(|found| format!("{} {found:?}", found.masked(lang))).unwrap_or_default());
        }
    }
    out
}

fn assert_untold(told: &str, private: &[String]) {
    for value in private {
        let line = told.lines().find(|line| line.contains(value.as_str()));
        assert_eq!(line, None, "{value} is told");
    }
}

const MESSAGES: [&str; 3] = ["Saldoverzoek", "SaldoverzoekAntwoord", "Betaalvoorstel"];

#[test]
fn a_report_on_wrong_values_tells_none_of_a_person() {
    for id in MESSAGES {
        for format in [Format::Json, Format::Xml] {
            let full = Full::message(id, format, true);
            let report = check(&full.text);
            assert!(
                !report.is_valid() && report.findings().len() >= full.private.len() + full.public.len(),
                "{report}"
            );
            assert_untold(&told(&report), &full.private);
        }
    }
}

#[test]
fn a_report_on_right_values_tells_none_of_a_person() {
    for id in MESSAGES {
        for format in [Format::Json, Format::Xml] {
            let full = Full::message(id, format, false);
            let report = check(&full.text);
            let ids: Vec<_> = report.findings().iter().map(|finding| finding.id()).collect();
            // All that is wrong is what the elements say together; codes of open lists are told of as a warning.
            assert!(
                ids.iter().all(|id| !id.starts_with("DEF")
                    && !id.starts_with("FRM")
                    && (!id.starts_with("VAL") || *id == "VAL-007")),
                "{report}"
            );
            assert!(report.message().is_some_and(|info| info.id == id) && report.counts().rules > 0);
            assert_untold(&told(&report), &full.private);
        }
    }
}

#[test]
fn a_value_is_shown_to_somebody_who_asks() {
    for id in MESSAGES {
        let full = Full::message(id, Format::Xml, true);
        let report = check(&full.text);
        let shown: String =
            report.findings().iter().filter_map(|finding| finding.value()).map(|found| found.shown()).collect();
        for value in full.private.iter().chain(&full.public) {
            assert!(shown.contains(&format!("\"{value}\\u{{7f}}\"")), "{value} in {shown}");
        }
    }
}

#[test]
fn a_value_that_is_not_of_a_person_is_shown_anyhow() {
    let full = Full::message("Betaalvoorstel", Format::Json, true);
    let shown = check(&full.text).to_string();
    let open: Vec<_> = full.public.iter().filter(|value| shown.contains(value.as_str())).collect();
    assert!(!open.is_empty(), "{shown}");
}

#[test]
fn a_report_on_a_broken_file_tells_none_of_a_person() {
    for id in MESSAGES {
        for format in [Format::Json, Format::Xml] {
            let full = Full::message(id, format, false);
            let text = full.text.as_str();
            let broken = [
                text[..text.len() - 1].to_owned(),
                text.replace("GEHEIM 1", "GEHEIM\u{1} 1"),
                text.replace("2.0", "9.0"),
                format!("{text}GEHEIM 111"),
            ];
            for broken in broken {
                let report = check(&broken);
                assert!(!report.is_valid());
                assert_untold(&told(&report), &full.private);
            }
        }
    }
}

#[test]
fn a_value_of_the_wrong_json_type_is_not_told() {
    let full = Full::message("SaldoverzoekAntwoord", Format::Json, false);
    for value in &full.private {
        let wrong = full.text.replacen(&format!("\"{value}\""), &format!("[[\"{value}\"]]"), 1);
        assert_untold(&told(&check(&wrong)), &full.private);
    }
}
