//! `skp generate` and `skp definitions`.

use super::*;

#[test]
fn schemas_are_written_and_checked() {
    let folder = Folder::new("generate", &[]);
    let generate = |more: &[&str]| {
        let arguments = [&["generate", "json-schema", "--out", "schemas"], more].concat();
        skp_in(&folder.0, &arguments, b"")
    };
    let missing = generate(&["--check"]);
    assert_eq!(missing.code, Some(1));
    assert!(missing.out.contains(": ontbreekt\n"), "{}", missing.out);
    assert!(!folder.0.join("schemas").exists(), "--check writes nothing");
    assert_eq!(generate(&[]).code, Some(0));
    assert_eq!(generate(&["--check"]).code, Some(0));
    std::fs::write(folder.0.join("schemas/oud.json"), "{}").unwrap();
    let stale = generate(&["--check"]);
    assert_eq!(stale.code, Some(1));
    assert!(stale.out.contains("oud.json: hoort hier niet meer\n"), "{}", stale.out);
}

#[test]
fn every_kind_is_made_for_one_release() {
    let folder = Folder::new("generate-one", &[]);
    let name = "vroegsignalering/2.0";
    for (what, file) in [
        ("json-schema", "Vroegsignaal.schema.json"),
        ("xsd", "vroegsignalering-2.0.xsd"),
        ("wsdl", "vroegsignalering-2.0.wsdl"),
        ("openapi", "vroegsignalering-2.0.openapi.json"),
        ("rules", "rules.json"),
        ("code-lists", "codes/Signaalpartner.csv"),
        ("bundle", "skp-vroegsignalering-2.0.zip"),
    ] {
        let select = ["generate", what, "--out", what, "--module", "vroegsignalering", "--release", "2.0"];
        assert_eq!(skp_in(&folder.0, &select, b"").code, Some(0), "{what}");
        assert!(folder.0.join(what).join(name).join(file).is_file(), "{what}/{name}/{file}");
        assert!(!folder.0.join(what).join("schuldregeling").exists(), "{what}");
        let check = [&select[..], &["--check"]].concat();
        assert_eq!(skp_in(&folder.0, &check, b"").code, Some(0), "{what}: the same bytes again");
    }
}

#[test]
fn a_module_that_does_not_exist_is_not_generated() {
    let folder = Folder::new("generate-none", &[]);
    for what in ["wsdl", "bundle"] {
        let ran = skp_in(&folder.0, &["generate", what, "--out", "out", "--module", "schuld"], b"");
        assert_eq!(ran.code, Some(3), "{}", ran.out);
        assert!(!folder.0.join("out").exists());
    }
}

#[test]
fn definitions_are_checked() {
    let ran = skp(&["definitions", "lint"]);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.last_line().ends_with("definitiebestanden gecontroleerd (ingebouwd); 0 fouten."), "{}", ran.out);
    let folder = Folder::new("definitions", &[("definitions/x.toml", "message = 1\n"), ("empty/readme.md", "")]);
    let ran = skp_in(&folder.0, &["definitions", "lint"], b"");
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.out.contains("--> definitions/x.toml:1:"), "{}", ran.out);
    assert_eq!(skp_in(&folder.0, &["definitions", "lint", "empty"], b"").code, Some(3));
    assert_eq!(skp_in(&folder.0, &["definitions", "lint", "gone"], b"").code, Some(4));
}
