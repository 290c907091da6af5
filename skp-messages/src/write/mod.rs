//! From values to bytes: one writer per format.
//!
//! A writer takes what generated `encode` hands it and writes it in the order of the table. On the way it sees whether
//! there is anything to say about the values; it hands out what it wrote with that, and callers see to it that an
//! invalid message is never handed on.

pub(crate) mod json;
pub(crate) mod xml;

/// How much white space is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// None: the canonical form.
    #[default]
    Compact,
    /// One element a line, indented with two spaces, for people.
    Pretty,
}

/// The bytes a writer asks memory for at first: enough for most messages.
const ROOM: usize = 2048;

/// Asks memory for the items of a list that follow the first, which is what was written from `start` on: asked for when
/// needed, a long list would be moved many times.
fn room(out: &mut String, start: usize, items: usize) {
    const LONG: usize = 64;
    if items > LONG {
        let size = out.len().saturating_sub(start);
        // Others may be somewhat longer.
        out.reserve((size + size / 8).saturating_mul(items));
    }
}

/// Begins a line.
fn line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}
