//! Samples for a new rule: a valid message of each format, to be broken in one place.

use std::fs;
use std::path::{Path, PathBuf};

use skp_codegen::scaffold::Made;
use skp_messages::Options;
use walkdir::WalkDir;

use super::Failure;

/// The samples that break a new rule, not yet broken: copies of a valid message that the rule is on. None when no
/// valid sample has the message, or when the rule is on a composite, which may be in any.
pub(super) fn of(examples: &Path, made: &Made) -> Result<Vec<(PathBuf, String)>, Failure> {
    let Some(id) = made.files.first().and_then(|file| message(&file.text)) else { return Ok(Vec::new()) };
    // The folder of the file is that of its module.
    let module = made.files.first().and_then(|file| file.path.rsplit('/').nth(1)).unwrap_or_default().to_owned();
    let Some(stem) = valid(&examples.join("messages").join(&module), &id) else { return Ok(Vec::new()) };
    let release = stem.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let mut copies = Vec::new();
    for extension in ["json", "xml"] {
        let from = stem.with_extension(extension);
        if from.is_file() {
            let text = fs::read_to_string(&from).map_err(Failure::at(from.display()))?;
            let text = match (&release, &made.since) {
                (Some(from), Some(to)) => in_release(&text, &module, from, to),
                _ => text,
            };
            copies.push((examples.join("invalid").join(format!("{}-vul-aan.{extension}", made.what)), text));
        }
    }
    Ok(copies)
}

/// A message as one of another release, wherever it names its release.
fn in_release(text: &str, module: &str, from: &str, to: &str) -> String {
    let ways = [
        (format!("\"{module}/{from}/"), format!("\"{module}/{to}/")),
        (format!("urn:x-skp:{module}:{from}"), format!("urn:x-skp:{module}:{to}")),
        (format!("\"release\": \"{from}\""), format!("\"release\": \"{to}\"")),
        (format!("<Release>{from}</Release>"), format!("<Release>{to}</Release>")),
    ];
    ways.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The id of the message that a definition file is about.
fn message(text: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with("message "))?;
    line.split('"').nth(1).map(str::to_owned)
}

/// A valid sample of a message, of the newest release that has one; one called "minimaal" goes first, because a small
/// message breaks in one place only.
fn valid(folder: &Path, id: &str) -> Option<PathBuf> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let samples =
        files.map(walkdir::DirEntry::into_path).filter(|path| path.extension().is_some_and(|ext| ext == "xml"));
    let fits = |path: &PathBuf| {
        let report = fs::read(path).map(|bytes| skp_messages::validate(&bytes, &Options::default()));
        report.is_ok_and(|report| report.is_valid() && report.message().is_some_and(|message| message.id == id))
    };
    let found: Vec<PathBuf> = samples.filter(fits).collect();
    let release = found.last()?.parent()?.to_owned();
    let newest: Vec<&PathBuf> = found.iter().filter(|path| path.parent() == Some(&release)).collect();
    let small = newest.iter().find(|path| path.to_string_lossy().contains("minimaal"));
    small.or(newest.first()).map(|path| path.with_extension(""))
}
