//! Generates the types from the definitions. A vendor needs no other tool for it.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use skp_codegen::source::Sources;
use skp_codegen::{diagnostic, emit};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let sources = Sources::new(skp_definitions::files().iter().copied());
    let catalogue = match skp_codegen::compile(&sources) {
        Ok(catalogue) => catalogue,
        Err(diagnostics) => {
            // As lines: what `main` returns is shown as one quoted string.
            eprintln!("{}", diagnostic::render(&diagnostics, &sources));
            return Ok(ExitCode::FAILURE);
        }
    };
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    emit::write(&emit::rust::emit(&catalogue, &sources), &out)?;
    if std::env::var_os("CARGO_FEATURE_SCHEMARS").is_some() {
        emit::write(&emit::json_schema::types(&catalogue), &out)?;
    }
    // The definitions come with a crate, so Cargo rebuilds this script when they change.
    println!("cargo::rerun-if-changed=build.rs");
    Ok(ExitCode::SUCCESS)
}
