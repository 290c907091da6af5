//! Reading XML in a SOAP 1.1 envelope: what is right on its own is right inside.

use skp_messages::sample::Form;
use skp_messages::{Finding, Format, Layout, Options, Report, validate};

use crate::{made, reading};

/// Reads bytes that are an envelope, and puts others in one first.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, Some(Format::Xml)) else { return };
    if input.windows(9).any(|part| part == b":Envelope") {
        let _ = reading::read(&input);
        return;
    }
    let alone = validate(&input, &Options::default());
    let Some(header) = header(&alone) else { return };
    let mut whole = header.into_bytes();
    whole.extend_from_slice(&input);
    whole.extend_from_slice(b"</soap:Body></soap:Envelope>");
    let inside = reading::read(&whole);
    // A declaration stands at the start of a document, nowhere else.
    if alone.is_valid() && !input.starts_with(b"<?xml") && !input.starts_with(b"\xef\xbb\xbf") {
        // Rules of the message may know more inside: when it was sent.
        assert_eq!(of_form(&inside), of_form(&alone), "right on its own, but not in an envelope: {inside}");
        assert_eq!(inside.message().map(|info| info.bericht), alone.message().map(|info| info.bericht));
    }
}

/// The findings that do not depend on what a message is in.
fn of_form(report: &Report) -> Vec<&str> {
    let ids = report.findings().iter().map(Finding::id);
    ids.filter(|id| ["FRM", "DEF", "VAL"].iter().any(|of| id.starts_with(of))).collect()
}

/// The envelope of a sample of the same message, up to its body.
fn header(report: &Report) -> Option<String> {
    let sample = made::sample(report.message()?, 0, Format::Xml, Layout::Compact, Form::Envelope)?;
    let (before, _) = sample.split_once("<soap:Body>")?;
    Some(format!("{before}<soap:Body>"))
}
