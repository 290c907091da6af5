//! Words that libFuzzer tries: names and codes of the standard, and the marks of each format.

use std::collections::BTreeSet;

use skp_messages::shape::{Shape, Type};
use skp_messages::{catalogue, csv};

/// What the inputs of a target are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Messages in XML.
    Xml,
    /// Messages in JSON.
    Json,
    /// Messages in either.
    Messages,
    /// Files of the portal.
    Csv,
    /// Definition files and rules.
    Definitions,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Xml, Self::Json, Self::Messages, Self::Csv, Self::Definitions];

    /// The name of the file with its words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Messages => "messages",
            Self::Csv => "csv",
            Self::Definitions => "definitions",
        }
    }

    /// Its words in the form that libFuzzer reads.
    #[must_use]
    pub fn dictionary(self) -> String {
        let mut words: BTreeSet<String> = BTreeSet::new();
        if matches!(self, Self::Xml | Self::Messages) {
            words.extend(XML.iter().map(|&word| word.to_owned()));
            words.extend(names(|name, _| name));
            words.extend(catalogue::messages().iter().map(|info| info.release.namespace.to_owned()));
        }
        if matches!(self, Self::Json | Self::Messages) {
            words.extend(JSON.iter().map(|&word| word.to_owned()));
            words.extend(names(|_, json| json).into_iter().map(|name| format!("\"{name}\":")));
            words.extend(catalogue::messages().iter().map(|info| format!("\"{}\"", info.bericht)));
        }
        if self == Self::Csv {
            words.extend(CSV.iter().map(|&word| word.to_owned()));
            let columns = csv::layouts().iter().flat_map(|layout| layout.columns);
            words.extend(columns.flat_map(|column| column.codes.iter().map(|(text, _)| (*text).to_owned())));
        }
        if self == Self::Definitions {
            words.extend(DEFINITIONS.iter().map(|&word| word.to_owned()));
        } else {
            words.extend(codes());
        }
        words.iter().filter(|word| !word.is_empty() && word.len() < 60).map(|word| line(word)).collect()
    }
}

/// A word in quotes, with everything but plain ASCII by its number.
fn line(word: &str) -> String {
    let escaped = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    };
    format!("\"{}\"\n", word.bytes().map(escaped).collect::<String>())
}

/// The tables of messages and header, and everything in them, each once.
fn shapes() -> Vec<&'static Shape> {
    let mut all: Vec<&'static Shape> = catalogue::messages().iter().map(|info| info.shape).collect();
    all.push(catalogue::header());
    let mut at = 0;
    while let Some(&shape) = all.get(at) {
        for element in shape.elements {
            if let Type::Composite(inner) = element.ty
                && !all.iter().any(|known| std::ptr::eq(*known, inner))
            {
                all.push(inner);
            }
        }
        at += 1;
    }
    all
}

fn names(of: impl Fn(&'static str, &'static str) -> &'static str) -> BTreeSet<String> {
    let elements = shapes().into_iter().flat_map(|shape| shape.elements);
    elements.map(|element| of(element.name, element.json).to_owned()).collect()
}

fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for element in shapes().into_iter().flat_map(|shape| shape.elements) {
        if let Type::Code(list) = element.ty {
            codes.extend(list.codes.iter().map(|code| code.code.to_owned()));
        }
    }
    codes
}

const XML: &[&str] = &[
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<!DOCTYPE",
    "<!ENTITY",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "</",
    "/>",
    "&lt;",
    "&#x",
    "&#10;",
    "xmlns",
    "xmlns:",
    "xml:",
    " a=''",
    "soap:Envelope",
    "soap:Header",
    "soap:Body",
    "http://schemas.xmlsoap.org/soap/envelope/",
    "urn:x-skp:bericht:2.0",
    "xsi:nil=\"true\"",
    "\u{feff}",
];

const JSON: &[&str] = &[
    "\"bericht\":",
    "\"header\":",
    "\"inhoud\":",
    "null",
    "true",
    "false",
    "\\u0000",
    "\\ud800",
    "\\udc00",
    "\\n",
    "\\\"",
    "1e999999999",
    "-0",
    "0.1",
    "[]",
    "{}",
    "[[",
    "\u{feff}",
];

const CSV: &[&str] =
    &[";", ",", "\t", "\r\n", "\"\"", "|", "Ja", "=", "\u{feff}", "31-12-2025", "1,5", "1E+15", "#N/B"];

const DEFINITIONS: &[&str] = &[
    "elements",
    "[[rules]]",
    "assert",
    "when",
    "each",
    "since",
    "until",
    "card",
    "type",
    "source",
    "proposed",
    "pattern",
    "sum(",
    "unique(",
    "size(",
    "has(",
    ".map(p, ",
    ".all(p, ",
    ".exists(p, ",
    ".filter(p, ",
    " && ",
    " || ",
    "!",
    " in [",
    "sent",
    "months(",
    "max(",
    "min(",
    "0.00",
    "'A'",
    "Posten",
    "Totaal_Bedrag",
    "Datum",
    "Keuze",
    "### small/post.toml\n",
    "earlier",
    "forbidden",
    "[nl]",
    "[en]",
    "codes",
];
