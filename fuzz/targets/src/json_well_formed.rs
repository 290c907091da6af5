//! What our reader calls well-formed JSON, an independent parser calls well-formed, and the other way round.
//!
//! Left out are:
//!
//! - a member that stands twice in one object (FRM-005), which the parser takes and we do not;
//! - what is over a limit (FRM-004): numbers and depth have others in the parser;
//! - a byte order mark, which we read and the parser does not.

use serde_json::Value;
use skp_messages::{Format, Options, validate};

use crate::made;

/// Compares what is said of bytes, or of a sample in JSON that they change.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, Some(Format::Json)) else { return };
    let report = validate(&input, &Options::default());
    let without_mark = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&input);
    let ids = || report.findings().iter().map(skp_messages::Finding::id);
    if report.format() == Some(Format::Xml) || ids().any(|id| ["FRM-004", "FRM-005"].contains(&id)) {
        return;
    }
    let refused = ids().any(|id| ["FRM-001", "FRM-002"].contains(&id));
    match (refused, serde_json::from_slice::<Value>(without_mark)) {
        (false, Ok(_)) | (true, Err(_)) => {}
        // A number too large for the parser is well-formed.
        (false, Err(error)) if error.to_string().contains("number out of range") => {}
        (false, Err(error)) => panic!("only we call it well-formed: {error}\n{input:?}"),
        (true, Ok(_)) => panic!("only we refuse it: {report}\n{input:?}"),
    }
}
