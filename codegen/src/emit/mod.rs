//! From the catalogue to files. One emitter per output; an emitter reads the catalogue and nothing else.
//!
//! The same catalogue gives the same bytes, today and on another machine: no dates, no paths, no order that
//! a hash decides.

pub mod code_lists;
pub mod csv_template;
pub mod definition_schema;
pub mod diagram;
mod json;
pub mod json_schema;
mod not_expressible;
pub mod openapi;
pub mod released;
pub mod rules;
pub mod rust;
mod select;
pub mod wsdl;
mod xml;
pub mod xsd;

pub use select::select;

use std::io;
use std::path::Path;

/// One file that an emitter made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Where it goes, relative to the output folder, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Writes files whose content differs from what is there, so that a build that changes nothing rebuilds
/// nothing. Gives how many were written.
///
/// # Errors
/// When a file or folder cannot be written.
pub fn write(outputs: &[Output], dir: &Path) -> io::Result<usize> {
    let mut written = 0;
    for output in outputs {
        written += usize::from(write_file(&dir.join(&output.path), output.text.as_bytes())?);
    }
    Ok(written)
}

/// Writes a file whose content differs from what is there, and the folders above it. Gives whether it was written.
///
/// # Errors
/// When the file or a folder cannot be written.
pub fn write_file(path: &Path, content: &[u8]) -> io::Result<bool> {
    if std::fs::read(path).is_ok_and(|old| old == content) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, content)?;
    Ok(true)
}
