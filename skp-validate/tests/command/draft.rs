//! `--definitions DIR`: a draft of the standard instead of the definitions that `skp` was built with.

use super::*;

/// The definitions that `skp` was built with, changed, in a folder of their own.
///
/// The frozen texts stay behind, for these drafts try something in a release that is out.
fn definitions(name: &str, change: impl Fn(&str, &str) -> String) -> Folder {
    with_frozen_texts(name, false, change)
}

fn with_frozen_texts(name: &str, frozen: bool, change: impl Fn(&str, &str) -> String) -> Folder {
    let files: Vec<(String, String)> = skp_definitions::files()
        .iter()
        .filter(|(path, _)| frozen || !path.contains("/released/"))
        .map(|(path, text)| (path.replacen("definitions/", "concept/", 1), change(path, text)))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Folder::new(name, &files)
}

/// A draft with one more reason in Geen medewerking, and a rule on it.
fn draft(name: &str) -> Folder {
    definitions(name, |path, text| {
        if path.ends_with("codes/reden-geen-medewerking.toml") {
            text.replace("codes = [\n", "codes = [\n  { code = \"VERHUISD\", source = \"proposed\" },\n")
                .replace("[nl]\n", "[nl]\nVERHUISD = \"De klant is verhuisd.\"\n")
                .replace("[en]\n", "[en]\nVERHUISD = \"The client has moved.\"\n")
        } else if path.ends_with("schuldregeling/geen-medewerking.toml") {
            let rule = "[[rules]]\nid = \"SR-GM-002\"\nseverity = \"fout\"\nwhen = \"Reden == 'VERHUISD'\"\nassert = \"has(Toelichting)\"\nsource = \"proposed\"\n\n";
            text.replace("[nl]\n", &format!("{rule}[nl]\nSR-GM-002 = \"Waarheen de klant verhuisd is, ontbreekt.\"\n"))
                .replace("[en]\n", "[en]\nSR-GM-002 = \"Where the client has moved to is missing.\"\n")
        } else {
            text.to_owned()
        }
    })
}

fn moved() -> String {
    GOOD.replace("KLANT_ONBEKEND", "VERHUISD")
}

#[test]
fn messages_are_checked_against_a_draft() {
    let folder = draft("draft");
    let ran = skp_in(&folder.0, &["validate", "--definitions", "concept"], moved().as_bytes());
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
    assert!(ran.out.starts_with("fout[SR-GM-002]: Waarheen de klant verhuisd is, ontbreekt."), "{}", ran.out);
    assert!(ran.last_line().contains(" gecontroleerd met de definities in concept;"), "{}", ran.out);
    let explained = moved().replace('}', r#","toelichting":"Naar Assen."}"#);
    let ran = skp_in(&folder.0, &["validate", "--definitions", "concept", "--format", "json"], explained.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["summary"]["definitions"], "concept");
    let ran = skp_in(&folder.0, &["validate"], explained.as_bytes());
    assert_eq!(ran.code, Some(1));
    assert!(!ran.last_line().contains("definities"), "{}", ran.out);
}

#[test]
fn a_draft_goes_with_the_other_options() {
    let folder = draft("draft-options");
    std::fs::create_dir(folder.0.join("in")).unwrap();
    for number in 0..20 {
        let text = if number % 2 == 0 { moved() } else { GOOD.to_owned() };
        std::fs::write(folder.0.join(format!("in/{number:02}.json")), text.replace("2.0", "1.1")).unwrap();
    }
    let with = |more: &[&str]| {
        let arguments = [&["validate", "in", "--definitions", "concept", "--release", "2.0"][..], more].concat();
        skp_in(&folder.0, &arguments, b"")
    };
    let (one, many) = (with(&["--jobs", "1"]), with(&["--jobs", "8"]));
    assert_eq!((one.code, one.out.as_str()), (Some(1), many.out.as_str()));
    assert!(one.last_line().ends_with("; 10 fouten in 10 van 20 bestanden."), "{}", one.last_line());
    assert_eq!(with(&["--format", "ndjson", "--lang", "en"]).out.lines().count(), 21);
}

#[test]
fn the_tables_and_rules_of_a_draft_can_be_looked_up() {
    let folder = draft("draft-look-up");
    let with = |arguments: &[&str]| {
        let ran = skp_in(&folder.0, &[arguments, &["--definitions", "concept"]].concat(), b"");
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        ran.out
    };
    assert!(with(&["explain", "SR-GM-002"]).contains("Waarheen de klant verhuisd is"));
    assert!(with(&["show", "schuldregeling/2.0/GM"]).contains("VERHUISD"));
    assert!(with(&["show", "Berichtheader"]).contains("VerzondenOp"));
    assert_eq!(with(&["catalogue"]), skp(&["catalogue"]).out);
    assert_eq!(skp(&["explain", "SR-GM-002"]).code, Some(3));
}

#[test]
fn mistakes_in_a_draft_are_shown_and_nothing_is_checked() {
    let folder =
        definitions("draft-wrong", |path, text| match path.ends_with("schuldregeling/geen-medewerking.toml") {
            true => text.replace("!has(KlantnummerSE)", "!has(KlantnummerXX)"),
            false => text.to_owned(),
        });
    let ran = skp_in(&folder.0, &["validate", "--definitions", "concept"], GOOD.as_bytes());
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    assert!(ran.out.starts_with("Geen bericht gecontroleerd") && ran.out.lines().count() == 1, "{}", ran.out);
    assert!(ran.err.contains(" --> concept/schuldregeling/geen-medewerking.toml:"), "{}", ran.err);
    assert!(ran.err.ends_with("fout: concept: 1 fout in de definities\n"), "{}", ran.err);
}

#[test]
fn a_draft_that_changes_a_frozen_release_is_refused() {
    let folder = with_frozen_texts("draft-frozen", true, |path, text| {
        match path.ends_with("schuldregeling/geen-medewerking.toml") {
            true => text.replace("!has(KlantnummerSE)", "has(KlantnummerSE)"),
            false => text.to_owned(),
        }
    });
    let ran = skp_in(&folder.0, &["validate", "--definitions", "concept"], GOOD.as_bytes());
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    assert!(ran.err.starts_with("error[released-changed]: rule SR-GM-001"), "{}", ran.err);
}

#[test]
fn a_folder_without_definitions_is_told() {
    let folder = Folder::new("draft-none", &[("leeg/readme.md", "")]);
    let ran = skp_in(&folder.0, &["validate", "--definitions", "leeg"], GOOD.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (Some(3), "fout: leeg: geen enkel .toml-bestand\n"));
    let ran = skp_in(&folder.0, &["validate", "--definitions", "weg"], GOOD.as_bytes());
    assert_eq!(ran.code, Some(4), "{}", ran.err);
    assert!(ran.err.starts_with("fout: weg: "), "{}", ran.err);
}

#[test]
fn excerpts_show_the_names_of_a_draft() {
    let folder = definitions("draft-names", |path, text| {
        match path.ends_with("schuldregeling/geen-medewerking.toml") {
        true => text.replace("{ name = \"Reden\", ", "{ name = \"Nieuwplaats\", type = \"Bedrag\", card = \"0..1\", since = \"2.0\", source = \"proposed\" },\n  { name = \"Reden\", ")
            .replace("[nl]\n", "[nl]\nNieuwplaats = \"-\"\n")
            .replace("[en]\n", "[en]\nNieuwplaats = \"-\"\n"),
        false => text.to_owned(),
    }
    });
    let message = GOOD.replace("\"reden\"", "\"nieuwplaats\":\"MARKER\",\"reden\"");
    let ran = skp_in(&folder.0, &["validate", "--definitions", "concept"], message.as_bytes());
    assert!(ran.out.starts_with("fout[VAL-008]") && ran.out.contains("\"nieuwplaats\":"), "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains("MARKER"), "{}", ran.out);
}
