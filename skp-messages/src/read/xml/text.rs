//! Characters, references and line ends.
//!
//! Knows the five entities of XML and character references, and nothing that a document could define.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::names::{is_character, name_length};
use crate::read::{Problem, ReadError};
use crate::words::{equal, position};

/// The first byte of the first character that no document may hold.
pub(super) fn forbidden_character(text: &str) -> Option<usize> {
    const BLOCK: usize = 64;
    // A byte that may belong to one: a control character, or the lead byte of U+FFFE and U+FFFF.
    let is_suspect = |byte: u8| (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0xEF;
    let bytes = text.as_bytes();
    let is_forbidden = |at: &usize| match bytes.get(*at..) {
        Some([0xEF, second, third, ..]) => *second == 0xBF && *third >= 0xBE,
        Some([first, ..]) => is_suspect(*first),
        _ => false,
    };
    // Whole blocks first, without a branch per byte: nearly no block holds such a byte.
    let mut blocks = bytes.chunks(BLOCK).enumerate();
    blocks.find_map(|(number, block)| {
        let suspect = block.iter().fold(false, |found, &byte| found | is_suspect(byte));
        let start = number * BLOCK;
        suspect.then(|| (start..start + block.len()).find(is_forbidden)).flatten()
    })
}

/// Reads the reference that begins here.
pub(super) fn reference(cursor: &mut Cursor<'_>) -> Result<char, ReadError> {
    let start = *cursor;
    cursor.at += 1;
    if cursor.eat("#") { character_reference(cursor, start) } else { entity(cursor, start) }
}

/// Reads the rest of a reference to an entity.
fn entity(cursor: &mut Cursor<'_>, start: Cursor<'_>) -> Result<char, ReadError> {
    const ENTITIES: [(&str, char); 5] =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&apos;", '\'')];
    cursor.at += name_length(cursor.rest());
    if cursor.peek().is_none() {
        return Err(cursor.wrong(&[], Problem::Truncated));
    }
    cursor.at += 1;
    let name = start.text.get(start.at..cursor.at).unwrap_or_default();
    let found = ENTITIES.iter().find(|(entity, _)| *entity == name);
    found.map(|&(_, character)| character).ok_or(ReadError::form(start.at, Problem::Entity))
}

/// Reads the rest of a reference to a character by its number.
fn character_reference(cursor: &mut Cursor<'_>, start: Cursor<'_>) -> Result<char, ReadError> {
    let radix = if cursor.eat("x") { 16 } else { 10 };
    let digits = cursor.take_while(|byte| char::from(byte).is_digit(radix));
    if cursor.peek().is_none() {
        return Err(cursor.wrong(&[], Problem::Truncated));
    }
    let add = |code: u32, digit: char| code.saturating_mul(radix).saturating_add(digit.to_digit(radix).unwrap_or(0));
    // Without a digit this is 0, which is no character of XML.
    let code = digits.chars().fold(0, add);
    let character = char::from_u32(code).filter(|&c| is_character(c));
    let closed = cursor.eat(";");
    character.filter(|_| closed).ok_or(ReadError::form(start.at, Problem::CharacterReference))
}

/// The text up to the next tag or reference, and whether it can be taken as it is: with neither a carriage return nor
/// what may be the end of a CDATA section.
pub(super) fn until_markup(text: &str) -> (&str, bool) {
    let bytes = text.as_bytes();
    let markup = |word| equal(word, b'<') | equal(word, b'&');
    let special = |word| markup(word) | equal(word, b'\r') | equal(word, b']');
    let first = position(bytes, special).unwrap_or(bytes.len());
    let is_plain = matches!(bytes.get(first), None | Some(b'<' | b'&'));
    let more = if is_plain { None } else { bytes.get(first..).and_then(|rest| position(rest, markup)) };
    let end = if is_plain { first } else { more.map_or(bytes.len(), |more| first + more) };
    (text.get(..end).unwrap_or_default(), is_plain)
}

/// Text with every line end as a line feed.
pub(super) fn line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// The value of an attribute: references resolved, white space as spaces.
pub(super) fn attribute_value(raw: &str) -> Cow<'_, str> {
    if !raw.contains(['&', '\t', '\r', '\n']) {
        return Cow::Borrowed(raw);
    }
    let mut value = String::with_capacity(raw.len());
    let mut cursor = Cursor::new(raw, 0);
    while let Some(next) = cursor.rest().chars().next() {
        match next {
            // The tag was read before: its references are sound.
            '&' => value.extend(reference(&mut cursor)),
            '\t' | '\r' | '\n' => {
                cursor.at += if cursor.rest().starts_with("\r\n") { 2 } else { 1 };
                value.push(' ');
            }
            other => {
                cursor.at += other.len_utf8();
                value.push(other);
            }
        }
    }
    Cow::Owned(value)
}
