//! JSON strings: borrowed when they hold no escape, else unescaped.
//!
//! Half a surrogate pair is an error: it is no character, so it must not become a replacement character
//! either.

use std::borrow::Cow;

use crate::read::{Problem, ReadError};

/// Reads the string whose opening quote is at `open`; gives its text and the byte after its closing quote.
///
/// # Errors
/// A bad escape, a control character, the end of the input, or more than `limit` bytes of text.
pub(super) fn read(text: &str, open: usize, limit: usize) -> Result<(Cow<'_, str>, usize), ReadError> {
    let bytes = text.as_bytes();
    let mut unescaped = String::new();
    let mut start = open + 1;
    loop {
        let end = start + plain_length(bytes.get(start..).unwrap_or_default());
        let piece = text.get(start..end).unwrap_or_default();
        if unescaped.len() + piece.len() > limit {
            return Err(ReadError::limit(open, Problem::Text(limit)));
        }
        match bytes.get(end) {
            Some(b'"') if unescaped.is_empty() => return Ok((Cow::Borrowed(piece), end + 1)),
            Some(b'"') => {
                unescaped.push_str(piece);
                return Ok((Cow::Owned(unescaped), end + 1));
            }
            Some(b'\\') => {
                unescaped.push_str(piece);
                let (character, after) = escape(bytes, end)?;
                unescaped.push(character);
                start = after;
            }
            Some(_) => return Err(ReadError::form(end, Problem::Character)),
            None => return Err(ReadError::form(end, Problem::Truncated)),
        }
    }
}

/// Whether a byte ends a run of plain text.
const fn is_special(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < b' '
}

/// How many bytes stand before the first special one.
fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks();
    for (number, word) in words.iter().enumerate() {
        let found = special_bytes(u64::from_le_bytes(*word));
        if found != 0 {
            return number * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    words.len() * 8 + rest.iter().position(|&byte| is_special(byte)).unwrap_or(rest.len())
}

/// Finds the special ones among eight bytes at once: the lowest bit that is set is in the first of them.
const fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    const fn below(word: u64, limit: u8) -> u64 {
        word.wrapping_sub(ONES * limit as u64) & !word & HIGH
    }
    below(word, b' ') | below(word ^ (ONES * b'"' as u64), 1) | below(word ^ (ONES * b'\\' as u64), 1)
}

/// The character of the escape whose backslash is at `at`, and the byte after the escape.
fn escape(bytes: &[u8], at: usize) -> Result<(char, usize), ReadError> {
    let character = match bytes.get(at + 1) {
        Some(b'u') => return unicode(bytes, at),
        Some(&byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(_) => return Err(ReadError::form(at, Problem::Escape)),
        None => return Err(ReadError::form(at + 1, Problem::Truncated)),
    };
    Ok((character, at + 2))
}

/// The character of the `\u` escape at `at`, or of the surrogate pair of two such escapes.
fn unicode(bytes: &[u8], at: usize) -> Result<(char, usize), ReadError> {
    let first = code_unit(bytes, at)?;
    if let Some(character) = char::from_u32(first) {
        return Ok((character, at + 6));
    }
    if !(0xD800..0xDC00).contains(&first) {
        return Err(ReadError::form(at, Problem::Escape));
    }
    let rest = bytes.get(at + 6..).unwrap_or_default();
    if rest.is_empty() || rest == b"\\" {
        return Err(ReadError::form(bytes.len(), Problem::Truncated));
    }
    if !rest.starts_with(b"\\u") {
        return Err(ReadError::form(at, Problem::Escape));
    }
    let second = code_unit(bytes, at + 6)?;
    if !(0xDC00..0xE000).contains(&second) {
        return Err(ReadError::form(at, Problem::Escape));
    }
    let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    char::from_u32(code).map(|character| (character, at + 12)).ok_or(ReadError::form(at, Problem::Escape))
}

/// The four hexadecimal digits of the `\u` escape at `at`.
fn code_unit(bytes: &[u8], at: usize) -> Result<u32, ReadError> {
    let mut unit = 0;
    for place in at + 2..at + 6 {
        let byte = *bytes.get(place).ok_or(ReadError::form(bytes.len(), Problem::Truncated))?;
        let digit = char::from(byte).to_digit(16).ok_or(ReadError::form(at, Problem::Escape))?;
        unit = unit * 16 + digit;
    }
    Ok(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_special_byte_is_found_wherever_it_stands() {
        for length in 0..40 {
            for special in 0..=u8::MAX {
                let mut bytes = vec![b'\x80'; length];
                bytes.push(special);
                bytes.extend(b"ab\"\n\x7f\xff123");
                let expected = bytes.iter().position(|&byte| is_special(byte)).unwrap_or(bytes.len());
                assert_eq!(plain_length(&bytes), expected, "{special} after {length}");
            }
        }
    }
}
