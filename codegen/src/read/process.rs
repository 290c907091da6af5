//! A file of rules on the messages of a conversation together.

use super::table::Table;
use super::texts;
use crate::diagnostic::Diagnostic;
use crate::model::conversation::ProcessRule;

/// Reads the file.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> Vec<ProcessRule> {
    let mut rules: Vec<ProcessRule> = table.rows("process", out).into_iter().map(|row| rule(row, out)).collect();
    let texts = texts::read(&mut table, out);
    for rule in &mut rules {
        rule.nl = texts.nl.get(rule.id.as_str()).cloned();
        rule.en = texts.en.get(rule.id.as_str()).cloned();
    }
    texts::check(&texts, rules.iter().map(|rule| &rule.id), out);
    table.finish(out);
    rules
}

fn rule(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> ProcessRule {
    let rule = ProcessRule {
        id: row.text("id", out),
        severity: row.text("severity", out),
        modules: if row.has("modules") { row.texts("modules", out) } else { Vec::new() },
        days: row.integer("days", out),
        source: row.provenance("source", out),
        nl: None,
        en: None,
    };
    row.finish(out);
    rule
}
