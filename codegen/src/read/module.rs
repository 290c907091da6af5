//! A `module.toml`.

use super::table::{self, Table};
use super::texts;
use crate::diagnostic::Diagnostic;
use crate::model::{Forbidden, Module, Release};

/// Reads the file.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> Module {
    let module = Module {
        id: table.text("module", out),
        code: table.text("code", out),
        name: table.text("name", out),
        source: table.provenance("source", out),
        releases: table.rows("releases", out).into_iter().map(|row| release(row, out)).collect(),
        forbidden: table.optional_rows("forbidden", out).into_iter().map(|row| forbidden(row, out)).collect(),
        texts: texts::read(&mut table, out),
    };
    let releases = module.releases.iter().map(|release| &release.text);
    let rules = module.forbidden.iter().map(|forbidden| &forbidden.rule);
    texts::check(&module.texts, releases.chain(rules).chain([&texts::whole("module")]), out);
    table.finish(out);
    module
}

fn release(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Release {
    let text = row.text("number", out);
    let number = table::release(&text, out);
    let release = Release {
        text,
        number,
        status: row.optional_text("status", out),
        valid_from: row.optional_text("valid_from", out),
        valid_until: row.optional_text("valid_until", out),
        status_source: row.optional_provenance("status_source", out),
        source: row.provenance("source", out),
        content: row.text("content", out),
    };
    row.finish(out);
    release
}

fn forbidden(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Forbidden {
    let forbidden = Forbidden {
        rule: row.text("rule", out),
        elements: row.texts("elements", out),
        severity: row.text("severity", out),
        source: row.provenance("source", out),
    };
    row.finish(out);
    forbidden
}
