//! A file of one code list.

use super::table::Table;
use super::texts;
use crate::diagnostic::Diagnostic;
use crate::model::{Code, CodeList};

/// Reads the file.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> CodeList {
    let list = CodeList {
        name: table.text("codelist", out),
        ty: table.optional_text("type", out),
        kind: table.text("kind", out),
        privacy: table.text("privacy", out),
        source: table.provenance("source", out),
        codes: table.rows("codes", out).into_iter().map(|row| code(row, out)).collect(),
        texts: texts::read(&mut table, out),
    };
    let codes = list.codes.iter().map(|code| &code.code);
    texts::check(&list.texts, codes.chain([&texts::whole("codelist")]), out);
    table.finish(out);
    list
}

fn code(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Code {
    let code = Code { code: row.text("code", out), life: row.lifetime(out), source: row.provenance("source", out) };
    row.finish(out);
    code
}
