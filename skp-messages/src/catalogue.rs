//! The standard as data: modules, messages, tables and rules, for tools that show or search them.

use std::collections::BTreeMap;

use crate::bericht::v2_0::Berichtheader;
use crate::check::builtin;
pub use crate::check::never::{Never, never};
use crate::check::standard::{BUILT, Standard};
use crate::codec::Composite;
use crate::conversation::Fact;
use crate::generated::{CONVERSATIONS, FACTS, MESSAGES, MODULES, UPGRADES};
use crate::generated_process::{CALENDAR, RULES};
use crate::shape::{Calendar, Conversation, MessageInfo, Module, ProcessRule, Rule, Shape, Type, Upgrade};

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

/// The conversation of every release.
#[must_use]
pub fn conversations() -> &'static [&'static Conversation] {
    CONVERSATIONS
}

/// The rules on the messages of a conversation together.
#[must_use]
pub fn process_rules() -> &'static [ProcessRule] {
    RULES
}

/// The days that are no working days.
#[must_use]
pub fn calendar() -> &'static Calendar {
    &CALENDAR
}

/// The table of the header.
#[must_use]
pub fn header() -> &'static Shape {
    Berichtheader::SHAPE
}

/// Every rule on facts that must agree between messages, once for each message and release that it holds in.
#[must_use]
pub fn facts() -> Vec<&'static Fact> {
    FACTS.iter().copied().flatten().collect()
}

/// Every rule: the checks each message gets, the rules of all tables and those between messages, each id once and in
/// order of id. A rule that stands in several tables is the one of the newest release that has it.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    let between = facts().into_iter().map(|fact| fact.rule).chain(RULES.iter().map(|row| row.rule));
    with_rules_between(rules_of(&BUILT), between)
}

/// Rules with those between messages, in order of id.
pub(crate) fn with_rules_between(
    rules: Vec<&'static Rule>,
    between: impl Iterator<Item = &'static Rule>,
) -> Vec<&'static Rule> {
    let rules: BTreeMap<&str, &'static Rule> = rules.into_iter().chain(between).map(|rule| (rule.id, rule)).collect();
    rules.into_values().collect()
}

/// Every rule on one message of a standard.
pub(crate) fn rules_of(standard: &Standard) -> Vec<&'static Rule> {
    let mut rules: BTreeMap<&str, &'static Rule> = builtin::ALL.iter().map(|&rule| (rule.id, rule)).collect();
    for message in standard.messages {
        rules.extend(message.forbidden.iter().map(|forbidden| (forbidden.rule.id, forbidden.rule)));
        collect(message.shape, &mut rules);
    }
    collect(standard.header, &mut rules);
    rules.into_values().collect()
}

/// Every rule on one message that needs its content, each id once and in order of id.
pub(crate) fn rules_on_content(message: &'static MessageInfo) -> Vec<&'static Rule> {
    let mut rules: BTreeMap<&str, &'static Rule> = BTreeMap::new();
    rules.extend(message.forbidden.iter().map(|forbidden| (forbidden.rule.id, forbidden.rule)));
    collect(message.shape, &mut rules);
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
