//! The simple types.

use super::table::Table;
use super::texts;
use crate::diagnostic::Diagnostic;
use crate::model::Simple;

/// Reads the file.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> Vec<Simple> {
    let mut types: Vec<Simple> = table.rows("types", out).into_iter().map(|row| simple(row, out)).collect();
    let texts = texts::read(&mut table, out);
    for simple in &mut types {
        simple.nl = texts.nl.get(simple.name.as_str()).cloned();
        simple.en = texts.en.get(simple.name.as_str()).cloned();
    }
    texts::check(&texts, types.iter().map(|simple| &simple.name), out);
    table.finish(out);
    types
}

fn simple(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Simple {
    let name = row.text("name", out);
    let kind = row.text("kind", out);
    let decimal = kind == "amount" || kind == "percentage";
    let simple = Simple {
        name,
        lines: row.flag("lines", out),
        min: row.limit("min", decimal, out),
        max: row.limit("max", decimal, out),
        pattern: row.optional_text("pattern", out),
        privacy: row.text("privacy", out),
        source: row.provenance("source", out),
        constraint: row.provenance("constraint", out),
        nl: None,
        en: None,
        kind,
    };
    row.finish(out);
    simple
}
