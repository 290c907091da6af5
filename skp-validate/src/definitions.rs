//! Definitions out of a folder, to check messages against: a draft of the standard.
//!
//! It reads the files and says what is the matter with them; what they mean is for `skp-messages` and the generator.

use std::fmt;
use std::io;
use std::path::Path;

use skp_messages::Lang;
use skp_messages::draft::{Draft, Sources, render};

use crate::terminal::count;

/// Why definitions cannot be used.
#[derive(Debug)]
pub enum DefinitionsError {
    /// The folder, or a file in it, cannot be read.
    Io(io::Error),
    /// There is no definition file in it.
    Empty,
    /// There are mistakes in them.
    Wrong {
        /// How many.
        count: usize,
        /// All of them, each with file, line and a caret.
        text: String,
    },
}

/// Reads the definitions in a folder and below it, except those below a folder `released`.
///
/// # Errors
/// When they cannot be read, or hold mistakes.
pub fn load(folder: &Path) -> Result<Draft, DefinitionsError> {
    let sources = Sources::load(folder).map_err(DefinitionsError::Io)?;
    if sources.files.is_empty() {
        return Err(DefinitionsError::Empty);
    }
    Draft::load(&sources)
        .map_err(|mistakes| DefinitionsError::Wrong { count: mistakes.len(), text: render(&mistakes, &sources) })
}

impl DefinitionsError {
    /// What is the matter, in one line; for mistakes how many.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Io(error) => error.to_string(),
            Self::Empty => lang.pick("geen enkel .toml-bestand", "no .toml file").to_owned(),
            Self::Wrong { count: number, .. } => {
                let mistakes = count(*number as u64, lang, ["fout", "fouten"], ["mistake", "mistakes"]);
                format!("{mistakes} {}", lang.pick("in de definities", "in the definitions"))
            }
        }
    }
}

impl fmt::Display for DefinitionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for DefinitionsError {}
