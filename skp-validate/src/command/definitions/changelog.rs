//! `skp definitions changelog`: what came with each release, from the lifetimes.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use skp_codegen::diff::Verdicts;
use skp_codegen::diff::changelog::{Language, markdown};
use skp_messages::Lang;
use skp_validate::Verdict;

use super::diff::{compiled, module_id};
use crate::command::Failure;

/// Show what changed with each release of the standard, as Markdown.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Only this module, by id or code.
    #[arg(value_name = "MODULE")]
    module: Option<String>,
    /// Folder with the definition files; default: ./definitions when it is there, else those this program carries.
    #[arg(long, value_name = "DIR")]
    definitions: Option<PathBuf>,
}

/// Writes the changelog.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let near = Path::new("definitions");
    let sources = match arguments.definitions.as_deref().or_else(|| near.is_dir().then_some(near)) {
        Some(folder) => super::load(Some(folder), lang)?.1,
        None => super::embedded(),
    };
    let catalogue = compiled(&sources, lang)?;
    let only = arguments.module.as_deref().map(|module| module_id(&catalogue, module, lang)).transpose()?;
    let language = match lang {
        Lang::Nl => Language::Nl,
        Lang::En => Language::En,
    };
    let wrong = |error: skp_codegen::diff::VerdictError| Failure::Io(String::new(), io::Error::other(error));
    let verdicts = Verdicts::standard().map_err(wrong)?;
    write!(out, "{}", markdown(&catalogue, only.as_deref(), language, &verdicts).map_err(wrong)?)?;
    Ok(Verdict::Passed)
}
