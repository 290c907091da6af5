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
//! | [`released`] | compares the catalogue with the texts of releases that never change |
//!
//! Mistakes in the definitions are [`diagnostic`]s with a file, a line and a caret.

pub mod catalogue;
pub mod cel;
pub mod diagnostic;
pub mod diff;
pub mod emit;
pub mod forms;
pub mod layout;
pub mod lint;
pub mod model;
pub mod names;
pub mod pattern;
pub mod read;
pub mod released;
pub mod resolve;
pub mod scaffold;
pub mod source;
pub mod upgrade;

use catalogue::Catalogue;
use diagnostic::Diagnostic;
use model::Definitions;
use source::Sources;

/// Reads, checks and resolves definitions, and compares them with the texts of releases that came along.
///
/// # Errors
/// Everything that is wrong with them, in the order of the files.
pub fn compile(sources: &Sources) -> Result<Catalogue, Vec<Diagnostic>> {
    let (definitions, catalogue) = resolved(sources)?;
    let diagnostics = released::check(&definitions, &catalogue, sources);
    if diagnostics.is_empty() { Ok(catalogue) } else { Err(diagnostics) }
}

/// Everything that is wrong with definitions that ought to be whole: besides what [`compile`] finds, a release that
/// is out and whose text was not kept, also when no text came along at all.
#[must_use]
pub fn check(sources: &Sources) -> Vec<Diagnostic> {
    match resolved(sources) {
        Ok((definitions, catalogue)) => {
            let mut diagnostics = released::check(&definitions, &catalogue, sources);
            if sources.released.is_empty() {
                released::missing(&definitions, &catalogue, sources, &mut diagnostics);
            }
            diagnostics
        }
        Err(diagnostics) => diagnostics,
    }
}

/// The layers up to the catalogue.
fn resolved(sources: &Sources) -> Result<(Definitions, Catalogue), Vec<Diagnostic>> {
    let (definitions, diagnostics) = read::read(sources);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let diagnostics = lint::lint(&definitions);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let catalogue = resolve::resolve(&definitions, sources)?;
    Ok((definitions, catalogue))
}
