//! Rules: in which releases they hold, and what they are in Rust.
//!
//! A rule holds where all its elements and codes exist. One that holds in no release at all is a mistake, and
//! the reason it does not hold in the newest one says which.

use quote::{format_ident, quote};

use super::{At, Resolver};
use crate::catalogue::{Rule, Severity, Text, TypeId};
use crate::cel::{self, ErrorKind, Part, RuleError, RuleText};
use crate::diagnostic::{Diagnostic, part};
use crate::model;

/// What became of a rule.
pub(super) enum Fate {
    /// It holds in some release.
    Holds,
    /// So far it holds in none, the last time because of this.
    Not(Diagnostic),
}

impl Resolver<'_> {
    /// The rule on a type, when it holds there.
    pub(super) fn rule(&mut self, rule: &model::Rule, on: TypeId, at: At<'_>) -> Option<Rule> {
        if !at.alive(&rule.life) {
            return None;
        }
        let key = (rule.id.value.clone(), rule.id.span.file);
        let name = format_ident!("{}", rule.id.value.replace('-', "_").to_uppercase());
        match cel::compile(&self.catalogue, on.0, &quote!(&rules::#name), &expressions(rule)) {
            Ok(compiled) => {
                self.rules.insert(key, Fate::Holds);
                Some(resolved(rule, compiled))
            }
            Err(error) => {
                self.wrong(rule, error);
                None
            }
        }
    }

    /// Notes that a rule does not hold in a release, or reports that it cannot be compiled.
    pub(super) fn wrong(&mut self, rule: &model::Rule, error: RuleError) {
        let key = (rule.id.value.clone(), rule.id.span.file);
        let text = match error.part {
            Part::Each => rule.each.as_ref(),
            Part::When => rule.when.as_ref(),
            Part::Assert => Some(&rule.assert),
            Part::At => rule.at.as_ref(),
        };
        let text = text.unwrap_or(&rule.assert);
        let diagnostic = Diagnostic::new(
            "wrong-rule",
            &part(text, error.error.span),
            format!("rule {}: {}", rule.id, error.error.message),
        );
        let elsewhere = matches!(error.error.kind, ErrorKind::UnknownElement | ErrorKind::UnknownCode);
        if elsewhere {
            if !matches!(self.rules.get(&key), Some(Fate::Holds)) {
                self.rules.insert(key, Fate::Not(diagnostic));
            }
        } else if !self.diagnostics.contains(&diagnostic) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Reports rules that hold in no release.
    pub(super) fn unused_rules(&mut self) {
        let mut diagnostics: Vec<_> = std::mem::take(&mut self.rules)
            .into_values()
            .filter_map(|fate| match fate {
                Fate::Not(diagnostic) => Some(diagnostic),
                Fate::Holds => None,
            })
            .collect();
        diagnostics.sort_by_key(|diagnostic| (diagnostic.span.file, diagnostic.span.range.start));
        self.diagnostics.append(&mut diagnostics);
    }
}

/// The expressions of a rule.
pub(super) fn expressions(rule: &model::Rule) -> RuleText<'_> {
    RuleText {
        each: rule.each.as_ref().map(model::Text::as_str),
        when: rule.when.as_ref().map(model::Text::as_str),
        assert: rule.assert.as_str(),
        at: rule.at.as_ref().map(model::Text::as_str),
    }
}

/// A rule with what its expressions became.
pub(super) fn resolved(rule: &model::Rule, compiled: cel::Compiled) -> Rule {
    Rule {
        id: rule.id.value.clone(),
        severity: severity(rule.severity.as_str()),
        cel: expression(rule),
        text: Text { nl: words(&rule.nl), en: words(&rule.en) },
        source: rule.source.text.value.clone(),
        compiled,
    }
}

/// The whole rule as one expression.
fn expression(rule: &model::Rule) -> String {
    let line = |text: &model::Text| text.value.split_whitespace().collect::<Vec<_>>().join(" ");
    let assert = line(&rule.assert);
    let body = match &rule.when {
        Some(when) => format!("!({}) || ({assert})", line(when)),
        None => assert,
    };
    match &rule.each {
        Some(each) => format!("{each}[]: {body}"),
        None => body,
    }
}

fn words(text: &Option<model::Text>) -> String {
    text.as_ref().map(|text| text.value.clone()).unwrap_or_default()
}

/// The severity of a word; the lints have seen that it is one of the three.
pub(super) fn severity(word: &str) -> Severity {
    match word {
        "waarschuwing" => Severity::Warning,
        "info" => Severity::Info,
        _ => Severity::Error,
    }
}
