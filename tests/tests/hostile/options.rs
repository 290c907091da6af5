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
