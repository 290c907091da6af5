//! The sources that provenance may name.

use super::table::Table;
use crate::diagnostic::Diagnostic;
use crate::model::Source;

/// Reads the file.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> Vec<Source> {
    let sources = table.rows("sources", out).into_iter().map(|row| source(row, out)).collect();
    table.finish(out);
    sources
}

fn source(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Source {
    let source = Source { key: row.text("key", out), title: row.text("title", out), address: row.text("address", out) };
    row.finish(out);
    source
}
