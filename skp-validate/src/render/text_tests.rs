//! Tests of the text output: what a finding looks like, and that it tells nothing about persons.

use skp_messages::{Options, validate};

use super::*;

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<GeenMedewerking xmlns="urn:x-skp:schuldregeling:2.0">
  <KlantnummerSHV>MARKER</KlantnummerSHV>
  <Reden>KLANT_ONBEKEND</Reden>
  <Toelichting> MARKER&#x7;</Toelichting>
</GeenMedewerking>
"#;

fn render(text: &str, style: Style) -> String {
    let report = validate(text.as_bytes(), &Options::default());
    let mut out = Vec::new();
    Text::new(style).report(&mut out, "bericht.xml", text.as_bytes(), &report).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_finding_looks_like_a_compilers() {
    let text = XML.replace("KLANT_ONBEKEND", "GEEN_ZIN").replace("&#x7;", "");
    insta::assert_snapshot!(render(&text, Style::default()));
}

#[test]
fn english_and_shown_values_on_request() {
    let text = XML.replace("KLANT_ONBEKEND", "GEEN_ZIN").replace("&#x7;", "");
    insta::assert_snapshot!(render(&text, Style { lang: Lang::En, show_values: true, colour: false }));
}

#[test]
fn an_empty_input_and_an_input_that_ends_early_have_a_place() {
    insta::assert_snapshot!(render("", Style::default()) + &render("{\n", Style::default()));
}

#[test]
fn colour_changes_no_word() {
    let text = XML.replace("KLANT_ONBEKEND", "GEEN_ZIN").replace("&#x7;", "");
    let coloured = render(&text, Style { colour: true, ..Style::default() });
    assert!(coloured.contains("\u{1b}[") && !coloured.contains(":::"), "{coloured}");
}

#[test]
fn values_of_persons_are_not_shown() {
    for (from, to) in [("</Reden>", ""), ("Reden", "Redn"), ("urn:", "rn:"), ("<Klant", "Klant"), ("", "")] {
        let text = XML.replace(from, to);
        let shown = render(&text, Style::default());
        assert!(!shown.contains("MARKER") || text.contains("MARKER="), "{shown}");
    }
}
