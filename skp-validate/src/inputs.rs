//! From the arguments of a command to the inputs they stand for: files, folders, patterns and standard input.
//!
//! Nothing here opens a file. An argument that stands for nothing is kept as [`Trouble`], so that it is told and counted
//! and never quietly passed over.

use std::collections::HashSet;
use std::fmt;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use walkdir::{DirEntry, WalkDir};

use crate::bulk::Kind;
use crate::{Trouble, TroubleKind};

/// Where the bytes of one message come from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Input {
    /// Standard input, given as `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Reads the bytes, and at most one more than `limit`: enough to see that it is too much.
    ///
    /// # Errors
    /// When the file or standard input cannot be read.
    pub fn read(&self, limit: usize) -> io::Result<Vec<u8>> {
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        match self {
            Self::Stdin => io::stdin().lock().take(most).read_to_end(&mut bytes)?,
            Self::File(path) => File::open(path)?.take(most).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("<stdin>"),
            Self::File(path) => write!(f, "{}", path.display()),
        }
    }
}

/// The inputs that arguments stand for, in the order of the arguments and each once.
///
/// A folder stands for every `.json` and `.xml` file in it and below it, sorted; a pattern (`*`, `?`, `[…]`, `**`) for every
/// file it matches, sorted. Hidden files and folders are passed over unless they are named.
#[must_use]
pub fn collect(arguments: &[String]) -> Vec<Result<Input, Trouble>> {
    collect_of(arguments, &["json", "xml"])
}

/// The inputs as [`collect`] finds them, where a folder stands for every file whose name says that it holds messages, one
/// or many, packed or not: what [`Bulk`](crate::bulk::Bulk) reads.
#[must_use]
pub fn collect_all(arguments: &[String]) -> Vec<Result<Input, Trouble>> {
    let named = |path: &Path| Kind::of_name(&path.to_string_lossy()).holds_messages();
    collect_where(arguments, &named)
}

/// The inputs as [`collect`] finds them, where a folder stands for the files with one of these extensions.
#[must_use]
pub fn collect_of(arguments: &[String], extensions: &[&str]) -> Vec<Result<Input, Trouble>> {
    collect_where(arguments, &|path| has_extension(path, extensions))
}

fn collect_where(arguments: &[String], wanted: &dyn Fn(&Path) -> bool) -> Vec<Result<Input, Trouble>> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for argument in arguments {
        let path = Path::new(argument);
        let before = found.len();
        let mut add = |item: Result<Input, Trouble>| match item {
            // One argument stands for nothing twice, and a large folder is not to be held twice.
            Ok(input) if arguments.len() > 1 && !seen.insert(input.clone()) => found.push(None),
            item => found.push(Some(item)),
        };
        if argument == "-" {
            add(Ok(Input::Stdin));
        } else if path.is_dir() {
            walk(path, wanted, &mut add);
        } else if path.exists() {
            add(Ok(Input::File(path.to_owned())));
        } else if argument.contains(['*', '?', '[']) {
            match matcher(argument) {
                Ok(glob) => {
                    walk(&fixed_part(path), |path| glob.is_match(path.strip_prefix("./").unwrap_or(path)), &mut add)
                }
                Err(why) => add(Err(Trouble::new(argument, TroubleKind::BadPattern(why)))),
            }
        } else {
            add(Err(Trouble::new(argument, TroubleKind::NotFound)));
        }
        if found.len() == before {
            found.push(Some(Err(Trouble::new(argument, TroubleKind::NothingMatched))));
        }
    }
    found.into_iter().flatten().collect()
}

/// How many bytes the inputs have together, packed as they are; `None` when that cannot be known, as of standard input.
#[must_use]
pub fn size(found: &[Result<Input, Trouble>]) -> Option<u64> {
    let sizes = found.iter().flatten().map(|input| match input {
        Input::Stdin => None,
        Input::File(path) => path.metadata().ok().filter(Metadata::is_file).map(|metadata| metadata.len()),
    });
    sizes.sum()
}

/// Takes the files out that are no messages but belong to the run itself, such as its reports, and says which those were.
#[must_use]
pub fn leave_out(found: Vec<Result<Input, Trouble>>, own: &[PathBuf]) -> (Vec<Result<Input, Trouble>>, Vec<PathBuf>) {
    let mut left_out = Vec::new();
    let is_own = |path: &Path| {
        own.iter().filter(|own| own.file_name() == path.file_name()).any(|own| {
            own == path || matches!((own.canonicalize(), path.canonicalize()), (Ok(one), Ok(other)) if one == other)
        })
    };
    let keep = |item: &Result<Input, Trouble>| match item {
        Ok(Input::File(path)) if is_own(path) => {
            left_out.push(path.clone());
            false
        }
        _ => true,
    };
    (found.into_iter().filter(keep).collect(), left_out)
}

/// Adds the wanted files in and below a folder, in sorted order.
fn walk(folder: &Path, wanted: impl Fn(&Path) -> bool, add: &mut impl FnMut(Result<Input, Trouble>)) {
    if !folder.exists() {
        return;
    }
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    for entry in entries.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && wanted(entry.path()) => {
                let path = entry.path();
                add(Ok(Input::File(path.strip_prefix("./").unwrap_or(path).to_owned())));
            }
            Ok(_) => {}
            Err(error) => {
                let name = error.path().unwrap_or(folder).display().to_string();
                // The path stands before it already.
                let text = error.to_string();
                let error = error.into_io_error().unwrap_or_else(|| io::Error::other(text));
                add(Err(Trouble::new(name, TroubleKind::Io(error))));
            }
        }
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|extension| extensions.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

fn matcher(pattern: &str) -> Result<GlobMatcher, String> {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    match GlobBuilder::new(pattern).literal_separator(true).build() {
        Ok(glob) => Ok(glob.compile_matcher()),
        Err(error) => Err(error.kind().to_string()),
    }
}

/// The folder a pattern starts from: its components before the first that has a wildcard.
fn fixed_part(pattern: &Path) -> PathBuf {
    let fixed: PathBuf =
        pattern.components().take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '['])).collect();
    if fixed.as_os_str().is_empty() { PathBuf::from(".") } else { fixed }
}

#[cfg(test)]
#[path = "inputs_tests.rs"]
mod tests;
