//! The definitions of the message standard, carried inside a crate.
//!
//! The generator and the command `skp` need the element tables also where no copy of this repository is at hand. This
//! crate gives them the text of each file, byte for byte. It must not parse, resolve or check anything: a definition
//! means what `skp-codegen` makes of it.

/// Every definition file, and the text of every release that never changes, as `(path, text)`, sorted by path.
///
/// A path is relative to the root of the repository and has `/` on every platform:
/// `definitions/schuldregeling/saldoverzoek.toml`.
#[must_use]
pub fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

/// The table that `build.rs` writes.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn files_are_sorted_and_are_definitions() {
        assert!(files().is_sorted());
        assert!(files().iter().any(|(path, _)| *path == "definitions/sources.toml"));
        let (released, tables): (Vec<_>, Vec<_>) =
            files().iter().partition(|(path, _)| path.starts_with("definitions/released/"));
        assert!(tables.iter().all(|(path, _)| path.ends_with(".toml") && !path.ends_with("Cargo.toml")));
        assert!(released.iter().any(|(path, _)| *path == "definitions/released/schuldregeling/2.0.txt"));
        assert!(released.iter().all(|(path, _)| path.ends_with(".txt")));
    }
}
