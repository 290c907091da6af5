//! Conversations: steps, who may start and with which document, deadlines, and rules between messages.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::row;
use super::{At, Comparer, Side, whole};
use crate::catalogue::conversation::{Conversation, Step};
use crate::catalogue::{Fact, Rule};
use crate::diff::change::{Name, RowSort, Sort, Touched, plain};
use crate::diff::kind::Kind;

impl Comparer<'_> {
    pub(super) fn process(&mut self) {
        self.between();
        let name = self.new.module().map(|module| module.id.clone()).unwrap_or_default();
        let old_name = self.old.module().map(|module| module.id.clone()).unwrap_or_default();
        let at = At { place: whole(Sort::Conversation, &old_name, &name), touches: &[] };
        let (old, new) = (conversation(self.old), conversation(self.new));
        let (Some(old), Some(new)) = (old, new) else { return };
        self.words(&at, (&old.text, &old.source), (&new.text, &new.source));
        self.steps(&at, old, new);
        self.participants(&at, old, new);
        self.deadlines(&at, old, new);
    }

    fn steps(&mut self, at: &At<'_>, old: &Conversation, new: &Conversation) {
        let steps = |side: Side<'_>, conversation: &Conversation| -> BTreeMap<String, String> {
            let each = conversation.steps.iter().flat_map(|step| written(side, conversation, step));
            each.collect()
        };
        let (before, after) = (steps(self.old, old), steps(self.new, new));
        for (step, source) in after.iter().filter(|(step, _)| !before.contains_key(*step)) {
            let at = step_at(at, None, Some(step));
            self.add(Kind::StepAdded, &at, (None, Some(plain(step))), source);
        }
        for (step, source) in before.iter().filter(|(step, _)| !after.contains_key(*step)) {
            let at = step_at(at, Some(step), None);
            self.add(Kind::StepRemoved, &at, (Some(plain(step)), None), source);
        }
    }

    fn participants(&mut self, at: &At<'_>, old: &Conversation, new: &Conversation) {
        let roles: BTreeSet<&str> =
            old.participants.iter().chain(&new.participants).map(|row| row.role.as_str()).collect();
        for role in roles {
            let find = |conversation: &'_ Conversation| {
                let row = conversation.participants.iter().find(|row| row.role == role);
                row.map(|row| (row.starts, row.consent.clone().unwrap_or_default(), row.every, row.source.clone()))
            };
            let (before, after) = (find(old), find(new));
            let at = step_at(at, before.as_ref().map(|_| role), after.as_ref().map(|_| role));
            let source = after.as_ref().or(before.as_ref()).map(|row| row.3.clone()).unwrap_or_default();
            let starts = |row: &Option<(bool, String, bool, String)>| row.as_ref().is_some_and(|row| row.0);
            match (starts(&before), starts(&after)) {
                (false, true) => self.turned(Kind::StarterAdded, &at, "", role, &source),
                (true, false) => self.turned(Kind::StarterRemoved, &at, role, "", &source),
                _ => {}
            }
            let (Some(before), Some(after)) = (before, after) else { continue };
            let document = |row: &(bool, String, bool, String)| match (row.1.as_str(), row.2) {
                ("", _) => String::new(),
                (document, false) => document.to_owned(),
                (document, true) => format!("{document} *"),
            };
            let (was, is) = (document(&before), document(&after));
            if was != is {
                let kind = if is.is_empty() || (was.ends_with('*') && !is.ends_with('*')) {
                    Kind::ConsentFree
                } else {
                    Kind::ConsentRequired
                };
                self.turned(kind, &at, &was, &is, &source);
            }
        }
    }

    fn deadlines(&mut self, at: &At<'_>, old: &Conversation, new: &Conversation) {
        let days = |side: Side<'_>, conversation: &Conversation| {
            let mut days: BTreeMap<String, (Option<u32>, String)> = BTreeMap::new();
            for row in &conversation.answers {
                for question in keys(side, &row.questions) {
                    days.insert(question, (row.days, row.source.clone()));
                }
            }
            days
        };
        let (before, after) = (days(self.old, old), days(self.new, new));
        for (question, (new_days, source)) in &after {
            let Some((old_days, _)) = before.get(question) else { continue };
            if old_days != new_days {
                let word = |days: &Option<u32>| days.map_or("–".to_owned(), |days| days.to_string());
                let at = step_at(at, Some(question), Some(question));
                self.turned(Kind::DeadlineChanged, &at, &word(old_days), &word(new_days), source);
            }
        }
    }

    /// Rules between messages, of the messages that both sides have.
    fn between(&mut self) {
        for (old, new) in self.pairs.clone() {
            let (Some(old), Some(new)) = (old, new) else { continue };
            let touches = [Touched::new(Some(old), Some(new))];
            let at = At { place: whole(Sort::Message, &old.id, &new.id), touches: &touches };
            let (before, after) = (facts(self.old, &old.key), facts(self.new, &new.key));
            for (id, fact) in &after {
                match before.get(id) {
                    Some(earlier) => self.fact(&row(&at, Some(id), Some(id)), earlier, fact),
                    None => self.rules(&at, &[], std::slice::from_ref(&fact.rule)),
                }
            }
            for fact in before.iter().filter(|(id, _)| !after.contains_key(*id)).map(|(_, fact)| fact) {
                self.rules(&at, std::slice::from_ref(&fact.rule), &[]);
            }
        }
    }

    fn fact(&mut self, at: &At<'_>, old: &Fact, new: &Fact) {
        let source = new.rule.source.as_str();
        self.severity(at, old.rule.severity, new.rule.severity, source);
        let says = |side: Side<'_>, fact: &Fact| {
            let with = fact.with.iter().map(|binding| {
                let among: Vec<usize> = binding.among.iter().map(|among| among.message).collect();
                format!("{} = {}; ", binding.name, keys(side, &among).join(", "))
            });
            format!("{}{}", with.collect::<String>(), fact.rule.cel)
        };
        let (before, after) = (says(self.old, old), says(self.new, new));
        if before != after {
            let grave = |rule: &Rule| rule.severity == crate::catalogue::Severity::Error;
            let kind =
                if grave(&old.rule) || grave(&new.rule) { Kind::RuleChangedError } else { Kind::RuleChangedWarning };
            self.turned(kind, at, &before, &after, source);
        }
        self.rule_words(at, (&old.rule.text, &old.rule.source), (&new.rule.text, source));
    }
}

fn conversation(side: Side<'_>) -> Option<&Conversation> {
    let all = side.catalogue.conversations.iter();
    all.clone().find(|one| one.module == side.module && one.release == side.release)
}

/// The rules between messages that run on a message, by id.
fn facts<'c>(side: Side<'c>, key: &str) -> BTreeMap<&'c str, &'c Fact> {
    let here = |fact: &&Fact| {
        side.catalogue.messages.get(fact.on).is_some_and(|message| {
            message.module == side.module && message.release == side.release && message.key == key
        })
    };
    side.catalogue.facts.iter().filter(here).map(|fact| (fact.rule.id.as_str(), fact)).collect()
}

/// The newest ids of messages, so that a renamed message is no other step.
fn keys(side: Side<'_>, messages: &[usize]) -> Vec<String> {
    messages.iter().filter_map(|&message| side.catalogue.messages.get(message)).map(|one| one.key.clone()).collect()
}

/// A step as the steps it allows: one for each state, message and role.
fn written(side: Side<'_>, conversation: &Conversation, step: &Step) -> Vec<(String, String)> {
    let state = |number: &usize| conversation.states.get(*number).map(|state| state.name.clone()).unwrap_or_default();
    let mut from: Vec<String> = if step.first { vec!["START".to_owned()] } else { Vec::new() };
    if step.anywhere {
        from.push("*".to_owned());
    } else {
        from.extend(step.from.iter().map(state));
    }
    let to = step.to.as_ref().map(state);
    let when = step.when.as_ref().map(|when| format!(" [{}]", when.cel)).unwrap_or_default();
    let mut out = Vec::new();
    for from in &from {
        for message in keys(side, &step.messages) {
            for role in &step.by {
                let to = to.as_deref().unwrap_or(from);
                out.push((format!("{from} → {to}: {message}{when} ({role})"), step.source.clone()));
            }
        }
    }
    out
}

fn step_at<'p>(at: &At<'p>, old: Option<&str>, new: Option<&str>) -> At<'p> {
    let name = Name { old: old.map(str::to_owned), new: new.map(str::to_owned) };
    At { place: at.place.row(RowSort::Step, name), touches: at.touches }
}
