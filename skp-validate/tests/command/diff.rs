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

#[test]
fn the_committed_changelog_is_what_generate_changelog_makes() {
    let definitions = concat!(env!("CARGO_MANIFEST_DIR"), "/../definitions");
    let ran = skp(&["generate", "changelog", "--out", definitions, "--check"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "2 bestanden vergeleken; 0 niet in orde.\n"), "{}", ran.err);
}

#[test]
fn a_revision_of_git_is_compared_with_the_folder_as_it_is() {
    let files: Vec<(&str, &str)> =
        skp_definitions::files().iter().filter(|(path, _)| !path.contains("/released/")).copied().collect();
    let folder = Folder::new("diff-git", &files);
    let definitions = folder.0.join("definitions");
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=proef", "-c", "user.email=proef@example.nl", "-c", "commit.gpgsign=false"];
        let ran = std::process::Command::new("git").current_dir(&folder.0).args(who).args(arguments).output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "begin"]);
    let path = definitions.join("vroegsignalering/vroegsignaal-ingetrokken.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("0..1", "1")).unwrap();
    let at = definitions.display().to_string();
    let ran = skp(&["definitions", "diff", "git:HEAD", "--definitions", &at, "--format", "csv"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("element-made-required,VroegsignaalIngetrokken."), "{}", ran.out);
    assert!(!ran.out.contains("schuldregeling"), "{}", ran.out);
}

#[test]
fn the_handbook_marks_a_row_whose_type_changed_deeper_down() {
    let files = skp_definitions::files().iter().filter(|(path, _)| !path.contains("/released/"));
    let old: Vec<(&str, &str)> = files.copied().collect();
    let text = |path: &str| old.iter().find(|(other, _)| *other == path).unwrap().1;
    let address = "definitions/types/adres.toml";
    let longer = text(address).replace("max = 4,", "max = 6,");
    assert_ne!(longer, text(address));
    let new: Vec<(&str, &str)> =
        old.iter().map(|&(path, text)| (path, if path == address { longer.as_str() } else { text })).collect();
    let (old, new) = (Folder::new("handbook-old", &old), Folder::new("handbook-new", &new));
    let at = |folder: &Folder| folder.0.join("definitions").display().to_string();
    let ran =
        skp(&["definitions", "diff", &at(&old), &at(&new), "--module", "SR", "--format", "handbook", "--lang", "en"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    // A Kennisgeving has an Adreskeuze, that has a Straatadres, and that is an Adres.
    assert!(ran.out.contains("| N | Adreskeuze | Adreskeuze | 1 |"), "{}", ran.out);
    assert!(!ran.out.contains("| - | Adreskeuze |"), "{}", ran.out);
}
