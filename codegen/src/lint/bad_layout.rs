//! A layout of the portal names messages of its module, its words are of the fixed lists, and no column stands twice.

use crate::diagnostic::{Diagnostic, closest};
use crate::model::{Definitions, Layout, Text};

const KINDS: &[&str] = &["text", "uuid", "date", "amount", "code", "yes", "composite", "list"];
const PARTS: &[&str] = &["question", "answer"];
const ROLES: &[&str] = &[
    "conversation",
    "reference",
    "sender",
    "client",
    "copied",
    "unknown-client",
    "refusal",
    "agreed",
    "agreed-only",
    "kind",
    "claim",
];

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for layout in &defs.layouts {
        messages(defs, layout, out);
        for (number, column) in layout.columns.iter().enumerate() {
            word("kind", &column.kind, KINDS, out);
            word("part", &column.part, PARTS, out);
            if let Some(role) = &column.role {
                word("role", role, ROLES, out);
            }
            if layout.columns.iter().take(number).any(|other| other.name == column.name) {
                let text = format!("column `{}` stands twice", column.name);
                out.push(
                    Diagnostic::new("bad-layout", &column.name.span, text).help("columns are found by their name"),
                );
            }
            if column.kind.as_str() == "composite" && column.parts.is_empty() {
                let text = format!("column `{}` is composite and has no parts", column.name);
                out.push(Diagnostic::new("bad-layout", &column.name.span, text).help("add parts = [\"…\"]"));
            }
            for code in column.codes.iter().filter(|code| !code.as_str().contains('=')) {
                let text = format!("`{code}` does not say for which code it stands");
                out.push(Diagnostic::new("bad-layout", &code.span, text).help("write it as \"Cell text=CODE\""));
            }
        }
    }
}

fn messages(defs: &Definitions, layout: &Layout, out: &mut Vec<Diagnostic>) {
    for id in layout.answers.iter().chain([&layout.question]) {
        let there = || defs.messages.iter().filter(|message| layout.module == message.module.as_str());
        if !there().any(|message| message.id == *id) {
            let text = format!("module `{}` has no message `{id}`", layout.module);
            let mut diagnostic = Diagnostic::new("bad-layout", &id.span, text).label("no such message");
            if let Some(near) = closest(id.as_str(), there().map(|message| message.id.as_str())) {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
            }
            out.push(diagnostic);
        }
    }
}

fn word(key: &str, word: &Text, words: &'static [&'static str], out: &mut Vec<Diagnostic>) {
    if !words.contains(&word.as_str()) {
        let text = format!("`{word}` is no {key} of a column");
        let help = format!("it is one of: {}", words.join(", "));
        out.push(Diagnostic::new("bad-layout", &word.span, text).help(help));
    }
}
