//! The composites that the messages of the release use.

use super::{Line, View, table, texts};
use crate::catalogue::Content;

pub(super) fn lines(view: &View<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for ty in &view.types {
        let Content::Composite(composite) = &ty.content else { continue };
        let line = Line::new("composite", &ty.name)
            .with_some("choice", composite.choice.then_some("true"))
            .with("source", &ty.source);
        lines.push(line.begins());
        let (elements, of_elements) = table::lines(view, ty);
        lines.extend(elements);
        lines.extend(texts(&ty.name, &ty.text));
        lines.extend(of_elements);
    }
    lines
}
