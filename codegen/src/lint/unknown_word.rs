//! Words out of a fixed list: how private a value is, of which kind a type or list is, how severe a rule is,
//! how far a release is and how its rows count. The lists are those of [`crate::forms::words`].

use crate::diagnostic::{Diagnostic, closest};
use crate::forms::words::{CONTENT, KINDS, LISTS, PRIVACY, SEVERITIES, STATUSES};
use crate::lint::views::{elements, rules};
use crate::model::{Definitions, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for simple in &defs.simple {
        one_of("kind", &simple.kind, KINDS, out);
        one_of("privacy", &simple.privacy, PRIVACY, out);
    }
    for list in &defs.codelists {
        one_of("kind", &list.kind, LISTS, out);
        one_of("privacy", &list.privacy, PRIVACY, out);
    }
    for privacy in elements(defs).filter_map(|element| element.privacy.as_ref()) {
        one_of("privacy", privacy, PRIVACY, out);
    }
    let forbidden = defs.modules.iter().flat_map(|module| &module.forbidden).map(|forbidden| &forbidden.severity);
    let process = defs.process_rules.iter().map(|rule| &rule.severity);
    for severity in rules(defs).map(|rule| &rule.severity).chain(forbidden).chain(process) {
        one_of("severity", severity, SEVERITIES, out);
    }
    for release in defs.modules.iter().flat_map(|module| &module.releases) {
        one_of("content", &release.content, CONTENT, out);
        if let Some(status) = &release.status {
            one_of("status", status, STATUSES, out);
        }
    }
}

fn one_of(key: &str, word: &Text, words: &[&str], out: &mut Vec<Diagnostic>) {
    if words.contains(&word.as_str()) {
        return;
    }
    let help = match closest(word.as_str(), words.iter().copied()) {
        Some(likely) => format!("did you mean `{likely}`?"),
        None => format!("the words here are: {}", words.join(", ")),
    };
    let message = format!("`{key}` cannot be `{word}`");
    out.push(Diagnostic::new("unknown-word", &word.span, message).label("not a word of the list").help(help));
}
