//! `junit` by what `junit-10.xsd` allows. The gate runs libxml2 with the schema itself: `.ci/junit`.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::*;

type Names = &'static [&'static str];

/// Which children and attributes an element may have, and which attributes it must; the part of the schema that is used.
const ALLOWED: &[(&str, Names, Names, Names)] = &[
    ("", &["testsuites"], &[], &[]),
    ("testsuites", &["testsuite"], &["name", "tests", "failures", "errors"], &[]),
    (
        "testsuite",
        &["testcase", "system-out"],
        &["name", "tests", "failures", "errors", "skipped"],
        &["name", "tests", "failures", "errors"],
    ),
    ("testcase", &["failure", "error", "skipped", "system-out"], &["name", "classname"], &["name"]),
    ("failure", &[], &["type", "message"], &[]),
    ("error", &[], &["type", "message"], &[]),
    ("skipped", &[], &["type", "message"], &[]),
    ("system-out", &[], &[], &[]),
];

#[derive(Default)]
struct Seen {
    elements: BTreeMap<String, u64>,
    suite: BTreeMap<String, String>,
    texts: String,
}

fn open(tag: &BytesStart, parents: &[String], seen: &mut Seen) -> String {
    let name = tag.name().as_ref().to_owned();
    let parent = parents.last().map_or("", String::as_str);
    let row = |of: &str| ALLOWED.iter().find(|row| row.0 == of).unwrap_or_else(|| panic!("{of}"));
    assert!(row(parent).1.contains(&name.as_str()), "{name} in {parent}");
    let mut attributes = BTreeMap::new();
    for attribute in tag.attributes() {
        let attribute = attribute.unwrap();
        let key = attribute.key.as_ref().to_owned();
        assert!(row(&name).2.contains(&key.as_str()), "{name} {key}");
        attributes.insert(key, attribute.value.to_string());
    }
    assert!(row(&name).3.iter().all(|needed| attributes.contains_key(*needed)), "{name}");
    if name == "testsuite" {
        seen.suite = attributes;
    }
    *seen.elements.entry(name.clone()).or_default() += 1;
    name
}

fn read(text: &str) -> Seen {
    let mut reader = Reader::from_str(text);
    let (mut seen, mut parents) = (Seen::default(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                let name = open(&tag, &parents, &mut seen);
                parents.push(name);
            }
            Event::Empty(tag) => {
                open(&tag, &parents, &mut seen);
            }
            Event::End(_) => {
                parents.pop().unwrap();
            }
            Event::Text(text) => seen.texts.push_str(&text),
            Event::GeneralRef(_) | Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(parents.is_empty());
    seen
}

#[test]
fn every_report_has_the_structure_of_junit_and_counts_itself() {
    each(ReportFormat::JUnit, |name, _, out| {
        let seen = read(&out);
        let count = |element: &str| seen.elements.get(element).copied().unwrap_or(0).to_string();
        assert_eq!(seen.suite["tests"], count("testcase"), "{name}");
        assert_eq!(seen.suite["failures"], count("failure"), "{name}");
        assert_eq!(seen.suite["errors"], count("error"), "{name}");
        assert_eq!(seen.suite["skipped"], count("skipped"), "{name}");
        assert!(!out.contains("]]>"), "{name}");
    });
}

#[test]
fn an_input_is_a_test_that_ends_as_its_verdict_says() {
    let counts = |name: &str| {
        let (_, run) = runs().into_iter().find(|(one, _)| *one == name).unwrap();
        let suite = read(&run.render(ReportFormat::JUnit, Style::default())).suite;
        ["tests", "failures", "errors", "skipped"].map(|key| suite[key].parse::<u64>().unwrap())
    };
    // Known findings are no failures; what was not checked is no pass, and neither is a run without inputs.
    assert_eq!(counts("judged"), [4, 2, 0, 0]);
    assert_eq!(counts("not read"), [4, 0, 3, 1]);
    assert_eq!(counts("not checkable"), [3, 1, 0, 2]);
    assert_eq!(counts("no inputs"), [1, 0, 1, 0]);
    assert_eq!(counts("ended"), [1, 0, 1, 0]);
    let [tests, failures, errors, skipped] = counts("nothing found");
    assert!(tests > 20 && [failures, errors, skipped] == [0, 0, 0]);
}

#[test]
fn warnings_and_rules_that_were_not_checked_are_told() {
    let out = judged().render(ReportFormat::JUnit, Style { lang: Lang::En, ..Style::default() });
    let texts = read(&out).texts;
    assert!(texts.contains("warning TYP-TXT-002") && texts.contains("Switched off in the settings."), "{texts}");
    assert!(texts.contains("does not count through 2026-12-31"), "{texts}");
}
