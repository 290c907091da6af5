//! Rules on facts between messages: for each message and release they hold in, compiled for each combination of
//! earlier messages in which all their elements exist.

use quote::{format_ident, quote};

use super::rules::{Fate, expressions, resolved};
use super::{At, Resolver, name_at};
use crate::catalogue::{Among, Binding, Case, Fact, FactCheck, Naming};
use crate::cel::typed::Assertion;
use crate::cel::{self, Compiled, Earlier};
use crate::diagnostic::Diagnostic;
use crate::model;

impl<'d> Resolver<'d> {
    /// Resolves every rule on facts; the messages of all releases are in the catalogue.
    pub(super) fn facts(&mut self) {
        let defs = self.defs;
        for module in &defs.modules {
            for release in &module.releases {
                let at = At { module, number: release.number };
                for fact in defs.facts.iter().filter(|fact| fact.module == module.id && at.alive(&fact.rule.life)) {
                    for on in self.messages_of(fact, at) {
                        self.fact(fact, on, at);
                    }
                }
            }
        }
        self.catalogue.facts.sort_by_key(|fact| fact.on);
        for fact in &defs.facts {
            let rule = &fact.rule;
            if !self.rules.contains_key(&(rule.id.value.clone(), rule.id.span.file)) {
                let message =
                    format!("rule {}: no release has both its message and the earlier ones it needs", rule.id);
                self.diagnostics.push(Diagnostic::new("wrong-rule", &rule.id.span, message));
            }
        }
    }

    /// The messages a rule runs on in a release.
    fn messages_of(&self, fact: &'d model::Fact, at: At<'d>) -> Vec<usize> {
        let every = fact.on.iter().any(|name| *name == "*");
        let messages = self.defs.messages.iter().filter(|message| fact.module == message.module.as_str());
        let on = messages.filter(|message| every || fact.on.contains(&message.id));
        on.filter_map(|message| self.number_of(message, at)).collect()
    }

    /// The place of a message in the catalogue, when it is alive in the release.
    fn number_of(&self, message: &model::Message, at: At<'_>) -> Option<usize> {
        let id = name_at(message, at).0;
        self.catalogue.messages.iter().position(|known| {
            let module = self.catalogue.modules.get(known.module);
            let release = module.and_then(|module| module.releases.get(known.release));
            known.id == id
                && module.is_some_and(|module| at.module.id == module.id.as_str())
                && release.is_some_and(|release| release.number == at.number)
        })
    }

    fn number_of_id(&self, id: &model::Text, at: At<'_>) -> Option<usize> {
        let mut messages = self.defs.messages.iter();
        let message = messages.find(|message| at.module.id == message.module.as_str() && message.id == *id)?;
        self.number_of(message, at)
    }

    /// The table of a message.
    fn table_of(&self, message: usize) -> Option<usize> {
        self.catalogue.messages.get(message).map(|message| message.ty.0)
    }

    /// Resolves a rule on one message.
    fn fact(&mut self, fact: &'d model::Fact, on: usize, at: At<'d>) {
        let Some(table) = self.table_of(on) else { return };
        let mut with: Vec<Binding> = fact.with.iter().map(|binding| self.binding(binding, at)).collect();
        let name = format_ident!("{}", fact.rule.id.value.replace('-', "_").to_uppercase());
        let rule = quote!(&rules::#name);
        let mut cases: Vec<Case> = Vec::new();
        for of in combinations(&with) {
            let chosen = with.iter().zip(&of).map(|(binding, &of)| {
                let among = of.and_then(|of| binding.among.get(of));
                Earlier { name: &binding.name, composite: among.and_then(|among| self.table_of(among.message)) }
            });
            let chosen: Vec<Earlier<'_>> = chosen.collect();
            match cel::compile_fact(&self.catalogue, table, &chosen, &rule, &expressions(&fact.rule)) {
                Ok(compiled) => cases.push(Case { of, compiled }),
                Err(error) => self.wrong(&fact.rule, error),
            }
        }
        let Some(compiled) = cases.first().map(|case| case.compiled.clone()) else { return };
        for binding in &mut with {
            binding.needed = !compiled.asked.contains(&binding.name);
        }
        let Some(check) = self.check(fact, &compiled, cases, at) else { return };
        // Without an earlier message that it needs, it holds nowhere in this release.
        if with.iter().any(|binding| binding.needed && binding.among.is_empty()) {
            return;
        }
        self.rules.insert((fact.rule.id.value.clone(), fact.rule.id.span.file), Fate::Holds);
        self.catalogue.facts.push(Fact { on, rule: resolved(&fact.rule, compiled), with, check });
    }

    fn binding(&self, binding: &'d model::Binding, at: At<'d>) -> Binding {
        let alive = |kind: &model::Kind| {
            let message = self.number_of_id(&kind.message, at)?;
            let element = kind.element.as_ref().map(|element| element.value.clone());
            if let Some(element) = &element {
                cel::Schema::field(&self.catalogue, self.table_of(message)?, element)?;
            }
            Some(Among { message, element })
        };
        let named = binding.named.as_ref().and_then(alive);
        let named = named.and_then(|Among { message, element }| Some(Naming { message, element: element? }));
        let among = binding.among.iter().filter_map(alive).collect();
        Binding { name: binding.name.value.clone(), needed: true, among, named }
    }

    /// What a rule checks; its cases when it is a condition.
    fn check(&mut self, fact: &model::Fact, compiled: &Compiled, cases: Vec<Case>, at: At<'_>) -> Option<FactCheck> {
        let element = |path: &cel::typed::Path| {
            let names: Vec<&str> = path.steps.iter().map(|step| step.name.as_str()).collect();
            names.join(".")
        };
        match &compiled.typed.assertion {
            Assertion::AsFirst(path, role) => {
                let of_module = || self.defs.messages.iter().filter(|message| fact.module == message.module.as_str());
                let unknown =
                    |role: &&String| !of_module().any(|message| message.from.iter().any(|from| from == role.as_str()));
                if let Some(role) = role.as_ref().filter(unknown) {
                    self.unknown_name(fact, format!("no message of this module is sent by `{role}`"));
                }
                Some(FactCheck::AsFirst { element: element(path), role: role.clone() })
            }
            Assertion::Names(path, ids) => {
                let mut messages = Vec::new();
                for id in ids {
                    let text = model::Text { value: id.clone(), ..model::Text::default() };
                    let known = self
                        .defs
                        .messages
                        .iter()
                        .any(|message| message.id == text && fact.module == message.module.as_str());
                    if !known {
                        self.unknown_name(fact, format!("module {} has no message `{id}`", fact.module));
                    }
                    messages.extend(self.number_of_id(&text, at));
                }
                (!messages.is_empty()).then(|| FactCheck::Names { element: element(path), messages })
            }
            Assertion::Holds(_) | Assertion::Unique(_) => Some(FactCheck::Cases(cases)),
        }
    }

    fn unknown_name(&mut self, fact: &model::Fact, message: String) {
        // What is wrong with it is said here, and not once more because it holds nowhere.
        self.rules.insert((fact.rule.id.value.clone(), fact.rule.id.span.file), Fate::Holds);
        let text = format!("rule {}: {message}", fact.rule.id);
        let diagnostic = Diagnostic::new("wrong-rule", &fact.rule.assert.span, text);
        if !self.diagnostics.contains(&diagnostic) {
            self.diagnostics.push(diagnostic);
        }
    }
}

/// Every choice of one message for each binding; `None` for one that no message of the release can be.
fn combinations(with: &[Binding]) -> Vec<Vec<Option<usize>>> {
    let mut all = vec![Vec::new()];
    for binding in with {
        let choices: Vec<Option<usize>> =
            if binding.among.is_empty() { vec![None] } else { (0..binding.among.len()).map(Some).collect() };
        let extend = |before: &Vec<Option<usize>>| {
            let before = before.clone();
            choices.iter().map(move |&choice| [before.clone(), vec![choice]].concat()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(extend).collect();
    }
    all
}
