//! Two ways to write the same message, and what looks like one but is not.

use skp_messages::schuldregeling::v2_0::{Message, SaldoverzoekAntwoord};

use super::*;

#[test]
fn prefixes_change_nothing() {
    let prefixed = XML.replace("xmlns=", "xmlns:p=").replace("</", "</p:").replace('<', "<p:").replace("<p:/", "</");
    assert!(prefixed.starts_with("<p:GeenMedewerking xmlns:p="));
    assert_eq!(value(&prefixed), value(JSON));
    let inner =
        XML.replace("<Reden>", "<q:Reden xmlns:q='urn:x-skp:schuldregeling:2.0'>").replace("</Reden>", "</q:Reden>");
    assert_eq!(value(inner), value(JSON));
}

#[test]
fn cdata_comments_references_and_instructions_change_nothing() {
    for same in [
        "<![CDATA[Geen klant.]]>",
        "Geen<![CDATA[ ]]>klant<![CDATA[.]]>",
        "Geen <!-- geen klant -->klant.",
        "&#71;een&#x20;klant&#46;",
        "Geen<?skp a?> klant.<?xml-stylesheet href='x'?>",
    ] {
        assert_eq!(value(XML.replace("Geen klant.", same)), value(JSON), "{same}");
    }
}

#[test]
fn json_escapes_change_nothing() {
    assert_eq!(value(JSON.replace("Geen klant.", "\\u0047een\\u0020klant.")), value(JSON));
    assert_eq!(value(JSON.replace("\"reden\"", "\"\\u0072eden\"")), value(JSON));
    assert_eq!(value(JSON.replace("schuldregeling/2.0/", "schuldregeling\\/2.0\\/")), value(JSON));
}

#[test]
fn white_space_between_elements_changes_nothing() {
    assert_eq!(value(format!("\n\t {}\r\n", JSON.replace(',', " ,\n\t").replace(':', " : "))), value(JSON));
    assert_eq!(value(format!("\n\t {}\r\n", XML.replace("><", ">\r\n\t <"))), value(JSON));
}

#[test]
fn white_space_around_a_code_counts_in_json_only() {
    assert_eq!(value(XML.replace("KLANT_ONBEKEND", "\n  KLANT_ONBEKEND\t")), value(JSON));
    assert_eq!(ids(JSON.replace("KLANT_ONBEKEND", " KLANT_ONBEKEND")), ["VAL-006"]);
}

#[test]
fn white_space_around_a_patterned_value_counts_in_json_only() {
    let text = |name: &str| String::from_utf8(sample(name)).unwrap();
    let xml = text("saldoverzoek-antwoord-minimaal.xml");
    let spaced = xml
        .replace("0612-345", "\n 0612-345\t")
        .replace("regelingen@bonteknop.example.org", " regelingen@bonteknop.example.org\r\n");
    assert_eq!(spaced.len(), xml.len() + 6);
    let read = |text: &str| {
        let message = SaldoverzoekAntwoord::from_bytes(text.as_bytes());
        message.unwrap_or_else(|report| panic!("{report}"))
    };
    assert!(read(&spaced) == read(&xml));
    assert_eq!(ids(&spaced), [""; 0]);
    // Tekst keeps what was written, also where its row has a pattern.
    assert_eq!(ids(xml.replace("De Bonte Knop", "De Bonte Knop ")), ["TYP-TXT-002"]);
    let json = text("saldoverzoek-antwoord-minimaal.json");
    let found = ids(json.replace("\"regelingen@", "\" regelingen@"));
    assert!(found.contains(&"VAL-002"), "{found:?}");
}

#[test]
fn order_matters_in_xml_only() {
    let json = r#"{"toelichting":"Geen klant.","reden":"KLANT_ONBEKEND","klantnummerSHV":"SHV-1","bericht":"schuldregeling/2.0/GeenMedewerking"}"#;
    assert_eq!(value(json), value(JSON));
    let reden = "<Reden>KLANT_ONBEKEND</Reden>";
    let xml = XML.replace(reden, "").replace("<KlantnummerSHV>", &format!("{reden}<KlantnummerSHV>"));
    assert_eq!(ids(xml), ["DEF-005"]);
}

#[test]
fn an_empty_list_is_an_absent_list() {
    let text = |name: &str| String::from_utf8(sample(name)).unwrap();
    let json =
        text("saldoverzoek-antwoord-minimaal.json").replacen("\"datum\"", "\"overgedragenSchulden\":[],\"datum\"", 1);
    assert_eq!(ids(json), [""; 0]);
    let xml = text("saldoverzoek-antwoord-minimaal.xml");
    let xml = xml.replace("</SaldoverzoekAntwoord>", "<OnbekendeSchulden> </OnbekendeSchulden></SaldoverzoekAntwoord>");
    assert_eq!(ids(xml), [""; 0]);
}

#[test]
fn an_empty_list_that_must_have_items_is_missing() {
    let text = |name: &str| String::from_utf8(sample(name)).unwrap();
    let json = text("saldoverzoek-minimaal.json");
    let start = json.find("\"vorderingen\"").unwrap();
    assert_eq!(ids(format!("{}\"vorderingen\":[]}}", &json[..start])), ["DEF-002"]);
    let xml = text("saldoverzoek-minimaal.xml");
    let (start, end) = (xml.find("<Vorderingen>").unwrap(), xml.find("</Vorderingen>").unwrap());
    assert_eq!(ids(format!("{}<Vorderingen>{}", &xml[..start], &xml[end..])), ["DEF-002"]);
}

#[test]
fn an_empty_value_is_refused_however_it_is_written() {
    let nil = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil";
    for empty in [
        "<Toelichting/>".to_owned(),
        "<Toelichting></Toelichting>".to_owned(),
        format!("<Toelichting {nil}='true'/>"),
        format!("<Toelichting {nil}='1'/>"),
    ] {
        assert_eq!(ids(XML.replace("<Toelichting>Geen klant.</Toelichting>", &empty)), ["DEF-007"], "{empty}");
    }
    assert_eq!(ids(JSON.replace("\"Geen klant.\"", "\"\"")), ["DEF-007"]);
    assert_eq!(ids(JSON.replace("\"Geen klant.\"", "null")), ["DEF-007"]);
}

#[test]
fn nil_that_is_false_is_an_unknown_attribute() {
    let nil = "<Toelichting xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='false'>";
    assert_eq!(ids(XML.replace("<Toelichting>", nil)), ["FRM-007"]);
}

#[test]
fn schema_hints_are_ignored_and_other_attributes_are_not() {
    let with = |attribute: &str| {
        let xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";
        XML.replacen(" xmlns=", &format!(" {xsi} {attribute} xmlns="), 1)
    };
    assert_eq!(value(with("xsi:schemaLocation='urn:x-skp:schuldregeling:2.0 http://127.0.0.1:9/a.xsd'")), value(JSON));
    assert_eq!(value(with("xsi:noNamespaceSchemaLocation='a.xsd'")), value(JSON));
    for other in ["xsi:type='Persoon'", "xml:lang='nl'", "id='1'", "xml:space='preserve'"] {
        assert_eq!(ids(with(other)), ["FRM-007"], "{other}");
    }
}

#[test]
fn text_between_elements_is_refused() {
    for text in ["x", "&#160;", "<![CDATA[x]]>"] {
        assert_eq!(ids(XML.replace("<Reden>", &format!("{text}<Reden>"))), ["FRM-008"], "{text}");
    }
}

#[test]
fn a_number_is_never_a_float() {
    let json = String::from_utf8(sample("saldoverzoek-minimaal.json")).unwrap();
    for (number, id) in [("1e999999999", "VAL-008"), ("1.0", "VAL-004"), ("100000", "VAL-003")] {
        let json = json.replace("\"huisnummer\": 1", &format!("\"huisnummer\": {number}"));
        assert_eq!(ids(json), [id], "{number}");
    }
    assert_eq!(ids(json.replace("\"huisnummer\": 1", &format!("\"huisnummer\": {}", "9".repeat(400)))), ["VAL-003"]);
    let xml = String::from_utf8(sample("saldoverzoek-minimaal.xml")).unwrap();
    assert_eq!(ids(xml.replace(">1<", ">1e999999999<")), ["VAL-008"]);
}

#[test]
fn an_amount_is_text_with_cents() {
    let json = String::from_utf8(sample("saldoverzoek-antwoord-gezin-met-partner.json")).unwrap();
    let with = |amount: &str| ids(json.replace("\"rente\": \"12.15\"", &format!("\"rente\": {amount}")));
    assert_eq!(with("12.15"), ["FRM-006"]);
    assert_eq!(with("\"12.155\""), ["VAL-004"]);
    assert_eq!(with("\"-12.15\""), ["VAL-003"]);
    for wrong in ["\"1e999999999\"", "\"NaN\"", "\"12,15\"", "\" 12.15\"", "\"0x1\"", "\"١٢\""] {
        assert_eq!(with(wrong), ["VAL-008"], "{wrong}");
    }
}
