//! The line of an input that a finding points to, fit for a terminal and without anybody's data.
//!
//! | file | does |
//! |---|---|
//! | `words` | knows the words of the standard, which may be shown |
//! | `pieces` | splits a line into words and what stands between them, and masks |
//! | `mark` | finds the bytes to underline |
//!
//! Masking is by permission, not by prohibition: a word is shown when the standard knows it *and* it stands where names
//! stand. Everything else becomes `•••`, of one width whatever it hides. So a mistake in an input can only make the
//! excerpt poorer, never make it tell more.

mod mark;
mod pieces;
mod words;

use std::ops::Range;

use skp_messages::Format;
use skp_messages::draft::Draft;

use pieces::Piece;

/// What stands for a value that is not shown.
pub const MASK: &str = "•••";

/// How many characters of a line are shown.
const WIDTH: usize = 160;
/// How many of them before the place, when the line is cut.
const BEFORE: usize = 50;
/// How many bytes around the place are looked at; a line of one message can be as long as the message.
const AROUND: usize = 4096;

/// One line of an input as it may be shown, with the part to underline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line.
    pub text: String,
    /// The bytes of `text` to underline; empty at the end of the line when the place is there.
    pub mark: Range<usize>,
}

/// The line around the byte `offset` of an input, masked unless `show_values`.
#[must_use]
pub fn excerpt(input: &[u8], offset: usize, format: Option<Format>, show_values: bool) -> Excerpt {
    let offset = offset.min(input.len());
    let format = format.unwrap_or_else(|| looks_like(input));
    let window = window(input, offset);
    let pieces =
        if show_values { pieces::shown(input, window.clone()) } else { pieces::masked(input, window.clone(), format) };
    let mark = mark::mark(input, offset, window.end, format);
    assemble(&pieces, &mark)
}

/// Lets excerpts also show the names of these tables, from now on: those of a draft of the standard.
pub fn know(draft: &Draft) {
    words::know(draft);
}

/// Whether a word is a name of the standard, and so nobody's data.
pub(crate) fn is_name(word: &str) -> bool {
    words::kind(word) == Some(words::Word::Name)
}

/// The part of the line around a place that is looked at.
fn window(input: &[u8], offset: usize) -> Range<usize> {
    let line_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let low = offset.saturating_sub(AROUND);
    let high = offset.saturating_add(AROUND).min(input.len());
    let before = input.get(low..offset).unwrap_or_default();
    let after = input.get(offset..high).unwrap_or_default();
    let start = before.iter().rposition(line_end).map_or(low, |at| low + at + 1);
    let end = after.iter().position(line_end).map_or(high, |at| offset + at);
    start..end
}

fn looks_like(input: &[u8]) -> Format {
    let text = input.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(input);
    match text.trim_ascii_start().first() {
        Some(b'<') => Format::Xml,
        _ => Format::Json,
    }
}

/// Puts the pieces together, follows the mark, and cuts what is too long.
fn assemble(pieces: &[Piece], mark: &Range<usize>) -> Excerpt {
    let mut text = String::new();
    let (mut from, mut to) = (None, None);
    for piece in pieces {
        if from.is_none() && piece.bytes.end > mark.start {
            from = Some(text.len());
        }
        text.push_str(&piece.text);
        if piece.bytes.start < mark.end {
            to = Some(text.len());
        }
    }
    let end = text.trim_end().len();
    let from = from.unwrap_or(text.len()).min(end);
    text.truncate(end);
    let to = to.unwrap_or(from).clamp(from, end);
    cut(&text, from..to)
}

/// At most [`WIDTH`] characters of the text, with the begin of the mark among them.
fn cut(text: &str, mark: Range<usize>) -> Excerpt {
    let total = text.chars().count();
    let place = text.get(..mark.start).unwrap_or_default().chars().count();
    let first = if total <= WIDTH { 0 } else { place.saturating_sub(BEFORE).min(total - WIDTH) };
    let byte = |number: usize| text.char_indices().nth(number).map_or(text.len(), |(at, _)| at);
    let (start, end) = (byte(first), byte(first + WIDTH));
    let (before, after) = (if start > 0 { "…" } else { "" }, if end < text.len() { "…" } else { "" });
    let moved = |at: usize| at.clamp(start, end) - start + before.len();
    Excerpt {
        text: format!("{before}{}{after}", text.get(start..end).unwrap_or_default()),
        mark: moved(mark.start)..moved(mark.end),
    }
}

#[cfg(test)]
mod tests;
