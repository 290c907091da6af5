//! Documentation comments: what the tables say of a thing, its lifetime and where it stands.

use proc_macro2::TokenStream;
use quote::quote;

use crate::catalogue::{Release, Text};

/// A comment of paragraphs: English first, the Dutch text, then facts.
pub(super) fn doc(text: &Text, facts: &[String]) -> TokenStream {
    let mut paragraphs = vec![escape(&text.en)];
    if text.nl != text.en && !text.nl.is_empty() {
        paragraphs.push(format!("*{}*", escape(&text.nl)));
    }
    paragraphs.extend(facts.iter().filter(|fact| !fact.is_empty()).map(|fact| escape(fact)));
    lines(&paragraphs.join("\n\n"))
}

/// A comment as it stands.
pub(super) fn lines(text: &str) -> TokenStream {
    text.lines()
        .map(|line| if line.is_empty() { String::new() } else { format!(" {line}") })
        .map(|line| quote!(#[doc = #line]))
        .collect()
}

/// The provenance of a thing, as a sentence.
pub(super) fn provenance(source: &str) -> String {
    format!("Provenance: {source}.")
}

/// The status and the days of a release, as a sentence with its provenance.
pub(super) fn standing(release: &Release) -> String {
    let bound =
        |word: &str, day: &Option<String>| day.as_ref().map_or_else(String::new, |day| format!(", {word} {day}"));
    let (from, until) = (bound("from", &release.valid_from), bound("until", &release.valid_until));
    format!("Status: {}{from}{until} ({}).", release.status.word(), release.status_source)
}

/// Keeps what Markdown would read as a link, a tag or emphasis as it was written; between backticks it is.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut code = false;
    for character in text.chars() {
        code ^= character == '`';
        if !code && matches!(character, '[' | ']' | '<' | '>' | '*' | '_' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
