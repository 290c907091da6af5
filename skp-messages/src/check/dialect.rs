//! How the walker reads a tree of each origin.
//!
//! The differences between formats that matter for checking are few, and all of them stand here: which
//! name an element goes by, whether order counts, how the items of a list are told, and how the text of
//! a simple value is written.

use std::borrow::Cow;

use crate::Format;
use crate::finding::JsonType;
use crate::shape::{Element, Kind};
use crate::tree::{Content, Node};

/// How a tree is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// The format.
    pub(crate) format: Format,
    /// Whether elements must follow the order of the table.
    pub(crate) ordered: bool,
}

impl Dialect {
    pub(crate) const fn of(format: Format) -> Self {
        Self { format, ordered: matches!(format, Format::Xml) }
    }

    /// The name of an element.
    pub(crate) const fn name(self, element: &Element) -> &'static str {
        self.pick(element.name, element.json)
    }

    /// The standard's name, or the one in JSON.
    pub(crate) const fn pick<'n>(self, name: &'n str, json: &'n str) -> &'n str {
        match self.format {
            Format::Json => json,
            Format::Xml => name,
        }
    }

    /// Whether a child of a list is one of its items.
    pub(crate) fn is_item(self, list: &Node<'_>, child: &Node<'_>, item: &str) -> bool {
        self.format == Format::Json || (child.name == item && child.namespace == list.namespace)
    }

    /// The text of a simple value, or the JSON type it should have had.
    pub(crate) fn text<'n>(self, node: &'n Node<'_>, kind: Kind) -> Result<Cow<'n, str>, JsonType> {
        let literal = match kind {
            Kind::Integer => JsonType::Number,
            Kind::Boolean => JsonType::Boolean,
            _ => JsonType::String,
        };
        match (&node.content, literal) {
            (Content::Mixed(text), _) => Ok(if node.nil { Cow::Borrowed("") } else { collapse(text, kind) }),
            (Content::String(text), JsonType::String) => Ok(Cow::Borrowed(text)),
            (Content::Number(text), JsonType::Number) => Ok(Cow::Borrowed(text)),
            (Content::Boolean(value), JsonType::Boolean) => Ok(Cow::Borrowed(if *value { "true" } else { "false" })),
            _ => Err(literal),
        }
    }
}

/// The text of an XML element. In free text white space counts as written; anywhere else it is collapsed as XSD does:
/// none around the value, one space for each run inside it, and inside base64 none at all.
fn collapse(text: &str, kind: Kind) -> Cow<'_, str> {
    if !kind.collapses() {
        return Cow::Borrowed(text);
    }
    // Nearly always there is no white space at all.
    if !text.bytes().fold(false, |found, byte| found | matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
        return Cow::Borrowed(text);
    }
    let space = |character: char| matches!(character, ' ' | '\t' | '\n' | '\r');
    let trimmed = text.trim_matches(space);
    let mut runs = trimmed.split(space).filter(|run| !run.is_empty());
    match (runs.next(), runs.next()) {
        (Some(first), Some(second)) => {
            let glue = if kind == Kind::Base64 { "" } else { " " };
            let rest = runs.flat_map(|run| [glue, run]);
            Cow::Owned([first, glue, second].into_iter().chain(rest).collect())
        }
        _ => Cow::Borrowed(trimmed),
    }
}
