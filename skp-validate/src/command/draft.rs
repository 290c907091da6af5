//! `--definitions DIR`, for the verbs that can work with a draft of the standard.

use std::io::{self, Write};
use std::path::Path;

use skp_messages::draft::Draft;
use skp_messages::shape::{MessageInfo, Module, Rule, Shape};
use skp_messages::{Lang, catalogue};
use skp_validate::definitions::{self, DefinitionsError};
use skp_validate::excerpt;
use skp_validate::terminal::harmless;

use super::Failure;

/// The tables to show: those of a draft, or else those built in.
pub(super) struct Tables(Option<Draft>);

impl Tables {
    /// The tables of the draft in a folder, when one is given.
    pub(super) fn load(folder: Option<&Path>, lang: Lang) -> Result<Self, Failure> {
        load(folder, lang).map(Self)
    }

    /// The modules with messages.
    pub(super) fn modules(&self) -> &'static [&'static Module] {
        self.0.as_ref().map_or_else(catalogue::modules, Draft::modules)
    }

    /// Every message of every release.
    pub(super) fn messages(&self) -> &'static [&'static MessageInfo] {
        self.0.as_ref().map_or_else(catalogue::messages, Draft::messages)
    }

    /// The table of the header.
    pub(super) fn header(&self) -> &'static Shape {
        self.0.as_ref().map_or_else(catalogue::header, Draft::header)
    }

    /// Every rule.
    pub(super) fn rules(&self) -> Vec<&'static Rule> {
        self.0.as_ref().map_or_else(catalogue::rules, Draft::rules)
    }
}

/// The draft in a folder, when one is given. Mistakes in it are shown on standard error.
pub(super) fn load(folder: Option<&Path>, lang: Lang) -> Result<Option<Draft>, Failure> {
    let Some(folder) = folder else { return Ok(None) };
    let draft = definitions::load(folder).map_err(|error| failure(error, folder, lang))?;
    excerpt::know(&draft);
    Ok(Some(draft))
}

fn failure(error: DefinitionsError, folder: &Path, lang: Lang) -> Failure {
    let shown = harmless(&folder.display().to_string());
    match error {
        DefinitionsError::Io(error) => Failure::Io(shown, error),
        DefinitionsError::Wrong { ref text, .. } => {
            // As `skp definitions lint` shows them; when nobody listens the exit code still tells.
            let _ = write!(io::stderr(), "{text}");
            Failure::Unknown(format!("{shown}: {}", error.text(lang)))
        }
        DefinitionsError::Empty => Failure::Unknown(format!("{shown}: {}", error.text(lang))),
    }
}
