//! The messages: who sends them to whom, their elements and texts.

use super::{Line, View, table, texts};

pub(super) fn lines(view: &View<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for message in &view.messages {
        let Some(ty) = view.catalogue.types.get(message.ty.0) else { continue };
        let line = if message.header {
            Line::new("header", &message.id)
        } else {
            Line::new("message", &message.id)
                .with("name", &message.name)
                .with("code", &message.code)
                .with("from", message.from.join(","))
                .with("to", message.to.join(","))
                .with("starts", message.starts)
                .with("answer", message.answer)
        };
        lines.push(line.with("source", &message.source).begins());
        let (elements, of_elements) = table::lines(view, ty);
        lines.extend(elements);
        lines.extend(texts(&message.id, &ty.text));
        lines.extend(of_elements);
    }
    lines
}
