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
//! - a declaration of XML 1.1 or another version beyond 1.0, which we refuse by the standard's conventions;
//! - a colon in the target of a processing instruction, which Namespaces in XML forbids and neither parser looks at;
//! - the name of an encoding with a character that such a name cannot have, which neither parser looks at.

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

/// Whether a finding stands at the declaration of a default namespace, at the target of a processing instruction, or in the version or the encoding of the document.
fn is_argued(finding: &Finding, text: &str) -> bool {
    let place = finding.place().map_or(0, |place| place.offset);
    let (before, rest) = text.split_at_checked(place).unwrap_or_default();
    let namespace = rest.strip_prefix("xmlns").is_some_and(|rest| rest.trim_ascii_start().starts_with('='));
    let target = before.ends_with("<?") || before.rsplit_once("<?").is_some_and(|(_, target)| is_name(target));
    let colon =
        rest.split(|one: char| one.is_ascii_whitespace() || one == '?').next().is_some_and(|name| name.contains(':'));
    let declaration =
        before.trim_start_matches('\u{feff}').strip_prefix("<?xml").filter(|inside| !inside.contains("?>"));
    let in_value = declaration.and_then(|inside| inside.rsplit_once('=')).is_some_and(|(names, value)| {
        let of = |name: &str| names.trim_ascii_end().ends_with(name);
        (of("version") || of("encoding")) && value.matches(['"', '\'']).count() == 1
    });
    namespace || in_value || (target && colon)
}

/// Whether a text can be the beginning of a name.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|one| one.is_alphanumeric() || matches!(one, '_' | '-' | '.'))
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
