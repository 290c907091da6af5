//! What our reader calls well-formed XML, independent parsers call well-formed, and the other way round.
//!
//! Two parsers judge. What we read, both must read; what we refuse, one of them must refuse as well: each has gaps
//! of its own, and no gap is in both. Left out are:
//!
//! - a DOCTYPE, which we refuse whatever is in it (FRM-003);
//! - an encoding other than UTF-8 (FRM-002), which the parsers do not look at;
//! - what is over a limit (FRM-004);
//! - a default namespace that a tag declares twice: a repeated attribute, so we refuse it, and so do Expat and libxml2, but
//!   neither of the two parsers here minds;
//! - a declaration of XML 1.1 or another version beyond 1.0, which we refuse by the standard's conventions.

use skp_messages::{Finding, Format, Limits, Options, validate};
use xml::reader::{ParserConfig, XmlEvent};

use crate::made;

/// Compares what is said of bytes, or of a sample in XML that they change.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, Some(Format::Xml)) else { return };
    let Ok(text) = std::str::from_utf8(&input) else { return };
    if text.contains("<!DOCTYPE") {
        return;
    }
    let limits = Limits { depth: 1000, ..Limits::default() };
    let report = validate(&input, &Options { limits, ..Options::default() });
    if report.format() != Some(Format::Xml) {
        return;
    }
    let ids = || report.findings().iter().map(Finding::id);
    if ids().any(|id| ["FRM-002", "FRM-003", "FRM-004"].contains(&id)) {
        return;
    }
    let refused = ids().any(|id| id == "FRM-001");
    let (tree, events) = (tree(text), events(text));
    match (refused, &tree, &events) {
        (false, Ok(()), Ok(())) | (true, Err(_), _) | (true, _, Err(_)) => {}
        (false, tree, events) => panic!("only we call it well-formed\n{tree:?}\n{events:?}\n{text:?}"),
        (true, ..) if report.findings().iter().any(|finding| is_argued(finding, text)) => {}
        (true, ..) => panic!("only we refuse it: {report}\n{text:?}"),
    }
}

/// Whether a finding stands at the declaration of a default namespace or at the version of the document.
fn is_argued(finding: &Finding, text: &str) -> bool {
    let place = finding.place().map_or(0, |place| place.offset);
    let rest = text.get(place..).unwrap_or_default();
    let namespace = rest.strip_prefix("xmlns").is_some_and(|rest| rest.trim_ascii_start().starts_with('='));
    let before = text.get(..place).unwrap_or_default();
    let version = before.trim_start_matches('\u{feff}').starts_with("<?xml") && !before.contains("?>");
    namespace || (version && rest.starts_with("1."))
}

/// Whether the parser of a tree reads it.
fn tree(text: &str) -> Result<(), String> {
    roxmltree::Document::parse(text).map(drop).map_err(|error| error.to_string())
}

/// Whether the parser of events reads it.
fn events(text: &str) -> Result<(), String> {
    for event in ParserConfig::new().create_reader(text.as_bytes()) {
        if let XmlEvent::EndDocument = event.map_err(|error| error.to_string())? {
            break;
        }
    }
    Ok(())
}
