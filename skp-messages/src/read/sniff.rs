//! Which format an input has, and whether it is UTF-8 at all.

use super::{Problem, ReadError};
use crate::Format;

/// An input that is UTF-8, in the format its first character tells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) format: Format,
    /// The text after a byte order mark.
    pub(crate) text: &'a str,
    /// How many bytes the byte order mark takes: add it to an offset in `text` for one in the input.
    pub(crate) offset: usize,
}

/// Finds the format by the first character that is not white space: `<` is XML, everything else JSON.
///
/// # Errors
/// An empty input, one over `size` bytes, UTF-16 or UTF-32 (named), and bytes that are not UTF-8.
pub(crate) fn sniff(bytes: &[u8], size: usize) -> Result<Input<'_>, ReadError> {
    if bytes.len() > size {
        return Err(ReadError::limit(size, Problem::Size(size)));
    }
    if let Some(encoding) = other_encoding(bytes) {
        return Err(ReadError::new("FRM-002", 0, Problem::Encoding(encoding)));
    }
    let text =
        std::str::from_utf8(bytes).map_err(|error| ReadError::new("FRM-002", error.valid_up_to(), Problem::NotUtf8))?;
    let (text, offset) = text.strip_prefix('\u{feff}').map_or((text, 0), |rest| (rest, 3));
    let start = text.trim_start_matches([' ', '\t', '\r', '\n']);
    if start.is_empty() {
        return Err(ReadError::form(0, Problem::Empty));
    }
    let format = if start.starts_with('<') { Format::Xml } else { Format::Json };
    Ok(Input { format, text, offset })
}

/// The name of the encoding when the first bytes say that it is not UTF-8.
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, b'<' | b'{', ..] | [b'<' | b'{', 0, ..] => Some("UTF-16"),
        _ => None,
    }
}
