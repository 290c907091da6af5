//! Rules as constants: their texts, where they point and what they read. What they mean is for `program`.

use std::collections::BTreeMap;

use skp_codegen::catalogue::conversation::ProcessRule;
use skp_codegen::catalogue::{self, Catalogue, Forbidden};
use skp_codegen::cel::typed;

use super::keep::{Keep, list, one};
use crate::shape::{Rule, RulePath, Severity, Step};

/// The constant of a rule on a table.
pub(super) fn constant(rule: &catalogue::Rule, keep: &mut Keep) -> Rule {
    let typed = &rule.compiled.typed;
    let reads = typed.reads.iter().map(|read| path(read, keep)).collect();
    Rule {
        id: keep.text(&rule.id),
        severity: severity(rule.severity),
        nl: keep.text(&rule.text.nl),
        en: keep.text(&rule.text.en),
        help_nl: "",
        help_en: "",
        cel: keep.text(&rule.cel),
        at: path(&typed.at, keep),
        reads: list(reads),
        needs_sent: typed.needs_sent,
        source: keep.text(&rule.source),
    }
}

/// The constant of a rule that forbids elements by name.
pub(super) fn forbidden(forbidden: &Forbidden, keep: &mut Keep) -> Rule {
    without_expression(&forbidden.rule, forbidden.severity, &forbidden.text, &forbidden.source, keep)
}

/// The constant of a rule that the runtime knows how to check.
fn without_expression(
    id: &str,
    severity: catalogue::Severity,
    text: &catalogue::Text,
    source: &str,
    keep: &mut Keep,
) -> Rule {
    Rule {
        id: keep.text(id),
        severity: self::severity(severity),
        nl: keep.text(&text.nl),
        en: keep.text(&text.en),
        help_nl: "",
        help_en: "",
        cel: "",
        at: &[],
        reads: &[],
        needs_sent: false,
        source: keep.text(source),
    }
}

/// The rules between messages, each id once. A draft tells of them; it checks one message at a time.
pub(super) fn between(catalogue: &Catalogue, keep: &mut Keep) -> Vec<&'static Rule> {
    let facts: BTreeMap<&str, &catalogue::Rule> =
        catalogue.facts.iter().map(|fact| (fact.rule.id.as_str(), &fact.rule)).collect();
    let facts: Vec<_> = facts.into_values().map(|rule| one(constant(rule, keep))).collect();
    let process = catalogue.process_rules.iter().map(|rule| one(self::process(rule, keep)));
    facts.into_iter().chain(process.collect::<Vec<_>>()).collect()
}

/// The constant of a rule on conversations.
fn process(rule: &ProcessRule, keep: &mut Keep) -> Rule {
    without_expression(&rule.id, rule.severity, &rule.text, &rule.source, keep)
}

fn path(steps: &[typed::Step], keep: &mut Keep) -> RulePath {
    let steps = steps.iter().map(|step| match step {
        typed::Step::Element(name) => Step::Element(keep.text(name)),
        typed::Step::Items => Step::Items,
        typed::Step::Outer => Step::Outer,
    });
    list(steps.collect())
}

const fn severity(severity: catalogue::Severity) -> Severity {
    match severity {
        catalogue::Severity::Error => Severity::Error,
        catalogue::Severity::Warning => Severity::Warning,
        catalogue::Severity::Info => Severity::Info,
    }
}
