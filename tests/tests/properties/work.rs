//! The work that an input takes grows no faster than the input: twice as much of anything takes about twice the
//! memory, as many more allocations, and as much at its peak.
//!
//! Nothing is timed. What is counted is the same in every run.

use allocation_counter::{AllocationInfo, measure};
use skp_messages::{Options, validate};
use skp_tests::{bytes, examples};

/// So many of something; as the letters of a text already too many for it, so that it gets no other finding than twice as many.
const MANY: usize = 5_000;
/// Lists grow by doubling, so the last step may cost up to twice more than was needed.
const ALLOWED: f64 = 2.6;

const JSON: &str = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"SHV-1","reden":"KLANT_ONBEKEND","toelichting":"Geen klant."}"#;
const XML: &str = r#"<GeenMedewerking xmlns="urn:x-skp:schuldregeling:2.0"><KlantnummerSHV>SHV-1</KlantnummerSHV><Reden>KLANT_ONBEKEND</Reden><Toelichting>Geen klant.</Toelichting></GeenMedewerking>"#;

fn linear(input: impl Fn(usize) -> String) {
    let work = |n: usize| {
        let text = input(n);
        let info = measure(|| drop(validate(text.as_bytes(), &Options::default())));
        let counts = validate(text.as_bytes(), &Options::default()).counts();
        (text.len(), info, counts.elements + counts.rules)
    };
    let ((small, one, looked), (large, two, looked_twice)) = (work(MANY), work(2 * MANY));
    let growth = large as f64 / small as f64;
    assert!(growth > 1.9, "the input itself does not grow");
    let within = |what: &str, one: u64, two: u64| {
        // What little is used besides is no growth.
        assert!(two as f64 <= (one as f64 + 4096.0) * ALLOWED, "{what}: {one} becomes {two}");
    };
    let AllocationInfo { count_total, bytes_total, bytes_max, .. } = one;
    within("allocations", count_total, two.count_total);
    within("bytes", bytes_total, two.bytes_total);
    within("bytes at the peak", bytes_max, two.bytes_max);
    within("elements and rules", looked, looked_twice);
    // And none of it is many times the input, not even for items like `{},` that lack everything.
    assert!(bytes_max / (small as u64) < 256, "{bytes_max} bytes at the peak for an input of {small}");
}

fn saldoverzoek(claims: &str) -> String {
    let text = bytes(&examples("messages/schuldregeling/2.0/saldoverzoek-minimaal.json"));
    let text = String::from_utf8_lossy(&text).into_owned();
    let start = text.find("\"vorderingen\"").unwrap_or_else(|| panic!("no vorderingen"));
    format!("{}\"vorderingen\":[{claims}]}}", text.get(..start).unwrap_or_default())
}

fn list(n: usize, item: impl Fn(usize) -> String) -> String {
    (0..n).map(item).collect::<Vec<_>>().join(",")
}

#[test]
fn of_items_that_are_right() {
    linear(|n| saldoverzoek(&list(n, |at| format!("{{\"factuurnummerSEVolgensSHV\":\"{at}\"}}"))));
}

#[test]
fn of_items_that_are_all_the_same() {
    linear(|n| saldoverzoek(&list(n, |_| "{\"factuurnummerSEVolgensSHV\":\"1\"}".to_owned())));
}

#[test]
fn of_items_with_a_mistake() {
    linear(|n| saldoverzoek(&list(n, |_| "{}".to_owned())));
}

#[test]
fn of_unknown_members() {
    linear(|n| JSON.replacen('{', &format!("{{{}", (0..n).map(|at| format!("\"a{at}\":1,")).collect::<String>()), 1));
}

#[test]
fn of_members_that_repeat() {
    linear(|n| JSON.replacen('{', &format!("{{{}", "\"reden\":\"x\",".repeat(n)), 1));
}

#[test]
fn of_escapes() {
    linear(|n| JSON.replace("Geen klant.", &"\\u00e9".repeat(n)));
}

#[test]
fn of_empty_lists_in_a_list() {
    linear(|n| JSON.replacen('{', &format!("{{\"a\":[{}],", list(n, |_| "[]".to_owned())), 1));
}

#[test]
fn of_character_references() {
    linear(|n| XML.replace("Geen klant.", &"&#97;".repeat(n)));
}

#[test]
fn of_comments_in_a_text() {
    linear(|n| XML.replace("Geen klant.", &"a<!---->".repeat(n)));
}

#[test]
fn of_unknown_elements() {
    linear(|n| XML.replace("<Reden>", &format!("{}<Reden>", "<a/>".repeat(n))));
}

#[test]
fn of_namespaces() {
    linear(|n| {
        let elements: String = (0..n).map(|at| format!("<p:a xmlns:p='urn:{at}'/>")).collect();
        XML.replace("<Reden>", &format!("{elements}<Reden>"))
    });
}

#[test]
fn of_text_where_elements_belong() {
    linear(|n| XML.replace("<Reden>", &format!("{}<Reden>", "tekst<?a?>".repeat(n))));
}
