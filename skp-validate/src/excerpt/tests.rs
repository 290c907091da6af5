//! Tests of excerpts. `MARKER` stands for what must never be seen.

use super::*;

/// The masked line at the first `§` of a text, which is taken out; with carets on a second line.
fn show(text: &str, format: Format) -> String {
    let offset = text.find('§').unwrap();
    picture(&excerpt(text.replacen('§', "", 1).as_bytes(), offset, Some(format), false))
}

fn picture(excerpt: &Excerpt) -> String {
    let width = |part: &str| part.chars().count();
    let indent = " ".repeat(width(&excerpt.text[..excerpt.mark.start]));
    format!("{}\n{indent}{}", excerpt.text, "^".repeat(width(&excerpt.text[excerpt.mark.clone()])))
}

#[test]
fn xml_shows_tags_and_hides_text() {
    assert_eq!(
        show("<a>\n  §<Afkooppercentage>101.50</Afkooppercentage>\n", Format::Xml),
        "  <Afkooppercentage>•••</Afkooppercentage>\n  ^^^^^^^^^^^^^^^^^^"
    );
    assert_eq!(
        show(r#"§<Saldoverzoek xmlns="urn:x-skp:schuldregeling:2.0">"#, Format::Xml),
        "<Saldoverzoek xmlns=\"urn:x-skp:schuldregeling:2.0\">\n^^^^^^^^^^^^^"
    );
    assert_eq!(
        show(r#"§<?xml version="1.0" encoding="UTF-8"?>"#, Format::Xml).lines().next(),
        Some(r#"<?xml version="1.0" encoding="UTF-8"?>"#)
    );
}

#[test]
fn json_shows_members_and_hides_values() {
    assert_eq!(
        show("{\n  §\"afkooppercentage\": \"101.50\",\n", Format::Json),
        "  \"afkooppercentage\": \"•••\",\n  ^^^^^^^^^^^^^^^^^^"
    );
    assert_eq!(
        show(r#"{"bericht":"schuldregeling/2.0/Saldoverzoek",§"looptijd":12}"#, Format::Json),
        "{\"bericht\":\"schuldregeling/2.0/Saldoverzoek\",\"looptijd\":•••}\n                                             ^^^^^^^^^^"
    );
}

#[test]
fn several_words_give_one_mask() {
    for text in ["Jan", "Jan de Vries", "Jan  \"Piet\" de Vries", "12:30 / 13:00, ja!", "a\u{a0}b", "x\u{1}\u{1b}[2J"] {
        let line = show(&format!("§<Naam>{text}</Naam>"), Format::Xml);
        assert!(line.starts_with("<Naam>•••</Naam>"), "{line}");
    }
    for text in ["Jan", "Jan de Vries", "12:30 / 13:00, ja", "a\\u0041 b"] {
        let line = show(&format!("{{§\"naam\": \"{text}\"}}"), Format::Json);
        assert!(line.starts_with("{\"naam\": \"•••\"}"), "{line}");
    }
}

#[test]
fn a_word_of_the_standard_is_hidden_where_values_stand() {
    assert!(show("§<Naam>Adres</Naam>", Format::Xml).starts_with("<Naam>•••</Naam>"));
    assert!(show("{§\"naam\": \"adres\"}", Format::Json).starts_with("{\"naam\": \"•••\"}"));
    // A release number could be an amount.
    assert!(show("§<Bedrag>2.0</Bedrag>", Format::Xml).contains(">•••<"));
    assert!(show("{§\"bedrag\":2.0}", Format::Json).contains(":•••}"));
    assert!(show("{§\"bedrag\":\"2.0\"}", Format::Json).contains(":\"•••\"}"));
}

#[test]
fn a_marker_is_never_seen_wherever_it_stands() {
    let places = [
        "<MARKER>",
        "</MARKER>",
        "<Naam>MARKER",
        "<Naam MARKER=\"x\">",
        "<Naam x=\"MARKER\">",
        "<Naam x='MARKER'>",
        "<!-- MARKER Adres -->",
        "<![CDATA[MARKER]]>",
        "<?MARKER?>",
        "&MARKER;",
        "MARKER",
        "<Naam>MARKER</Naam",
        "<x:MARKER>",
        "<Naam>urn:x-skp:MARKER",
        "\"MARKER\"",
        "\"MARKER\":",
        "{\"naam\":\"MARKER",
        "{'naam':'MARKER'}",
        "{naam:MARKER}",
        "[MARKER,\"MARKER\"]",
        "\"a\\\"MARKER\":",
        "// MARKER",
        "\"schuldregeling/2.0/MARKER\"",
        "\"schuldregeling/MARKER/Saldoverzoek\"",
        "\u{feff}MARKER",
        "\"naam\": \"MARKER, \"adres\": \"MARKER\"",
    ];
    for place in places {
        for wrap in [place.to_owned(), format!("x\n{place}\ny"), format!("{}{place}", " ".repeat(5000))] {
            for format in [None, Some(Format::Json), Some(Format::Xml)] {
                for offset in (0..=wrap.len()).filter(|&offset| offset < 3 || offset + 25 > wrap.len()) {
                    let excerpt = excerpt(wrap.as_bytes(), offset, format, false);
                    assert!(!excerpt.text.contains("MARKER") && !excerpt.text.contains("ARKE"), "{place}: {excerpt:?}");
                    assert!(excerpt.text.get(excerpt.mark.clone()).is_some(), "{place}: {excerpt:?}");
                }
            }
        }
    }
}

#[test]
fn part_of_a_value_at_the_edge_of_the_window_is_hidden() {
    // The window begins within a value, at a point where what is left of it looks like a name.
    let text = format!("\"naam\":\"{}adres\"{}", "x".repeat(20), " ".repeat(AROUND - 6));
    let cut = excerpt(text.as_bytes(), text.len(), Some(Format::Json), false);
    assert!(!cut.text.contains("adres"), "{cut:?}");
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let member = "\"factuurnummerSE\":\"F-1\",";
    let text = member.repeat(3000);
    let cut = excerpt(text.as_bytes(), member.len() * 1500, Some(Format::Json), false);
    assert_eq!(cut.text.chars().count(), WIDTH + 2);
    assert!(cut.text.starts_with('…') && cut.text.ends_with('…'));
    assert_eq!(&cut.text[cut.mark], "\"factuurnummerSE\"");
}

#[test]
fn with_values_shown_nothing_acts_on_the_terminal() {
    let text = "<Naam>Jan\u{1b}[31m\u{202e}\tx</Naam>\u{85}";
    let shown = excerpt(text.as_bytes(), 0, Some(Format::Xml), true);
    assert_eq!(shown.text, "<Naam>Jan\\u{1b}[31m\\u{202e} x</Naam>\\u{85}");
}

#[test]
fn bytes_that_are_no_text_are_masked_or_replaced() {
    let bytes = b"<Naam>J\xE9n</Naam>";
    assert_eq!(excerpt(bytes, 7, None, false).text, "<Naam>•••</Naam>");
    assert_eq!(excerpt(bytes, 7, None, true).text, "<Naam>J\u{fffd}n</Naam>");
    assert_eq!(excerpt(b"<\0N\0a\0", 0, None, false).text, "•••");
}

#[test]
fn the_end_of_the_input_is_a_place_too() {
    assert_eq!(excerpt(b"", 0, None, false), Excerpt { text: String::new(), mark: 0..0 });
    assert_eq!(excerpt(b"{\"naam\":", 99, None, false), Excerpt { text: "{\"naam\":".to_owned(), mark: 8..8 });
    assert_eq!(excerpt(b"{\n", 2, None, false), Excerpt { text: String::new(), mark: 0..0 });
}
