//! Messages, releases and namespaces that do not exist.

use super::*;

#[test]
fn an_unknown_message_is_told_with_the_one_that_was_meant() {
    for text in [JSON, XML] {
        let report = check(text.replace("GeenMedewerking", "GeenMedewerkin"), &Options::default());
        assert_eq!(found(&report), ["DEF-001"]);
        assert!(report.to_string().contains("perhaps GeenMedewerking"), "{report}");
    }
}

#[test]
fn an_unknown_module_is_told_with_those_that_exist() {
    for text in [JSON, XML] {
        let report = check(text.replace("schuldregeling", "scheepvaart"), &Options::default());
        assert_eq!(found(&report), ["DEF-001"]);
        assert!(report.to_string().contains("one of betalingsregeling, meldingen-bewindvoering"), "{report}");
    }
}

#[test]
fn a_release_of_the_future_is_told_with_those_that_exist() {
    for text in [JSON, XML] {
        let report = check(text.replace("2.0", "9.0"), &Options::default());
        assert_eq!(found(&report), ["DEF-001"]);
        assert!(report.to_string().contains("found \"9.0\", expected one of 1.0, 1.1, 2.0, 3.0"), "{report}");
    }
}

#[test]
fn a_message_that_does_not_say_what_it_is_is_unknown() {
    assert_eq!(ids("{}"), ["DEF-001"]);
    assert_eq!(ids(JSON.replace("schuldregeling/2.0/GeenMedewerking", "GeenMedewerking")), ["DEF-001"]);
    assert_eq!(ids(JSON.replace("\"schuldregeling/2.0/GeenMedewerking\"", "7")), ["DEF-001"]);
    assert_eq!(ids(XML.replace(" xmlns=\"urn:x-skp:schuldregeling:2.0\"", "")), ["DEF-001"]);
}

#[test]
fn a_root_in_a_foreign_namespace_is_unknown() {
    for namespace in ["http://example.org/", "urn:x-skp:", "urn:x-skp:schuldregeling", "URN:X-SKP:schuldregeling:2.0"] {
        assert_eq!(ids(XML.replace("urn:x-skp:schuldregeling:2.0", namespace)), ["DEF-001"], "{namespace}");
    }
}

#[test]
fn an_element_in_a_foreign_namespace_is_unknown() {
    for namespace in ["urn:x-skp:schuldregeling:3.0", "urn:x-skp:bericht:2.0", ""] {
        let text = XML.replace("<Toelichting>", &format!("<Toelichting xmlns=\"{namespace}\">"));
        assert_eq!(ids(text), ["DEF-003"], "{namespace}");
    }
}

#[test]
fn a_soap_1_2_envelope_is_unknown() {
    let soap = String::from_utf8(sample("geen-medewerking-klant-onbekend.xml")).unwrap();
    let soap = soap.replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");
    assert_eq!(ids(soap), ["DEF-001"]);
}

#[test]
fn an_envelope_without_a_message_is_unknown() {
    assert_eq!(ids("<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"/>"), ["DEF-001"]);
    assert!(ids("{\"header\":{}}").contains(&"DEF-001"));
}

#[test]
fn a_message_is_not_recognised_by_what_stands_in_a_comment() {
    assert_eq!(ids(format!("<!-- {XML} --><onbekend/>")), ["DEF-001"]);
}

#[test]
fn content_is_not_known_by_its_header_alone() {
    let xml = String::from_utf8(sample("geen-medewerking-klant-onbekend.xml")).unwrap();
    let namespace = " xmlns=\"urn:x-skp:schuldregeling:2.0\"";
    for other in ["", " xmlns=\"urn:example:other\""] {
        assert_eq!(ids(xml.replace(namespace, other)), ["DEF-001"], "{other}");
    }
    let json = String::from_utf8(sample("geen-medewerking-klant-onbekend.json")).unwrap();
    assert_eq!(ids(json.replace("\"inhoud\": {", "\"inhoud\": {\"bericht\": \"GeenMedewerking\",")), ["DEF-001"]);
}

#[test]
fn a_header_of_a_release_that_does_not_exist_is_told_with_those_that_exist() {
    for name in ["geen-medewerking-klant-onbekend.json", "geen-medewerking-klant-onbekend.xml"] {
        let text = String::from_utf8(sample(name)).unwrap();
        let text = text.replace("<Release>2.0", "<Release>9.0").replace("\"release\": \"2.0", "\"release\": \"9.0");
        let report = check(text.replace("schuldregeling:2.0", "schuldregeling:9.0"), &Options::default());
        assert_eq!(found(&report), ["KOP-001"], "{name}");
        let told = "expected a release of schuldregeling (1.0, 1.1, 2.0, 3.0), not 9.0";
        assert!(report.to_string().contains(told), "{report}");
    }
}
