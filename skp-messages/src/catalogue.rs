//! The standard as data: modules, messages, tables and rules, for tools that show or search them.

use std::collections::BTreeMap;

use crate::bericht::v2_0::Berichtheader;
use crate::check::builtin;
use crate::codec::Composite;
use crate::generated::{MESSAGES, MODULES, UPGRADES};
use crate::shape::{MessageInfo, Module, Rule, Shape, Type, Upgrade};

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

/// Every message that two adjoining releases of its module have, with what becomes of its elements, up and down.
#[must_use]
pub fn upgrades() -> &'static [&'static Upgrade] {
    UPGRADES
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
    let mut rules: BTreeMap<&str, &'static Rule> = builtin::ALL.iter().map(|&rule| (rule.id, rule)).collect();
    for message in MESSAGES {
        rules.extend(message.forbidden.iter().map(|forbidden| (forbidden.rule.id, forbidden.rule)));
        collect(message.shape, &mut rules);
    }
    collect(header(), &mut rules);
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
