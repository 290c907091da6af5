//! What a scaffold left to fill in is filled in: it writes a marker, and this check finds it until the text is there.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{rules, tables};
use crate::model::{Definitions, Text};

/// Stands where a Dutch text has to be written.
pub const NL: &str = "…vul aan…";
/// Stands where an English text has to be written.
pub const EN: &str = "…fill in…";

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let mut texts: Vec<&Text> = Vec::new();
    let files = tables(defs).into_iter().map(|table| table.texts);
    let lists = defs.codelists.iter().map(|list| &list.texts);
    let modules = defs.modules.iter().map(|module| &module.texts);
    for file in files.chain(lists).chain(modules) {
        texts.extend(file.nl.values().chain(file.en.values()));
    }
    texts.extend(defs.simple.iter().flat_map(|simple| [&simple.nl, &simple.en]).flatten());
    texts.extend(rules(defs).flat_map(|rule| [&rule.nl, &rule.en]).flatten());
    let mut seen = Vec::new();
    for text in texts.into_iter().filter(|text| [NL, EN].iter().any(|marker| text.as_str().contains(marker))) {
        // A rule's text is that of its file, and a message of several modules is here once for each.
        if !seen.contains(&&text.span) {
            seen.push(&text.span);
            let diagnostic = Diagnostic::new("unfinished", &text.span, "this text still has to be written")
                .help("say it in one short sentence, and take the marker out");
            out.push(diagnostic);
        }
    }
}
