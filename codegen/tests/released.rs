//! The text of a release that is kept, and what is said when the definitions change it.
//!
//! After an intended change run `INSTA_UPDATE=always cargo test -p skp-codegen` and read the difference.
#![allow(clippy::panic)]

use std::path::Path;

use skp_codegen::compile;
use skp_codegen::diagnostic::{Diagnostic, render};
use skp_codegen::released::{CHECKS, Frozen, Refusal, freeze};
use skp_codegen::source::Sources;

/// The small catalogue, with its two releases published.
fn published() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small");
    let sources = Sources::load(&folder).unwrap_or_else(|error| panic!("{error}"));
    let mut files: Vec<_> = sources.files.into_iter().map(|file| (file.path, file.text)).collect();
    let numbers = [r#"number = "1.0", source = "published: bron""#, r#"number = "2.0", source = "published: bron""#];
    for number in numbers {
        edit(
            &mut files,
            &[("proef/module.toml", number, &number.replace("source", r#"status = "published", source"#))],
        );
    }
    files
}

/// Changes texts; each must be there.
fn edit(files: &mut [(String, String)], edits: &[(&str, &str, &str)]) {
    for (path, from, to) in edits {
        let Some((_, text)) = files.iter_mut().find(|(file, _)| file.ends_with(path)) else { panic!("no {path}") };
        assert!(text.contains(from), "{path}: {from}");
        *text = text.replacen(from, to, 1);
    }
}

/// The files with both releases frozen.
fn frozen() -> Vec<(String, String)> {
    frozen_as(published())
}

fn frozen_as(mut files: Vec<(String, String)>) -> Vec<(String, String)> {
    for number in ["1.0", "2.0"] {
        match freeze(&Sources::new(files.clone()), "proef", number) {
            Ok(Frozen::New(text)) => files.push((format!("small/released/{}", text.path), text.text)),
            other => panic!("{other:?}"),
        }
    }
    files
}

fn check(files: Vec<(String, String)>) -> (Vec<Diagnostic>, String) {
    let sources = Sources::new(files);
    let wrong = compile(&sources).err().unwrap_or_default();
    let text = render(&wrong, &sources);
    (wrong, text)
}

/// What is said of the frozen releases after these changes.
fn changed(edits: &[(&str, &str, &str)]) -> (Vec<&'static str>, String) {
    let mut files = frozen();
    edit(&mut files, edits);
    let (wrong, text) = check(files);
    (wrong.iter().map(|diagnostic| diagnostic.code).collect(), text)
}

#[test]
fn the_text_of_a_release() {
    let files = frozen();
    let text = files.iter().find(|(path, _)| path.ends_with("proef/2.0.txt")).map(|(_, text)| text.as_str());
    insta::assert_snapshot!(text.unwrap_or_default());
}

#[test]
fn nothing_is_said_when_nothing_changed() {
    assert!(check(frozen()).0.is_empty());
}

#[test]
fn a_row_that_changed_is_shown_beside_what_was_released() {
    let (codes, text) =
        changed(&[("vraag.toml", r#"type = "Post",  card = "1..*""#, r#"type = "Post",  card = "0..*""#)]);
    assert_eq!(codes, ["released-changed"]);
    insta::assert_snapshot!(text);
}

#[test]
fn what_may_change_later_is_no_change() {
    let later = [
        (
            "proef/module.toml",
            r#"content = "as labelled" },"#,
            "content = \"as labelled\" },\n  { number = \"3.0\", source = \"proposed\", content = \"proposed\" },",
        ),
        ("proef/module.toml", r#"status = "published""#, r#"status = "withdrawn", valid_from = "2020-01-01""#),
        (
            "proef/module.toml",
            r#""2.0"      = "De tweede.""#,
            "\"2.0\"      = \"De tweede.\"\n\"3.0\"      = \"De derde.\"",
        ),
        (
            "proef/module.toml",
            r#""2.0"      = "The second.""#,
            "\"2.0\"      = \"The second.\"\n\"3.0\"      = \"The third.\"",
        ),
        ("vraag.toml", r#"card = "1..*", since = "1.0""#, r#"card = "1..*", since = "1.0", until = "3.0""#),
        ("vraag.toml", r#"id       = "PR-VR-002""#, "id       = \"PR-VR-002\"\nuntil    = \"3.0\""),
        ("vraag.toml", r#"id       = "PR-VR-001""#, "id       = \"PR-VR-001\"\nuntil    = \"3.0\""),
        (
            "soort.toml",
            r#"since = "2.0", source = "proposed" },"#,
            "since = \"2.0\", source = \"proposed\" },\n  { code = \"C\", since = \"3.0\", source = \"proposed\" },",
        ),
        ("soort.toml", r#"LANGE_CODE = "De tweede.""#, "LANGE_CODE = \"De tweede.\"\nC = \"De derde.\""),
        ("soort.toml", r#"LANGE_CODE = "The second.""#, "LANGE_CODE = \"The second.\"\nC = \"The third.\""),
    ];
    let (codes, text) = changed(&later);
    assert!(codes.is_empty(), "{text}");
}

#[test]
fn what_a_row_takes_over_may_be_said_later() {
    let row = r#"{ name = "Redenen/Reden", type = "Reden", card = "0..*","#;
    let before = format!("{{ name = \"Grond\", type = \"Code4\", until = \"2.0\", source = \"proposed\" }},\n  {row}");
    let mut files = published();
    edit(
        &mut files,
        &[
            ("vraag.toml", row, &before),
            ("vraag.toml", r#"Redenen       = "De"#, "Grond = \"De grond.\"\nRedenen       = \"De"),
            ("vraag.toml", r#"Redenen       = "The"#, "Grond = \"The ground.\"\nRedenen       = \"The"),
        ],
    );
    let mut files = frozen_as(files);
    edit(&mut files, &[("vraag.toml", row, &format!("{row} was = \"Grond\","))]);
    let (wrong, text) = check(files);
    assert!(wrong.is_empty(), "{text}");
}

#[test]
fn a_row_that_went_is_shown_where_it_still_stands_or_stood() {
    let (codes, text) = changed(&[("soort.toml", r#""LANGE_CODE", since = "2.0""#, r#""LANGE_CODE", since = "1.0""#)]);
    assert_eq!(codes, ["released-added"], "{text}");
    let (codes, text) = changed(&[
        (
            "vraag.toml",
            r#"  { name = "KvKNummerSE",   type = "Code4", card = "0..1", since = "2.0", source = "proposed" },"#,
            "",
        ),
        ("vraag.toml", "KvKNummerSE   = \"Het nummer.\"\n", ""),
        ("vraag.toml", "KvKNummerSE   = \"The number.\"\n", ""),
    ]);
    assert_eq!(codes, ["released-gone", "released-gone"], "the row, and the type that nothing else uses: {text}");
    assert!(text.contains("error[released-gone]: element Vraag.KvKNummerSE is gone from proef 2.0"), "{text}");
    assert!(text.contains("--> small/proef/vraag.toml:1:12"), "{text}");
    assert!(text.contains("::: small/released/proef/2.0.txt:"), "{text}");
}

#[test]
fn a_code_that_is_added_to_a_published_release() {
    let (codes, text) = changed(&[
        (
            "soort.toml",
            r#"since = "2.0", source = "proposed" },"#,
            "since = \"2.0\", source = \"proposed\" },\n  { code = \"C\", since = \"2.0\", source = \"proposed\" },",
        ),
        ("soort.toml", r#"LANGE_CODE = "De tweede.""#, "LANGE_CODE = \"De tweede.\"\nC = \"De derde.\""),
        ("soort.toml", r#"LANGE_CODE = "The second.""#, "LANGE_CODE = \"The second.\"\nC = \"The third.\""),
    ]);
    assert_eq!(codes, ["released-added"]);
    insta::assert_snapshot!(text);
}

#[test]
fn one_change_in_several_releases_is_told_once() {
    let (codes, text) = changed(&[("simple.toml", r#"max = 200"#, r#"max = 201"#)]);
    assert_eq!(codes, ["released-changed"]);
    insta::assert_snapshot!(text);
}

#[test]
fn a_text_that_changed() {
    let (codes, text) = changed(&[("vraag.toml", "De redenen.", "Alle redenen.")]);
    assert_eq!(codes, ["released-changed"]);
    insta::assert_snapshot!(text);
}

#[test]
fn a_rule_that_changed_points_at_its_condition() {
    let (codes, text) = changed(&[("vraag.toml", "Datum <= sent", "Datum < sent")]);
    assert_eq!(codes, ["released-changed"]);
    assert!(text.contains("--> small/proef/vraag.toml:37:13"), "{text}");
    let (codes, _) = changed(&[("vraag.toml", r#"severity = "waarschuwing""#, r#"severity = "info""#)]);
    assert_eq!(codes, ["released-changed"]);
}

#[test]
fn rows_keep_their_order() {
    let row =
        "  { name = \"Datum\",         type = \"Datum\",               since = \"1.0\", source = \"proposed\" },\n";
    let last = "  { name = \"Keuze\",";
    let (codes, text) = changed(&[("vraag.toml", row, ""), ("vraag.toml", last, &format!("{row}{last}"))]);
    assert_eq!(codes, ["released-moved"]);
    insta::assert_snapshot!(text);
}

#[test]
fn a_kept_text_is_not_changed_by_hand_either() {
    let (codes, _) = changed(&[("2.0.txt", "card=1..*", "card=0..*")]);
    assert_eq!(codes, ["released-changed"]);
    let (codes, _) = changed(&[("2.0.txt", "== rules", "== regels")]);
    assert_eq!(codes, ["released-unknown"]);
    let (codes, _) = changed(&[("2.0.txt", "element Vraag.Type", "elment Vraag.Type")]);
    assert_eq!(codes, ["released-gone", "released-added"]);
}

#[test]
fn a_release_that_is_out_has_a_text_and_a_text_has_a_release() {
    let none = Sources::new(published());
    assert!(compile(&none).is_ok(), "definitions may come without texts, from an older revision for example");
    assert_eq!(skp_codegen::check(&none).iter().map(|one| one.code).collect::<Vec<_>>(), ["not-released"; 2]);
    let mut files = frozen();
    assert!(skp_codegen::check(&Sources::new(files.clone())).is_empty());
    files.retain(|(path, _)| !path.ends_with("2.0.txt"));
    assert_eq!(check(files).0.iter().map(|one| one.code).collect::<Vec<_>>(), ["not-released"]);
    let mut files = frozen();
    files.push(("small/released/proef/9.0.txt".into(), "x".into()));
    assert_eq!(check(files).0.iter().map(|one| one.code).collect::<Vec<_>>(), ["released-unknown"]);
    let (codes, text) = changed(&[(
        "proef/module.toml",
        r#"number = "2.0", status = "published""#,
        r#"number = "2.0", status = "draft""#,
    )]);
    assert_eq!(codes, ["released-draft"]);
    assert!(text.contains("--> small/proef/module.toml:7:31"), "{text}");
}

#[test]
fn what_is_not_frozen_and_why() {
    let refused = |files: &[(String, String)], module: &str, number: &str| match freeze(
        &Sources::new(files.to_vec()),
        module,
        number,
    ) {
        Ok(Frozen::New(_)) => "new".to_owned(),
        Ok(Frozen::Same(_)) => "same".to_owned(),
        Err(Refusal::Wrong(wrong)) => wrong.iter().map(|one| one.code).collect::<Vec<_>>().join(" "),
        Err(Refusal::NoModule(known)) => format!("no module {known:?}"),
        Err(Refusal::NoRelease(known)) => format!("no release {known:?}"),
        Err(Refusal::Draft) => "draft".to_owned(),
    };
    let mut files = published();
    assert_eq!(refused(&files, "PR", "2.0"), "new");
    assert_eq!(refused(&files, "bericht", "2.0"), "draft");
    assert_eq!(refused(&files, "proof", "2.0"), r#"no module ["bericht", "proef"]"#);
    assert_eq!(refused(&files, "proef", "2.1"), r#"no release ["1.0", "2.0"]"#);
    edit(&mut files, &[("vraag.toml", "name    = \"Vraag\"", "name    = 1")]);
    assert_eq!(refused(&files, "proef", "2.0"), "wrong-value");
    let mut files = frozen();
    assert_eq!(refused(&files, "proef", "2.0"), "same");
    edit(&mut files, &[("simple.toml", "max = 200", "max = 20")]);
    assert_eq!(refused(&files, "proef", "2.0"), "released-changed");
}

#[test]
fn any_kept_text_is_compared_without_panic() {
    let whole = frozen();
    let Some(text) = whole.iter().find(|(path, _)| path.ends_with("2.0.txt")).map(|(_, text)| text) else { return };
    for end in (0..text.len()).step_by(97).filter(|&end| text.is_char_boundary(end)) {
        let mut files = whole.clone();
        let Some((_, kept)) = files.iter_mut().find(|(path, _)| path.ends_with("2.0.txt")) else { return };
        kept.truncate(end);
        assert!(!check(files).0.is_empty() || end < 120, "{end}");
    }
}

#[test]
fn every_check_is_broken_by_a_test() {
    let tests = include_str!("released.rs");
    for (code, _) in CHECKS {
        assert!(tests.contains(&format!("\"{code}\"")), "{code}");
    }
}
