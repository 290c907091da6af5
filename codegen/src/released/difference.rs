//! A difference with what was released, and how it is told: one row of today that differs from several releases is
//! one diagnostic.

use crate::diagnostic::Diagnostic;
use crate::model::Span;

/// One line that differs from one release.
pub(super) struct Difference {
    /// The code of the diagnostic.
    pub code: &'static str,
    /// What it is about: `element Betaalvoorstel.Looptijd`.
    pub key: String,
    /// The row of today.
    pub span: Span,
    /// What to see there; may be empty.
    pub label: String,
    /// The release.
    pub release: String,
    /// The line that was kept, when there is one.
    pub kept: Option<Span>,
}

/// The diagnostics of all differences.
pub(super) fn diagnostics(differences: Vec<Difference>) -> Vec<Diagnostic> {
    let mut groups: Vec<Vec<Difference>> = Vec::new();
    for one in differences {
        let same = |other: &Difference| {
            (other.code, own(&other.key), &other.span, &other.label) == (one.code, own(&one.key), &one.span, &one.label)
        };
        match groups.iter_mut().find(|group| group.first().is_some_and(same)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups.into_iter().filter_map(diagnostic).collect()
}

/// The kind and the name within the table, which may have another name in another release.
pub(super) fn own(key: &str) -> (&str, &str) {
    let (kind, name) = key.split_once(' ').unwrap_or((key, ""));
    (kind, name.split_once('.').map_or(name, |(_, inner)| inner))
}

fn diagnostic(group: Vec<Difference>) -> Option<Diagnostic> {
    let releases: Vec<&str> = group.iter().map(|one| one.release.as_str()).collect();
    let releases = releases.join(", ");
    let first = group.first()?;
    let key = match first.key.split_once(' ') {
        Some(("nl", name)) => format!("the Dutch text of {name}"),
        Some(("en", name)) => format!("the English text of {name}"),
        _ => first.key.clone(),
    };
    let message = match first.code {
        "released-added" => format!("{key} was not in {releases} as released"),
        "released-gone" => format!("{key} is gone from {releases}"),
        "released-moved" => format!("{key} has another place than in {releases} as released"),
        _ => format!("{key} is not what it was in {releases} as released"),
    };
    let mut diagnostic = Diagnostic::new(first.code, &first.span, message).label(first.label.as_str());
    for kept in group.iter().filter_map(|one| one.kept.as_ref()) {
        diagnostic = diagnostic.also(kept, "as released");
    }
    Some(diagnostic.help(help(first.code, &first.key)))
}

fn help(code: &str, key: &str) -> &'static str {
    let kind = key.split(' ').next().unwrap_or_default();
    match (code, kind) {
        ("released-added", "nl" | "en") => "a published release never changes: it comes with the row it is about",
        ("released-added", _) => "a published release never changes: give the row a `since` that is a later release",
        ("released-gone", _) => {
            "a published release never changes: put it back, and give it an `until` that is a later release"
        }
        ("released-moved", _) => "a published release never changes: put the rows back in their order",
        (_, "nl" | "en") => "a published release never changes, and a text belongs to it: put the text back",
        (_, "element" | "code" | "rule") => {
            "a published release never changes: put the row back, give it an `until` that is a later release, and add a \
             new row with that `since`"
        }
        _ => "a published release never changes: put it back as it was",
    }
}
