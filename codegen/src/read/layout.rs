//! A file with a layout of the CSV files of the portal.

use super::table::Table;
use crate::diagnostic::Diagnostic;
use crate::model::{Column, Layout};

/// Reads the file.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> Layout {
    let layout = Layout {
        id: table.text("csv", out),
        name: table.text("name", out),
        module: table.text("module", out),
        release: table.text("release", out),
        question: table.text("question", out),
        answers: table.texts("answers", out),
        source: table.provenance("source", out),
        columns: table.rows("columns", out).into_iter().map(|row| column(row, out)).collect(),
    };
    table.finish(out);
    layout
}

fn column(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Column {
    let column = Column {
        name: row.text("name", out),
        kind: row.text("kind", out),
        part: row.text("part", out),
        group: row.text("group", out),
        mandatory: row.flag("mandatory", out),
        element: row.text("element", out),
        parts: row.optional_texts("parts", out),
        role: row.optional_text("role", out),
        codes: row.optional_texts("codes", out),
        list: row.optional_text("list", out),
        source: row.provenance("source", out),
    };
    row.finish(out);
    column
}
