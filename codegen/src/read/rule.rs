//! A rule, in the file of its message or composite or in a file of shared rules.

use super::table::Table;
use crate::diagnostic::Diagnostic;
use crate::model::Rule;

/// Reads the rules of a message or composite; their texts come later.
pub(super) fn read_all(table: &mut Table<'_>, out: &mut Vec<Diagnostic>) -> Vec<Rule> {
    let mut rules = Vec::new();
    for mut row in table.optional_rows("rules", out) {
        rules.push(read(&mut row, out));
        row.finish(out);
    }
    rules
}

/// Reads a rule; the caller finishes the row.
pub(super) fn read(row: &mut Table<'_>, out: &mut Vec<Diagnostic>) -> Rule {
    Rule {
        id: row.text("id", out),
        severity: row.text("severity", out),
        each: row.optional_text("each", out),
        when: row.optional_text("when", out),
        assert: row.text("assert", out),
        at: row.optional_text("at", out),
        life: row.lifetime(out),
        source: row.provenance("source", out),
        nl: None,
        en: None,
    }
}
