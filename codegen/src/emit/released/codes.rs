//! The code lists that the messages of the release use, with their codes in the order of their tables.

use super::{Line, View, simple, texts};
use crate::catalogue::Content;

pub(super) fn lines(view: &View<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for ty in &view.types {
        let Content::Codes(codes) = &ty.content else { continue };
        let line = Line::new("codelist", &ty.name)
            .with("kind", if codes.closed { "closed" } else { "open" })
            .with_some("type", codes.integer.then_some("Integer"))
            .with("privacy", simple::privacy(codes.privacy))
            .with("source", &ty.source);
        lines.push(line.begins());
        let name = |code: &str| format!("{}.{code}", ty.name);
        lines.extend(codes.codes.iter().map(|code| Line::new("code", &name(&code.code)).with("source", &code.source)));
        lines.extend(texts(&ty.name, &ty.text));
        lines.extend(codes.codes.iter().flat_map(|code| texts(&name(&code.code), &code.text)));
    }
    lines
}
