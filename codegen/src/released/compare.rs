//! One release of today against the text that was kept of it, line by line.

use std::collections::BTreeMap;

use super::difference::{Difference, own};
use super::places::Places;
use super::texts::{self, Kept};
use crate::diagnostic::Diagnostic;
use crate::emit::released::{Line, SECTIONS, View, split, written};
use crate::model::Span;
use crate::source::SourceFile;

/// Compares the sections that the kept text has. A section that came later than the text has nothing to be compared with.
pub(super) fn compare(
    view: &View<'_>,
    places: &Places<'_>,
    number: usize,
    file: &SourceFile,
    differences: &mut Vec<Difference>,
    out: &mut Vec<Diagnostic>,
) {
    let lines = texts::lines(&file.text);
    for heading in lines.iter().filter(|line| line.text.is_empty() || line.section.is_empty()) {
        if !SECTIONS.iter().any(|section| section.name == heading.section) {
            let message = "this is no section that the text of a release has";
            let help = "put the text back as it was released; it is never changed by hand";
            let span = Span { file: number, range: heading.range.clone() };
            out.push(Diagnostic::new("released-unknown", &span, message).help(help));
        }
    }
    for section in SECTIONS {
        let mut kept = lines.iter().filter(|line| line.section == section.name).peekable();
        if kept.peek().is_some() {
            let kept: Vec<&Kept<'_>> = kept.filter(|line| !line.text.is_empty()).collect();
            let pair = Pair { view, places, number };
            pair.section(&(section.lines)(view), &kept, differences);
        }
    }
}

struct Pair<'p> {
    view: &'p View<'p>,
    places: &'p Places<'p>,
    number: usize,
}

impl Pair<'_> {
    fn section(&self, today: &[Line], kept: &[&Kept<'_>], out: &mut Vec<Difference>) {
        let by_key: BTreeMap<&str, &Kept<'_>> = kept.iter().map(|line| (split(line.text).0, *line)).collect();
        let here: BTreeMap<&str, &Line> = today.iter().map(|line| (line.key.as_str(), line)).collect();
        let added: Vec<&str> = here.keys().copied().filter(|key| !by_key.contains_key(key)).collect();
        let gone: Vec<&str> = by_key.keys().copied().filter(|key| !here.contains_key(key)).collect();
        for line in today {
            match by_key.get(line.key.as_str()) {
                Some(kept) => self.line(line, kept, out),
                None if is_part(&line.key, &added) => {}
                None => out.push(self.difference("released-added", &line.key, "", String::new(), None)),
            }
        }
        for line in kept {
            let (key, _) = split(line.text);
            if gone.contains(&key) && !is_part(key, &gone) {
                out.push(self.difference("released-gone", key, "", String::new(), Some(line)));
            }
        }
        self.order(today, kept, out);
    }

    /// A line that is in both.
    fn line(&self, line: &Line, kept: &Kept<'_>, out: &mut Vec<Difference>) {
        if line.text() == kept.text {
            return;
        }
        let (_, was) = split(kept.text);
        let cells: Vec<(&str, String)> = line.cells.iter().map(|(name, value)| (*name, written(name, value))).collect();
        let changed = cells.iter().find(|(_, cell)| !was.contains(&cell.as_str())).map_or("", |(name, _)| *name);
        let gone: Vec<&str> = was.into_iter().filter(|cell| !cells.iter().any(|(_, here)| here == cell)).collect();
        let label = if gone.is_empty() { "released without this".to_owned() } else { short(&gone.join(" ")) };
        // A text names itself; what it was stands below it, in the text that was kept.
        let label = if changed.is_empty() && !line.cells.iter().all(|(name, _)| !name.is_empty()) {
            String::new()
        } else {
            label
        };
        out.push(self.difference("released-changed", &line.key, changed, label, Some(kept)));
    }

    /// The first row that is in both, but not in the same order; texts follow their rows.
    fn order(&self, today: &[Line], kept: &[&Kept<'_>], out: &mut Vec<Difference>) {
        let is_row = |key: &str| !key.starts_with("nl ") && !key.starts_with("en ");
        let was: Vec<&str> = kept.iter().map(|line| split(line.text).0).filter(|key| is_row(key)).collect();
        let common: Vec<&str> = today.iter().map(|line| line.key.as_str()).filter(|key| was.contains(key)).collect();
        let kept = kept.iter().filter(|line| common.contains(&split(line.text).0));
        if let Some((key, line)) = common.iter().zip(kept).find(|(key, line)| **key != split(line.text).0) {
            let label = format!("here stood {}", own(split(line.text).0).1);
            out.push(self.difference("released-moved", key, "", label, Some(line)));
        }
    }

    fn difference(
        &self,
        code: &'static str,
        key: &str,
        cell: &str,
        label: String,
        kept: Option<&Kept<'_>>,
    ) -> Difference {
        let release = format!("{} {}", self.view.module.id, self.view.release.number);
        let kept = kept.map(|kept| Span { file: self.number, range: kept.range.clone() });
        Difference { code, key: key.to_owned(), span: self.places.place(key, cell), label, release, kept }
    }
}

/// Whether a line is about a part, or is a text, of something that came or went as a whole: that is told once.
fn is_part(key: &str, all: &[&str]) -> bool {
    let (kind, name) = key.split_once(' ').unwrap_or((key, ""));
    let is_text = |kind: &str| matches!(kind, "nl" | "en");
    all.iter().any(|other| {
        let (other_kind, whole) = other.split_once(' ').unwrap_or((other, ""));
        let inside = name.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.'));
        !is_text(other_kind) && ((is_text(kind) && name == whole) || inside)
    })
}

/// What was released, short enough for a label.
fn short(was: &str) -> String {
    let mut shown: String = was.chars().take(60).collect();
    if shown.len() < was.len() {
        shown.push('…');
    }
    format!("released with {shown}")
}
