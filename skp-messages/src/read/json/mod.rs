//! From JSON text (RFC 8259) to a tree.
//!
//! Reads strictly and without recursion, and keeps strings and names borrowed where they hold no
//! escape. It judges no number: a number stays as written, never a float. It must not know what a name
//! means; the only thing it says about names is that one stands twice in the same object.

mod number;
mod string;
#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]
mod tests;

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Expect, Limits, Problem, ReadError};
use crate::tree::{Content, Tree, TreeBuilder};

/// Up to this many members, a name is compared with the earlier ones one by one; beyond it by hash, so
/// that an object of many members does not cost the square of their number.
const FEW: usize = 16;

/// Reads one JSON value with nothing but white space around it.
///
/// # Errors
/// The first thing that is not well-formed (`FRM-001`) or over a limit (`FRM-004`).
pub(crate) fn read<'a>(text: &'a str, limits: &Limits) -> Result<Tree<'a>, ReadError> {
    let mut reader = Reader { text, at: 0, limits, builder: TreeBuilder::default(), open: Vec::new() };
    reader.skip_space();
    reader.value(Cow::Borrowed(""), reader.at, false)?;
    while let Some(container) = reader.open.last() {
        if container.array { reader.next_item()? } else { reader.next_member()? }
    }
    reader.skip_space();
    if reader.peek().is_some() {
        return Err(ReadError::form(reader.at, Problem::Trailing));
    }
    Ok(reader.builder.tree)
}

/// Reads the string whose opening quote is at `open`, as [`read`] does; gives its text and the byte after it.
///
/// # Errors
/// As [`read`].
pub(crate) fn string(text: &str, open: usize, limit: usize) -> Result<(Cow<'_, str>, usize), ReadError> {
    string::read(text, open, limit)
}

struct Reader<'a, 'l> {
    text: &'a str,
    /// The byte to read next.
    at: usize,
    limits: &'l Limits,
    builder: TreeBuilder<'a>,
    /// The open objects and arrays, outermost first.
    open: Vec<Container<'a>>,
}

/// An object or array that is not closed yet.
struct Container<'a> {
    /// An array, else an object.
    array: bool,
    /// How many members or items it has so far.
    count: usize,
    /// The names of the members, once there are more than [`FEW`].
    names: Option<HashSet<Cow<'a, str>>>,
}

impl<'a> Reader<'a, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// What is wrong here when something else should stand here: that, or the end of the input.
    fn expected(&self, expect: Expect) -> ReadError {
        let problem = if self.peek().is_some() { Problem::Expected(expect) } else { Problem::Truncated };
        ReadError::form(self.at, problem)
    }

    /// Reads what follows in the innermost object: a member, or the end of it.
    fn next_member(&mut self) -> Result<(), ReadError> {
        if !self.another(b'}', Expect::CommaOrBrace)? {
            return Ok(());
        }
        let place = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.expected(Expect::MemberName));
        }
        let (name, end) = string::read(self.text, place, self.limits.text)?;
        self.at = end;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.expected(Expect::Colon));
        }
        self.at += 1;
        self.skip_space();
        let repeated = self.repeats(name.clone());
        self.value(name, place, repeated)
    }

    /// Reads what follows in the innermost array: an item, or the end of it.
    fn next_item(&mut self) -> Result<(), ReadError> {
        if !self.another(b']', Expect::CommaOrBracket)? {
            return Ok(());
        }
        if self.open.last().is_some_and(|array| array.count > self.limits.items) {
            return Err(ReadError::limit(self.at, Problem::Items(self.limits.items)));
        }
        self.value(Cow::Borrowed(""), self.at, false)
    }

    /// Goes to the next member or item and counts it, or closes the container and says `false`.
    fn another(&mut self, closing: u8, separator: Expect) -> Result<bool, ReadError> {
        self.skip_space();
        let next = self.peek();
        let Some(container) = self.open.last_mut() else { return Ok(false) };
        let is_first = container.count == 0;
        if next == Some(closing) {
            self.at += 1;
            self.open.pop();
            self.builder.close(self.at);
            return Ok(false);
        }
        container.count += 1;
        if !is_first {
            if next != Some(b',') {
                return Err(self.expected(separator));
            }
            self.at += 1;
            self.skip_space();
        }
        Ok(true)
    }

    /// Whether an earlier member of the innermost object has this name.
    fn repeats(&mut self, name: Cow<'a, str>) -> bool {
        let (Some(object), Some(id)) = (self.open.last_mut(), self.builder.current_id()) else { return false };
        let mut earlier = self.builder.tree.children(id).map(|(_, node)| &node.name);
        if object.count <= FEW {
            return earlier.any(|other| *other == name);
        }
        let names = object.names.get_or_insert_with(|| earlier.cloned().collect());
        !names.insert(name)
    }

    /// Reads a value; of an object or array only the start.
    fn value(&mut self, name: Cow<'a, str>, place: usize, repeated: bool) -> Result<(), ReadError> {
        if self.builder.len() >= self.limits.elements {
            return Err(ReadError::limit(place, Problem::Elements(self.limits.elements)));
        }
        let start = self.at;
        let content = match self.peek() {
            Some(b'{') => self.container(false)?,
            Some(b'[') => self.container(true)?,
            Some(b'"') => {
                let (text, end) = string::read(self.text, start, self.limits.text)?;
                self.at = end;
                Content::String(text)
            }
            Some(b'-' | b'0'..=b'9') => {
                self.at = number::end(self.text.as_bytes(), start)?;
                Content::Number(self.text.get(start..self.at).unwrap_or_default().into())
            }
            Some(b't') => self.literal("true", Content::Boolean(true))?,
            Some(b'f') => self.literal("false", Content::Boolean(false))?,
            Some(b'n') => self.literal("null", Content::Null)?,
            _ => return Err(self.expected(Expect::Value)),
        };
        let stays_open = matches!(content, Content::Object | Content::Array);
        self.builder.open(name, content, place);
        if let Some(node) = self.builder.current() {
            node.repeated = repeated;
            node.value.start = start;
        }
        if !stays_open {
            self.builder.close(self.at);
        }
        Ok(())
    }

    /// Opens an object or an array.
    fn container(&mut self, array: bool) -> Result<Content<'a>, ReadError> {
        if self.open.len() >= self.limits.depth {
            return Err(ReadError::limit(self.at, Problem::Depth(self.limits.depth)));
        }
        self.at += 1;
        self.open.push(Container { array, count: 0, names: None });
        Ok(if array { Content::Array } else { Content::Object })
    }

    /// Reads `true`, `false` or `null`.
    fn literal(&mut self, word: &str, content: Content<'a>) -> Result<Content<'a>, ReadError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.starts_with(word) {
            self.at += word.len();
            Ok(content)
        } else if word.starts_with(rest) {
            Err(ReadError::form(self.text.len(), Problem::Truncated))
        } else {
            Err(ReadError::form(self.at, Problem::Expected(Expect::Literal)))
        }
    }
}
