//! Which characters and names XML has.
//!
//! The tables of XML 1.0 (fifth edition) and the rules of Namespaces in XML 1.0. It must not know any
//! name of the standard.

/// Whether a document may hold this character at all.
pub(super) const fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// Whether a name may begin with this character.
pub(super) const fn is_name_start(c: char) -> bool {
    matches!(c,
        ':' | 'A'..='Z' | '_' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Whether a name may go on with this character.
pub(super) const fn is_name_character(c: char) -> bool {
    is_name_start(c)
        || matches!(c,
            '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// How many bytes of name a text begins with; 0 when it does not begin with one.
pub(super) fn name_length(text: &str) -> usize {
    // Nearly all names are letters and digits: the tables of characters are asked only beyond.
    let plain = plain_length(text);
    if plain == 0 && !text.chars().next().is_some_and(is_name_start) {
        return 0;
    }
    if ends_name(text.as_bytes().get(plain)) {
        return plain;
    }
    let rest = text.get(plain..).unwrap_or_default();
    plain + rest.find(|c| !is_name_character(c)).unwrap_or(rest.len())
}

/// How many bytes of letters, digits and `_` of ASCII a text begins with; 0 when it begins with a digit.
fn plain_length(text: &str) -> usize {
    const NAMES: [bool; 256] = {
        let mut names = [false; 256];
        let mut byte = 0;
        while byte < 128 {
            #[allow(clippy::indexing_slicing)] // while the program is compiled
            {
                names[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
            }
            byte += 1;
        }
        names
    };
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return 0;
    }
    let bytes = text.as_bytes();
    let plain = |byte: &u8| NAMES.get(usize::from(*byte)).copied().unwrap_or(false);
    bytes.iter().position(|byte| !plain(byte)).unwrap_or(bytes.len())
}

/// Whether no name goes on with this byte, so that nothing further need be asked.
const fn ends_name(byte: Option<&u8>) -> bool {
    matches!(byte, None | Some(b'>' | b'/' | b'=' | b' ' | b'\t' | b'\r' | b'\n'))
}

/// The whole of a name that is nothing but letters, digits and `_`, as nearly all are.
pub(super) fn plain_name(text: &str) -> Option<&str> {
    let length = plain_length(text);
    text.get(..length).filter(|name| !name.is_empty() && ends_name(text.as_bytes().get(length)))
}

/// A name with at most one prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct QName<'a> {
    /// As written.
    pub(super) whole: &'a str,
    pub(super) prefix: Option<&'a str>,
    pub(super) local: &'a str,
}

impl<'a> QName<'a> {
    /// Splits a name at its colon.
    ///
    /// # Errors
    /// How far into the name it goes wrong: a colon at an end, a second colon, or a local part that
    /// does not begin as a name.
    pub(super) fn new(whole: &'a str) -> Result<Self, usize> {
        let colon = whole.bytes().position(|byte| byte == b':');
        let Some((prefix, local)) = colon.and_then(|at| Some((whole.get(..at)?, whole.get(at + 1..)?))) else {
            return Ok(Self { whole, prefix: None, local: whole });
        };
        if prefix.is_empty() || local.is_empty() {
            return Err(prefix.len());
        }
        let local_at = prefix.len() + 1;
        if let Some(second) = local.find(':') {
            return Err(local_at + second);
        }
        if local.starts_with(is_name_start) { Ok(Self { whole, prefix: Some(prefix), local }) } else { Err(local_at) }
    }
}
