//! Every sample message is valid, without a warning, and survives JSON → value → XML → value → JSON.
#![allow(clippy::panic)]

use skp_messages::shape::Severity;
use skp_messages::{Format, Layout, Received};
use skp_tests::{bytes, examples, samples};

fn read(bytes: &[u8], what: &str) -> Received {
    skp_messages::read(bytes).unwrap_or_else(|report| panic!("{what}: {report}"))
}

fn write(received: &Received, format: Format, what: &str) -> String {
    received.write(format, Layout::Compact).unwrap_or_else(|report| panic!("{what}: {report}"))
}

#[test]
fn every_sample_is_valid_without_a_warning() {
    for path in samples(&examples("messages")) {
        let received = read(&bytes(&path), &path.display().to_string());
        // A Registreer voorbeoordeling always gives one of two infos: whether it was needed.
        let worst = received.report().findings().iter().map(skp_messages::Finding::severity).max();
        assert!(worst.is_none_or(|severity| severity == Severity::Info), "{}: {}", path.display(), received.report());
        assert!(received.report().counts().elements > 0, "{}", path.display());
    }
}

#[test]
fn every_sample_round_trips_through_both_formats() {
    for path in samples(&examples("messages")) {
        let what = path.display().to_string();
        let first = read(&bytes(&path), &what);
        let json = write(&first, Format::Json, &what);
        let xml = write(&read(json.as_bytes(), &what), Format::Xml, &what);
        let back = read(xml.as_bytes(), &what);
        assert_eq!(write(&back, Format::Json, &what), json, "{what}");
        assert_eq!(write(&first, Format::Xml, &what), xml, "{what}");
        assert_eq!(first.info().bericht, back.info().bericht, "{what}");
    }
}

#[test]
fn the_two_forms_of_a_sample_are_the_same_message() {
    for path in
        samples(&examples("messages")).into_iter().filter(|path| path.extension().is_some_and(|ext| ext == "json"))
    {
        let other = path.with_extension("xml");
        let what = path.display().to_string();
        let [json, xml] = [&path, &other].map(|path| write(&read(&bytes(path), &what), Format::Json, &what));
        assert_eq!(json, xml, "{what}");
    }
}
