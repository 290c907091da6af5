//! The inside of a start tag.
//!
//! What the prefixes mean is for [`super::namespaces`].

use std::collections::HashSet;
use std::hash::Hash;

use super::cursor::Cursor;
use super::names::{QName, is_name_character, is_name_start, plain_name};
use super::text;
use crate::read::{Expect, Problem, ReadError};

/// An attribute as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawAttribute<'a> {
    pub(super) name: QName<'a>,
    /// The number of its namespace, 0 for none and until it is known.
    pub(super) namespace: u16,
    /// Where the name begins.
    pub(super) place: usize,
    /// Between the quotes, references not resolved.
    pub(super) value: &'a str,
}

/// A start tag without its attributes.
#[derive(Debug, Clone, Copy)]
pub(super) struct StartTag<'a> {
    pub(super) name: QName<'a>,
    /// The byte after `>`.
    pub(super) end: usize,
    /// Whether it is the tag of an empty element.
    pub(super) empty: bool,
}

/// Reads the start tag whose `<` is at the cursor when it is nothing but a name without a prefix, as nearly all are.
pub(super) fn read_plain<'a>(cursor: &mut Cursor<'a>) -> Option<StartTag<'a>> {
    let start = cursor.at + 1;
    let whole = plain_name(cursor.text.get(start..)?)?;
    let end = start + whole.len();
    (cursor.text.as_bytes().get(end) == Some(&b'>')).then(|| {
        cursor.at = end + 1;
        StartTag { name: QName { whole, prefix: None, local: whole }, end: cursor.at, empty: false }
    })
}

/// Reads the start tag whose `<` is at the cursor; puts its attributes, at most `limit`, in `attributes`.
pub(super) fn read<'a>(
    cursor: &mut Cursor<'a>,
    limit: usize,
    attributes: &mut Vec<RawAttribute<'a>>,
) -> Result<StartTag<'a>, ReadError> {
    const TAG_END: Problem = Problem::Expected(Expect::TagEnd);
    attributes.clear();
    cursor.at += 1;
    let name = cursor.qualified_name()?;
    let mut seen = Distinct::default();
    loop {
        let spaced = cursor.skip_space();
        if cursor.eat(">") {
            return Ok(StartTag { name, end: cursor.at, empty: false });
        }
        if cursor.eat("/") {
            if cursor.eat(">") {
                return Ok(StartTag { name, end: cursor.at, empty: true });
            }
            return Err(cursor.wrong(&[], TAG_END));
        }
        if !spaced {
            return Err(cursor.wrong(&[], if attributes.is_empty() { Problem::Name } else { TAG_END }));
        }
        let attribute = attribute(cursor)?;
        if !seen.add(attribute.name.whole) {
            return Err(ReadError::form(attribute.place, Problem::RepeatedAttribute));
        }
        if attributes.len() >= limit {
            return Err(ReadError::limit(attribute.place, Problem::Attributes(limit)));
        }
        attributes.push(attribute);
    }
}

/// Reads one attribute.
fn attribute<'a>(cursor: &mut Cursor<'a>) -> Result<RawAttribute<'a>, ReadError> {
    const EXPECTED: Problem = Problem::Expected(Expect::Attribute);
    let place = cursor.at;
    if !cursor.rest().starts_with(is_name_start) {
        let nearly = cursor.rest().starts_with(is_name_character);
        return Err(cursor.wrong(&[], if nearly { Problem::Name } else { EXPECTED }));
    }
    let name = cursor.qualified_name()?;
    cursor.skip_space();
    if !cursor.eat("=") {
        return Err(cursor.wrong(&[], EXPECTED));
    }
    cursor.skip_space();
    let quote = match cursor.peek() {
        Some(quote @ (b'"' | b'\'')) => quote,
        _ => return Err(cursor.wrong(&[], EXPECTED)),
    };
    cursor.at += 1;
    let start = cursor.at;
    loop {
        cursor.take_while(|byte| byte != quote && byte != b'&' && byte != b'<');
        match cursor.peek() {
            Some(b'&') => text::reference(cursor)?,
            Some(byte) if byte == quote => break,
            _ => return Err(cursor.wrong(&[], Problem::Character)),
        };
    }
    let value = cursor.text.get(start..cursor.at).unwrap_or_default();
    cursor.at += 1;
    Ok(RawAttribute { name, namespace: 0, place, value })
}

/// Finds what stands twice: among few by comparing each, among many by hash, so that a tag of many
/// attributes does not cost the square of their number.
pub(super) struct Distinct<T> {
    few: Vec<T>,
    many: Option<HashSet<T>>,
}

impl<T> Default for Distinct<T> {
    fn default() -> Self {
        Self { few: Vec::new(), many: None }
    }
}

impl<T: Copy + Eq + Hash> Distinct<T> {
    const FEW: usize = 16;

    /// Adds an item; says `false` when it was there.
    pub(super) fn add(&mut self, item: T) -> bool {
        if let Some(many) = &mut self.many {
            return many.insert(item);
        }
        if self.few.contains(&item) {
            return false;
        }
        self.few.push(item);
        if self.few.len() > Self::FEW {
            self.many = Some(self.few.drain(..).collect());
        }
        true
    }
}
