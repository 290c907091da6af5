//! Where inputs are, seen from the folder that reports and baselines speak from.
//!
//! It works on names alone and asks the file system nothing.

use std::path::{Component, Path, PathBuf};

/// The folder that paths in reports are relative to, the root of a repository for example.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceRoot {
    working: PathBuf,
    root: PathBuf,
}

impl SourceRoot {
    /// A root that is the folder in which relative names of inputs begin.
    ///
    /// ```
    /// use skp_validate::SourceRoot;
    ///
    /// let root = SourceRoot::new("/repo/berichten").with_root("/repo");
    /// assert_eq!(root.relative("./in/a.json").as_deref(), Some("berichten/in/a.json"));
    /// assert_eq!(root.relative("/elders/a.json"), None);
    /// assert_eq!(root.uri("/elders/een bestand.json").text, "file:///elders/een%20bestand.json");
    /// ```
    #[must_use]
    pub fn new(working: impl Into<PathBuf>) -> Self {
        let working = working.into();
        Self { root: working.clone(), working }
    }

    /// With another folder as root: one above the working directory, as a rule.
    #[must_use]
    pub fn with_root(mut self, root: impl Into<PathBuf>) -> Self {
        self.root = root.into();
        self
    }

    /// The name of an input from the root, with `/` between folders; `None` when it is not below the root or no file.
    #[must_use]
    pub fn relative(&self, name: &str) -> Option<String> {
        if name.starts_with('<') {
            return None;
        }
        let path = straighten(&self.working.join(name));
        let below = path.strip_prefix(straighten(&self.root)).ok()?;
        let below = slashed(below);
        (!below.is_empty()).then_some(below)
    }

    /// The name of an input from the root, or the whole path when it is elsewhere, or the name itself when it is no file.
    #[must_use]
    pub fn name(&self, name: &str) -> String {
        match self.relative(name) {
            Some(relative) => relative,
            None if name.starts_with('<') => name.to_owned(),
            None => slashed(&straighten(&self.working.join(name))),
        }
    }

    /// Where an input is that has this [`name`](Self::name).
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The input as a URI reference: relative to the root, or absolute when it is elsewhere.
    #[must_use]
    pub fn uri(&self, name: &str) -> Uri {
        match self.relative(name) {
            Some(relative) => Uri { text: encoded(&relative), relative: true },
            None if name.starts_with('<') => Uri { text: encoded(name.trim_matches(['<', '>'])), relative: false },
            None => {
                let path = self.name(name);
                // A path that begins with a drive has no slash before it.
                let slash = if path.starts_with('/') { "" } else { "/" };
                Uri { text: format!("file://{slash}{}", encoded(&path)), relative: false }
            }
        }
    }
}

/// A URI reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uri {
    /// The reference, percent-encoded.
    pub text: String,
    /// Whether it is relative to the root.
    pub relative: bool,
}

/// The path without `.` and `..`, as its words say.
fn straighten(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

fn slashed(path: &Path) -> String {
    let mut out = String::new();
    for part in path.components() {
        match part {
            Component::RootDir => out.push('/'),
            part => {
                if !out.is_empty() && !out.ends_with('/') {
                    out.push('/');
                }
                out.push_str(&part.as_os_str().to_string_lossy());
            }
        }
    }
    out
}

/// Percent-encodes everything but what RFC 3986 lets stand in a path.
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_seen_from_the_root_whatever_they_were_called() {
        let root = SourceRoot::new("/repo/sub").with_root("/repo");
        for name in ["a.json", "./a.json", "../sub/a.json", "/repo/sub/a.json", "x/../a.json"] {
            assert_eq!(root.relative(name).as_deref(), Some("sub/a.json"), "{name}");
        }
        assert_eq!(root.name("../../b.json"), "/b.json");
        assert_eq!(root.name("<stdin>"), "<stdin>");
        assert_eq!(root.uri("<stdin>").text, "stdin");
    }

    #[test]
    fn a_uri_has_no_character_that_means_something() {
        let uri = SourceRoot::new("/r").uri("a b#c?d%0A:é\n.json");
        assert_eq!(uri.text, "a%20b%23c%3Fd%250A%3A%C3%A9%0A.json");
    }
}
