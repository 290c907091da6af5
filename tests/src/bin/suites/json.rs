//! The cases of JSONTestSuite: files whose names say whether they are JSON.

use std::fs;
use std::path::Path;

use crate::case::{Case, Want};

/// The cases of a folder, in order of their names.
///
/// # Errors
/// When a file cannot be read, or its name does not tell what is asked.
pub fn cases(folder: &Path) -> Result<Vec<Case>, String> {
    let trouble = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (want, group) = match name.get(..2) {
            Some("y_") => (Want::Accepted, "json y_"),
            Some("n_") => (Want::Refused, "json n_"),
            Some("i_") => (Want::Either, "json i_"),
            _ => return Err(format!("{name}: neither y_, n_ nor i_")),
        };
        let bytes = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
        cases.push(Case { id: format!("json {name}"), group: group.to_owned(), bytes, want });
    }
    cases.sort_by(|one, other| one.id.cmp(&other.id));
    if cases.is_empty() { Err(format!("{}: no cases", folder.display())) } else { Ok(cases) }
}
