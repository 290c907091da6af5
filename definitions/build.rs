//! Lists the definition files, so that `src/lib.rs` can carry them.
//!
//! It walks this folder for `*.toml` (not `Cargo.toml`, nothing hidden, no build output), and `released/` for `*.txt`, and
//! writes one sorted table of `include_str!` lines. It must not read or judge what the files say: that is the generator's work.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut paths = Vec::new();
    walk(&root, "", &mut paths)?;
    paths.sort();
    let mut table = String::from("&[\n");
    for path in &paths {
        let shown = format!("definitions/{path}");
        writeln!(
            table,
            "    ({shown:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?}))),",
            format!("/{path}")
        )?;
    }
    table.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("files.rs"), table)?;
    Ok(())
}

/// Adds the definition files below `folder` to `paths`; `prefix` is the folder's path within the crate, with `/`.
fn walk(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    // A folder changes when a file comes or goes.
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name =
            entry.file_name().into_string().map_err(|name| format!("file name is not UTF-8: {}", name.display()))?;
        let path = format!("{prefix}{name}");
        if name.starts_with('.') || (prefix.is_empty() && matches!(name.as_str(), "target" | "src" | "Cargo.toml")) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), paths)?;
        } else if name.ends_with(if prefix.starts_with("released/") { ".txt" } else { ".toml" }) {
            println!("cargo::rerun-if-changed={}", entry.path().display());
            paths.push(path);
        }
    }
    Ok(())
}
