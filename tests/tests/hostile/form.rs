//! Input that is cut short, declares what it may not, or says a thing twice.

use super::*;

/// Checks that no beginning of a message is valid, and that each has a finding.
fn cut_anywhere(whole: &[u8]) {
    let whole = whole.trim_ascii_end();
    assert!(check(whole, &Options::default()).is_valid());
    for end in 0..whole.len() {
        let report = check(&whole[..end], &Options::default());
        assert!(!report.is_valid() && !report.findings().is_empty(), "cut at {end}");
    }
}

#[test]
fn json_cut_at_any_byte_is_refused() {
    cut_anywhere(&sample("saldoverzoek-minimaal.json"));
    cut_anywhere(&sample("geen-medewerking-klant-onbekend.json"));
    cut_anywhere(JSON.replace("SHV-1", "é\\uD83D\\uDE00").as_bytes());
}

#[test]
fn xml_cut_at_any_byte_is_refused() {
    cut_anywhere(&sample("saldoverzoek-minimaal.xml"));
    cut_anywhere(&sample("geen-medewerking-klant-onbekend.xml"));
    cut_anywhere(XML.replace("SHV-1", "<!-- é --><![CDATA[é]]>&#233;&amp;<?é é?>").as_bytes());
}

#[test]
fn something_after_the_message_is_refused() {
    for (text, more) in [(JSON, "{}"), (JSON, "x"), (JSON, ","), (XML, "<a/>"), (XML, "x"), (XML, "&amp;")] {
        assert_eq!(ids(format!("{text}{more}")), ["FRM-001"], "{more}");
    }
}

#[test]
fn what_is_neither_format_is_refused() {
    for text in ["Beste collega,", "PK\u{3}\u{4}", "bericht: x", "// {}", "%PDF-1.7", "a;b;c\n1;2;3"] {
        assert_eq!(ids(text), ["FRM-001"], "{text}");
    }
}

#[test]
fn json_that_is_no_object_is_refused() {
    for text in ["[]", "1", "\"x\"", "null", "true", "[{}]"] {
        assert_eq!(ids(text), ["FRM-006"], "{text}");
    }
}

#[test]
fn no_rule_is_checked_on_a_header_that_is_none() {
    let message = JSON.replace("{", "{\"inhoud\":{") + "}";
    for (header, id) in [("[]", "FRM-006"), ("null", "DEF-007"), ("\"x\"", "FRM-006")] {
        assert_eq!(ids(message.replacen('{', &format!("{{\"header\":{header},"), 1)), [id], "{header}");
    }
}

#[test]
fn the_rules_of_the_items_are_not_checked_when_something_else_stands_for_the_list() {
    let text = |name: &str| String::from_utf8(sample(name)).unwrap();
    let cut = |text: &str, from: &str, to: &str, new: &str| {
        let (begin, end) = (text.find(from).unwrap(), text.rfind(to).unwrap() + to.len());
        format!("{}{new}{}", &text[..begin], &text[end..])
    };
    let json = text("saldoverzoek-antwoord-minimaal.json");
    let json = |value: &str| cut(&json, "\"openstaandeSchulden\"", "]", &format!("\"openstaandeSchulden\": {value}"));
    let xml = text("saldoverzoek-antwoord-minimaal.xml");
    let name = "OpenstaandeSchulden";
    let xml = |value: &str| cut(&xml, &format!("<{name}>"), &format!("</{name}>"), &format!("<{name}{value}</{name}>"));
    let nil = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'>";
    for (input, id) in [
        (json("5"), "FRM-006"),
        (json("{}"), "FRM-006"),
        (json("null"), "DEF-007"),
        (xml(">5"), "FRM-008"),
        (xml(nil), "DEF-007"),
    ] {
        let report = check(input, &Options::default());
        assert_eq!(found(&report), [id]);
        for rule in ["SR-SA-001", "SR-SA-003", "SR-SA-004", "TYP-SCH-001", "TYP-SCH-002"] {
            assert!(report.not_checked().iter().any(|other| other.rule.id == rule), "{rule}: {report}");
        }
    }
}

#[test]
fn the_rules_of_the_items_are_not_checked_when_the_list_is_missing() {
    let text = String::from_utf8(sample("betaalvoorstel-minimaal-saneringskrediet.xml")).unwrap();
    let (begin, end) = (text.find("<Vorderingen>").unwrap(), text.find("</Vorderingen>").unwrap() + 14);
    for list in ["", "<Vorderingen/>"] {
        let report = check(format!("{}{list}{}", &text[..begin], &text[end..]), &Options::default());
        assert_eq!(found(&report), ["DEF-002"]);
        for rule in ["SR-BV-005a", "SR-BV-005b", "SR-BV-008"] {
            assert!(report.not_checked().iter().any(|other| other.rule.id == rule), "{rule}: {report}");
        }
    }
}

#[test]
fn json_dialects_are_refused() {
    for wrong in ["{'a':1}", "{a:1}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":NaN}", "{/**/}", "{\"a\":.5}"] {
        assert_eq!(ids(wrong), ["FRM-001"], "{wrong}");
    }
}

#[test]
fn a_doctype_is_refused_before_any_entity_is_expanded() {
    let mut laughs = String::from("<!DOCTYPE GeenMedewerking [<!ENTITY l0 \"ha\">");
    for level in 1..=9 {
        let below = format!("&l{};", level - 1).repeat(10);
        laughs.push_str(&format!("<!ENTITY l{level} \"{below}\">"));
    }
    let bomb = format!("{laughs}]>{}", XML.replace("SHV-1", "&l9;"));
    assert_eq!(only(&bomb), ("FRM-003", 1, 1));
}

#[test]
fn an_external_entity_is_not_fetched() {
    for entity in ["SYSTEM \"file:///etc/passwd\"", "PUBLIC \"x\" \"http://127.0.0.1:9/x\""] {
        let text = format!("<!DOCTYPE a [<!ENTITY x {entity}>]>{}", XML.replace("SHV-1", "&x;"));
        assert_eq!(only(&text), ("FRM-003", 1, 1));
    }
    assert_eq!(ids(format!("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">{XML}")), ["FRM-003"]);
}

#[test]
fn no_entity_exists_beyond_the_five() {
    assert_eq!(ids(XML.replace("SHV-1", "&euml;")), ["FRM-001"]);
    let five = value(XML.replace("SHV-1", "&amp;&lt;&gt;&quot;&apos;"));
    assert_eq!(five.klantnummer_shv.as_str(), "&<>\"'");
}

#[test]
fn xml_1_1_is_refused() {
    assert_eq!(ids(format!("<?xml version=\"1.1\"?>{XML}")), ["FRM-001"]);
}

#[test]
fn a_member_that_stands_twice_is_refused_at_every_level() {
    let root = JSON.replace("\"reden\"", "\"reden\":\"KLANT_ONBEKEND\",\"reden\"");
    assert_eq!(ids(root), ["FRM-005"]);
    let escaped = JSON.replace("\"reden\"", "\"\\u0072eden\":\"KLANT_ONBEKEND\",\"reden\"");
    assert_eq!(ids(escaped), ["FRM-005"]);
    let itself = JSON.replacen('{', "{\"bericht\":\"schuldregeling/2.0/GeenMedewerking\",", 1);
    assert_eq!(ids(itself), ["FRM-005"]);
    let nested = String::from_utf8(sample("saldoverzoek-minimaal.json")).unwrap();
    assert_eq!(ids(nested.replace("\"voornamen\"", "\"voornamen\":\"A\",\"voornamen\"")), ["FRM-005"]);
}

#[test]
fn an_envelope_that_has_a_part_twice_is_refused() {
    let envelope = String::from_utf8(sample("geen-medewerking-klant-onbekend.json")).unwrap();
    for part in ["inhoud", "header"] {
        let twice = envelope.replace(&format!("\"{part}\""), &format!("\"{part}\": {{}}, \"{part}\""));
        assert!(ids(twice).contains(&"FRM-005"), "{part}");
    }
    assert_eq!(ids(envelope.replace("\"module\"", "\"module\": \"schuldregeling\", \"module\"")), ["FRM-005"]);
}

#[test]
fn a_member_that_stands_twice_in_an_unknown_part_is_refused() {
    let unknown = JSON.replacen('{', "{\"huisdier\":{\"naam\":\"a\",\"naam\":\"b\"},", 1);
    assert_eq!(ids(&unknown), ["DEF-003"], "rejecting unknown elements");
    let ignoring = Options { unknown: skp_messages::Unknown::Ignore, ..Options::default() };
    assert_eq!(found(&check(&unknown, &ignoring)), ["FRM-005"], "ignoring unknown elements");
    let twice = JSON.replacen('{', "{\"huisdier\":1,\"huisdier\":2,", 1);
    assert_eq!(found(&check(twice, &ignoring)), ["FRM-005"], "ignoring the unknown element that stands twice");
}

#[test]
fn an_element_that_stands_twice_is_refused() {
    assert_eq!(ids(XML.replace("<Reden>", "<Reden>KLANT_ONBEKEND</Reden><Reden>")), ["DEF-004"]);
}

#[test]
fn an_attribute_that_stands_twice_is_refused() {
    assert_eq!(ids(XML.replace("<Reden>", "<Reden a='1' a='2'>")), ["FRM-001"]);
    assert_eq!(ids(XML.replace("<Reden>", "<Reden xmlns:p='u' xmlns:q='u' p:a='1' q:a='2'>")), ["FRM-001"]);
}
