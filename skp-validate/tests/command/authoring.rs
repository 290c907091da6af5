//! `skp definitions release|fmt|new|schema`, and `skp validate --on`: what somebody who writes definitions sees.

use std::fs;
use std::path::Path;

use super::{Folder, GOOD, Ran, skp, skp_in};

/// A folder with the small definitions of the generator's tests, both releases published.
fn small(name: &str) -> Folder {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/small");
    let folder = Folder::new(name, &[]);
    for path in [
        "keuze.toml",
        "post.toml",
        "reden.toml",
        "simple.toml",
        "soort.toml",
        "sources.toml",
        "kop/kop.toml",
        "kop/module.toml",
        "proef/module.toml",
        "proef/vraag.toml",
    ] {
        let to = folder.0.join("definitions").join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        let text = fs::read_to_string(from.join(path)).unwrap();
        let text = if path == "proef/module.toml" {
            text.replace(
                r#", source = "published: bron", content"#,
                r#", status = "published", source = "published: bron", content"#,
            )
        } else {
            text
        };
        fs::write(to, text).unwrap();
    }
    folder
}

fn definitions(folder: &Folder, arguments: &[&str]) -> Ran {
    let arguments: Vec<&str> = ["--lang", "en", "definitions"].iter().chain(arguments).copied().collect();
    skp_in(&folder.0, &arguments, b"")
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.0.join(path)).unwrap()
}

#[test]
fn a_release_is_frozen_once_and_a_change_to_it_is_shown() {
    let folder = small("freeze");
    let ran = definitions(&folder, &["lint"]);
    assert_eq!(ran.code, Some(1), "both releases are out, and no text is there");
    assert_eq!(ran.out.matches("error[not-released]").count(), 2, "{}", ran.out);
    let ran = definitions(&folder, &["release", "PR", "2.0"]);
    assert_eq!((ran.code, ran.out.trim()), (Some(0), "definitions/released/proef/2.0.txt"), "{}", ran.err);
    let text = read(&folder, "definitions/released/proef/2.0.txt");
    // With one text there, the other release that is out needs its own.
    let ran = definitions(&folder, &["lint"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("error[not-released]: proef 1.0"), "{}", ran.out);
    assert_eq!(definitions(&folder, &["release", "proef", "1.0"]).code, Some(0));
    assert_eq!(definitions(&folder, &["lint"]).code, Some(0));
    let again = definitions(&folder, &["release", "proef", "2.0"]);
    assert_eq!(again.code, Some(0));
    assert!(again.last_line().ends_with("has not changed"), "{}", again.out);

    let path = folder.0.join("definitions/proef/vraag.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("1..*", "0..*")).unwrap();
    for arguments in [&["lint"][..], &["lint", "definitions"], &["release", "proef", "2.0"]] {
        let ran = definitions(&folder, arguments);
        assert_eq!(ran.code, Some(1), "{arguments:?}");
        assert!(ran.out.contains("--> definitions/proef/vraag.toml:15:"), "{}", ran.out);
        assert!(ran.out.contains("::: definitions/released/proef/2.0.txt:"), "{}", ran.out);
    }
    assert_eq!(read(&folder, "definitions/released/proef/2.0.txt"), text, "never overwritten");
}

#[test]
fn what_is_not_to_be_frozen_is_refused_in_one_line() {
    let folder = small("refuse");
    for (arguments, code, says) in [
        (["release", "bericht", "2.0"], 2, "still a draft"),
        (["release", "proof", "2.0"], 3, "there are: bericht, proef"),
        (["release", "proef", "7.0"], 3, "there are: 1.0, 2.0"),
    ] {
        let ran = definitions(&folder, &arguments);
        assert_eq!(ran.code, Some(code), "{arguments:?}");
        assert!(ran.err.lines().count() == 1 && ran.err.contains(says), "{}", ran.err);
    }
    assert!(!folder.0.join("definitions/released").exists());
    let nowhere = Folder::new("nowhere", &[]);
    assert_eq!(definitions(&nowhere, &["release", "proef", "2.0"]).code, Some(3));
}

#[test]
fn fmt_checks_writes_and_leaves_what_is_no_toml() {
    let folder = small("fmt");
    let untidy = "codelist=\"Soort\"\nkind = \"closed\"\n";
    let wrong = "codelist = \"Wrong\n";
    fs::write(folder.0.join("definitions/tidy.toml"), untidy).unwrap();
    fs::write(folder.0.join("definitions/wrong.toml"), wrong).unwrap();
    let ran = definitions(&folder, &["fmt", "--check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("definitions/tidy.toml:1: should be: codelist = \"Soort\"\n"), "{}", ran.out);
    assert!(ran.out.contains("error[toml-syntax]"), "{}", ran.out);
    assert_eq!(read(&folder, "definitions/tidy.toml"), untidy, "--check writes nothing");

    let ran = definitions(&folder, &["fmt"]);
    assert_eq!(ran.code, Some(1), "one file is no TOML");
    assert_eq!(read(&folder, "definitions/tidy.toml"), "codelist = \"Soort\"\nkind     = \"closed\"\n");
    assert_eq!(read(&folder, "definitions/wrong.toml"), wrong);
    fs::remove_file(folder.0.join("definitions/wrong.toml")).unwrap();
    let ran = definitions(&folder, &["fmt", "--check", "definitions"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    let left: Vec<_> =
        fs::read_dir(folder.0.join("definitions")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
}

#[test]
fn a_scaffold_is_written_whole_or_not_at_all() {
    let folder = small("new");
    let ran = definitions(&folder, &["new", "rule", "Vraag"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("definitions new release proef X.Y"), "{}", ran.err);

    let ran = definitions(&folder, &["new", "release", "proef", "3.0", "--from", "2027-01-01"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert_eq!(ran.last_line(), "proef 3.0: 2 texts to write.");
    assert!(ran.out.contains("\n  definitions/proef/module.toml:"), "{}", ran.out);

    let before = read(&folder, "definitions/proef/vraag.toml");
    let ran = definitions(&folder, &["new", "element", "Vraag", "Nieuw", "Tekts"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("did you mean `Tekst`?") && ran.last_line() == "Nothing was written.", "{}", ran.out);
    assert_eq!(read(&folder, "definitions/proef/vraag.toml"), before);

    let ran = definitions(&folder, &["new", "element", "Vraag", "Nieuw", "Tekst", "--after", "Datum"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert!(read(&folder, "definitions/proef/vraag.toml").contains(r#"since = "3.0""#));

    fs::create_dir_all(folder.0.join("examples")).unwrap();
    let arguments = [
        "new",
        "message",
        "PR",
        "Antwoord",
        "--code",
        "AN",
        "--from",
        "SE",
        "--to",
        "SHV2",
        "--answer",
        "--element",
        "Post/Regel:Post:1..*",
    ];
    let ran = definitions(&folder, &arguments);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    let json = read(&folder, "examples/messages/proef/3.0/antwoord-vul-aan.json");
    assert!(json.starts_with("{\n  \"bericht\": \"proef/3.0/Antwoord\","), "{json}");
    assert!(
        read(&folder, "examples/messages/proef/3.0/antwoord-vul-aan.xml").contains("xmlns=\"urn:x-skp:proef:3.0\"")
    );
    assert_eq!(definitions(&folder, &arguments).code, Some(3), "a second time");

    let ran = definitions(&folder, &["lint"]);
    assert_eq!(ran.code, Some(1));
    let errors: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("error[")).collect();
    // Lints come first; while a text is to be written, nothing is said of releases.
    assert!(errors.iter().all(|line| line.starts_with("error[unfinished]")), "{errors:?}");
    assert_eq!(errors.len(), 8, "{errors:?}");
}

#[test]
fn a_new_rule_gets_samples_of_a_message_it_is_on() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = Folder::new("rule", &[]);
    let copy = |path: &str| {
        let to = folder.0.join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(root.join(path), to).unwrap();
    };
    for (path, _) in skp_definitions::files() {
        copy(path);
    }
    for name in ["saldoverzoek-minimaal", "saldoverzoek-bewindvoerder"] {
        copy(&format!("examples/messages/schuldinventarisatie/2.0/{name}.json"));
        copy(&format!("examples/messages/schuldinventarisatie/2.0/{name}.xml"));
    }
    let ran = definitions(&folder, &["new", "rule", "SI/Saldoverzoek", "--assert", "has(Partner)"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    let sample = read(&folder, "examples/invalid/SI-SV-001-vul-aan.xml");
    assert_eq!(sample, read(&folder, "examples/messages/schuldinventarisatie/2.0/saldoverzoek-minimaal.xml"));
    assert!(folder.0.join("examples/invalid/SI-SV-001-vul-aan.json").is_file());
}

#[test]
fn the_schema_is_json() {
    let ran = skp(&["definitions", "schema"]);
    assert_eq!(ran.code, Some(0));
    let schema: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
}

#[test]
fn a_draft_is_told_on_a_day_and_not_without_one() {
    let draft =
        r#"{"bericht":"schuldinventarisatie/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"KLANT_ONBEKEND"}"#;
    let validate = |arguments: &[&str], message: &str| {
        let arguments: Vec<&str> = ["--lang", "en", "validate", "-"].iter().chain(arguments).copied().collect();
        skp_in(&std::env::temp_dir(), &arguments, message.as_bytes())
    };
    let plain = validate(&[], draft);
    assert!(plain.code == Some(0) && !plain.out.contains("DEF-012"), "{}", plain.out);
    for day in ["2026-01-31", "today", "vandaag"] {
        let ran = validate(&["--on", day], draft);
        assert!(ran.code == Some(0) && ran.out.contains("DEF-012"), "{}", ran.out);
        assert_eq!(validate(&["--on", day, "--deny-warnings"], draft).code, Some(1));
        assert!(!validate(&["--on", day], GOOD).out.contains("DEF-01"));
    }
    assert_eq!(validate(&["--on", "31-01-2026"], draft).code, Some(2));
}

#[test]
fn the_status_of_a_release_is_shown() {
    let show = skp(&["--lang", "en", "show", "schuldregeling/2.0/Saldoverzoek"]);
    assert!(show.out.contains("status of release 2.0: published (proposed)\n"), "{}", show.out);
    let catalogue = skp(&["catalogue", "--format", "json"]);
    let messages: serde_json::Value = serde_json::from_str(&catalogue.out).unwrap();
    let of = |bericht: &str| messages.as_array().unwrap().iter().find(|one| one["bericht"] == bericht).unwrap().clone();
    assert_eq!(of("schuldregeling/2.0/Saldoverzoek")["release_status"], "published");
    let draft = of("vroegsignalering/2.0/Vroegsignaal");
    assert_eq!(draft["release_status"], "draft");
    assert_eq!(draft["release_status_source"], "proposed");
    assert!(draft["release_valid_from"].is_null());
}
