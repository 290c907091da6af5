//! What a report shows of hostile input: nothing that a terminal acts on, and never much.

use super::*;

#[test]
fn a_terminal_escape_in_a_value_is_harmless() {
    for escape in ["\\u001b[31m", "\\u009b31m", "\\u001b]0;x\\u0007"] {
        assert_eq!(ids(JSON.replace("SHV-1", escape)), ["VAL-002"]);
        let report = check(JSON.replace("GeenMedewerking", escape), &Options::default());
        // What does not look like a name is masked whole.
        assert!(report.to_string().contains("•••") && !report.to_string().contains("31m"), "{report}");
    }
    assert_eq!(ids(XML.replace("SHV-1", "\u{9b}31m")), ["VAL-002"]);
    assert_eq!(ids(XML.replace("SHV-1", "\u{1b}[31m")), ["FRM-001"]);
}

#[test]
fn a_terminal_escape_in_a_name_is_harmless() {
    let report = check(JSON.replacen('{', "{\"\\u001b[31mrood\":1,", 1), &Options::default());
    assert_eq!(found(&report), ["DEF-003"]);
    // What does not look like a name is masked whole.
    assert!(report.to_string().contains("•••") && !report.to_string().contains("rood"), "{report}");
    assert!(!format!("{report:?}").contains('\u{1b}'));
    assert_eq!(ids(XML.replace("<Reden>", "<R\u{1b}/><Reden>")), ["FRM-001"]);
}

#[test]
fn a_terminal_escape_in_a_namespace_or_attribute_is_harmless() {
    let report = check(XML.replace("urn:x-skp:schuldregeling:2.0", "urn:x-skp:\u{9b}31m:2.0"), &Options::default());
    assert_eq!(found(&report), ["DEF-001"]);
    let options = Options { release: Some("2.0".to_owned()), ..Options::default() };
    let wrong = XML.replace("schuldregeling:2.0", "schuldregeling:\u{9b}31m").replace("<Reden>", "<Reden xmlns=''>");
    assert!(!check(wrong, &options).is_valid());
}

/// The characters with which Unicode turns the direction of text, and those that nobody sees.
const UNSEEN: [char; 26] = [
    '\u{61c}',
    '\u{200e}',
    '\u{200f}',
    '\u{202a}',
    '\u{202b}',
    '\u{202c}',
    '\u{202d}',
    '\u{202e}',
    '\u{2066}',
    '\u{2067}',
    '\u{2068}',
    '\u{2069}',
    '\u{ad}',
    '\u{180e}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{2028}',
    '\u{2029}',
    '\u{2060}',
    '\u{206f}',
    '\u{feff}',
    '\u{fff9}',
    '\u{fffb}',
    '\u{e0041}',
    '\u{e007f}',
];

#[test]
fn text_that_runs_the_other_way_or_is_not_seen_is_shown_as_escapes() {
    for unseen in UNSEEN {
        for text in [
            JSON.replacen('{', &format!("{{\"{unseen}gnp.exe\":1,"), 1),
            JSON.replace("KLANT_ONBEKEND", &format!("KLANT{unseen}")),
            JSON.replace("GeenMedewerking", &format!("Geen{unseen}")),
            XML.replace("KLANT_ONBEKEND", &format!("KLANT{unseen}")),
            XML.replace("<Reden>", &format!("<Reden a='{unseen}'>")),
            XML.replace("schuldregeling:2.0", &format!("schuldregeling:{unseen}")),
        ] {
            let report = check(text, &Options::default());
            assert!(!report.is_valid());
            let shown: String =
                report.findings().iter().filter_map(|finding| finding.value()).map(|found| found.shown()).collect();
            assert!(!format!("{report} {report:?} {shown}").contains(unseen), "U+{:04X}: {report}", u32::from(unseen));
        }
    }
}

#[test]
fn what_stands_for_the_name_of_a_message_is_shown_only_when_it_looks_like_one() {
    for private in ["111222333", "J. de Vries", "NL91ABNA0417164300", "j.devries@example.nl"] {
        for part in ["schuldregeling", "2.0", "GeenMedewerking"] {
            let report = check(JSON.replace(part, private), &Options::default());
            assert_eq!(found(&report), ["DEF-001"]);
            assert!(!format!("{report} {report:?}").contains(private), "{report}");
        }
    }
    for shown in ["9.0", "3", "10.12"] {
        assert!(
            check(JSON.replace("2.0", shown), &Options::default()).to_string().contains(&format!("found \"{shown}\""))
        );
    }
}

#[test]
fn a_long_value_and_a_long_name_are_cut() {
    let long = "a".repeat(100_000);
    for text in [
        JSON.replace("GeenMedewerking", &long),
        JSON.replacen('{', &format!("{{\"{long}\":1,"), 1),
        JSON.replace("\"SHV-1\"", &format!("\"{long}\"")),
        XML.replace("GeenMedewerking", &long),
        XML.replace("<Reden>", &format!("<{long}/><Reden>")),
        XML.replace("<Reden>", &format!("<Reden {long}=''>")),
        XML.replace("<Reden>", &format!("<Reden xmlns='{long}'>")),
        XML.replace("urn:x-skp:schuldregeling", &format!("urn:x-skp:{long}")),
    ] {
        let report = check(text, &Options::default());
        assert!(!report.is_valid() && report.to_string().len() < 2_000, "{}", report.to_string().len());
        assert!(format!("{report:?}").len() < 20_000);
    }
}
