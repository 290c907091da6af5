//! What a caller may decide: what is done with unknown elements, and against which release is checked.

use skp_messages::Unknown;

use super::*;

fn ignoring() -> Options {
    Options { unknown: Unknown::Ignore, ..Options::default() }
}

fn read_ignoring(text: &str) -> GeenMedewerking {
    read_with(text.as_bytes(), &ignoring()).unwrap_or_else(|report| panic!("{report}")).take().unwrap()
}

#[test]
fn unknown_elements_are_refused_unless_they_are_ignored() {
    let json = JSON.replacen('{', "{\"huisdier\":{\"naam\":[1,{}]},", 1);
    let xml = XML.replace("<Reden>", "<Huisdier a='1'><Naam>x</Naam></Huisdier><Reden>");
    for text in [json, xml] {
        assert_eq!(ids(&text), ["DEF-003"]);
        assert_eq!(read_ignoring(&text), value(JSON));
    }
}

#[test]
fn ignoring_unknown_elements_forgives_nothing_else() {
    let unknown = XML.replace("<Reden>", "<Huisdier/><Reden>");
    for (from, to, id) in [
        ("SHV-1", "", "DEF-007"),
        ("KLANT_ONBEKEND", "klant_onbekend", "VAL-006"),
        ("<Reden>", "<Reden a='1'>", "FRM-007"),
        ("<Reden>", "<BSN>111222333</BSN><Reden>", "SR-ALG-001"),
    ] {
        assert_eq!(found(&check(unknown.replace(from, to), &ignoring())), [id], "{to}");
    }
}

/// A message with a list, with something put before its first item.
fn with_stranger(stranger: &str) -> String {
    let text = String::from_utf8(sample("saldoverzoek-antwoord-minimaal.xml")).unwrap();
    text.replace("<OpenstaandeSchuld>", &format!("{stranger}<OpenstaandeSchuld>"))
}

#[test]
fn what_is_no_item_is_ignored_whatever_its_name() {
    for stranger in ["<Huisdier/>", "<OpenstaandeSchuld xmlns='urn:example'/>"] {
        let report = check(with_stranger(stranger), &ignoring());
        assert!(report.is_valid(), "{stranger}: {report}");
        let rules = check(with_stranger(""), &ignoring()).counts().rules;
        assert_eq!(report.counts().rules, rules, "{stranger}");
    }
}

#[test]
fn a_rule_on_a_list_with_a_stranger_is_not_checked() {
    for stranger in ["<Huisdier/>", "<OpenstaandeSchuld xmlns='urn:example'/>"] {
        let report = check(with_stranger(stranger), &Options::default());
        assert_eq!(found(&report), ["DEF-003"], "{stranger}");
        let not_checked: Vec<_> = report.not_checked().iter().map(|rule| rule.rule.id).collect();
        assert!(not_checked.contains(&"SR-SA-001") && not_checked.contains(&"SR-SA-004"), "{not_checked:?}");
        assert!(!not_checked.contains(&"TYP-SCH-001"), "the items are right: {not_checked:?}");
    }
    let empty =
        with_stranger("").replace("<OpenstaandeSchuld>", "<Huisdier>").replace("</OpenstaandeSchuld>", "</Huisdier>");
    assert_eq!(ids(empty), ["DEF-003"]);
}

#[test]
fn a_bsn_is_found_at_any_depth() {
    let simple =
        |stranger: &str| with_stranger("").replace("<KlantnummerSE>A1", &format!("<KlantnummerSE>A1{stranger}"));
    let bsn = "<BSN>111222333</BSN>";
    for text in [with_stranger(bsn), simple(bsn)] {
        assert_eq!(ids(&text), ["SR-ALG-001"]);
        assert_eq!(found(&check(&text, &ignoring())), ["SR-ALG-001"]);
    }
    let path = |text: &str| {
        let report = check(text, &ignoring());
        assert_eq!(found(&report), ["SR-ALG-001"]);
        let path = report.findings()[0].path();
        (path.to_string(), path.in_format(report.format().unwrap()))
    };
    let deep = format!("<Huisdier><Naam/><Baas>{bsn}</Baas></Huisdier>");
    let (neutral, _) = path(&with_stranger(&deep));
    assert_eq!(neutral, "OpenstaandeSchulden.Huisdier.Baas.BSN");
    let (neutral, xpath) = path(&XML.replace("<Reden>", &format!("{deep}<Reden>")));
    assert_eq!((&*neutral, &*xpath), ("Huisdier.Baas.BSN", "/GeenMedewerking/Huisdier/Baas/BSN"));
    let json = JSON.replacen('{', "{\"huisdier\":[{\"a\":{}},{\"baas\":{\"bsn\":\"111222333\"}}],", 1);
    let (neutral, pointer) = path(&json);
    assert_eq!((&*neutral, &*pointer), ("Huisdier[2].Baas.BSN", "/huisdier/1/baas/bsn"));
}

#[test]
fn a_required_list_of_ignored_elements_is_missing() {
    let text = String::from_utf8(sample("betaalvoorstel-minimaal-saneringskrediet.xml")).unwrap();
    let (begin, end) = (text.find("<Vorderingen>").unwrap(), text.find("</Vorderingen>").unwrap());
    let empty = format!("{}<Vorderingen><Huisdier/>{}", &text[..begin], &text[end..]);
    assert!(found(&check(&empty, &ignoring())).contains(&"DEF-002"));
    assert!(!ids(&empty).contains(&"DEF-002"), "reported as unknown already");
}

#[test]
fn an_element_of_another_release_is_not_ignored() {
    // Before 2.0 the message is called KlantOnbekend, and has no reason.
    let json = JSON.replace("2.0/GeenMedewerking", "1.1/KlantOnbekend").replace(",\"toelichting\":\"Geen klant.\"", "");
    assert_eq!(found(&check(json, &ignoring())), ["DEF-006"]);
}

#[test]
fn a_release_can_be_overruled_in_a_bare_message() {
    for text in [JSON, XML] {
        let options = Options { release: Some("3.0".to_owned()), ..Options::default() };
        let received = read_with(text.as_bytes(), &options).unwrap_or_else(|report| panic!("{report}"));
        assert_eq!(received.info().bericht, "schuldregeling/3.0/GeenMedewerking");
        assert_eq!(received.take(), Some(value(JSON)));
    }
}

#[test]
fn a_release_can_be_overruled_in_an_envelope() {
    for name in ["geen-medewerking-klant-onbekend.json", "geen-medewerking-klant-onbekend.xml"] {
        let options = Options { release: Some("3.0".to_owned()), ..Options::default() };
        let report = check(sample(name), &options);
        assert!(report.is_valid(), "{name}: {report}");
        assert_eq!(report.message().map(|info| info.release.number), Some("3.0"));
    }
}

#[test]
fn a_release_that_does_not_exist_is_refused() {
    let options = Options { release: Some("9.0".to_owned()), ..Options::default() };
    assert_eq!(found(&check(JSON, &options)), ["DEF-001"]);
    assert_eq!(found(&check(XML, &options)), ["DEF-001"]);
}
