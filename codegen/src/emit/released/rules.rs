//! The rules that hold in the release: where, how severe, and what they say. A rule on several tables is one line.

use std::collections::BTreeMap;

use super::{Line, View, texts};
use crate::catalogue::{Content, Rule, Severity};
use crate::cel::typed::Step;

pub(super) fn lines(view: &View<'_>) -> Vec<Line> {
    let mut rules: BTreeMap<&str, (&Rule, Vec<&str>)> = BTreeMap::new();
    let messages = view.messages.iter().filter_map(|message| view.catalogue.types.get(message.ty.0));
    for ty in messages.chain(view.types.iter().copied()) {
        let Content::Composite(composite) = &ty.content else { continue };
        for rule in &composite.rules {
            rules.entry(&rule.id).or_insert_with(|| (rule, Vec::new())).1.push(&ty.name);
        }
    }
    let line = |(rule, on): &(&Rule, Vec<&str>)| {
        Line::new("rule", &rule.id)
            .with("severity", severity(rule.severity))
            .with("on", on.join(","))
            .with("cel", &rule.cel)
            .with("at", place(&rule.compiled.typed.at))
            .with("source", &rule.source)
    };
    let mut lines: Vec<Line> = rules.values().map(line).collect();
    lines.extend(rules.values().flat_map(|(rule, _)| texts(&rule.id, &rule.text)));
    lines
}

/// Where a finding points: `Vorderingen[].Afkooppercentage`.
fn place(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        match step {
            Step::Element(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
            Step::Items => text.push_str("[]"),
            Step::Outer => text.push_str("this"),
        }
    }
    text
}

/// The word of the standard.
pub(super) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "fout",
        Severity::Warning => "waarschuwing",
        Severity::Info => "info",
    }
}
