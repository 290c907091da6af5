//! `skp sample`.

use super::*;

#[test]
fn a_sample_is_valid_and_the_same_each_time() {
    let one = skp(&["sample", "SR/Betaalvoorstel", "--seed", "7"]);
    assert_eq!(one.code, Some(0), "{}", one.err);
    assert_eq!(one.out, skp(&["sample", "schuldregeling/3.0/Betaalvoorstel", "--seed", "7"]).out);
    let checked = skp_in(&std::env::temp_dir(), &["validate", "-"], one.out.as_bytes());
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    let xml = skp(&["sample", "SR/Betaalvoorstel", "--format", "xml", "--bare"]);
    assert!(xml.out.contains("<Betaalvoorstel xmlns=\"urn:x-skp:schuldregeling:3.0\">"), "{}", xml.out);
}

#[test]
fn several_samples_are_lines_or_files() {
    let lines = skp(&["sample", "GeenMedewerking", "--module", "SR", "--count", "3"]);
    assert_eq!((lines.code, lines.out.lines().count()), (Some(0), 3), "{}", lines.err);
    let folder = Folder::new("sample", &[]);
    let ran = skp_in(&folder.0, &["sample", "--all", "--module", "MB", "--format", "xml", "--out", "uit"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    let checked = skp_in(&folder.0, &["validate", "uit"], b"");
    assert_eq!(checked.code, Some(0), "{}", checked.out);
    assert_eq!(skp(&["sample", "SR/SV", "--count", "2", "--format", "xml"]).code, Some(2));
}

#[test]
fn a_rule_is_broken_or_it_is_told_why_not() {
    let broken = skp(&["sample", "--break", "SR-BV-007"]);
    let checked = skp_in(&std::env::temp_dir(), &["validate", "-"], broken.out.as_bytes());
    assert_eq!(checked.code, Some(1), "{}", checked.out);
    assert!(checked.out.contains("SR-BV-007"), "{}", checked.out);
    let never = skp(&["--lang", "en", "sample", "--break", "DEF-008"]);
    assert_eq!(never.code, Some(3));
    assert!(never.err.contains("DEF-008 cannot"), "{}", never.err);
}

#[test]
fn a_rule_between_messages_is_broken_by_a_conversation() {
    let broken = skp(&["sample", "--break", "PROC-005"]);
    assert!(broken.out.lines().count() > 1, "{}", broken.err);
    let folder = Folder::new("sample-late", &[("laat.ndjson", &broken.out)]);
    let checked = skp_in(&folder.0, &["conversation", "check", "laat.ndjson"], b"");
    assert!(checked.out.starts_with("waarschuwing[PROC-005]"), "{}{}", checked.out, checked.err);
}

#[test]
fn every_rule_that_is_listed_is_broken_unless_the_list_says_that_it_cannot_be() {
    let listed = skp(&["--lang", "en", "explain", "--list", "--all"]).out;
    let folder = Folder::new("sample-all", &[]);
    let ran = skp_in(&folder.0, &["sample", "--break", "all", "--out", "uit"], b"");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let files: Vec<String> = std::fs::read_dir(folder.0.join("uit"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    for line in listed.lines() {
        let id = line.split_whitespace().next().unwrap();
        let broken = files.iter().any(|name| name.starts_with(&format!("{id}-")));
        assert_ne!(broken, line.contains("cannot occur in this standard"), "{line}");
    }
    let can_occur = skp(&["explain", "--list"]).out.lines().count();
    assert_eq!(can_occur, listed.lines().filter(|line| !line.contains("cannot occur in this standard")).count());
}

#[test]
fn boundaries_are_walked() {
    let ran = skp(&["--lang", "en", "sample", "SR/GeenMedewerking", "--edge"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.lines().count() > 10, "{}", ran.out);
}
