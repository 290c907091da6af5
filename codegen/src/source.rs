//! The definition files as text, and where a byte of them is.
//!
//! Nothing here knows TOML.

use std::path::Path;
use std::{fs, io};

/// A definition file.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Where it is, with `/` between folders: `definitions/types/adres.toml`.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl SourceFile {
    /// The folder it is in; empty when it is in none.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The line and the column of a byte, both from 1; the column counts characters.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset.min(self.text.len())).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        (line, column)
    }
}

/// The definition files; a `Span` names one by its number in this list.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The files, in the order of their paths.
    pub files: Vec<SourceFile>,
    /// The texts of releases that never change, `…/released/<module>/<number>.txt`; their numbers follow those of
    /// the files.
    pub released: Vec<SourceFile>,
}

/// The folder with the texts of releases.
const RELEASED: &str = "released";

impl Sources {
    /// Files from a list of path and text, in that order; what stands below a folder `released` is the text of a release.
    pub fn new<P: Into<String>, T: Into<String>>(files: impl IntoIterator<Item = (P, T)>) -> Self {
        let file = |(path, text): (P, T)| SourceFile { path: path.into(), text: text.into() };
        let in_released = |file: &SourceFile| file.folder().split('/').any(|folder| folder == RELEASED);
        let (released, files) = files.into_iter().map(file).partition(in_released);
        Self { files, released }
    }

    /// Reads every `.toml` file below a folder, and every `.txt` file below its folder `released`.
    ///
    /// The paths begin with the folder's own name, so they are the same on every machine.
    ///
    /// # Errors
    ///
    /// When a folder or a file cannot be read or is not UTF-8; the error names it.
    pub fn load(dir: &Path) -> io::Result<Self> {
        let (mut files, mut released) = (Vec::new(), Vec::new());
        let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        collect(dir, &name, "toml", &mut files)?;
        let below = dir.join(RELEASED);
        if below.is_dir() {
            let shown = if name.is_empty() { RELEASED.to_owned() } else { format!("{name}/{RELEASED}") };
            collect(&below, &shown, "txt", &mut released)?;
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        released.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { files, released })
    }

    /// The file with this number.
    #[must_use]
    pub fn file(&self, number: usize) -> Option<&SourceFile> {
        self.files.get(number).or_else(|| self.released.get(number.checked_sub(self.files.len())?))
    }
}

fn collect(dir: &Path, shown: &str, wanted: &str, files: &mut Vec<SourceFile>) -> io::Result<()> {
    let named = |error: io::Error, path: &Path| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    for entry in fs::read_dir(dir).map_err(|error| named(error, dir))? {
        let entry = entry.map_err(|error| named(error, dir))?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let inner = if shown.is_empty() { name.clone() } else { format!("{shown}/{name}") };
        if path.is_dir() {
            if name != RELEASED {
                collect(&path, &inner, wanted, files)?;
            }
        } else if path.extension().is_some_and(|extension| extension == wanted) && name != "Cargo.toml" {
            let text = fs::read_to_string(&path).map_err(|error| named(error, &path))?;
            files.push(SourceFile { path: inner, text });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let sources = Sources::new([("a/b.toml", "één = 1\r\ntwee = 2\n")]);
        let file = sources.file(0).unwrap();
        assert_eq!(file.folder(), "a");
        assert_eq!(file.line_column(0), (1, 1));
        assert_eq!(file.line_column("één".len()), (1, 4));
        assert_eq!(file.line_column("één = 1\r\n".len()), (2, 1));
        assert_eq!(file.line_column(1_000), (3, 1));
    }

    #[test]
    fn load_sorts_and_keeps_the_texts_of_releases_apart() {
        let dir = std::env::temp_dir().join(format!("skp-source-{}", std::process::id())).join("definitions");
        for (path, text) in [
            ("b/x.toml", "1"),
            ("a.toml", "2"),
            ("released/y.toml", "3"),
            ("b/notes.md", "4"),
            ("released/m/1.0.txt", "5"),
        ] {
            let path = dir.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let sources = Sources::load(&dir).unwrap();
        let paths: Vec<_> = sources.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["definitions/a.toml", "definitions/b/x.toml"]);
        let released: Vec<_> = sources.released.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(released, ["definitions/released/m/1.0.txt"]);
        assert_eq!(sources.file(2).map(|file| file.text.as_str()), Some("5"));
        assert!(sources.file(3).is_none());
        // The name of the folder itself means nothing.
        let other = dir.with_file_name("released");
        fs::rename(&dir, &other).unwrap();
        let sources = Sources::load(&other).unwrap();
        assert_eq!((sources.files.len(), sources.released.len()), (2, 1));
        fs::rename(&other, &dir).unwrap();
        fs::remove_dir_all(dir.parent().unwrap()).unwrap();
        let error = Sources::load(&dir).unwrap_err();
        assert!(error.to_string().contains("definitions"), "{error}");
    }
}
