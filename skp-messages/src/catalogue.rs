//! The standard as data: modules, messages, tables and rules, for tools that show or search them.

use std::collections::BTreeMap;

use crate::bericht::v2_0::Berichtheader;
use crate::check::builtin;
use crate::check::standard::{BUILT, Standard};
use crate::codec::Composite;
use crate::generated::{MESSAGES, MODULES};
use crate::shape::{MessageInfo, Module, Rule, Shape, Type};

/// The modules with messages.
#[must_use]
pub fn modules() -> &'static [&'static Module] {
    MODULES
}

/// Every message of every release.
#[must_use]
pub fn messages() -> &'static [&'static MessageInfo] {
    MESSAGES
}

/// The table of the header.
#[must_use]
pub fn header() -> &'static Shape {
    Berichtheader::SHAPE
}

/// Every rule: the checks each message gets and the rules of all tables, each id once and in order of id. A
/// rule that stands in several tables is the one of the newest release that has it.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    rules_of(&BUILT)
}

/// Every rule of a standard.
pub(crate) fn rules_of(standard: &Standard) -> Vec<&'static Rule> {
    let mut rules: BTreeMap<&str, &'static Rule> =
        builtin::ALL.iter().chain(crate::csv::rules::ALL).map(|&rule| (rule.id, rule)).collect();
    for message in standard.messages {
        rules.extend(message.forbidden.iter().map(|forbidden| (forbidden.rule.id, forbidden.rule)));
        collect(message.shape, &mut rules);
    }
    collect(standard.header, &mut rules);
    rules.into_values().collect()
}

/// The rules of a table and its parts; tables do not contain themselves.
fn collect(shape: &'static Shape, rules: &mut BTreeMap<&'static str, &'static Rule>) {
    rules.extend(shape.rules.iter().map(|&rule| (rule.id, rule)));
    for element in shape.elements {
        if let Type::Composite(part) = element.ty {
            collect(part, rules);
        }
    }
}
