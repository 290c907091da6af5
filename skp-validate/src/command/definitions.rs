//! `skp definitions`: checks the definition files themselves, for who changes the standard.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use skp_codegen::diagnostic;
use skp_codegen::source::Sources;
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::terminal::count;

use super::Failure;

/// Work with the definition files of the standard.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Check the definition files.
    Lint {
        /// Folder with the files; default: ./definitions when it is there, else those this program carries.
        dir: Option<PathBuf>,
    },
    Upgrades(super::upgrades::Arguments),
}

/// Does what was asked with the definitions.
pub fn run(what: &What, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    match what {
        What::Lint { dir } => lint(dir.as_deref(), lang, out),
        What::Upgrades(arguments) => super::upgrades::run(arguments, lang, out),
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
        let folder = dir.unwrap_or(near).display();
        return Err(Failure::Unknown(match lang {
            Lang::Nl => format!("geen enkel .toml-bestand in {folder}"),
            Lang::En => format!("no .toml file in {folder}"),
        }));
    }
    let diagnostics = skp_codegen::compile(&sources).err().unwrap_or_default();
    write!(out, "{}", diagnostic::render(&diagnostics, &sources))?;
    let (files, wrong) = (sources.files.len(), diagnostics.len());
    let from = dir.map_or_else(|| lang.pick("ingebouwd", "built in").to_owned(), |dir| dir.display().to_string());
    let files =
        count(files as u64, lang, ["definitiebestand", "definitiebestanden"], ["definition file", "definition files"]);
    let wrong = count(wrong as u64, lang, ["fout", "fouten"], ["error", "errors"]);
    writeln!(out, "{files} {} ({from}); {wrong}.", lang.pick("gecontroleerd", "checked"))?;
    Ok(if diagnostics.is_empty() { Verdict::Passed } else { Verdict::Findings })
}

/// The definitions that this program carries.
pub(super) fn embedded() -> Sources {
    Sources::new(skp_definitions::files().iter().copied())
}
