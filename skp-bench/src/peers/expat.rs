//! The bare event loop of Expat, in C.

use std::path::Path;

use super::c_program::Program;

/// Compiles it in a folder.
///
/// # Errors
/// What to install.
pub fn compile(folder: &Path) -> Result<Program, String> {
    let source = include_str!("../../c/expat_events.c");
    Program::compile(folder, "expat_events", source, &["-lexpat".to_owned()], "libexpat1-dev", Vec::new())
}
