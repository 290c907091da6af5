//! The envelope alone gives the findings that it gives together with its content, whatever the content is.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // a test may fail

use skp_messages::finding::Reason;
use skp_messages::{Options, Report, read, read_envelope, validate, validate_envelope};
use skp_tests::{bytes, examples, samples};

/// An element of XML Encryption, as WS-Security puts it in the Body.
const ENCRYPTED: &str = r#"<xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Content"><xenc:CipherData><xenc:CipherValue>jWt8l0RZ</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>"#;

fn envelope(bytes: &[u8]) -> Report {
    validate_envelope(bytes, &Options::default())
}

/// Samples that are an envelope and well-formed, as text.
fn enveloped() -> Vec<(String, String)> {
    let all = samples(&examples("messages")).into_iter().chain(samples(&examples("invalid")));
    let texts = all.filter_map(|path| Some((path.display().to_string(), String::from_utf8(bytes(&path)).ok()?)));
    let found: Vec<_> = texts
        .filter(|(_, text)| text.contains("Berichtheader") || text.contains("\"header\""))
        .filter(|(_, text)| envelope(text.as_bytes()).message().is_some())
        .collect();
    assert!(found.len() > 100, "{}", found.len());
    found
}

/// A sample with other content in its envelope.
fn with_content(text: &str, xml: &str, json: &str) -> String {
    if let Some((before, rest)) = text.split_once("<soap:Body>") {
        let (_, after) = rest.split_once("</soap:Body>").unwrap();
        return format!("{before}<soap:Body>{xml}</soap:Body>{after}");
    }
    let parsed: serde_json::Value = serde_json::from_str(text).unwrap();
    format!("{{\"header\":{},\"inhoud\":{json}}}", parsed["header"])
}

fn told(report: &Report, header: bool) -> Vec<String> {
    let chosen =
        report.findings().iter().filter(|finding| !header || finding.path().to_string().starts_with("Berichtheader"));
    let mut told: Vec<String> = chosen.map(|finding| format!("{} {}", finding.id(), finding.path())).collect();
    told.sort();
    told
}

#[test]
fn findings_of_the_header_are_those_of_full_validation() {
    let mut compared = 0;
    for (name, text) in enveloped() {
        let full = validate(text.as_bytes(), &Options::default());
        // Which message it is, full validation then takes from the content.
        if full.findings().iter().any(|finding| finding.id() == "KOP-011") || full.message().is_none() {
            continue;
        }
        assert_eq!(told(&envelope(text.as_bytes()), true), told(&full, true), "{name}");
        compared += usize::from(!told(&full, true).is_empty());
    }
    assert!(compared > 50, "{compared} headers with findings");
}

#[test]
fn the_content_makes_no_difference() {
    for (name, text) in enveloped() {
        let own = told(&envelope(text.as_bytes()), true);
        if told(&envelope(text.as_bytes()), false) != own {
            // What is wrong around the header goes away with other content.
            continue;
        }
        for (xml, json) in [(ENCRYPTED, "\"jWt8l0RZ\""), ("<Onzin x=\"1\"/>", "{\"onzin\":[1,null]}")] {
            let other = envelope(with_content(&text, xml, json).as_bytes());
            assert_eq!(told(&other, false), own, "{name}");
            assert_eq!(other.is_valid(), envelope(text.as_bytes()).is_valid(), "{name}: {other}");
        }
    }
}

#[test]
fn rules_that_need_the_content_are_listed_as_not_checked() {
    let (_, text) = enveloped().into_iter().find(|(name, _)| name.contains("messages")).unwrap();
    let report = envelope(text.as_bytes());
    assert!(report.is_envelope_only());
    let unread: Vec<_> = report.not_checked().iter().filter(|one| one.reason == Reason::ContentUnread).collect();
    assert!(unread.iter().any(|one| one.rule.id == "KOP-011"), "{report}");
    assert!(unread.len() > 1, "{report}");
    assert!(report.to_string().ends_with("the content was not looked at"), "{report}");
    assert!(!validate(text.as_bytes(), &Options::default()).is_envelope_only());
}

#[test]
fn an_envelope_with_nothing_in_it_is_wrong() {
    for (name, text) in enveloped().into_iter().take(4) {
        let empty = match text.contains("soap:Body") {
            true => with_content(&text, "", ""),
            false => with_content(&text, "", "null"),
        };
        let told = told(&envelope(empty.as_bytes()), false);
        assert!(told == ["DEF-001 "] || told == ["FRM-006 inhoud"], "{name}: {told:?}");
    }
}

#[test]
fn a_bare_message_has_no_envelope() {
    let bare = br#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"KLANT_ONBEKEND"}"#;
    let report = envelope(bare);
    assert_eq!(told(&report, false), ["DEF-002 Berichtheader"]);
    assert!(!report.is_valid());
}

#[test]
fn content_that_is_encrypted_may_be_as_long_as_a_message() {
    let (_, text) = enveloped().into_iter().find(|(_, text)| text.contains("soap:Body")).unwrap();
    let long = ENCRYPTED.replace("jWt8l0RZ", &"A".repeat(6 << 20));
    assert_eq!(told(&envelope(with_content(&text, &long, "").as_bytes()), false), [""; 0]);
}

#[test]
fn the_header_that_is_read_is_the_header_that_comes_with_the_message() {
    let mut read_both = 0;
    for (name, text) in enveloped() {
        let Ok(whole) = read(text.as_bytes()) else { continue };
        let alone =
            read_envelope(text.as_bytes(), &Options::default()).unwrap_or_else(|report| panic!("{name}: {report}"));
        assert_eq!(Some(&alone.header), whole.header(), "{name}");
        assert_eq!((alone.info.bericht, alone.format), (whole.info().bericht, whole.format()), "{name}");
        read_both += 1;
    }
    assert!(read_both > 4, "{read_both}");
}
