//! The cases of the W3C's XML suite, as its index files list them.
//!
//! What is asked follows from the type of a case and from one thing of our own: a document type is refused, whatever it
//! says. `valid` and `invalid` are both well-formed.

use std::fs;
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::case::{Case, Want};

/// The cases of all suites that `xmlconf.xml` names, in its order.
///
/// # Errors
/// When an index or a document cannot be read, or an index does not say what a case is.
pub fn cases(folder: &Path) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    for index in indexes(&text(&folder.join("xmlconf.xml"))?) {
        cases.extend(listed(folder, &index).map_err(|trouble| format!("{index}: {trouble}"))?);
    }
    if cases.is_empty() { Err("xmlconf.xml names no suite".to_owned()) } else { Ok(cases) }
}

/// The index files: external entities of the document type of the main file.
fn indexes(main: &str) -> Vec<String> {
    let entities = main.split("<!ENTITY").skip(1);
    let file = |entity: &str| Some(entity.split_once("SYSTEM")?.1.split('"').nth(1)?.to_owned());
    entities.filter_map(file).collect()
}

/// The cases of one index file.
fn listed(folder: &Path, index: &str) -> Result<Vec<Case>, String> {
    let (base, suite) = match index.rsplit_once('/') {
        Some((base, _)) => (folder.join(base), base),
        None => (folder.to_owned(), "xmlconf"),
    };
    let index = text(&folder.join(index))?;
    let mut reader = Reader::from_str(&index);
    // Some index files are the middle of a document: cases without an element around them.
    reader.config_mut().check_end_names = false;
    let mut cases = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "TEST" => {
                cases.push(case(&tag, &base, suite)?);
            }
            Event::Eof => return Ok(cases),
            _ => {}
        }
    }
}

/// The case of one `TEST` element.
fn case(tag: &BytesStart<'_>, base: &Path, suite: &str) -> Result<Case, String> {
    let value = |name: &str| {
        let attribute = tag.try_get_attribute(name).ok().flatten();
        attribute.map(|attribute| attribute.value.into_owned())
    };
    let id = value("ID").ok_or("a case without a name")?;
    let path = base.join(value("URI").ok_or_else(|| format!("{id}: no document"))?);
    let bytes = fs::read(&path).map_err(|error| format!("{id}: {error}"))?;
    let (want, kind) = match value("TYPE").as_deref() {
        Some("not-wf") => (Want::Refused, "not well-formed"),
        Some("error") => (Want::Either, "error"),
        Some("valid" | "invalid") if has_doctype(&bytes) => (Want::Doctype, "well-formed, with DOCTYPE"),
        Some("valid" | "invalid") => (Want::Accepted, "well-formed"),
        other => return Err(format!("{id}: of type {other:?}")),
    };
    Ok(Case { id: format!("{suite} {id}"), group: format!("{suite}: {kind}"), bytes, want })
}

/// Whether a well-formed document has a document type. Looks for it where it may stand: before the root, outside
/// comments and instructions.
fn has_doctype(bytes: &[u8]) -> bool {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let mut rest = text.trim_start_matches('\u{feff}');
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?") {
            "?>"
        } else {
            return rest.starts_with("<!DOCTYPE");
        };
        rest = rest.split_once(end).map_or("", |(_, after)| after);
    }
}

fn utf16(bytes: &[u8], from_bytes: fn([u8; 2]) -> u16) -> String {
    let units: Vec<_> = bytes.as_chunks().0.iter().map(|&pair| from_bytes(pair)).collect();
    String::from_utf16_lossy(&units)
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
