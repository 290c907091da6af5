//! The XML declaration and processing instructions.
//!
//! Only the declaration can say anything that matters, and only one thing: that the text is not UTF-8.

use super::cursor::{Cursor, SPACE};
use crate::read::{Problem, ReadError};

/// Encodings that are named in a finding. The input itself is never quoted.
const ENCODINGS: [&str; 17] = [
    "ISO-8859-1",
    "ISO-8859-2",
    "ISO-8859-15",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "UTF-16",
    "UTF-16BE",
    "UTF-16LE",
    "UTF-32",
    "UTF-7",
    "EUC-JP",
    "ISO-2022-JP",
    "Shift_JIS",
    "GB18030",
    "GB2312",
    "Big5",
];

/// What encoding the declaration leaves the text in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// Declared as US-ASCII: UTF-8 without the characters beyond ASCII.
    Ascii,
}

/// Whether a text begins with a declaration, whole or cut short.
pub(super) fn begins(text: &str) -> bool {
    text.strip_prefix("<?xml").is_some_and(|rest| rest.is_empty() || rest.starts_with(SPACE))
}

/// Reads the declaration that begins at the cursor with `<?xml`.
pub(super) fn read(mut cursor: Cursor<'_>) -> Result<Encoding, ReadError> {
    cursor.at += "<?xml".len();
    let mut encoding = Encoding::Utf8;
    if !cursor.skip_space() || !cursor.eat("version") {
        return Err(cursor.wrong(&["version"], Problem::Declaration));
    }
    let (place, version) = value(&mut cursor)?;
    if version != "1.0" {
        return Err(ReadError::form(place, Problem::Declaration));
    }
    let mut spaced = cursor.skip_space();
    if spaced && cursor.eat("encoding") {
        let (place, name) = value(&mut cursor)?;
        encoding = known_encoding(place, name)?;
        spaced = cursor.skip_space();
    }
    if spaced && cursor.eat("standalone") {
        let (place, standalone) = value(&mut cursor)?;
        if standalone != "yes" && standalone != "no" {
            return Err(ReadError::form(place, Problem::Declaration));
        }
        cursor.skip_space();
    }
    if cursor.eat("?>") {
        Ok(encoding)
    } else {
        Err(cursor.wrong(&["encoding", "standalone", "?>"], Problem::Declaration))
    }
}

/// Reads an equals sign and a value in quotes; gives where the value begins, and the value.
fn value<'a>(cursor: &mut Cursor<'a>) -> Result<(usize, &'a str), ReadError> {
    cursor.skip_space();
    if !cursor.eat("=") {
        return Err(cursor.wrong(&[], Problem::Declaration));
    }
    cursor.skip_space();
    let quote = match cursor.peek() {
        Some(b'"') => "\"",
        Some(b'\'') => "'",
        _ => return Err(cursor.wrong(&[], Problem::Declaration)),
    };
    cursor.at += 1;
    let place = cursor.at;
    let value = cursor.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
    if cursor.eat(quote) { Ok((place, value)) } else { Err(cursor.wrong(&[], Problem::Declaration)) }
}

/// The encoding of this name, if it is one that UTF-8 covers.
fn known_encoding(place: usize, name: &str) -> Result<Encoding, ReadError> {
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Err(ReadError::form(place, Problem::Declaration));
    }
    if name.eq_ignore_ascii_case("UTF-8") {
        return Ok(Encoding::Utf8);
    }
    if name.eq_ignore_ascii_case("US-ASCII") {
        return Ok(Encoding::Ascii);
    }
    let known = ENCODINGS.iter().find(|known| known.eq_ignore_ascii_case(name));
    let encoding = known.copied().unwrap_or("another encoding");
    Err(ReadError::new("FRM-002", place, Problem::Encoding(encoding)))
}

/// Checks the target of the processing instruction that begins at the cursor with `<?`.
pub(super) fn check_instruction(mut cursor: Cursor<'_>) -> Result<(), ReadError> {
    cursor.at += "<?".len();
    let place = cursor.at;
    let target = cursor.name()?;
    if target.eq_ignore_ascii_case("xml") {
        return Err(ReadError::form(place, Problem::Name));
    }
    if let Some(colon) = target.find(':') {
        return Err(ReadError::form(place + colon, Problem::Name));
    }
    if cursor.skip_space() || cursor.rest().starts_with("?>") {
        return Ok(());
    }
    Err(cursor.wrong(&["?>"], Problem::Name))
}
