//! `skp generate`: writes what is generated from the definitions, or checks that what is there is up to date.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use skp_codegen::catalogue::Catalogue;
use skp_codegen::diagnostic;
use skp_codegen::emit::{self, Output};
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::terminal::{count, harmless};
use walkdir::WalkDir;

use super::{Failure, definitions};

/// Generate schemas, services, diagrams, rules, code lists and the changelog from the definitions that this program carries.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Write JSON Schemas, one for each message and release.
    JsonSchema(Arguments),
    /// Write XML Schemas, one for each release.
    Xsd(Arguments),
    /// Write diagrams of the conversations, Mermaid and SVG, two for each module and release.
    Diagrams(Arguments),
    /// Write WSDL, one for each release: SOAP 1.1, document/literal.
    Wsdl(Arguments),
    /// Write OpenAPI 3.1, one for each release: the REST interface.
    Openapi(Arguments),
    /// Write the rules as JSON: conditions in CEL, severities and texts, for each release.
    Rules(Arguments),
    /// Write the code lists as JSON and CSV, for each release.
    CodeLists(Arguments),
    /// Write the files of the portal, empty: the header row of each layout, and a table of its columns.
    CsvTemplate(Arguments),
    /// Write a zip of everything for each release, with a manifest and checksums.
    Bundle(Arguments),
    /// Write the changelog of the standard in Dutch and English.
    Changelog(Arguments),
}

/// Makes the files of all releases.
type Emit = fn(&Catalogue) -> Vec<Output>;

/// Files with their paths.
type Files = Vec<(String, Vec<u8>)>;

/// Where to write, and whether to.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Write nothing; fail when a file differs, is missing or should not be there.
    #[arg(long)]
    check: bool,
    /// Only this module, for example schuldregeling.
    #[arg(long, value_name = "MODULE")]
    module: Option<String>,
    /// Only this release, for example 2.0.
    #[arg(long, value_name = "RELEASE")]
    release: Option<String>,
}

/// Writes or checks the files.
pub fn run(what: &What, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let (arguments, emit): (_, Emit) = match what {
        What::JsonSchema(arguments) => (arguments, emit::json_schema::emit),
        What::Xsd(arguments) => (arguments, emit::xsd::emit),
        What::Diagrams(arguments) => (arguments, emit::diagram::emit),
        What::Wsdl(arguments) => (arguments, emit::wsdl::emit),
        What::Openapi(arguments) => (arguments, emit::openapi::emit),
        What::Rules(arguments) => (arguments, emit::rules::emit),
        What::CodeLists(arguments) => (arguments, emit::code_lists::emit),
        What::CsvTemplate(arguments) => (arguments, emit::csv_template::emit),
        What::Changelog(arguments) => return changelog(arguments, lang, out),
        What::Bundle(arguments) => return bundle(arguments, lang, out),
    };
    let catalogue = catalogue()?;
    let (module, release) = (arguments.module.as_deref(), arguments.release.as_deref());
    let outputs = emit::select(&catalogue, emit(&catalogue), module, release).ok_or_else(|| unknown(lang))?;
    let files = outputs.into_iter().map(|output| (output.path, output.text.into_bytes())).collect();
    // What was not asked for is not stale.
    finish(files, module.is_none() && release.is_none(), arguments, lang, out)
}

/// Writes or checks the changelog, which is one for all modules.
fn changelog(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let files = skp_codegen::diff::changelog::files(&catalogue()?)
        .map_err(|error| Failure::Io(String::new(), io::Error::other(error)))?;
    // Its two files stand among files that are written by hand.
    finish(files.into_iter().map(|file| (file.path, file.text.into_bytes())).collect(), false, arguments, lang, out)
}

/// Writes or checks the bundles.
fn bundle(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let (module, release) = (arguments.module.as_deref(), arguments.release.as_deref());
    let bundles = skp_validate::bundle::bundles(&catalogue()?, module, release)?.ok_or_else(|| unknown(lang))?;
    finish(
        bundles.into_iter().map(|bundle| (bundle.path, bundle.bytes)).collect(),
        module.is_none() && release.is_none(),
        arguments,
        lang,
        out,
    )
}

fn catalogue() -> Result<Catalogue, Failure> {
    let sources = definitions::embedded();
    skp_codegen::compile(&sources)
        .map_err(|wrong| Failure::Io(String::new(), io::Error::other(diagnostic::render(&wrong, &sources))))
}

fn unknown(lang: Lang) -> Failure {
    Failure::Unknown(lang.pick("geen module of release van deze naam", "no module or release of this name").to_owned())
}

/// Writes or checks files; when they are all that belongs in the folder, others of their kind there are stale.
fn finish(files: Files, all: bool, arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let dir = arguments.out.as_path();
    let stale = if all { stale(&files, dir).map_err(Failure::at(dir.display()))? } else { Vec::new() };
    if arguments.check {
        return check(&files, &stale, dir, lang, out);
    }
    let mut written = 0;
    for (path, content) in &files {
        let path = dir.join(path);
        written += usize::from(emit::write_file(&path, content).map_err(Failure::at(path.display()))?);
    }
    for path in &stale {
        let text = lang.pick("hoort hier niet meer, verwijder het", "does not belong here any more, remove it");
        writeln!(io::stderr(), "{}: {text}", harmless(&dir.join(path).display().to_string()))?;
    }
    let kept = files.len().saturating_sub(written);
    let made = counted(&files, lang);
    match lang {
        Lang::Nl => writeln!(out, "{made}: {written} geschreven, {kept} al goed.")?,
        Lang::En => writeln!(out, "{made}: {written} written, {kept} right already.")?,
    }
    Ok(Verdict::Passed)
}

fn check(
    files: &[(String, Vec<u8>)],
    stale: &[String],
    dir: &Path,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<Verdict, Failure> {
    let mut wrong = 0;
    let mut say = |path: &str, text: &str| {
        wrong += 1;
        writeln!(out, "{}: {text}", harmless(&dir.join(path).display().to_string()))
    };
    for (path, content) in files {
        match fs::read(dir.join(path)) {
            Ok(found) if found == *content => {}
            Ok(_) => say(path, lang.pick("wijkt af", "differs"))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                say(path, lang.pick("ontbreekt", "is missing"))?;
            }
            Err(error) => return Err(Failure::Io(dir.join(path).display().to_string(), error)),
        }
    }
    for path in stale {
        say(path, lang.pick("hoort hier niet meer", "does not belong here any more"))?;
    }
    match lang {
        Lang::Nl => writeln!(out, "{} vergeleken; {wrong} niet in orde.", counted(files, lang))?,
        Lang::En => writeln!(out, "{} compared; {wrong} not in order.", counted(files, lang))?,
    }
    Ok(if wrong == 0 { Verdict::Passed } else { Verdict::Findings })
}

fn counted(files: &[(String, Vec<u8>)], lang: Lang) -> String {
    count(files.len() as u64, lang, ["bestand", "bestanden"], ["file", "files"])
}

/// The files in the folder with an extension of ours that are not made any more.
fn stale(files: &[(String, Vec<u8>)], dir: &Path) -> io::Result<Vec<String>> {
    let made: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    let ours: BTreeSet<_> = files.iter().filter_map(|(path, _)| Path::new(path).extension()).collect();
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
