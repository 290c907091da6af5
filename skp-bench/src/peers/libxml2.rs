//! libxml2 with the generated XML Schema, in C: a tree, and the schema over it.

use std::fs;
use std::path::Path;

use super::c_program::Program;

/// Compiles it in a folder, for a schema.
///
/// # Errors
/// What to install.
pub fn compile(folder: &Path, xsd: &str) -> Result<Program, String> {
    let schema = folder.join("release.xsd");
    fs::write(&schema, xsd).map_err(|error| error.to_string())?;
    let source = include_str!("../../c/libxml2_xsd.c");
    let flags = Program::flags("xml2-config", &["-I/usr/include/libxml2", "-lxml2"]);
    Program::compile(folder, "libxml2_xsd", source, &flags, "libxml2-dev", vec![schema])
}
