//! The generator: element tables in, code and schemas out.
//!
//! It is a compiler in layers, and each layer knows only the ones before it:
//!
//! | layer | from → to |
//! |---|---|
//! | [`source`], [`read`] | files → [`model`]: the tables with their whole history, every word with its place |
//! | [`lint`] | checks that look at more than one word, one file each |
//! | [`resolve`] | model → [`catalogue`]: per release what is alive, every name looked up, rules compiled by [`cel`] |
//! | [`emit`] | catalogue → files, one emitter per output |
//! | [`upgrade`] | catalogue → what becomes of each element between adjoining releases; read by emitters and listings |
//!
//! Mistakes in the definitions are [`diagnostic`]s with a file, a line and a caret.

pub mod catalogue;
pub mod cel;
pub mod diagnostic;
pub mod emit;
pub mod lint;
pub mod model;
pub mod names;
pub mod pattern;
pub mod read;
pub mod resolve;
pub mod source;
pub mod upgrade;

use catalogue::Catalogue;
use diagnostic::Diagnostic;
use source::Sources;

/// Reads, checks and resolves definitions.
///
/// # Errors
/// Everything that is wrong with them, in the order of the files.
pub fn compile(sources: &Sources) -> Result<Catalogue, Vec<Diagnostic>> {
    let (definitions, diagnostics) = read::read(sources);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let diagnostics = lint::lint(&definitions);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    resolve::resolve(&definitions, sources)
}
