//! Looking for the file of settings.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The name of the file.
pub const FILE_NAME: &str = ".skp.toml";

/// The largest file that is read.
const MOST: u64 = 1 << 20;

/// The nearest file of settings: in the folder, or in one above it.
#[must_use]
pub fn find(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|above| above.join(FILE_NAME)).find(|path| path.is_file())
}

/// The text of a file of settings, or of a baseline.
///
/// # Errors
/// When it cannot be read, is no UTF-8 or is larger than 1 MiB (a baseline: 64 MiB).
pub fn load(path: &Path) -> io::Result<String> {
    let most = if path.extension().is_some_and(|extension| extension == "toml") { MOST } else { MOST << 6 };
    let mut text = String::new();
    File::open(path)?.take(most + 1).read_to_string(&mut text)?;
    if text.len() as u64 > most {
        return Err(io::Error::new(io::ErrorKind::InvalidData, format!("> {} MiB", most >> 20)));
    }
    Ok(text)
}

/// Whether a file is in a folder or below it, links followed as far as they are there.
#[must_use]
pub fn stays_inside(folder: &Path, path: &Path) -> bool {
    let real = path.ancestors().find_map(|above| {
        let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        above.canonicalize().ok()
    });
    matches!((folder.canonicalize(), real), (Ok(folder), Some(real)) if real.starts_with(&folder))
}
