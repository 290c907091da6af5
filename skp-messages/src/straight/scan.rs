//! Finding where a text ends, eight bytes at a time, and whether a name stands somewhere.
//!
//! Knows no value and no format beyond the bytes that end a text or make it unusual.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Marks, with its highest bit, the byte `wanted` wherever it stands among bytes of ASCII. This and [`unusual`] may mark a
/// byte after one that is marked rightly by mistake, and one beyond ASCII, so only the lowest mark of both together counts.
const fn wanted(word: u64, wanted: u8) -> u64 {
    (word ^ (ONES * wanted as u64)).wrapping_sub(ONES)
}

/// Marks the bytes that no text holds as they are in either format: control characters and what lies beyond ASCII.
const fn unusual(word: u64) -> u64 {
    word | word.wrapping_sub(ONES * 0x20) | word.wrapping_add(ONES)
}

/// How many bytes of plain text stand at the start, in XML: up to `<`, `>`, `&` or an unusual one.
#[inline]
pub(super) fn xml(bytes: &[u8]) -> usize {
    // `<` and `>` differ in one bit.
    first(bytes, |word| unusual(word) | wanted(word | (ONES * 0x02), b'>') | wanted(word, b'&'))
}

/// How many bytes of plain text stand at the start, in a JSON string: up to `"`, `\` or an unusual one.
#[inline]
pub(super) fn json(bytes: &[u8]) -> usize {
    first(bytes, |word| unusual(word) | wanted(word, b'"') | wanted(word, b'\\'))
}

#[inline]
fn first(bytes: &[u8], marks: impl Fn(u64) -> u64) -> usize {
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let found = marks(u64::from_le_bytes(*chunk)) & HIGHS;
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
    let found = marks(u64::from_le_bytes(last)) & HIGHS;
    bytes.len() - rest.len() + (found.trailing_zeros() / 8).min(8) as usize
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

/// What follows `name`, when that stands at the start.
#[inline]
pub(super) fn after<'a>(bytes: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let (found, rest) = bytes.split_at_checked(name.len())?;
    same(found, name.as_bytes()).then_some(rest)
}

/// Whether two texts of one length are equal. Names are short: two overlapping words nearly always cover one, without a
/// call.
#[inline]
fn same(found: &[u8], name: &[u8]) -> bool {
    if let (Some(first), Some(last), Some(name_first), Some(name_last)) =
        (found.first_chunk::<8>(), found.last_chunk::<8>(), name.first_chunk::<8>(), name.last_chunk::<8>())
    {
        return first == name_first && last == name_last && (name.len() <= 16 || long_same(found, name));
    }
    if let (Some(first), Some(last), Some(name_first), Some(name_last)) =
        (found.first_chunk::<4>(), found.last_chunk::<4>(), name.first_chunk::<4>(), name.last_chunk::<4>())
    {
        return first == name_first && last == name_last;
    }
    found.iter().eq(name)
}

#[inline]
fn long_same(found: &[u8], name: &[u8]) -> bool {
    match (found.first_chunk::<16>(), found.last_chunk::<16>(), name.first_chunk::<16>(), name.last_chunk::<16>()) {
        (Some(first), Some(last), Some(name_first), Some(name_last)) if name.len() <= 32 => {
            first == name_first && last == name_last
        }
        _ => found == name,
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
                assert_eq!(xml(&bytes) == length, in_xml, "{ending:#x} {length}");
                assert_eq!(json(&bytes) == length, in_json, "{ending:#x} {length}");
            }
        }
    }

    #[test]
    fn a_text_without_end_ends_with_the_input() {
        for length in 0..20 {
            let bytes = vec![b'a'; length];
            assert_eq!((xml(&bytes), json(&bytes)), (length, length));
        }
    }

    #[test]
    fn a_name_stands_only_where_every_byte_is_the_same() {
        for length in 1..50 {
            let name: String = (0..length).map(|place| char::from(b'A' + place)).collect();
            let text = format!("{name}.");
            assert_eq!(after(text.as_bytes(), &name), Some(&b"."[..]));
            assert_eq!(after(&text.as_bytes()[1..], &name), None);
            for place in 0..usize::from(length) {
                let mut other = name.clone().into_bytes();
                other[place] = b'!';
                assert_eq!(after(&other, &name), None, "{length} {place}");
            }
        }
    }

    #[test]
    fn space_ends_at_the_first_other_byte() {
        for (text, rest) in [("", ""), ("a ", "a "), (" \t\r\n<", "<"), ("\u{b}", "\u{b}"), ("  ", "")] {
            assert_eq!(space(text.as_bytes()), rest.as_bytes(), "{text:?}");
        }
    }
}
