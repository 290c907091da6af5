//! What is expected in the input, made ready for comparing.
//!
//! The straight way compares far more often than it does anything else. What lies ready as words, with zeros after it,
//! takes a few steps whatever its length; a text on its own takes a call.

/// How many bytes lie ready. Few tags are longer.
const READY: usize = 32;

type Words = [u64; READY / 8];

/// For each length the bytes that belong to a tag of it.
const MASKS: [Words; READY] = masks();

/// A name with what stands around it in the input.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag {
    words: Words,
    /// The bytes in all; out of reach when not all of them lie ready.
    length: usize,
    name: &'static str,
    around: Around,
}

/// What stands before and after a name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Around {
    /// As in a start tag.
    Start,
    /// As in an end tag.
    End,
    /// As in the name of a member in JSON.
    Quotes,
}

impl Around {
    const fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Start => ("<", ">"),
            Self::End => ("</", ">"),
            Self::Quotes => ("\"", "\""),
        }
    }
}

impl Tag {
    /// Stands for what is never expected.
    pub(super) const NONE: Self = Self::new(Around::Start, "");

    /// Puts a tag together, while the crate is compiled.
    #[allow(clippy::indexing_slicing)] // within the parts, and the words that are ready
    pub(super) const fn new(around: Around, name: &'static str) -> Self {
        let (before, after) = around.parts();
        let parts = [before, name, after];
        let mut words = [0; READY / 8];
        let mut length = 0;
        let mut part = 0;
        while part < parts.len() {
            let bytes = parts[part].as_bytes();
            let mut place = 0;
            while place < bytes.len() {
                if length < READY {
                    words[length / 8] |= (bytes[place] as u64) << (8 * (length % 8));
                }
                length += 1;
                place += 1;
            }
            part += 1;
        }
        Self { words, length: if length < READY { length } else { usize::MAX }, name, around }
    }

    /// What follows, when this stands at the start of `bytes`.
    #[inline(always)]
    #[allow(clippy::inline_always)] // see `quickly`
    pub(super) fn after<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        self.quickly(bytes).unwrap_or_else(|| self.after_slowly(bytes))
    }

    /// The same; `None` when it cannot be said in a few steps.
    #[inline(always)]
    #[allow(clippy::inline_always)] // without it the rest of the input goes through memory once more
    pub(super) fn quickly<'a>(&self, bytes: &'a [u8]) -> Option<Option<&'a [u8]>> {
        let (chunk, masks) = (bytes.first_chunk::<READY>()?, MASKS.get(self.length)?);
        let mut different = 0;
        for ((word, mask), own) in chunk.as_chunks().0.iter().zip(masks).zip(self.words) {
            different |= (u64::from_le_bytes(*word) & mask) ^ own;
        }
        Some(if different == 0 { bytes.get(self.length..) } else { None })
    }

    /// The same near the end of the input, and of what is long.
    #[cold]
    #[inline(never)]
    fn after_slowly<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let (before, after) = self.around.parts();
        [before, self.name, after].iter().try_fold(bytes, |rest, part| rest.strip_prefix(part.as_bytes()))
    }
}

#[allow(clippy::indexing_slicing)] // while the program is compiled
const fn masks() -> [Words; READY] {
    let mut masks = [[0; READY / 8]; READY];
    let mut length = 0;
    while length < READY {
        let mut place = 0;
        while place < length {
            masks[length][place / 8] |= 0xff << (8 * (place % 8));
            place += 1;
        }
        length += 1;
    }
    masks
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "AbcdefghijklmnopqrstuvwxyzAbcdefghijklmnopqrstuvwxyz";

    #[test]
    fn a_tag_stands_only_where_every_byte_is_the_same() {
        for length in 1..LONG.len() {
            let tag = Tag::new(Around::Start, &LONG[..length]);
            for room in 0..40 {
                let text = format!("<{}>{}", &LONG[..length], "x".repeat(room));
                assert_eq!(tag.after(text.as_bytes()), Some(&text.as_bytes()[length + 2..]));
                assert_eq!(tag.after(&text.as_bytes()[1..]), None);
                for place in 0..length + 2 {
                    let mut other = text.clone().into_bytes();
                    other[place] ^= 1;
                    assert_eq!(tag.after(&other), None, "{length} {place}");
                    assert_eq!(tag.after(&text.as_bytes()[..place]), None, "{length} {place}");
                }
            }
        }
    }
}
