//! Finding where a text ends, eight bytes at a time.
//!
//! Knows no value and no format beyond the bytes that end a text or make it unusual.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Marks the bytes that are zero. A byte above one that is zero may be marked as well, so only the lowest mark counts.
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGHS
}

/// Marks the bytes that no text holds as they are in either format: control characters and what lies beyond ASCII.
const fn unusual(word: u64) -> u64 {
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    ((control | word) & HIGHS) | zeros(word ^ (ONES * 0x7f))
}

/// The place of the first byte at or after `at` that is not plain text in XML: `<`, `>`, `&` and the unusual ones.
#[inline]
pub(super) fn xml(bytes: &[u8], at: usize) -> usize {
    // `<` and `>` differ in one bit.
    let marks = |word: u64| unusual(word) | zeros((word | (ONES * 0x02)) ^ (ONES * 0x3e)) | zeros(word ^ (ONES * 0x26));
    first(bytes, at, marks)
}

/// The place of the first byte at or after `at` that is not plain text in a JSON string: `"`, `\` and the unusual ones.
#[inline]
pub(super) fn json(bytes: &[u8], at: usize) -> usize {
    let marks = |word: u64| unusual(word) | zeros(word ^ (ONES * 0x22)) | zeros(word ^ (ONES * 0x5c));
    first(bytes, at, marks)
}

#[inline]
fn first(bytes: &[u8], at: usize, marks: impl Fn(u64) -> u64) -> usize {
    let mut rest = bytes.get(at..).unwrap_or_default();
    let mut place = at;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let found = marks(u64::from_le_bytes(*chunk));
        if found != 0 {
            return place + (found.trailing_zeros() / 8) as usize;
        }
        place += 8;
        rest = after;
    }
    // Marked as well: the zeros after the end.
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    place + (marks(u64::from_le_bytes(last)).trailing_zeros() / 8).min(8) as usize
}

/// The place of the first byte at or after `at` that is no white space.
#[inline]
pub(super) fn space(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        // Hardly ever anything else in a compact message.
        Some(byte) if *byte > b' ' => at,
        _ => long_space(bytes, at),
    }
}

fn long_space(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    at + rest.iter().position(|byte| !is_space(byte)).unwrap_or(rest.len())
}

/// Whether `name` stands at `at`.
#[inline]
pub(super) fn stands(bytes: &[u8], at: usize, name: &[u8]) -> bool {
    let Some(found) = bytes.get(at..).and_then(|rest| rest.get(..name.len())) else { return false };
    // Names are short: two overlapping words nearly always cover one, without a call.
    match (found.first_chunk::<8>(), found.last_chunk::<8>(), name.first_chunk::<8>(), name.last_chunk::<8>()) {
        (Some(first), Some(last), Some(name_first), Some(name_last)) => {
            first == name_first && last == name_last && (name.len() <= 16 || found == name)
        }
        _ => found.iter().eq(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_ends_at_the_first_byte_that_is_not_plain() {
        for ending in 0..=255_u8 {
            for length in 0..20 {
                let mut bytes = vec![b'a'; length];
                bytes.push(ending);
                bytes.extend_from_slice(b"<\"zz");
                let unusual = !(b' '..0x7f).contains(&ending);
                let in_xml = unusual || matches!(ending, b'<' | b'>' | b'&');
                let in_json = unusual || matches!(ending, b'"' | b'\\');
                assert_eq!(xml(&bytes, 0) == length, in_xml, "{ending:#x} {length}");
                assert_eq!(json(&bytes, 0) == length, in_json, "{ending:#x} {length}");
            }
        }
    }

    #[test]
    fn a_text_without_end_ends_with_the_input() {
        for length in 0..20 {
            let bytes = vec![b'a'; length];
            assert_eq!((xml(&bytes, 0), json(&bytes, 0)), (length, length));
        }
        assert_eq!(xml(b"abc", 7), 7);
    }

    #[test]
    fn a_name_stands_only_where_every_byte_is_the_same() {
        for length in 1..40 {
            let name: Vec<u8> = (0..length).map(|place| b'A' + place).collect();
            assert!(stands(&name, 0, &name));
            assert!(!stands(&name, 1, &name));
            for place in 0..usize::from(length) {
                let mut other = name.clone();
                other[place] = b'!';
                assert!(!stands(&other, 0, &name), "{length} {place}");
            }
        }
    }
}
