//! Bytes that are no UTF-8 text, and the odd characters that are.

use super::*;

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn an_empty_input_is_not_well_formed() {
    assert_eq!(only(""), ("FRM-001", 1, 1));
}

#[test]
fn white_space_alone_is_not_well_formed() {
    assert_eq!(ids(" \t\r\n "), ["FRM-001"]);
    assert_eq!(ids("\u{feff}"), ["FRM-001"]);
}

#[test]
fn utf_16_is_named_with_and_without_byte_order_mark() {
    for text in [JSON, XML] {
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            for text in [text.to_owned(), format!("\u{feff}{text}")] {
                let report = check(utf16(&text, to_bytes), &Options::default());
                assert_eq!(found(&report), ["FRM-002"]);
                assert!(report.to_string().contains("UTF-16"), "{report}");
            }
        }
    }
}

#[test]
fn an_xml_declaration_of_another_encoding_is_refused() {
    for encoding in ["ISO-8859-1", "windows-1252", "UTF-16"] {
        assert_eq!(ids(format!("<?xml version='1.0' encoding='{encoding}'?>{XML}")), ["FRM-002"]);
    }
}

#[test]
fn invalid_utf_8_is_refused_where_it_stands() {
    for wrong in [&b"\xFF"[..], b"\xC3", b"\x80", b"\xED\xA0\x80", b"\xF4\x90\x80\x80"] {
        let [json, xml] = [JSON, XML].map(|text| {
            let at = text.find("SHV-1").unwrap();
            [&text.as_bytes()[..at], wrong, &text.as_bytes()[at..]].concat()
        });
        assert_eq!(only(json), ("FRM-002", 1, 67));
        assert_eq!(only(xml), ("FRM-002", 1, 71));
    }
}

#[test]
fn overlong_utf_8_is_refused() {
    for overlong in [&b"\xC0\xBC"[..], b"\xE0\x80\xBC", b"\xF0\x80\x80\xBC", b"\xC0\x80"] {
        assert_eq!(ids([XML.as_bytes(), overlong].concat()), ["FRM-002"]);
        assert_eq!(ids([JSON.as_bytes(), overlong].concat()), ["FRM-002"]);
    }
}

#[test]
fn a_nul_byte_is_refused() {
    assert_eq!(ids(JSON.replace("SHV-1", "SHV\0-1")), ["FRM-001"]);
    assert_eq!(ids(XML.replace("SHV-1", "SHV\0-1")), ["FRM-001"]);
    assert_eq!(ids(XML.replace("SHV-1", "SHV&#0;-1")), ["FRM-001"]);
    assert_eq!(ids(JSON.replace("SHV-1", "SHV\\u0000-1")), ["VAL-002"]);
}

#[test]
fn half_a_surrogate_pair_is_refused() {
    for half in ["\\uD83D", "\\uDE00", "\\uDE00\\uD83D", "\\uD83Dx", "\\uD83D\\n"] {
        assert_eq!(ids(JSON.replace("SHV-1", half)), ["FRM-001"], "{half}");
    }
    assert_eq!(ids(XML.replace("SHV-1", "&#xD83D;")), ["FRM-001"]);
    assert_eq!(value(JSON.replace("SHV-1", "\\uD83D\\uDE00")).klantnummer_shv.as_str(), "😀");
}

#[test]
fn a_byte_order_mark_is_read_and_takes_no_column() {
    for text in [JSON, XML] {
        assert_eq!(value(format!("\u{feff}{text}")), value(text));
        let wrong = text.replace("SHV-1", "");
        assert_eq!(only(format!("\u{feff}{wrong}")), only(&wrong));
    }
}

#[test]
fn cr_lf_is_one_line_feed_in_every_format() {
    let expected = Some("een\ntwee".parse().unwrap());
    assert_eq!(value(JSON.replace("Geen klant.", "een\\r\\ntwee")).toelichting, expected);
    assert_eq!(value(XML.replace("Geen klant.", "een\r\ntwee")).toelichting, expected);
    assert_eq!(value(XML.replace("Geen klant.", "een&#13;&#10;twee")).toelichting, expected);
    assert_eq!(value(XML.replace("Geen klant.", "<![CDATA[een\r\ntwee]]>")).toelichting, expected);
}

#[test]
fn a_lone_cr_is_refused() {
    assert_eq!(ids(JSON.replace("Geen klant.", "een\\rtwee")), ["VAL-002"]);
    assert_eq!(ids(XML.replace("Geen klant.", "een&#13;twee")), ["VAL-002"]);
}

/// XML 1.0 §2.11: a parser hands a CR in the file on as a line feed, so it can't be told from one.
#[test]
fn a_cr_written_in_an_xml_file_is_a_line_end() {
    assert_eq!(value(XML.replace("Geen klant.", "een\rtwee")).toelichting, Some("een\ntwee".parse().unwrap()));
}

#[test]
fn one_line_of_text_holds_no_line_end() {
    assert_eq!(ids(JSON.replace("SHV-1", "SHV\\r\\n1")), ["VAL-002"]);
    assert_eq!(ids(XML.replace("SHV-1", "SHV\r\n1")), ["VAL-002"]);
}

#[test]
fn surrogates_as_bytes_are_refused() {
    // CESU-8 writes a character beyond U+FFFF as two surrogates of three bytes each.
    for surrogates in [&b"\xED\xA0\xBD\xED\xB8\x80"[..], b"\xED\xA0\xBD", b"\xED\xB8\x80", b"\xED\xB8\x80\xED\xA0\xBD"]
    {
        for text in [JSON, XML] {
            let at = text.find("SHV-1").unwrap();
            let bytes = [&text.as_bytes()[..at], surrogates, &text.as_bytes()[at..]].concat();
            assert_eq!(ids(bytes), ["FRM-002"]);
        }
    }
}

#[test]
fn modified_utf_8_for_nul_is_refused() {
    for text in [JSON, XML] {
        let at = text.find("SHV-1").unwrap();
        assert_eq!(ids([&text.as_bytes()[..at], b"\xC0\x80", &text.as_bytes()[at..]].concat()), ["FRM-002"]);
    }
}

#[test]
fn only_one_byte_order_mark_is_read_and_only_in_front() {
    for text in [JSON, XML] {
        assert_eq!(ids(format!("\u{feff}\u{feff}{text}")), ["FRM-001"]);
        assert_eq!(ids(format!(" \u{feff}{text}")), ["FRM-001"]);
        assert_eq!(ids(format!("{text}\u{feff}")), ["FRM-001"]);
        assert_eq!(ids(text.replacen("GeenMedewerking", "\u{feff}GeenMedewerking", 1)).len(), 1);
    }
    assert_eq!(ids(b"\xEF\xBB"), ["FRM-002"], "a mark cut short");
}

#[test]
fn a_mark_of_one_encoding_before_text_in_another_is_refused() {
    for text in [JSON, XML] {
        let little = utf16(text, u16::to_le_bytes);
        let utf16_mark = [b"\xFF\xFE", text.as_bytes()].concat();
        assert_eq!(ids(utf16_mark), ["FRM-002"]);
        // Letters with NUL bytes between them are UTF-8, though no text.
        let report = check([&b"\xEF\xBB\xBF"[..], &little].concat(), &Options::default());
        assert!(["FRM-001", "FRM-002"].contains(&found(&report)[0]), "{report}");
    }
    assert_eq!(ids(format!("\u{feff}<?xml version='1.0' encoding='UTF-16'?>{XML}")), ["FRM-002"]);
}

#[test]
fn utf_32_is_named() {
    for text in [JSON, XML] {
        let report = check(
            text.chars().fold(vec![0xFF, 0xFE, 0, 0], |mut bytes, one| {
                bytes.extend(u32::from(one).to_le_bytes());
                bytes
            }),
            &Options::default(),
        );
        assert_eq!(found(&report), ["FRM-002"]);
        assert!(report.to_string().contains("UTF-32"), "{report}");
    }
}
