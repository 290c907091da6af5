//! `skp definitions diff`: what changed between two releases, folders or revisions, and what that means.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use skp_codegen::catalogue::Catalogue;
use skp_codegen::diagnostic;
use skp_codegen::diff::{ReleaseDiff, Side, Verdicts, catalogues, releases};
use skp_codegen::source::Sources;
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::changes::{Changes, Form, revision};
use skp_validate::terminal::{harmless, short};

use crate::command::Failure;

/// Show what changed, for whom it breaks, and which step of the release number it requires.
///
/// A and B are each a release (schuldregeling@1.1, SR@2.0), a folder with definition files, or a revision of git
/// (git:HEAD~3).
#[derive(Debug, Args)]
pub struct Arguments {
    /// The older side.
    #[arg(value_name = "A")]
    old: String,
    /// The newer side; default: the definitions in --definitions.
    #[arg(value_name = "B")]
    new: Option<String>,
    /// Folder with the definition files of releases and revisions; default: ./definitions when it is there, else those this program carries.
    #[arg(long, value_name = "DIR")]
    definitions: Option<PathBuf>,
    /// Only this module, by id or code.
    #[arg(long, value_name = "MODULE")]
    module: Option<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Also show changes in words only: texts, provenance, headings.
    #[arg(long)]
    words: bool,
    /// Fail when a release number takes a smaller step than the changes require (exit code 1).
    #[arg(long)]
    check: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal.
    Text,
    /// Tables in Markdown.
    Md,
    /// One page that needs nothing else.
    Html,
    /// One JSON document.
    Json,
    /// A line for each change.
    Csv,
    /// The tables of the newer side, each row marked N, T or -.
    Handbook,
}

impl From<Format> for Form {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Md => Self::Markdown,
            Format::Html => Self::Html,
            Format::Json => Self::Json,
            Format::Csv => Self::Csv,
            Format::Handbook => Self::Handbook,
        }
    }
}

/// Shows the differences; with `--check` judges the release numbers.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let wrong_table = |error: skp_codegen::diff::VerdictError| Failure::Io(String::new(), io::Error::other(error));
    let verdicts = Verdicts::standard().map_err(wrong_table)?;
    let (newer, diffs) = match (release_of(&arguments.old), arguments.new.as_deref().and_then(release_of)) {
        (Some(old), Some(new)) => {
            let here = here(arguments, lang)?;
            let (old, new) = (side(&here, old, lang)?, side(&here, new, lang)?);
            let diff = releases(old, new, &verdicts).map_err(wrong_table)?;
            (here, vec![diff])
        }
        (None, None) => {
            let old = state(&arguments.old, arguments, lang)?;
            let new = match &arguments.new {
                Some(new) => state(new, arguments, lang)?,
                None => here(arguments, lang)?,
            };
            let only = arguments.module.as_deref().map(|module| module_id(&new, module, lang)).transpose()?;
            let diffs = catalogues(&old, &new, only.as_deref(), &verdicts).map_err(wrong_table)?;
            (new, diffs)
        }
        _ => {
            return Err(Failure::Usage(
                lang.pick(
                    "vergelijk twee releases (SR@1.1 SR@2.0), of twee mappen of revisies",
                    "compare two releases (SR@1.1 SR@2.0), or two folders or revisions",
                )
                .to_owned(),
            ));
        }
    };
    let changes = Changes { diffs: &diffs, newer: &newer, lang, words: arguments.words };
    changes.write(arguments.format.into(), out)?;
    if !arguments.check {
        return Ok(Verdict::Passed);
    }
    let small: Vec<&ReleaseDiff> = diffs.iter().filter(|diff| diff.is_too_small()).collect();
    for diff in &small {
        let numbers = [diff.old, diff.new].map(|number| number.map(|number| number.to_string()).unwrap_or_default());
        let [old, new] = numbers;
        let required = diff.required.word();
        let what = lang.pick("vraagt een grotere stap", "requires a larger step");
        writeln!(io::stderr(), "{} {old} → {new}: {what} ({required}):", diff.module)?;
        for one in diff.too_large() {
            let title = lang.pick(&one.row.title.nl, &one.row.title.en);
            writeln!(io::stderr(), "  {}: {title} ({})", harmless(&one.change.place.path()), one.row.bump.word())?;
        }
    }
    Ok(if small.is_empty() { Verdict::Passed } else { Verdict::Findings })
}

/// `SR@2.0` as module and number.
fn release_of(text: &str) -> Option<(&str, &str)> {
    text.split_once('@').filter(|_| !text.starts_with("git:"))
}

/// The definitions that releases are looked up in.
pub(super) fn here(arguments: &Arguments, lang: Lang) -> Result<Catalogue, Failure> {
    let near = Path::new("definitions");
    match arguments.definitions.as_deref().or_else(|| near.is_dir().then_some(near)) {
        Some(folder) => folder_of(folder, lang),
        None => compiled(&super::embedded(), lang),
    }
}

/// A folder, or a revision of git.
fn state(text: &str, arguments: &Arguments, lang: Lang) -> Result<Catalogue, Failure> {
    let Some(revision) = text.strip_prefix("git:") else { return folder_of(Path::new(text), lang) };
    let folder = arguments.definitions.as_deref().unwrap_or(Path::new("definitions"));
    let sources = revision::load(revision, folder)
        .map_err(|error| Failure::Unknown(format!("{}: {}", short(text), error.text(lang))))?;
    compiled(&sources, lang)
}

fn folder_of(folder: &Path, lang: Lang) -> Result<Catalogue, Failure> {
    let (_, mut sources) = super::load(Some(folder), lang)?;
    // A difference with a frozen text is what somebody wants to see here.
    sources.released.clear();
    compiled(&sources, lang)
}

pub(super) fn compiled(sources: &Sources, lang: Lang) -> Result<Catalogue, Failure> {
    skp_codegen::compile(sources).map_err(|wrong| {
        let what = lang.pick("fouten in de definities", "mistakes in the definitions");
        Failure::Unknown(format!("{what}\n{}", diagnostic::render(&wrong, sources).trim_end()))
    })
}

/// The id of the module of this id or code.
pub(super) fn module_id(catalogue: &Catalogue, name: &str, lang: Lang) -> Result<String, Failure> {
    let named = |module: &&skp_codegen::catalogue::Module| {
        module.id.eq_ignore_ascii_case(name) || module.code.eq_ignore_ascii_case(name)
    };
    let known: Vec<&str> = catalogue.modules.iter().map(|module| module.id.as_str()).collect();
    let found = catalogue.modules.iter().find(named).map(|module| module.id.clone());
    found.ok_or_else(|| {
        let (name, known) = (short(name), known.join(", "));
        Failure::Unknown(match lang {
            Lang::Nl => format!("er is geen module {name}; kies uit {known}"),
            Lang::En => format!("there is no module {name}; choose from {known}"),
        })
    })
}

fn side<'c>(catalogue: &'c Catalogue, (module, number): (&str, &str), lang: Lang) -> Result<Side<'c>, Failure> {
    let id = module_id(catalogue, module, lang)?;
    let module = catalogue.modules.iter().position(|one| one.id == id).unwrap_or_default();
    let releases = catalogue.modules.get(module).map(|module| module.releases.as_slice()).unwrap_or_default();
    let release = releases.iter().position(|release| release.number.to_string() == number).ok_or_else(|| {
        let known: Vec<String> = releases.iter().map(|release| release.number.to_string()).collect();
        let (number, known) = (short(number), known.join(", "));
        Failure::Unknown(match lang {
            Lang::Nl => format!("{id} heeft geen release {number}; kies uit {known}"),
            Lang::En => format!("{id} has no release {number}; choose from {known}"),
        })
    })?;
    Ok(Side { catalogue, module, release })
}
