//! A file of one composite.

use super::table::Table;
use super::{element, rule, texts};
use crate::diagnostic::Diagnostic;
use crate::model::Composite;

/// Reads the file.
pub(super) fn read(mut table: Table<'_>, out: &mut Vec<Diagnostic>) -> Composite {
    let mut composite = Composite {
        name: table.text("composite", out),
        choice: table.flag("choice", out),
        source: table.provenance("source", out),
        elements: element::read_all(&mut table, out),
        rules: rule::read_all(&mut table, out),
        texts: texts::read(&mut table, out),
    };
    texts::give(&composite.texts, &mut composite.rules);
    let elements = composite.elements.iter().map(|element| &element.name);
    let rules = composite.rules.iter().map(|rule| &rule.id);
    texts::check(&composite.texts, elements.chain(rules).chain([&texts::whole("composite")]), out);
    table.finish(out);
    composite
}
