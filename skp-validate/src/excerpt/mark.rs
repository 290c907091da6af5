//! Which bytes of an input to underline for a finding: the name at its place.

use std::ops::Range;

use skp_messages::Format;

/// The start tag or member name at `offset`; else the word there; at least one byte, and none beyond `end`.
pub(super) fn mark(input: &[u8], offset: usize, end: usize, format: Format) -> Range<usize> {
    let rest = input.get(offset..end).unwrap_or_default();
    let length = match (rest.first(), format) {
        (Some(b'<'), Format::Xml) => tag(rest),
        (Some(b'"'), Format::Json) => string(rest),
        (Some(_), _) => word(rest).max(1),
        (None, _) => 0,
    };
    offset..offset + length
}

/// The length of a start or end tag: with its `>` when there are no attributes, else up to its name's end.
fn tag(rest: &[u8]) -> usize {
    let name = rest.iter().skip(1).position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'<'));
    match name.map(|at| at + 1) {
        Some(at) if rest.get(at) == Some(&b'>') => at + 1,
        Some(at) => at,
        None => rest.len(),
    }
}

/// The length of a JSON string with its quotes.
fn string(rest: &[u8]) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.iter().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return at + 1,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

fn word(rest: &[u8]) -> usize {
    let between = |byte: &u8| byte.is_ascii_whitespace() || b"<>\"{}[],:=/".contains(byte);
    rest.iter().position(between).unwrap_or(rest.len())
}
