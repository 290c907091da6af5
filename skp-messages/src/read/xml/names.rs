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
    // Nearly all names are letters and digits: the table is asked only beyond.
    let bytes = text.as_bytes();
    let plain = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_').unwrap_or(bytes.len());
    let starts = match bytes.first() {
        Some(first) if first.is_ascii() => first.is_ascii_alphabetic() || matches!(first, b'_' | b':'),
        _ => text.chars().next().is_some_and(is_name_start),
    };
    if !starts {
        return 0;
    }
    if let None | Some(b'>' | b'/' | b'=' | b' ' | b'\t' | b'\r' | b'\n') = bytes.get(plain) {
        return plain;
    }
    let rest = text.get(plain..).unwrap_or_default();
    plain + rest.find(|c| !is_name_character(c)).unwrap_or(rest.len())
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
