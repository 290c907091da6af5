//! Input that is too large, too deep or has too many of something.

use skp_messages::Limits;

use super::*;

fn limited(limits: Limits) -> Options {
    Options { limits, ..Options::default() }
}

/// A Saldoverzoek with this as its list of claims.
fn with_claims(claims: &str) -> String {
    let text = String::from_utf8(sample("saldoverzoek-minimaal.json")).unwrap();
    let start = text.find("\"vorderingen\"").unwrap();
    format!("{}\"vorderingen\":[{claims}]}}", &text[..start])
}

#[test]
fn a_large_input_is_refused_without_reading_it() {
    // The first byte is no UTF-8: that is never seen.
    let mut huge = vec![b' '; 20 << 20];
    huge[0] = 0xFF;
    let report = validate(&huge, &Options::default());
    assert_eq!(found(&report), ["FRM-004"]);
    assert_eq!(report.counts().elements, 0);
}

#[test]
fn the_limit_on_size_is_the_last_size_allowed() {
    for text in [JSON, XML] {
        let size = |size| limited(Limits { size, ..Limits::default() });
        assert!(check(text, &size(text.len())).is_valid());
        assert_eq!(found(&check(text, &size(text.len() - 1))), ["FRM-004"]);
    }
}

#[test]
fn a_huge_text_is_refused() {
    let long = "a".repeat(Limits::default().text + 1);
    for text in [JSON, XML] {
        assert_eq!(ids(text.replace("Geen klant.", &long)), ["FRM-004"]);
    }
    assert_eq!(ids(format!("{{\"{long}\":1}}")), ["FRM-004"]);
}

#[test]
fn a_text_in_pieces_is_measured_whole() {
    let ten = limited(Limits { text: 10, ..Limits::default() });
    for pieces in ["Geen <![CDATA[klant.]]>", "Geen <!-- -->klant.", "Geen klant&#46;", "Geen<?a?> klant<?a?>."] {
        let text = format!("<a>{pieces}</a>");
        assert_eq!(found(&check(text, &ten)), ["FRM-004"], "{pieces}");
    }
}

#[test]
fn the_limit_on_text_can_be_set() {
    let text = |text| limited(Limits { text, ..Limits::default() });
    for input in [JSON.to_owned(), XML.replace("Geen klant.", &"é".repeat(18))] {
        assert!(check(&input, &text(36)).is_valid());
        assert_eq!(found(&check(&input, &text(10))), ["FRM-004"]);
    }
}

#[test]
fn ten_thousand_nested_parts_are_refused() {
    let n = 10_000;
    for text in [
        "[".repeat(n),
        "[".repeat(n) + &"]".repeat(n),
        "{\"a\":".repeat(n) + "1" + &"}".repeat(n),
        "<a>".repeat(n) + &"</a>".repeat(n),
        "<a>".repeat(n),
    ] {
        assert_eq!(ids(&text), ["FRM-004"], "{}", &text[..10]);
    }
}

#[test]
fn deep_nesting_is_no_recursion_whatever_the_limit() {
    let n = 100_000;
    let deep = limited(Limits { depth: usize::MAX, ..Limits::default() });
    let json = JSON.replacen('{', &format!("{{\"a\":{}1{},", "{\"a\":".repeat(n), "}".repeat(n)), 1);
    let xml = XML.replace("</GeenM", &format!("{}{}</GeenM", "<a>".repeat(n), "</a>".repeat(n)));
    let lists = JSON.replacen('{', &format!("{{\"a\":{}{},", "[".repeat(n), "]".repeat(n)), 1);
    for text in [json, xml, lists] {
        assert_eq!(found(&check(text, &deep)), ["DEF-003"]);
    }
}

#[test]
fn the_limit_on_depth_is_the_last_depth_allowed() {
    let depth = |depth| limited(Limits { depth, ..Limits::default() });
    for name in ["saldoverzoek-minimaal.json", "saldoverzoek-minimaal.xml"] {
        let deepest = if name.ends_with("xml") { 4 } else { 3 };
        assert!(check(sample(name), &depth(deepest)).is_valid(), "{name}");
        assert_eq!(found(&check(sample(name), &depth(deepest - 1))), ["FRM-004"], "{name}");
    }
}

#[test]
fn a_million_attributes_are_refused() {
    let many: String = (0..1_000_000).map(|at| format!(" a{at}=''")).collect();
    assert_eq!(ids(XML.replace("<Reden>", &format!("<Reden{many}>"))), ["FRM-004"]);
    let few: String = (0..3).map(|at| format!(" a{at}=''")).collect();
    let two = limited(Limits { attributes: 2, ..Limits::default() });
    assert_eq!(found(&check(XML.replace("<Reden>", &format!("<Reden{few}>")), &two)), ["FRM-004"]);
}

#[test]
fn a_million_members_are_refused() {
    let many: String = (0..1_000_000).map(|at| format!("\"{at}\":1,")).collect();
    assert_eq!(ids(JSON.replacen('{', &format!("{{{many}"), 1)), ["FRM-004"]);
    let elements = limited(Limits { elements: 4, ..Limits::default() });
    assert_eq!(found(&check(JSON, &elements)), ["FRM-004"]);
}

#[test]
fn more_items_than_allowed_are_refused() {
    assert_eq!(ids(with_claims(&vec!["{}"; 100_001].join(","))), ["FRM-004"]);
    let xml = String::from_utf8(sample("saldoverzoek-minimaal.xml")).unwrap();
    assert_eq!(
        ids(xml.replace("<Vorderingen>", &format!("<Vorderingen>{}", "<Vordering/>".repeat(100_000)))),
        ["FRM-004"]
    );
    let claims = r#"{"factuurnummerSEVolgensSHV":"1"},{"factuurnummerSEVolgensSHV":"2"}"#;
    let items = |items| limited(Limits { items, ..Limits::default() });
    assert!(check(with_claims(claims), &items(2)).is_valid());
    assert_eq!(found(&check(with_claims(claims), &items(1))), ["FRM-004"]);
}

#[test]
fn of_a_hundred_thousand_mistakes_a_hundred_are_told_and_all_are_counted() {
    let report = check(with_claims(&vec!["{}"; 100_000].join(",")), &Options::default());
    assert_eq!(report.findings().len(), 100);
    assert_eq!(report.left_out(), 99_900);
    assert!(!report.is_valid());
    assert!(report.to_string().contains("99900 more findings were left out"));
}

#[test]
fn the_limit_on_findings_can_be_set() {
    for findings in [0, 1, 5] {
        let report = check(with_claims("{},{},{},{},{},{},{}"), &limited(Limits { findings, ..Limits::default() }));
        assert_eq!((report.findings().len(), report.left_out()), (findings, 7 - findings));
        assert!(!report.is_valid());
    }
}

#[test]
fn an_error_after_many_warnings_is_told() {
    let mut claims = vec![r#"{"factuurnummerSEVolgensSHV":" 1"}"#; 300];
    claims.push("{}");
    let report = check(with_claims(&claims.join(",")), &Options::default());
    assert!(!report.is_valid());
    assert!(found(&report).contains(&"DEF-002"), "{report}");
}

#[test]
fn large_inputs_of_every_kind_end_in_a_report_within_the_limits() {
    let unknown = |n: usize| {
        JSON.replacen('{', &format!("{{{}", (0..n).map(|at| format!("\"a{at}\":1,")).collect::<String>()), 1)
    };
    let repeated = |n: usize| JSON.replacen('{', &format!("{{{}", "\"reden\":\"x\",".repeat(n)), 1);
    let missing = |n: usize| with_claims(&vec!["{}"; n].join(","));
    let same = |n: usize| with_claims(&vec![r#"{"factuurnummerSEVolgensSHV":"1"}"#; n].join(","));
    let different = |n: usize| {
        let claim = |at| format!("{{\"factuurnummerSEVolgensSHV\":\"{at}\"}}");
        with_claims(&(0..n).map(claim).collect::<Vec<_>>().join(","))
    };
    let pieces = |n: usize| XML.replace("Geen klant.", &"&#97;".repeat(n));
    let comments = |n: usize| XML.replace("Geen klant.", &"a<!---->".repeat(n));
    let elements = |n: usize| XML.replace("<Reden>", &format!("{}<Reden>", "<a/>".repeat(n)));
    let inputs: [(&str, &dyn Fn(usize) -> String); 8] = [
        ("unknown", &unknown),
        ("repeated", &repeated),
        ("missing", &missing),
        ("same", &same),
        ("different", &different),
        ("pieces", &pieces),
        ("comments", &comments),
        ("elements", &elements),
    ];
    for (name, input) in inputs {
        let report = validate(input(40_000).as_bytes(), &Options::default());
        assert!(report.findings().len() <= 100, "{name}");
        assert!(report.counts().messages == 1 || report.has_errors(), "{name}");
    }
}
