//! A file of rules of several messages, or of several composites.

use super::table::Table;
use super::{File, Modules, rule, texts};
use crate::diagnostic::Diagnostic;
use crate::model::SharedRule;

/// Reads the file. A rule with `types` is on composites, one with `messages` on messages of the folder's module.
pub(super) fn read(
    mut table: Table<'_>,
    file: &File<'_>,
    modules: &Modules<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<SharedRule> {
    let on_messages = modules.in_folder(file.folder).is_some();
    let mut shared = Vec::new();
    for mut row in table.rows("rules", out) {
        let rule = rule::read(&mut row, out);
        let composites = row.has("types") || (!row.has("messages") && !on_messages);
        let on = row.texts(if composites { "types" } else { "messages" }, out);
        row.finish(out);
        let module = if composites { String::new() } else { modules.of(file, "a rule on messages", out) };
        shared.push(SharedRule { module, on, rule });
    }
    let texts = texts::read(&mut table, out);
    texts::give(&texts, shared.iter_mut().map(|shared| &mut shared.rule));
    texts::check(&texts, shared.iter().map(|shared| &shared.rule.id), out);
    table.finish(out);
    shared
}
