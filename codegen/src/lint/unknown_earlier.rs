//! A rule on facts names its module, and messages of that module: those it runs on, the earlier ones it reads, and
//! the one that names another. A name for an earlier message cannot be mistaken for an element or a word of rules.

use crate::diagnostic::{Diagnostic, closest};
use crate::lint::views::module;
use crate::model::{Binding, Definitions, Kind, Text};

/// Names that have a meaning of their own in rules.
const RESERVED: [&str; 2] = ["this", "sent"];

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let mut told: Option<&Text> = None;
    for fact in &defs.facts {
        if module(defs, fact.module.as_str()).is_none() {
            // Once for each file, not at each of its rules.
            if told.is_none_or(|told| told.span != fact.module.span) {
                told = Some(&fact.module);
                let modules = defs.modules.iter().map(|module| module.id.as_str());
                let message = format!("there is no module `{}`", fact.module);
                out.push(unknown(&fact.module, message, modules, "write the id of a module"));
            }
            continue;
        }
        let named = fact.on.iter().filter(|name| **name != "*");
        let kinds = fact.with.iter().flat_map(|binding| binding.among.iter().chain(&binding.named));
        for name in named.chain(kinds.clone().map(|kind| &kind.message)) {
            message(defs, &fact.module, name, out);
        }
        for kind in kinds {
            element(defs, &fact.module, kind, out);
        }
        for binding in &fact.with {
            name(binding, out);
        }
    }
}

fn message(defs: &Definitions, module: &Text, name: &Text, out: &mut Vec<Diagnostic>) {
    let messages = || defs.messages.iter().filter(|message| message.module == module.as_str());
    if !messages().any(|message| message.id == *name) {
        let text = format!("module {module} has no message `{name}`");
        let ids = messages().map(|message| message.id.as_str());
        out.push(unknown(name, text, ids, "use the id of a message of this module, its name today"));
    }
}

fn element(defs: &Definitions, module: &Text, kind: &Kind, out: &mut Vec<Diagnostic>) {
    let Some(element) = &kind.element else { return };
    let mut messages = defs.messages.iter().filter(|message| message.module == module.as_str());
    let Some(message) = messages.find(|message| message.id == kind.message) else { return };
    if !message.elements.iter().any(|row| row.name == *element) {
        let text = format!("{} has no element `{element}`", kind.message);
        let names = message.elements.iter().map(|row| row.name.as_str());
        out.push(unknown(element, text, names, "use an element of the message itself, not of a part of it"));
    }
}

fn name(binding: &Binding, out: &mut Vec<Diagnostic>) {
    let name = binding.name.as_str();
    let word = !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase());
    if !word || RESERVED.contains(&name) {
        let message = format!("`{name}` cannot be the name of an earlier message");
        let help = "write one word in small letters, such as `voorstel`, and not `this` or `sent`";
        out.push(Diagnostic::new("unknown-earlier", &binding.name.span, message).help(help));
    }
}

fn unknown<'a>(name: &Text, message: String, known: impl Iterator<Item = &'a str>, help: &str) -> Diagnostic {
    let help = match closest(name.as_str(), known) {
        Some(likely) => format!("did you mean `{likely}`?"),
        None => help.to_owned(),
    };
    Diagnostic::new("unknown-earlier", &name.span, message).help(help)
}
