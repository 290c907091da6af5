//! Encoding and separator of a file, found by looking. Does not cut the text into cells.

use std::borrow::Cow;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// Its encoding.
    pub encoding: Encoding,
    /// What stands between cells: a semicolon, a comma or a tab.
    pub separator: char,
    /// Whether the first line is `sep=`.
    pub separator_line: bool,
}

/// An encoding of the portal's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without byte order mark.
    Utf8,
    /// UTF-8 with byte order mark.
    Utf8Bom,
    /// Windows-1252.
    Windows1252,
}

/// The characters of Windows-1252 from 0x80 to 0x9F; the five bytes that have none are controls.
const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The text without mark and `sep=` line, and how it was written.
pub(super) fn detect(bytes: &[u8]) -> (Cow<'_, str>, Dialect) {
    let (rest, marked) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let (mut text, encoding) = match std::str::from_utf8(rest) {
        Ok(text) => (Cow::Borrowed(text), if marked { Encoding::Utf8Bom } else { Encoding::Utf8 }),
        Err(_) => (Cow::Owned(bytes.iter().map(|&byte| windows(byte)).collect()), Encoding::Windows1252),
    };
    let given = text.get(..4).filter(|begin| begin.eq_ignore_ascii_case("sep=")).and_then(|_| text.chars().nth(4));
    let given = given.filter(|separator| matches!(separator, ';' | ',' | '\t'));
    if given.is_some() {
        let end = text.find('\n').map_or(text.len(), |end| end + 1);
        text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(end..).unwrap_or_default()),
            Cow::Owned(text) => Cow::Owned(text.get(end..).unwrap_or_default().to_owned()),
        };
    }
    let separator = given.unwrap_or_else(|| guess(&text));
    (text, Dialect { encoding, separator, separator_line: given.is_some() })
}

fn windows(byte: u8) -> char {
    let high = byte.checked_sub(0x80).filter(|&high| high < 0x20);
    high.and_then(|high| HIGH.chars().nth(usize::from(high))).unwrap_or(char::from(byte))
}

/// The separator that occurs most often outside quotes in the first record.
fn guess(text: &str) -> char {
    let mut counts = [(';', 0), ('\t', 0), (',', 0)];
    let mut quoted = false;
    for character in text.chars().take(1 << 16) {
        match character {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            _ if quoted => (),
            _ => counts.iter_mut().filter(|(separator, _)| *separator == character).for_each(|(_, count)| *count += 1),
        }
    }
    // Of equals the first one wins.
    counts.iter().rev().max_by_key(|&&(_, count)| count).map_or(';', |&(separator, _)| separator)
}
