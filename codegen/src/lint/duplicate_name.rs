//! One name names one thing: types, composites and code lists together, since a row's `type` can be any of
//! them; messages and their letters within a module; modules and their letters; sources; and the rows of an
//! element or code that have the very same lifetime. (Rows with different lifetimes: lifetime-overlap.)

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::lint::views::tables;
use crate::model::{Definitions, Lifetime, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let simple = defs.simple.iter().map(|simple| &simple.name);
    let composites = defs.composites.iter().map(|composite| &composite.name);
    let lists = defs.codelists.iter().map(|list| &list.name);
    once("a type, composite or code list", simple.chain(composites).chain(lists), out);
    once("a module", defs.modules.iter().map(|module| &module.id), out);
    once("a module with the letters", defs.modules.iter().map(|module| &module.code), out);
    once("a source", defs.sources.iter().map(|source| &source.key), out);
    for module in &defs.modules {
        let messages = || defs.messages.iter().filter(|message| module.id == message.module.as_str());
        once("a message of this module", messages().map(|message| &message.id), out);
        let coded = messages().filter(|message| !message.header);
        once("a message of this module with the letters", coded.map(|message| &message.code), out);
    }
    for conversation in &defs.conversations {
        once("a state", conversation.states.iter().map(|state| &state.name), out);
        once("a participant", conversation.participants.iter().map(|participant| &participant.role), out);
    }
    for calendar in &defs.calendars {
        once("a holiday", calendar.holidays.iter().map(|holiday| &holiday.name), out);
    }
    for table in tables(defs) {
        let rows = table.elements.iter().map(|element| (&element.name, &element.life));
        once_alive("an element", rows, out);
    }
    for list in &defs.codelists {
        once_alive("a code", list.codes.iter().map(|code| (&code.code, &code.life)), out);
    }
}

fn once<'d>(what: &str, names: impl Iterator<Item = &'d Text>, out: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, &Text> = BTreeMap::new();
    for name in names {
        if let Some(other) = first.get(name.as_str()) {
            out.push(duplicate(what, name, other, "change one of them"));
        } else {
            first.insert(name.as_str(), name);
        }
    }
}

fn once_alive<'d>(what: &str, rows: impl Iterator<Item = (&'d Text, &'d Lifetime)>, out: &mut Vec<Diagnostic>) {
    let mut before: Vec<(&Text, &Lifetime)> = Vec::new();
    for (name, life) in rows {
        let same = |(other, lived): &&(&Text, &Lifetime)| {
            *other == name && lived.since == life.since && lived.until == life.until
        };
        if let Some((other, _)) = before.iter().find(same) {
            let help = "take one of the rows out; when it changed, give the old row an `until`";
            out.push(duplicate(what, name, other, help));
        } else {
            before.push((name, life));
        }
    }
}

fn duplicate(what: &str, name: &Text, other: &Text, help: &str) -> Diagnostic {
    Diagnostic::new("duplicate-name", &name.span, format!("there is already {what} `{name}`"))
        .label("the second one")
        .also(&other.span, "the first one")
        .help(help)
}
