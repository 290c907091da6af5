//! The definitions as they were at a revision of git.
//!
//! It asks the program `git`, without a shell, and reads nothing else. A revision is a word of git, as in `HEAD~3`.

use std::fmt;
use std::path::Path;
use std::process::Command;

use skp_codegen::source::Sources;
use skp_messages::Lang;

/// Why the definitions of a revision cannot be read.
#[derive(Debug)]
pub enum RevisionError {
    /// There is no git, or it could not be started.
    NoGit(std::io::Error),
    /// git refused; its own words, the first line.
    Git(String),
    /// A file is not UTF-8.
    NotText,
    /// There are no definition files in that folder at that revision.
    Empty,
}

impl RevisionError {
    /// What went wrong, in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::NoGit(error) => {
                format!("{}: {error}", lang.pick("git kan niet worden gestart", "git cannot be started"))
            }
            Self::Git(words) => format!("git: {words}"),
            Self::NotText => lang.pick("een bestand is geen UTF-8", "a file is not UTF-8").to_owned(),
            Self::Empty => lang
                .pick(
                    "geen enkel .toml-bestand in die map bij die revisie",
                    "no .toml file in that folder at that revision",
                )
                .to_owned(),
        }
    }
}

impl fmt::Display for RevisionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for RevisionError {}

/// Reads the definition files below a folder, as they were at a revision. Frozen texts stay behind: they are no part of
/// what is compared.
///
/// # Errors
/// When git is not there, does not know the revision, or has no definition files there.
pub fn load(revision: &str, folder: &Path) -> Result<Sources, RevisionError> {
    let commit = git(folder, &["rev-parse", "--verify", "--end-of-options", &format!("{revision}^{{commit}}")])?;
    let commit = commit.trim();
    let listed = git(folder, &["ls-tree", "-r", "-z", "--name-only", commit, "."])?;
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| wanted(path)) {
        let text = git(folder, &["show", &format!("{commit}:./{path}")])?;
        let shown = if name.is_empty() { path.to_owned() } else { format!("{name}/{path}") };
        files.push((shown, text));
    }
    if files.is_empty() { Err(RevisionError::Empty) } else { Ok(Sources::new(files)) }
}

fn wanted(path: &str) -> bool {
    path.ends_with(".toml")
        && !path.ends_with("Cargo.toml")
        && !path.split('/').any(|part| part == "released" || part.starts_with('.'))
}

fn git(folder: &Path, arguments: &[&str]) -> Result<String, RevisionError> {
    let ran = Command::new("git").current_dir(folder).args(arguments).output().map_err(RevisionError::NoGit)?;
    if !ran.status.success() {
        let words = String::from_utf8_lossy(&ran.stderr);
        return Err(RevisionError::Git(words.lines().next().unwrap_or_default().to_owned()));
    }
    String::from_utf8(ran.stdout).map_err(|_| RevisionError::NotText)
}
