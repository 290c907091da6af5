//! Samples for a rule that is new: copies of a valid message, to be broken in one place.
//!
//! It reads samples and writes nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use skp_messages::Options;
use walkdir::WalkDir;

/// A rule that needs samples.
#[derive(Debug, Clone, Copy)]
pub struct NewRule<'r> {
    /// Its id.
    pub id: &'r str,
    /// The id of the module, which is also the folder of its samples.
    pub module: &'r str,
    /// The id of the message it is on.
    pub message: &'r str,
    /// The release from which on it holds, when no earlier one has it.
    pub since: Option<&'r str>,
}

/// For each format the name of a sample and its text: a valid message of the newest release that has a sample, named
/// as one of the release in which the rule begins. Empty when there is no valid sample of the message.
///
/// `valid` is the folder of valid samples, with a folder for each module and release.
///
/// # Errors
/// When a sample cannot be read; the error names it.
pub fn of(valid: &Path, rule: NewRule<'_>) -> io::Result<Vec<(String, String)>> {
    let Some((release, stem)) = sample(&valid.join(rule.module), rule.message) else { return Ok(Vec::new()) };
    let mut copies = Vec::new();
    for extension in ["json", "xml"] {
        let from = stem.with_extension(extension);
        if from.is_file() {
            let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", from.display()));
            let text = fs::read_to_string(&from).map_err(named)?;
            let text = rule.since.map_or_else(|| text.clone(), |to| in_release(&text, rule.module, &release, to));
            copies.push((format!("{}-vul-aan.{extension}", rule.id), text));
        }
    }
    Ok(copies)
}

/// The path without extension of a valid sample, and its release. One called "minimaal" goes first: a small message
/// breaks in one place only.
fn sample(folder: &Path, id: &str) -> Option<(String, PathBuf)> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = files.map(walkdir::DirEntry::into_path);
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    for path in paths.filter(|path| path.extension().is_some_and(|extension| extension == "xml")) {
        let report = fs::read(&path).map(|bytes| skp_messages::validate(&bytes, &Options::default()));
        let Ok(report) = report else { continue };
        let message = report.message().filter(|message| report.is_valid() && message.id == id);
        found.extend(message.map(|message| (message.release.number.to_owned(), path)));
    }
    let number = |text: &str| text.split('.').map(|part| part.parse::<u32>().unwrap_or(0)).collect::<Vec<_>>();
    let newest = found.iter().map(|(release, _)| number(release)).max()?;
    found.retain(|(release, _)| number(release) == newest);
    let small = found.iter().position(|(_, path)| path.to_string_lossy().contains("minimaal")).unwrap_or(0);
    let (release, path) = found.into_iter().nth(small)?;
    Some((release, path.with_extension("")))
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

#[cfg(test)]
mod tests {
    use super::*;

    const VALID: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/messages");

    #[test]
    fn a_small_sample_of_the_newest_release_is_named_as_the_first_release_of_the_rule() {
        let rule =
            NewRule { id: "SR-GM-002", module: "schuldregeling", message: "GeenMedewerking", since: Some("4.0") };
        let copies = of(Path::new(VALID), rule).unwrap();
        let names: Vec<&str> = copies.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["SR-GM-002-vul-aan.json", "SR-GM-002-vul-aan.xml"]);
        for (name, text) in &copies {
            assert!(text.contains("4.0") && !text.contains("3.0"), "{name}: {text}");
        }
    }

    #[test]
    fn a_message_without_a_sample_gives_none() {
        let rule = NewRule { id: "SR-X-001", module: "schuldregeling", message: "Nieuw", since: None };
        assert!(of(Path::new(VALID), rule).unwrap().is_empty());
        assert!(of(Path::new("no/such/folder"), rule).unwrap().is_empty());
    }
}
