//! Changes to XML.

use std::ops::Range;

use arbitrary::Unstructured;

use super::{below, pick, value};

/// An element: its name, its whole text and what stands between its tags.
struct Element<'t> {
    name: &'t str,
    whole: Range<usize>,
    inner: Range<usize>,
}

/// Changes one thing in an XML text.
pub(super) fn change(text: &mut String, u: &mut Unstructured<'_>) {
    let old = std::mem::take(text);
    *text = changed(&old, u).unwrap_or(old);
}

fn changed(text: &str, u: &mut Unstructured<'_>) -> Option<String> {
    let elements = elements(text);
    let (element, other) = (pick(u, &elements)?, pick(u, &elements)?);
    let (whole, inner) = (text.get(element.whole.clone())?, text.get(element.inner.clone())?);
    let with =
        |range: &Range<usize>, new: &str| Some(format!("{}{new}{}", text.get(..range.start)?, text.get(range.end..)?));
    let at = |place: usize, new: &str| with(&(place..place), new);
    let leaf = !inner.contains('<');
    match below(u, 12) {
        0 => with(&element.whole, ""),
        1 => at(element.whole.end, whole),
        2 => at(other.whole.start, whole),
        3 => with(&element.inner, ""),
        4 => with(&element.inner, text.get(other.inner.clone())?),
        5 => {
            let new = whole.replace(element.name, &format!("{}x", element.name));
            with(&element.whole, &new)
        }
        6 => at(element.whole.start + 1 + element.name.len(), pick(u, ATTRIBUTES)?),
        7 => at(element.inner.start + below(u, if leaf { inner.len() + 1 } else { 1 }), pick(u, PIECES)?),
        8 if leaf => with(&element.inner, &format!("<![CDATA[{inner}]]>")),
        9 if leaf => with(&element.inner, &references(inner)),
        _ if leaf => with(&element.inner, &escaped(&value(inner, u))),
        _ => with(&element.whole, inner),
    }
}

/// Each character by its number.
fn references(text: &str) -> String {
    text.chars().map(|letter| format!("&#x{:x};", u32::from(letter))).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace("]]>", "]]&gt;")
}

/// What is put in a start tag.
const ATTRIBUTES: &[&str] = &[
    " id=\"1\"",
    " xmlns:a=\"urn:a\" a:b='c'",
    " xmlns=\"\"",
    " xmlns=\"urn:x-skp:schuldregeling:2.0\"",
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"",
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\"",
    " a:b=\"c\"",
    " id='1' id='2'",
    " a=\"&lt;&#10;\"",
    "\n",
    " ",
];

/// What is put between two tags.
const PIECES: &[&str] = &[
    " ",
    "\r\n",
    "\r",
    "tekst",
    "<!-- tekst -->",
    "<!---->",
    "<!-- a--b -->",
    "<?doel tekst?>",
    "<?xml version=\"1.0\"?>",
    "<![CDATA[tekst]]>",
    "<![CDATA[]]>",
    "]]>",
    "&amp;",
    "&#10;",
    "&#x0;",
    "&#xD800;",
    "&onbekend;",
    "&",
    "<",
    "<leeg/>",
    "<leeg",
    "</leeg>",
    "<!DOCTYPE a>",
    "\u{0}",
    "\u{fffe}",
    "\u{feff}",
];

/// The elements of a text, as far as their tags fit together.
fn elements(text: &str) -> Vec<Element<'_>> {
    let mut open: Vec<(&str, usize, usize)> = Vec::new();
    let mut found = Vec::new();
    for (start, _) in text.match_indices('<') {
        let Some(length) = text.get(start..).and_then(|rest| rest.find('>')) else { break };
        let end = start + length + 1;
        let tag = text.get(start + 1..end - 1).unwrap_or_default();
        if let Some(name) = tag.strip_prefix('/') {
            if let Some((opened, from, inner)) = open.pop()
                && opened == name
            {
                found.push(Element { name: opened, whole: from..end, inner: inner..start });
            }
        } else if !tag.starts_with(['?', '!']) && !tag.ends_with('/') {
            let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
            open.push((name, start, end));
        }
    }
    found
}
