//! What is well-formed JSON and XML, by kind: small documents of the kinds that public suites have.
//!
//! Only the readers are looked at. None of the documents is a message, so each that is read gets a finding about that. The
//! public suites themselves are run by `cargo run -p skp-tests --bin suites -- FOLDER`.
#![allow(clippy::panic)] // a test may fail

mod json;
mod xml;

use skp_messages::{Options, read, validate};

/// The finding of the reader; none when the document was read, whatever is said of it then.
fn refusal(document: &[u8]) -> Option<&'static str> {
    let report = validate(document, &Options::default());
    let shown = String::from_utf8_lossy(document);
    assert!(!report.findings().is_empty() && read(document).is_err(), "{shown:?} is no message");
    let ids = report.findings().iter().map(|finding| finding.id());
    ids.into_iter().find(|id| matches!(*id, "FRM-001" | "FRM-002" | "FRM-003" | "FRM-004"))
}

fn accepted(documents: &[&str]) {
    for document in documents {
        assert_eq!(refusal(document.as_bytes()), None, "{document:?}");
    }
}

fn refused(id: &str, documents: &[&str]) {
    for document in documents {
        assert_eq!(refusal(document.as_bytes()), Some(id), "{document:?}");
    }
}

fn refused_bytes(id: &str, documents: &[&[u8]]) {
    for document in documents {
        assert_eq!(refusal(document), Some(id), "{document:?}");
    }
}
