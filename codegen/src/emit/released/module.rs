//! The letters and name of the module, the release itself, and the elements that the module forbids. The text on the
//! module is about all its releases and may change with a new one.

use super::{Line, View, rules, texts};

pub(super) fn lines(view: &View<'_>) -> Vec<Line> {
    let (module, release) = (view.module, view.release);
    let number = release.number.to_string();
    let mut lines = vec![
        Line::new("module", &module.id).with("code", &module.code).with("name", &module.name),
        Line::new("release", &number).with("source", &release.source).with("content", &release.content),
    ];
    lines.extend(texts(&number, &release.text));
    for forbidden in &module.forbidden {
        let line = Line::new("forbidden", &forbidden.rule)
            .with("severity", rules::severity(forbidden.severity))
            .with("elements", forbidden.names.join(","))
            .with("source", &forbidden.source);
        lines.push(line.begins());
        lines.extend(texts(&forbidden.rule, &forbidden.text));
    }
    lines
}
