//! Releases that never change: whether today's definitions still say what was released.
//!
//! [`crate::emit::released`] writes the text of a release; this layer compares it with the text that was kept, points
//! at the row of today that differs, and decides what may be frozen. It changes nothing.

mod compare;
mod difference;
mod freeze;
mod places;
mod texts;

pub use freeze::{Frozen, Refusal, freeze};

use crate::catalogue::{Catalogue, Module, Release, Status};
use crate::diagnostic::Diagnostic;
use crate::emit::released::View;
use crate::model::{Definitions, Span};
use crate::source::{SourceFile, Sources};
use places::Places;

/// The codes of the diagnostics of this layer and what they are about.
pub const CHECKS: &[(&str, &str)] = &[
    ("not-released", "a release that is published, deprecated or withdrawn has a text that was kept"),
    ("released-added", "nothing is added to a release that was published"),
    ("released-changed", "no row or text of a published release changes"),
    ("released-draft", "a release whose text was kept is no draft"),
    ("released-gone", "nothing goes out of a release that was published"),
    ("released-moved", "elements and codes of a published release keep their order"),
    ("released-unknown", "a text that was kept is that of a release, and can be read"),
];

/// Compares every release whose text was kept. When no text came along at all there is nothing to compare with;
/// with at least one, each release that is out must have its own.
#[must_use]
pub fn check(defs: &Definitions, catalogue: &Catalogue, sources: &Sources) -> Vec<Diagnostic> {
    let mut differences = Vec::new();
    let mut out = Vec::new();
    for (number, file) in kept(sources) {
        match find(catalogue, file) {
            Some((module, release)) => {
                if let Some(view) = View::of(catalogue, module, release) {
                    draft(defs, &view, &mut out);
                    compare::compare(&view, &Places::of(defs, &view), number, file, &mut differences, &mut out);
                }
            }
            None => {
                let message = "this is the text of a release that the definitions do not have";
                let help = "a release that was published stays: put its row in module.toml back";
                let span = Span { file: number, range: 0..file.text.lines().next().map_or(0, str::len) };
                out.push(Diagnostic::new("released-unknown", &span, message).help(help));
            }
        }
    }
    if !sources.released.is_empty() {
        missing(defs, catalogue, sources, &mut out);
    }
    out.extend(difference::diagnostics(differences));
    out.sort_by_key(|diagnostic| (diagnostic.span.file, diagnostic.span.range.start));
    out
}

/// The texts that were kept, with their numbers.
fn kept(sources: &Sources) -> impl Iterator<Item = (usize, &SourceFile)> {
    sources.released.iter().enumerate().map(|(at, file)| (sources.files.len() + at, file))
}

/// The module and release whose text a file is, by its name.
fn find(catalogue: &Catalogue, file: &SourceFile) -> Option<(usize, usize)> {
    catalogue.modules.iter().enumerate().find_map(|(number, module)| {
        let release = module.releases.iter().position(|release| is_of(file, module, release))?;
        Some((number, release))
    })
}

/// Whether a file is the text of this release.
fn is_of(file: &SourceFile, module: &Module, release: &Release) -> bool {
    file.path.ends_with(&format!("/{}/{}.txt", module.id, release.number))
}

fn draft(defs: &Definitions, view: &View<'_>, out: &mut Vec<Diagnostic>) {
    if view.release.status == Status::Draft {
        let message = format!("{} {} was released and cannot be a draft again", view.module.id, view.release.number);
        let help = "write status = \"published\", \"deprecated\" or \"withdrawn\"";
        out.push(
            Diagnostic::new("released-draft", &places::release(defs, view.module, view.release), message).help(help),
        );
    }
}

/// Says which releases that are out have no text that was kept.
pub(crate) fn missing(defs: &Definitions, catalogue: &Catalogue, sources: &Sources, out: &mut Vec<Diagnostic>) {
    for module in &catalogue.modules {
        for release in module.releases.iter().filter(|release| release.status != Status::Draft) {
            if !sources.released.iter().any(|file| is_of(file, module, release)) {
                let (id, number) = (&module.id, release.number);
                let message = format!("{id} {number} is {}, but its text was not kept", release.status.word());
                let help = format!("run `skp definitions release {id} {number}`, and keep the file it writes");
                out.push(Diagnostic::new("not-released", &places::release(defs, module, release), message).help(help));
            }
        }
    }
}
