//! Freezing a release: the text to keep, or why it may not be kept.

use super::{check, is_of};
use crate::catalogue::Status;
use crate::diagnostic::Diagnostic;
use crate::emit::Output;
use crate::emit::released::{View, text};
use crate::resolved;
use crate::source::Sources;

/// A release that may be frozen.
#[derive(Debug)]
pub enum Frozen {
    /// This is to be kept, below the folder of released texts.
    New(Output),
    /// The same text was kept before; the path of it.
    Same(String),
}

/// Why a release is not frozen.
#[derive(Debug)]
pub enum Refusal {
    /// The definitions have mistakes, or differ from what was released before.
    Wrong(Vec<Diagnostic>),
    /// There is no module of this name; these are the names.
    NoModule(Vec<String>),
    /// The module has no release of this number; these are its numbers.
    NoRelease(Vec<String>),
    /// The release is a draft, or does not say what it is.
    Draft,
}

/// Freezes a release of a module, which is named by its id or its letters. What was kept before is never changed: a
/// release that differs from it is refused.
///
/// # Errors
/// Why it may not be frozen.
pub fn freeze(sources: &Sources, module: &str, number: &str) -> Result<Frozen, Refusal> {
    let (defs, catalogue) = resolved(sources).map_err(Refusal::Wrong)?;
    let named = |id: &str| id.eq_ignore_ascii_case(module);
    let found = catalogue.modules.iter().position(|found| named(&found.id) || named(&found.code));
    let (at, found) = found
        .and_then(|at| Some((at, catalogue.modules.get(at)?)))
        .ok_or_else(|| Refusal::NoModule(catalogue.modules.iter().map(|module| module.id.clone()).collect()))?;
    let release = found.releases.iter().position(|release| release.number.to_string() == number);
    let view = release
        .and_then(|release| View::of(&catalogue, at, release))
        .ok_or_else(|| Refusal::NoRelease(found.releases.iter().map(|one| one.number.to_string()).collect()))?;
    if view.release.status == Status::Draft {
        return Err(Refusal::Draft);
    }
    // Other releases wait for their own turn.
    let mut wrong = check(&defs, &catalogue, sources);
    wrong.retain(|diagnostic| diagnostic.code != "not-released");
    if !wrong.is_empty() {
        return Err(Refusal::Wrong(wrong));
    }
    let path = view.path();
    if sources.released.iter().any(|file| is_of(file, view.module, view.release)) {
        return Ok(Frozen::Same(path));
    }
    Ok(Frozen::New(Output { path, text: text(&view) }))
}
