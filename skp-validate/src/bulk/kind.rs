//! From a name to what is in it and how it is packed.
//!
//! A name decides where it says something; else the first bytes do, of which no message has those of a packed file.

/// How the bytes of a file are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Plain,
    /// With gzip.
    Gzip,
    /// With Zstandard.
    Zstd,
}

/// What is in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// One message.
    One,
    /// A message on each line.
    Lines,
    /// Files, in a zip.
    Zip,
}

/// What a name says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// How it is packed.
    pub packing: Packing,
    /// What is in it; `None` when the name does not say.
    pub content: Option<Content>,
}

impl Kind {
    /// What a name says, by its last extension, or its last two when the last one is that of a packed file.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        let (rest, packing) = match extension(name) {
            Some((rest, "gz")) => (rest, Packing::Gzip),
            Some((rest, "zst")) => (rest, Packing::Zstd),
            _ => (name, Packing::Plain),
        };
        let content = match extension(rest) {
            Some((_, "json" | "xml")) => Some(Content::One),
            Some((_, "ndjson" | "jsonl")) => Some(Content::Lines),
            Some((_, "zip")) if packing == Packing::Plain => Some(Content::Zip),
            _ => None,
        };
        Self { packing, content }
    }

    /// Whether a file of this name holds messages, and so is looked at in a folder or zip.
    #[must_use]
    pub fn holds_messages(self) -> bool {
        self.content.is_some()
    }

    /// What the first bytes of a file say that its name does not.
    pub(super) fn with_first(self, first: &[u8]) -> Self {
        match first {
            _ if self.packing != Packing::Plain => self,
            [0x1f, 0x8b, ..] => Self { packing: Packing::Gzip, ..self },
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => {
                Self { packing: Packing::Zstd, ..self }
            }
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Self { content: Some(Content::Zip), ..self },
            _ => self,
        }
    }
}

/// The name without its last extension, and that extension when it is one that we know.
fn extension(name: &str) -> Option<(&str, &'static str)> {
    let (rest, last) = name.rsplit_once('.')?;
    let known = ["json", "xml", "ndjson", "jsonl", "gz", "zst", "zip"];
    known.into_iter().find(|known| last.eq_ignore_ascii_case(known)).map(|known| (rest, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_is_in_a_file() {
        for (name, packing, content) in [
            ("a.json", Packing::Plain, Some(Content::One)),
            ("a.XML.GZ", Packing::Gzip, Some(Content::One)),
            ("in.d/a.ndjson.zst", Packing::Zstd, Some(Content::Lines)),
            ("a.jsonl", Packing::Plain, Some(Content::Lines)),
            ("a.zip", Packing::Plain, Some(Content::Zip)),
            ("a.zip.gz", Packing::Gzip, None),
            ("a.txt", Packing::Plain, None),
            ("gz", Packing::Plain, None),
        ] {
            assert_eq!(Kind::of_name(name), Kind { packing, content }, "{name}");
        }
    }

    #[test]
    fn first_bytes_say_what_a_name_does_not() {
        let unknown = Kind::of_name("a");
        assert_eq!(unknown.with_first(b"\x1f\x8b\x08").packing, Packing::Gzip);
        assert_eq!(unknown.with_first(b"\x28\xb5\x2f\xfd").packing, Packing::Zstd);
        assert_eq!(unknown.with_first(b"PK\x03\x04").content, Some(Content::Zip));
        for message in [&b"{\"a\":1}"[..], b"<a/>", b"\xEF\xBB\xBF{", b""] {
            assert_eq!(unknown.with_first(message), unknown);
        }
    }
}
