//! `skp definitions`: the tools for who changes the standard. Each has a file below `definitions/`.

mod changelog;
mod diff;
mod fmt;
mod new;
mod release;
mod write;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use skp_codegen::diagnostic;
use skp_codegen::emit::definition_schema;
use skp_codegen::source::Sources;
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::terminal::{count, harmless};

use super::Failure;

/// Work with the definition files of the standard.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Check the definition files.
    Lint {
        /// Folder with the files; default: ./definitions when it is there, else those this program carries.
        dir: Option<PathBuf>,
    },
    Diff(diff::Arguments),
    Changelog(changelog::Arguments),
    Upgrades(super::upgrades::Arguments),
    Release(release::Arguments),
    Fmt(fmt::Arguments),
    #[command(subcommand)]
    New(new::What),
    /// Print the JSON Schema of the definition files, for editors that complete and check TOML.
    Schema,
}

/// Runs one of the tools.
pub fn run(what: &What, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    match what {
        What::Lint { dir } => lint(dir.as_deref(), lang, out),
        What::Diff(arguments) => diff::run(arguments, lang, out),
        What::Changelog(arguments) => changelog::run(arguments, lang, out),
        What::Upgrades(arguments) => super::upgrades::run(arguments, lang, out),
        What::Release(arguments) => release::run(arguments, lang, out),
        What::Fmt(arguments) => fmt::run(arguments, lang, out),
        What::New(what) => new::run(what, lang, out),
        What::Schema => {
            write!(out, "{}", definition_schema::emit())?;
            Ok(Verdict::Passed)
        }
    }
}

/// Checks the definitions.
fn lint(dir: Option<&Path>, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let near = Path::new("definitions");
    let dir = dir.or_else(|| near.is_dir().then_some(near));
    let sources = match dir {
        Some(dir) => Sources::load(dir)?,
        None => embedded(),
    };
    if sources.files.is_empty() {
        return Err(none(dir.unwrap_or(near), lang));
    }
    let diagnostics = skp_codegen::check(&sources);
    write!(out, "{}", diagnostic::render(&diagnostics, &sources))?;
    let (files, wrong) = (sources.files.len(), diagnostics.len());
    let from = dir.map_or_else(|| lang.pick("ingebouwd", "built in").to_owned(), |dir| dir.display().to_string());
    let files =
        count(files as u64, lang, ["definitiebestand", "definitiebestanden"], ["definition file", "definition files"]);
    let wrong = count(wrong as u64, lang, ["fout", "fouten"], ["error", "errors"]);
    let kept = sources.released.len() as u64;
    let kept =
        count(kept, lang, ["vastgelegde release", "vastgelegde releases"], ["frozen release", "frozen releases"]);
    let (and, checked) = (lang.pick("en", "and"), lang.pick("gecontroleerd", "checked"));
    writeln!(out, "{kept} {and} {files} {checked} ({}); {wrong}.", harmless(&from))?;
    Ok(if diagnostics.is_empty() { Verdict::Passed } else { Verdict::Findings })
}

/// The files in a folder; ./definitions when none is named. For the tools that write.
fn load(dir: Option<&Path>, lang: Lang) -> Result<(PathBuf, Sources), Failure> {
    let dir = dir.unwrap_or(Path::new("definitions"));
    if !dir.is_dir() {
        let folder = harmless(&dir.display().to_string());
        return Err(Failure::Unknown(match lang {
            Lang::Nl => format!("er is geen map {folder}"),
            Lang::En => format!("there is no folder {folder}"),
        }));
    }
    let sources = Sources::load(dir)?;
    if sources.files.is_empty() { Err(none(dir, lang)) } else { Ok((dir.to_owned(), sources)) }
}

/// Where a file of the list stands on disk: its path begins with the name of the folder, if that has one.
fn path_of(dir: &Path, path: &str) -> PathBuf {
    let below = if dir.file_name().is_some() { path.split_once('/').map_or(path, |(_, below)| below) } else { path };
    below.split('/').fold(dir.to_owned(), |at, part| at.join(part))
}

fn none(folder: &Path, lang: Lang) -> Failure {
    let folder = harmless(&folder.display().to_string());
    Failure::Unknown(match lang {
        Lang::Nl => format!("geen enkel .toml-bestand in {folder}"),
        Lang::En => format!("no .toml file in {folder}"),
    })
}

/// The definitions that this program carries.
pub(super) fn embedded() -> Sources {
    Sources::new(skp_definitions::files().iter().copied())
}
