//! Finding where a text ends, eight bytes at a time.
//!
//! Knows no value and no format beyond the bytes that end a text or make it unusual.

use crate::words::{HIGH, ONES, mark, mark_unprintable};

/// How many bytes of plain text stand at the start, in XML: up to `<`, `>`, `&` or an unusual one.
#[inline(always)]
#[allow(clippy::inline_always)] // see `first`
pub(super) fn xml(bytes: &[u8]) -> usize {
    // `<` and `>` differ in one bit.
    first(bytes, |word| mark_unprintable(word) | mark(word | (ONES * 0x02), b'>') | mark(word, b'&'))
}

/// How many bytes of plain text stand at the start, in a JSON string: up to `"`, `\` or an unusual one.
#[inline(always)]
#[allow(clippy::inline_always)] // see `first`
pub(super) fn json(bytes: &[u8]) -> usize {
    first(bytes, |word| mark_unprintable(word) | mark(word, b'"') | mark(word, b'\\'))
}

#[inline(always)]
#[allow(clippy::inline_always)] // the words of a short text are looked at one after the other, without a loop
fn first(bytes: &[u8], marks: impl Fn(u64) -> u64) -> usize {
    let Some(block) = bytes.first_chunk::<32>() else { return first_further(bytes, 0, marks) };
    for (number, word) in block.as_chunks().0.iter().enumerate() {
        let found = marks(u64::from_le_bytes(*word)) & HIGH;
        if found != 0 {
            return number * 8 + (found.trailing_zeros() / 8) as usize;
        }
    }
    first_further(bytes, block.len(), marks)
}

/// The same from some place on.
#[cold]
#[inline(never)]
fn first_further(bytes: &[u8], from: usize, marks: impl Fn(u64) -> u64) -> usize {
    let mut rest = bytes.get(from..).unwrap_or_default();
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let found = marks(u64::from_le_bytes(*chunk)) & HIGH;
        if found != 0 {
            return bytes.len() - rest.len() + (found.trailing_zeros() / 8) as usize;
        }
        rest = after;
    }
    // Marked as well: the zeros after the end.
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let found = marks(u64::from_le_bytes(last)) & HIGH;
    bytes.len() - rest.len() + (found.trailing_zeros() / 8).min(8) as usize
}

/// Whether something stands here that is no white space. Hardly ever anything else does in a compact message.
#[inline]
pub(super) const fn is_no_space(bytes: &[u8]) -> bool {
    matches!(bytes, [byte, ..] if *byte > b' ')
}

/// What follows the white space that stands at the start.
#[inline]
pub(super) fn space(bytes: &[u8]) -> &[u8] {
    match bytes {
        // Hardly ever anything else in a compact message.
        [byte, ..] if *byte > b' ' => bytes,
        _ => long_space(bytes),
    }
}

fn long_space(mut bytes: &[u8]) -> &[u8] {
    while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = bytes {
        bytes = rest;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_ends_at_the_first_byte_that_is_not_plain() {
        for ending in 0..=255_u8 {
            for length in 0..45 {
                let mut bytes = vec![b'a'; length];
                bytes.push(ending);
                bytes.extend_from_slice(b"<\"zz");
                let unusual = !(b' '..0x7f).contains(&ending);
                let in_xml = unusual || matches!(ending, b'<' | b'>' | b'&');
                let in_json = unusual || matches!(ending, b'"' | b'\\');
                assert_eq!(xml(&bytes) == length, in_xml, "{ending:#x} {length}");
                assert_eq!(json(&bytes) == length, in_json, "{ending:#x} {length}");
            }
        }
    }

    #[test]
    fn a_text_without_end_ends_with_the_input() {
        for length in 0..45 {
            let bytes = vec![b'a'; length];
            assert_eq!((xml(&bytes), json(&bytes)), (length, length));
        }
    }

    #[test]
    fn space_ends_at_the_first_other_byte() {
        for (text, rest) in [("", ""), ("a ", "a "), (" \t\r\n<", "<"), ("\u{b}", "\u{b}"), ("  ", "")] {
            assert_eq!(space(text.as_bytes()), rest.as_bytes(), "{text:?}");
        }
    }
}
