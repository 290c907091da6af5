//! Disagreements as files: the documents, and what was said of them.

use std::fs;
use std::path::{Path, PathBuf};

use super::corpus::Case;

/// No more disagreements are kept as files; each is printed.
const MOST: usize = 500;

/// A folder for disagreements.
#[derive(Debug)]
pub struct Keep {
    folder: PathBuf,
    kept: usize,
}

impl Keep {
    /// An empty folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(folder: &Path) -> Result<Self, String> {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        Ok(Self { folder: folder.to_owned(), kept: 0 })
    }

    /// Prints a disagreement and keeps it.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn add(&mut self, case: &Case, what: &[String]) -> Result<(), String> {
        let text = format!("{} | {} | {}\n", case.name, case.mutation, what.join(" | "));
        print!("{text}");
        if self.kept >= MOST {
            return Ok(());
        }
        self.kept += 1;
        let write = |extension: &str, bytes: &[u8]| {
            let path = self.folder.join(format!("{:04}.{extension}", self.kept));
            fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
        };
        fs::create_dir_all(&self.folder).map_err(|error| format!("{}: {error}", self.folder.display()))?;
        write("txt", text.as_bytes())?;
        case.json.iter().try_for_each(|json| write("json", json))?;
        case.xml.iter().try_for_each(|xml| write("xml", xml))
    }
}
