//! What reading and writing ask of memory.
//!
//! Counting takes an allocator of its own, which would slow down whoever allocates. So a second program counts,
//! `skp-bench-memory`; here it is built, started and read.

use std::path::PathBuf;
use std::process::Command;

use serde::{Deserialize, Serialize};

/// What one message cost one contender.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// The measure.
    pub measure: String,
    /// The input.
    pub input: String,
    /// The contender.
    pub contender: String,
    /// Bytes of the message.
    pub bytes: usize,
    /// How often memory was asked for.
    pub allocations: u64,
    /// The most bytes held at one time, what was made included.
    pub peak: u64,
}

/// The measures of which memory is counted.
pub const COUNTED: [&str; 4] = ["xml-read", "json-read", "xml-write", "json-write"];

/// Builds the program that counts, beside this one, and runs it.
///
/// # Errors
/// Why there is no count: there is no cargo, or it failed.
pub fn count() -> Result<Vec<Memory>, String> {
    const PROGRAM: &str = "skp-bench-memory";
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    let folder = here.parent().ok_or("this program lies in no folder")?;
    let target = folder.parent().ok_or("this program lies in no target folder")?;
    let profile = match folder.file_name().and_then(|name| name.to_str()) {
        Some("debug") => "dev",
        Some(name) => name,
        None => "release",
    };
    let mut build = Command::new(cargo());
    build.args(["build", "--quiet", "--package", "skp-bench", "--bin", PROGRAM, "--profile", profile]);
    build.arg("--manifest-path").arg(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"));
    build.arg("--target-dir").arg(target);
    let built = build.status().map_err(|error| format!("cargo: {error}"))?;
    if !built.success() {
        return Err(format!("cargo cannot build {PROGRAM}"));
    }
    let output = Command::new(folder.join(PROGRAM)).output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

/// The cargo that started this program, or the one on the path.
#[must_use]
pub fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
