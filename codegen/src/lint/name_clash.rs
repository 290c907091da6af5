//! Two names must not become one. In JSON and Rust names are written otherwise than in XML (`KvKNummer` is
//! `kvKNummer` and `kvk_nummer`), and file systems and some languages do not see capitals; so the names of
//! what lives in one release are compared as `names` makes them, without capitals.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::lint::views::{Moment, Table, id_at, releases, tables, uses};
use crate::model::{CodeList, Definitions, Text};
use crate::names;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    types(defs, out);
    for table in tables(defs) {
        elements(&table, out);
    }
    let uses = uses(defs);
    for list in &defs.codelists {
        codes(list, uses.get(list.name.as_str()).map(Vec::as_slice).unwrap_or_default(), out);
    }
}

/// Messages, composites, code lists and simple types of one release.
fn types(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let simple = defs.simple.iter().map(|simple| &simple.name);
    let composites = defs.composites.iter().map(|composite| &composite.name);
    let lists = defs.codelists.iter().map(|list| &list.name);
    let all: Vec<&Text> = simple.chain(composites).chain(lists).collect();
    let uses = uses(defs);
    let mut told: Vec<(&Text, &Text)> = Vec::new();
    for moment in defs.modules.iter().flat_map(releases) {
        let used = |name: &&Text| {
            uses.get(name.as_str()).is_some_and(|moments| moments.iter().any(|other| same(other, &moment)))
        };
        let messages = defs.messages.iter().filter(|message| moment.module.id == message.module.as_str());
        let alive = messages.filter(|message| moment.has(&message.life));
        let ids: Vec<&Text> = alive.map(|message| id_at(message, moment.number)).collect();
        let mut seen: BTreeMap<String, &Text> = BTreeMap::new();
        for name in all.iter().copied().filter(used).chain(ids.iter().copied()) {
            let folded = names::rust_type(name.as_str()).to_lowercase();
            let Some(other) = seen.get(&folded).copied() else {
                seen.insert(folded, name);
                continue;
            };
            // Two types or two messages of the same name are a duplicate name, or earlier ids that clash.
            let is_id = |name: &Text| ids.iter().any(|id| std::ptr::eq(*id, name));
            let duplicate = name == other && is_id(name) == is_id(other);
            if !duplicate && !told.iter().any(|(one, two)| std::ptr::eq(*one, other) && std::ptr::eq(*two, name)) {
                told.push((other, name));
                out.push(clash(name, other, "type in Rust", &names::rust_type(name.as_str()), &moment));
            }
        }
    }
}

fn same(one: &Moment<'_>, two: &Moment<'_>) -> bool {
    std::ptr::eq(one.module, two.module) && one.number == two.number
}

/// Elements of one table: their members in JSON. Fields in Rust are the same letters, so that two that clash
/// there clash here.
fn elements(table: &Table<'_>, out: &mut Vec<Diagnostic>) {
    for (number, element) in table.elements.iter().enumerate() {
        let json = names::json_name(element.name.as_str());
        for other in table.elements.iter().take(number).filter(|other| other.name != element.name) {
            let both = |moment: &&Moment<'_>| moment.has(&element.life) && moment.has(&other.life);
            let Some(moment) = table.moments.iter().find(both) else { continue };
            if json.to_lowercase() == names::json_name(other.name.as_str()).to_lowercase() {
                out.push(clash(&element.name, &other.name, "member in JSON", &json, moment));
                break;
            }
        }
    }
}

/// Codes of one list: their variants in Rust.
fn codes(list: &CodeList, moments: &[Moment<'_>], out: &mut Vec<Diagnostic>) {
    for (number, code) in list.codes.iter().enumerate() {
        let variant = names::rust_variant(code.code.as_str());
        for other in list.codes.iter().take(number).filter(|other| other.code != code.code) {
            let both = |moment: &&Moment<'_>| moment.has(&code.life) && moment.has(&other.life);
            let Some(moment) = moments.iter().find(both) else { continue };
            if variant.to_lowercase() == names::rust_variant(other.code.as_str()).to_lowercase() {
                out.push(clash(&code.code, &other.code, "variant in Rust", &variant, moment));
                break;
            }
        }
    }
}

fn clash(name: &Text, other: &Text, what: &str, becomes: &str, moment: &Moment<'_>) -> Diagnostic {
    let message = format!("in {moment}, `{other}` and `{name}` become the same {what}: `{becomes}`");
    Diagnostic::new("name-clash", &name.span, message)
        .label("the second one")
        .also(&other.span, "the first one")
        .help("give one of them another name; capitals and `_` alone do not make a difference")
}
