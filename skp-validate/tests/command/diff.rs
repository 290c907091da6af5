//! `skp definitions diff` and `changelog`.

use super::*;

#[test]
fn two_releases_are_compared_for_three_parties() {
    let ran = skp(&["definitions", "diff", "SR@1.1", "SR@2.0"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("bericht hernoemd: KlantOnbekend → GeenMedewerking"), "{}", ran.out);
    assert!(ran.out.contains("zender breekt, ontvanger breekt, proces"), "{}", ran.out);
    assert!(ran.out.contains("vereiste stap: voor de punt; het nummer zegt: voor de punt"), "{}", ran.out);
}

#[test]
fn every_form_tells_of_a_rename() {
    for (form, says) in [
        ("md", "KlantOnbekend → GeenMedewerking"),
        ("html", "KlantOnbekend → GeenMedewerking"),
        ("json", "\"message-renamed\""),
        ("csv", "message-renamed,GeenMedewerking"),
        ("handbook", "| N | Adreskeuze | Adreskeuze | 1 |"),
    ] {
        let ran = skp(&["definitions", "diff", "schuldregeling@1.1", "schuldregeling@2.0", "--format", form]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.out.contains(says), "{form}: {}", ran.out);
    }
}

#[test]
fn a_number_that_promises_less_than_the_changes_require_fails_the_check() {
    // A published release that gets a required element under the same number.
    let files = |change: bool| -> Vec<(String, String)> {
        let files = skp_definitions::files().iter().filter(|(path, _)| !path.contains("/released/"));
        let text = |path: &str, text: &str| match path {
            "definitions/vroegsignalering/module.toml" => text.replace("\"draft\"", "\"published\""),
            "definitions/vroegsignalering/vroegsignaal-ingetrokken.toml" if change => text.replace("0..1", "1"),
            _ => text.to_owned(),
        };
        files.map(|(path, content)| ((*path).to_owned(), text(path, content))).collect()
    };
    let folder = |name: &str, files: &[(String, String)]| {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        Folder::new(name, &files)
    };
    let (old, new) = (folder("diff-old", &files(false)), folder("diff-new", &files(true)));
    let at = |folder: &Folder| folder.0.join("definitions").display().to_string();
    let ran = skp(&["definitions", "diff", &at(&old), &at(&new), "--module", "VS", "--check"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("vroegsignalering 2.0 → 2.0: vraagt een grotere stap (major):"), "{}", ran.err);
    let same = skp(&["definitions", "diff", &at(&old), &at(&old), "--check"]);
    assert_eq!((same.code, same.out.as_str()), (Some(0), "Geen verschil.\n"), "{}", same.err);
}

#[test]
fn what_is_no_release_folder_or_revision_is_told() {
    let ran = skp(&["definitions", "diff", "SR@1.1", "SR@9.9"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (Some(3), "fout: schuldregeling heeft geen release 9.9; kies uit 1.0, 1.1, 2.0, 3.0\n")
    );
    let ran = skp(&["definitions", "diff", "SR@1.1", "git:HEAD"]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    let ran = skp(&["definitions", "diff", "git:no-such-revision"]);
    assert_eq!(ran.code, Some(3), "{}", ran.err);
}

#[test]
fn the_changelog_of_one_module_is_newest_first() {
    let ran = skp(&["definitions", "changelog", "WB", "--lang", "en"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let place = |text: &str| ran.out.find(text).unwrap_or_else(|| panic!("{text}: {}", ran.out));
    assert!(place("### 2.0") < place("### 1.0"));
}
