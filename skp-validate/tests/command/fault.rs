//! `skp fault`.

use super::*;

/// A sample that is wrong.
fn invalid(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/invalid").join(name).display().to_string()
}

#[test]
fn a_wrong_message_is_answered_by_a_foutbericht() {
    let file = invalid("KOP-002-schuldhulpverlener-stuurt-antwoord.xml");
    let ran = skp(&["fault", &file, "--role", "SHV2", "--reference", "FB-1"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("<Regel>KOP-002</Regel>"), "{}", ran.out);
    assert_eq!(skp_in(&std::env::temp_dir(), &["validate"], ran.out.as_bytes()).code, Some(0));
    assert_eq!(skp(&["fault", &file]).code, Some(2), "role and number are needed");
}

#[test]
fn an_envelope_that_is_wrong_is_answered_by_a_fault() {
    let file = invalid("KOP-002-schuldhulpverlener-stuurt-antwoord.xml");
    let ran = skp(&["fault", &file, "--as", "soap-fault"]);
    assert!(ran.out.contains("<faultcode>soap:Client.NietGeautoriseerd</faultcode>"), "{}{}", ran.out, ran.err);
    let told = skp_in(&std::env::temp_dir(), &["validate"], ran.out.as_bytes());
    assert_eq!(told.code, Some(3));
    assert!(told.out.contains("DEF-013") && told.out.contains("SOAP-fault"), "{}", told.out);
    let ran = skp(&["fault", &file, "--as", "problem"]);
    assert!(ran.out.contains(r#""status":403"#), "{}", ran.out);
}

#[test]
fn nothing_wrong_is_nothing_to_answer() {
    let ran = skp_in(&std::env::temp_dir(), &["fault", "-", "--as", "problem"], GOOD.as_bytes());
    assert_eq!(ran.code, Some(3), "{}", ran.out);
}
