//! A file that is there whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that is written beside its place and put there at the end, so that nobody ever reads half of it. What is no
/// regular file, such as a pipe, is written to directly.
#[derive(Debug)]
pub struct WholeFile {
    path: PathBuf,
    /// Where it is written meanwhile and where it goes; `None` when it is written directly or in place already.
    moving: Option<(PathBuf, PathBuf)>,
    file: File,
}

impl WholeFile {
    /// Begins a file. Folders on the way to it are made.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn create(path: &Path) -> io::Result<Self> {
        if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            let file = OpenOptions::new().write(true).open(path)?;
            return Ok(Self { path: path.to_owned(), moving: None, file });
        }
        // A link stays a link, to what is written now.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if place.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let name = place.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        for number in 0..100 {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(format!(".{}-{number}.tmp", std::process::id()));
            let beside = folder.join(hidden);
            match OpenOptions::new().write(true).create_new(true).open(&beside) {
                Ok(file) => return Ok(Self { path: path.to_owned(), moving: Some((beside, place)), file }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The file as it was named.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// When it cannot be put there; what was there before is still there then.
    pub fn keep(mut self) -> io::Result<()> {
        self.file.flush()?;
        if let Some((beside, place)) = self.moving.take() {
            self.file.sync_all()?;
            fs::rename(&beside, place).inspect_err(|_| {
                let _ = fs::remove_file(&beside);
            })?;
        }
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if let Some((beside, _)) = self.moving.take() {
            let _ = fs::remove_file(beside);
        }
    }
}
