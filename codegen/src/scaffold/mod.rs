//! Scaffolds: a new message, element, rule or release, with everything it needs around it, ready to be filled in.
//!
//! A scaffold is made in memory, laid out and checked as any definition; only when nothing is wrong but the texts that
//! still have to be written is it given back. Nothing here writes files.

mod element;
mod message;
mod release;
mod rule;
mod sample;
mod since;
mod target;

pub use element::{NewElement, element};
pub use message::{NewMessage, message};
pub use release::{NewRelease, release};
pub use rule::{NewRule, rule};

use crate::catalogue::Catalogue;
use crate::diagnostic::Diagnostic;
use crate::layout::edit::{Edit, edit};
use crate::layout::layout;
use crate::lint::unfinished;
use crate::model::Definitions;
use crate::source::{SourceFile, Sources};
use crate::{lint, read, released, resolve};

/// A scaffold that may be written.
#[derive(Debug)]
pub struct Made {
    /// The definition files that are new or change, with their whole text.
    pub files: Vec<SourceFile>,
    /// Samples that are new, by their path below the folder of valid samples.
    pub samples: Vec<SourceFile>,
    /// What was made: the id of a rule, the path `module/X.Y/Id` of a message.
    pub what: String,
    /// The module and id of the message that a rule is on; of several modules none.
    pub on: Option<(String, String)>,
    /// The first release of the module with it, when that is one number.
    pub since: Option<String>,
    /// The texts that still have to be written, and the definitions they stand in.
    pub unfinished: (Vec<Diagnostic>, Sources),
}

/// Why there is no scaffold.
#[derive(Debug)]
pub enum Refusal {
    /// The definitions, or what the scaffold makes of them, are wrong.
    Wrong(Vec<Diagnostic>, Sources),
    /// There is no such thing; these are known.
    Unknown(&'static str, String, Vec<String>),
    /// There is one already, in this file.
    Exists(&'static str, String, String),
    /// Several modules have a message of this name; these are the ways to name one.
    Several(String, Vec<String>),
    /// The newest release of a module is no draft, and what was published never changes.
    NoDraft(String),
}

/// Definitions that are right, but for texts to be written.
struct World<'s> {
    sources: &'s Sources,
    defs: Definitions,
    catalogue: Catalogue,
}

impl<'s> World<'s> {
    /// Reads and checks the definitions.
    fn of(sources: &'s Sources) -> Result<Self, Refusal> {
        let (defs, catalogue, _) = check(sources).map_err(|wrong| Refusal::Wrong(wrong, sources.clone()))?;
        Ok(World { sources, defs, catalogue })
    }

    /// The text of a file.
    fn text(&self, file: usize) -> (&str, &str) {
        self.sources.file(file).map_or(("", ""), |file| (file.path.as_str(), file.text.as_str()))
    }

    /// A file with these changes.
    fn edited(&self, file: usize, edits: &[Edit]) -> Result<SourceFile, Refusal> {
        let (path, text) = self.text(file);
        let nowhere = || Refusal::Unknown("place", path.to_owned(), Vec::new());
        let changed = edit(text, edits).ok_or_else(nowhere)?;
        Ok(SourceFile { path: path.to_owned(), text: changed })
    }

    /// The scaffold of these files, when it can be.
    fn made(&self, files: Vec<SourceFile>, what: String) -> Result<(Made, Catalogue), Refusal> {
        let mut sources = self.sources.clone();
        let mut laid_out = Vec::new();
        for mut file in files {
            if let Ok(text) = layout(0, &file.text) {
                file.text = text;
            }
            match sources.files.iter_mut().find(|known| known.path == file.path) {
                Some(known) => known.text.clone_from(&file.text),
                None => sources.files.push(file.clone()),
            }
            laid_out.push(file);
        }
        sources.files.sort_by(|one, other| one.path.cmp(&other.path));
        match check(&sources) {
            Ok((_, catalogue, unfinished)) => {
                let made = Made {
                    files: laid_out,
                    samples: Vec::new(),
                    what,
                    on: None,
                    since: None,
                    unfinished: (unfinished, sources),
                };
                Ok((made, catalogue))
            }
            Err(wrong) => Err(Refusal::Wrong(wrong, sources)),
        }
    }
}

/// What definitions that are right give, and the texts that still have to be written.
fn check(sources: &Sources) -> Result<(Definitions, Catalogue, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (defs, wrong) = read::read(sources);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let (unfinished, wrong): (Vec<_>, Vec<_>) =
        lint::lint(&defs).into_iter().partition(|diagnostic| diagnostic.code == "unfinished");
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let catalogue = resolve::resolve(&defs, sources)?;
    let wrong = released::check(&defs, &catalogue, sources);
    if wrong.is_empty() { Ok((defs, catalogue, unfinished)) } else { Err(wrong) }
}

/// The two texts of something, still to be written.
fn to_write(key: &str, after: Option<&str>) -> [Edit; 2] {
    [("nl", unfinished::NL), ("en", unfinished::EN)].map(|(lang, text)| Edit::Text {
        lang,
        key: key.to_owned(),
        after: after.map(str::to_owned),
        text: text.to_owned(),
    })
}
