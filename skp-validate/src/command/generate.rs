//! `skp generate`: writes what is generated from the definitions, or checks that what is there is up to date.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use skp_codegen::catalogue::Catalogue;
use skp_codegen::diagnostic;
use skp_codegen::diff::{VerdictError, changelog};
use skp_codegen::emit::{self, Output};
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::terminal::count;
use walkdir::WalkDir;

use super::{Failure, definitions};

/// Generate schemas, diagrams and the changelog from the definitions that this program carries.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Write JSON Schemas, one for each message and release.
    JsonSchema(Arguments),
    /// Write XML Schemas, one for each release.
    Xsd(Arguments),
    /// Write diagrams of the conversations, Mermaid and SVG, two for each module and release.
    Diagrams(Arguments),
    /// Write the changelog of the standard in Dutch and English.
    Changelog(Arguments),
}

/// Where to write, and whether to.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Write nothing; fail when a file differs, is missing or should not be there.
    #[arg(long)]
    check: bool,
}

/// Writes or checks the files.
pub fn run(what: &What, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let (arguments, emit): (_, fn(&Catalogue) -> Result<Vec<Output>, VerdictError>) = match what {
        What::JsonSchema(arguments) => (arguments, |catalogue| Ok(emit::json_schema::emit(catalogue))),
        What::Xsd(arguments) => (arguments, |catalogue| Ok(emit::xsd::emit(catalogue))),
        What::Diagrams(arguments) => (arguments, |catalogue| Ok(emit::diagram::emit(catalogue))),
        What::Changelog(arguments) => (arguments, changelog::files),
    };
    let sources = definitions::embedded();
    let catalogue = skp_codegen::compile(&sources)
        .map_err(|wrong| Failure::Io(String::new(), io::Error::other(diagnostic::render(&wrong, &sources))))?;
    let outputs = emit(&catalogue).map_err(|error| Failure::Io(String::new(), io::Error::other(error)))?;
    let dir = arguments.out.as_path();
    let stale = match what {
        // Its two files have fixed names and stand among files that are written by hand.
        What::Changelog(_) => Vec::new(),
        _ => stale(&outputs, dir).map_err(Failure::at(dir.display()))?,
    };
    if arguments.check {
        return check(&outputs, &stale, dir, lang, out);
    }
    let written = skp_codegen::emit::write(&outputs, dir).map_err(Failure::at(dir.display()))?;
    for path in &stale {
        let text = lang.pick("hoort hier niet meer, verwijder het", "does not belong here any more, remove it");
        writeln!(io::stderr(), "{}: {text}", dir.join(path).display())?;
    }
    let kept = outputs.len().saturating_sub(written);
    match lang {
        Lang::Nl => writeln!(out, "{}: {written} geschreven, {kept} al goed.", files(&outputs, lang))?,
        Lang::En => writeln!(out, "{}: {written} written, {kept} right already.", files(&outputs, lang))?,
    }
    Ok(Verdict::Passed)
}

fn check(
    outputs: &[Output],
    stale: &[String],
    dir: &Path,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<Verdict, Failure> {
    let mut wrong = 0;
    let mut say = |path: &str, text: &str| {
        wrong += 1;
        writeln!(out, "{}: {text}", dir.join(path).display())
    };
    for output in outputs {
        match fs::read(dir.join(&output.path)) {
            Ok(text) if text == output.text.as_bytes() => {}
            Ok(_) => say(&output.path, lang.pick("wijkt af", "differs"))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                say(&output.path, lang.pick("ontbreekt", "is missing"))?;
            }
            Err(error) => return Err(Failure::Io(dir.join(&output.path).display().to_string(), error)),
        }
    }
    for path in stale {
        say(path, lang.pick("hoort hier niet meer", "does not belong here any more"))?;
    }
    match lang {
        Lang::Nl => writeln!(out, "{} vergeleken; {wrong} niet in orde.", files(outputs, lang))?,
        Lang::En => writeln!(out, "{} compared; {wrong} not in order.", files(outputs, lang))?,
    }
    Ok(if wrong == 0 { Verdict::Passed } else { Verdict::Findings })
}

fn files(outputs: &[Output], lang: Lang) -> String {
    count(outputs.len() as u64, lang, ["bestand", "bestanden"], ["file", "files"])
}

/// The files in the folder with an extension of ours that are not made any more.
fn stale(outputs: &[Output], dir: &Path) -> io::Result<Vec<String>> {
    let made: BTreeSet<&str> = outputs.iter().map(|output| output.path.as_str()).collect();
    let ours: BTreeSet<_> = outputs.iter().filter_map(|output| Path::new(&output.path).extension()).collect();
    let mut stale = Vec::new();
    if dir.is_dir() {
        for entry in WalkDir::new(dir).sort_by_file_name() {
            let entry = entry?;
            let path = entry.path().strip_prefix(dir).unwrap_or(entry.path());
            let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            let name = parts.join("/");
            if entry.file_type().is_file()
                && path.extension().is_some_and(|extension| ours.contains(extension))
                && !made.contains(name.as_str())
            {
                stale.push(name);
            }
        }
    }
    Ok(stale)
}
