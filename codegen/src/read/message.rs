//! A file of one message, or of the header.

use super::table::{self, Table};
use super::{element, rule, texts};
use crate::diagnostic::Diagnostic;
use crate::model::{Earlier, Message, Text};

/// Reads the file; the module is that of its folder.
pub(super) fn read(mut table: Table<'_>, module: String, header: bool, out: &mut Vec<Diagnostic>) -> Message {
    let key = if header { "header" } else { "message" };
    let id = table.text(key, out);
    let mut message = Message {
        module,
        modules: Vec::new(),
        header,
        name: id.clone(),
        code: Text { value: String::new(), span: id.span.clone() },
        id,
        from: Vec::new(),
        to: Vec::new(),
        life: table.lifetime(out),
        earlier: Vec::new(),
        starts: false,
        answer: false,
        source: table.provenance("source", out),
        elements: element::read_all(&mut table, out),
        rules: rule::read_all(&mut table, out),
        texts: texts::read(&mut table, out),
    };
    if !header {
        message.name = table.text("name", out);
        message.code = table.text("code", out);
        if table.has("modules") {
            message.modules = table.texts("modules", out);
        }
        message.from = table.texts("from", out);
        message.to = table.texts("to", out);
        message.earlier = table.optional_rows("earlier", out).into_iter().map(|row| earlier(row, out)).collect();
        message.starts = table.flag("starts", out);
        message.answer = table.flag("answer", out);
    }
    texts::give(&message.texts, &mut message.rules);
    let elements = message.elements.iter().map(|element| &element.name);
    let rules = message.rules.iter().map(|rule| &rule.id);
    texts::check(&message.texts, elements.chain(rules).chain([&texts::whole(key)]), out);
    table.finish(out);
    message
}

fn earlier(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Earlier {
    let id = row.text("id", out);
    let name = row.text("name", out);
    let until = row.text("until", out);
    let earlier = Earlier { id, name, until: table::release(&until, out), source: row.provenance("source", out) };
    row.finish(out);
    earlier
}
