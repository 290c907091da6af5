//! Input that is broken, hostile or merely odd: refused with a finding and its place, or read as what it means.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // a test may fail

mod encoding;
mod floods;
mod form;
mod header;
mod identity;
mod limits;
mod numbers;
mod options;
mod same;
mod shown;

use skp_messages::schuldregeling::v2_0::GeenMedewerking;
use skp_messages::{Options, Report, read_with, validate};
use skp_tests::{bytes, examples};

/// A small message as JSON.
const JSON: &str = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"SHV-1","reden":"KLANT_ONBEKEND","toelichting":"Geen klant."}"#;

/// The same as XML.
const XML: &str = r#"<GeenMedewerking xmlns="urn:x-skp:schuldregeling:2.0"><KlantnummerSHV>SHV-1</KlantnummerSHV><Reden>KLANT_ONBEKEND</Reden><Toelichting>Geen klant.</Toelichting></GeenMedewerking>"#;

/// A sample of Schuldregeling 2.0.
fn sample(name: &str) -> Vec<u8> {
    bytes(&examples("messages/schuldregeling/2.0").join(name))
}

/// Checks an input, and what holds for every report: reading agrees with it, each finding has a place in the input,
/// and nothing that a terminal acts on is shown.
fn check(input: impl AsRef<[u8]>, options: &Options) -> Report {
    let input = input.as_ref();
    let report = validate(input, options);
    assert_eq!(read_with(input, options).is_ok(), report.is_valid());
    for finding in report.findings() {
        let place = finding.place().unwrap_or_else(|| panic!("no place: {finding}"));
        assert!(place.offset <= input.len() && place.line > 0 && place.column > 0, "{finding}");
    }
    let shown = report.to_string();
    assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
    report
}

/// The ids of what is found in an input.
fn ids(input: impl AsRef<[u8]>) -> Vec<&'static str> {
    found(&check(input, &Options::default()))
}

fn found(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(|finding| finding.id()).collect()
}

/// The place of the only finding in an input, as line and column, after its id.
fn only(input: impl AsRef<[u8]>) -> (&'static str, u32, u32) {
    let report = check(input, &Options::default());
    assert!(!report.is_valid());
    assert_eq!(report.findings().len(), 1, "{report}");
    let place = report.findings()[0].place().unwrap();
    (report.findings()[0].id(), place.line, place.column)
}

/// The value of an input that is a valid `GeenMedewerking`.
fn value(input: impl AsRef<[u8]>) -> GeenMedewerking {
    let received = skp_messages::read(input.as_ref()).unwrap_or_else(|report| panic!("{report}"));
    received.take().expect("a GeenMedewerking")
}
