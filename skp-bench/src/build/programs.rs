//! The programs that are built, and their packages.

use std::fs;
use std::io;
use std::path::Path;

/// A program that is built.
pub struct Program {
    /// Its name, and that of its package.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    dependencies: &'static [&'static str],
    files: &'static [(&'static str, &'static str)],
}

/// Ours and the other.
pub const PROGRAMS: &[Program] = &[
    Program {
        name: "skp",
        about: "skp-messages with one module: typed and fully checked",
        dependencies: &[
            r#"skp-messages = { path = "{root}/skp-messages", default-features = false, features = ["schuldregeling"] }"#,
        ],
        files: &[("main.rs", include_str!("../../programs/skp.rs"))],
    },
    Program {
        name: "serde",
        about: "serde derives, quick-xml, serde_json and chrono: typed, unchecked",
        dependencies: &[
            r#"chrono = { version = "0.4.45", default-features = false, features = ["serde", "std"] }"#,
            r#"quick-xml = { version = "0.42", default-features = false, features = ["serialize"] }"#,
            r#"serde = { version = "1", features = ["derive"] }"#,
            r#"serde_json = "1""#,
        ],
        files: &[
            ("main.rs", include_str!("../../programs/serde.rs")),
            ("json_structs.rs", include_str!("../peers/json_structs.rs")),
            ("values.rs", include_str!("../peers/values.rs")),
            ("xml_structs.rs", include_str!("../peers/xml_structs.rs")),
        ],
    },
];

impl Program {
    /// Writes its package to a folder, with the lock file of this workspace.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, home: &Path) -> io::Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".."));
        fs::create_dir_all(home.join("src"))?;
        fs::copy(root.join("Cargo.lock"), home.join("Cargo.lock"))?;
        fs::write(home.join("Cargo.toml"), self.manifest(root))?;
        for (name, text) in self.files {
            fs::write(home.join("src").join(name), text)?;
        }
        Ok(())
    }

    fn manifest(&self, root: &Path) -> String {
        let dependencies = self.dependencies.join("\n").replace("{root}", &root.to_string_lossy().replace('\\', "/"));
        format!(
            "[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
             [profile.release]\nlto = \"thin\"\nstrip = true\n\n[dependencies]\n{dependencies}\n",
            self.name
        )
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::PROGRAMS;

    #[test]
    fn our_program_takes_the_crate_of_this_workspace() {
        let manifest = PROGRAMS[0].manifest(Path::new("/a/b"));
        assert!(manifest.contains(r#"path = "/a/b/skp-messages""#), "{manifest}");
    }
}
