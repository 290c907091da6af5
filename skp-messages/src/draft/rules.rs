//! Rules as constants: their texts, where they point and what they read. What they mean is for `program`.

use skp_codegen::catalogue::{self, Forbidden};
use skp_codegen::cel::typed;

use super::keep::{Keep, list};
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
    Rule {
        id: keep.text(&forbidden.rule),
        severity: severity(forbidden.severity),
        nl: keep.text(&forbidden.text.nl),
        en: keep.text(&forbidden.text.en),
        help_nl: "",
        help_en: "",
        cel: "",
        at: &[],
        reads: &[],
        needs_sent: false,
        source: keep.text(&forbidden.source),
    }
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
