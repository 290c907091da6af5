//! Everything that documentation or a finding shows has a text in Dutch and in English: a module, its
//! releases, messages, composites, elements, code lists, codes, types, states, holidays and rules.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{rules, tables};
use crate::model::{Bilingual, Definitions, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for simple in &defs.simple {
        report(&simple.name, simple.name.as_str(), simple.nl.as_ref(), simple.en.as_ref(), out);
    }
    for table in tables(defs) {
        find(table.texts, table.what, table.name, out);
        let mut seen: Vec<&Text> = Vec::new();
        for element in table.elements {
            if !seen.contains(&&element.name) {
                seen.push(&element.name);
                find(table.texts, element.name.as_str(), &element.name, out);
            }
        }
    }
    for list in &defs.codelists {
        find(&list.texts, "codelist", &list.name, out);
        for code in &list.codes {
            find(&list.texts, code.code.as_str(), &code.code, out);
        }
    }
    for module in &defs.modules {
        find(&module.texts, "module", &module.id, out);
        for release in &module.releases {
            find(&module.texts, release.text.as_str(), &release.text, out);
        }
        for forbidden in &module.forbidden {
            find(&module.texts, forbidden.rule.as_str(), &forbidden.rule, out);
        }
    }
    for conversation in &defs.conversations {
        find(&conversation.texts, "conversation", &conversation.module, out);
        for state in &conversation.states {
            find(&conversation.texts, state.name.as_str(), &state.name, out);
        }
    }
    for calendar in &defs.calendars {
        find(&calendar.texts, "calendar", &calendar.name, out);
        for holiday in &calendar.holidays {
            find(&calendar.texts, holiday.name.as_str(), &holiday.name, out);
        }
    }
    for rule in &defs.process_rules {
        report(&rule.id, rule.id.as_str(), rule.nl.as_ref(), rule.en.as_ref(), out);
    }
    for rule in rules(defs) {
        report(&rule.id, rule.id.as_str(), rule.nl.as_ref(), rule.en.as_ref(), out);
    }
}

/// Looks for the texts under a key.
fn find(texts: &Bilingual, key: &str, name: &Text, out: &mut Vec<Diagnostic>) {
    report(name, key, texts.nl.get(key), texts.en.get(key), out);
}

fn report(name: &Text, key: &str, nl: Option<&Text>, en: Option<&Text>, out: &mut Vec<Diagnostic>) {
    let missing = |text: Option<&Text>| text.is_none_or(|text| text.as_str().trim().is_empty());
    let languages = match (missing(nl), missing(en)) {
        (true, true) => "[nl] and below [en]",
        (true, false) => "[nl]",
        (false, true) => "[en]",
        (false, false) => return,
    };
    let bare = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    let key = if key.chars().all(bare) { key.to_owned() } else { format!("\"{key}\"") };
    let diagnostic = Diagnostic::new("missing-text", &name.span, format!("`{name}` has no text below {languages}"))
        .help(format!("add a line {key} = \"…\" below {languages}"));
    out.push(diagnostic);
}
