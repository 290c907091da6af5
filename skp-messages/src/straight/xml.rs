//! XML, read straight: the tags that the table predicts are compared with the bytes that stand there.
//!
//! It gives up at the first thing that is not as our own writer, or a plain one of somebody else, would have it: a
//! comment, CDATA, a prefix, an attribute, an empty-element tag, an element out of order. It makes no finding.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{limits::Budget, scan, simple};
use crate::read::Limits;
use crate::shape::{Element, Shape, Type};
use crate::value::Source;

/// Goes through a document, element by element, as its tables predict them.
pub(crate) struct XmlDecoder<'a> {
    text: &'a str,
    /// What is left of it.
    rest: &'a [u8],
    pub(super) budget: Budget,
    /// The current composite, and how many of its elements were found.
    shape: &'static Shape,
    filled: u32,
    /// The element it went to, and the name of its tag.
    element: Option<&'static Element>,
    tag: &'static str,
    /// A text whose references had to be resolved.
    resolved: String,
}

/// What is around a composite, and the name of its tag.
pub(crate) struct Outer {
    shape: &'static Shape,
    tag: &'static str,
    filled: u32,
}

/// The items of a list that are still to come.
pub(crate) struct Items {
    element: Option<&'static Element>,
    item: &'static str,
    count: usize,
}

impl<'a> XmlDecoder<'a> {
    pub(super) fn new(text: &'a str, limits: &Limits, shape: &'static Shape) -> Self {
        Self {
            text,
            rest: text.as_bytes(),
            budget: Budget::new(limits),
            shape,
            filled: 0,
            element: None,
            tag: "",
            resolved: String::new(),
        }
    }

    /// Goes over white space between tags.
    #[inline]
    pub(super) fn space(&mut self) {
        // Hardly ever anything else in a compact message.
        if !matches!(self.rest, [byte, ..] if *byte > b' ') {
            self.long_space();
        }
    }

    fn long_space(&mut self) {
        let rest = scan::space(self.rest);
        self.budget.space += self.rest.len() - rest.len();
        self.rest = rest;
    }

    /// Goes over `expected`, when it stands here.
    pub(super) fn eat(&mut self, expected: &str) -> Option<()> {
        self.rest = scan::after(self.rest, expected)?;
        Some(())
    }

    /// Goes over what stands before `end` and over `end`, and gives it.
    pub(super) fn until(&mut self, end: char, longest: usize) -> Option<&'a str> {
        let length = self.rest.iter().take(longest).position(|&byte| char::from(byte) == end)?;
        let found = self.ahead(length)?;
        self.rest = self.rest.get(length + 1..)?;
        Some(found)
    }

    /// The text of so many bytes that stands here.
    #[inline]
    fn ahead(&self, length: usize) -> Option<&'a str> {
        let at = self.text.len() - self.rest.len();
        self.text.get(at..at + length)
    }

    /// How many bytes are left.
    #[inline]
    pub(crate) const fn left(&self) -> usize {
        self.rest.len()
    }

    /// Sets what is decoded next: the root of a header or message whose start tag was gone over.
    pub(super) const fn begin(&mut self, shape: &'static Shape) {
        self.shape = shape;
        self.filled = 0;
    }

    /// Goes over the end tag of that root.
    pub(super) fn end(&mut self, name: &str) -> Option<()> {
        self.is_filled_right()?;
        self.space();
        self.rest = end_tag(self.rest, name)?;
        Some(())
    }

    /// Goes to an element of the current composite; `false` when it is not the next one.
    #[inline(never)]
    pub(crate) fn find(&mut self, index: usize) -> Option<bool> {
        let element = self.shape.elements.get(index)?;
        self.space();
        let Some(rest) = start_tag(self.rest, element.name) else {
            return (element.min == 0).then_some(false);
        };
        self.rest = rest;
        self.filled += 1;
        self.budget.elements += 1;
        self.element = Some(element);
        self.tag = element.name;
        Some(true)
    }

    /// Goes to a list of the current composite.
    pub(crate) fn list(&mut self, index: usize) -> Option<Items> {
        let element = self.shape.elements.get(index)?;
        let item = element.item?;
        self.space();
        let Some(rest) = start_tag(self.rest, element.name) else {
            return (element.min == 0).then_some(Items { element: None, item, count: 0 });
        };
        self.rest = rest;
        self.filled += 1;
        self.budget.elements += 1;
        Some(Items { element: Some(element), item, count: 0 })
    }

    /// Goes to the next item of a list, or over its end.
    pub(crate) fn item(&mut self, items: &mut Items) -> Option<bool> {
        let Some(element) = items.element else { return Some(false) };
        self.space();
        if let Some(rest) = start_tag(self.rest, items.item) {
            self.rest = rest;
            items.count += 1;
            self.budget.elements += 1;
            self.element = Some(element);
            self.tag = items.item;
            return Some(true);
        }
        // An empty list is as good as none, or not, by its row: rare enough to leave it.
        if items.count == 0 || items.count > self.budget.items {
            return None;
        }
        self.rest = end_tag(self.rest, element.name)?;
        Some(false)
    }

    /// Takes a text with references, line ends or characters beyond ASCII.
    #[inline(never)]
    fn unusual_text(&mut self, element: &'static Element) -> Option<&str> {
        let (mut lines, mut wide, mut references) = (false, false, false);
        let length = self.rest.iter().position(|&byte| {
            lines |= matches!(byte, b'\n' | b'\t');
            wide |= byte >= 0x80;
            references |= byte == b'&';
            // A `>` may be the end of `]]>`, which no text holds.
            matches!(byte, b'<' | b'>' | 0x7f) || (byte < b' ' && !matches!(byte, b'\n' | b'\t'))
        })?;
        let raw = self.ahead(length)?;
        let forbidden = |character: char| {
            (character.is_control() && !character.is_ascii()) || matches!(character, '\u{fffe}' | '\u{ffff}')
        };
        if length > self.budget.text || (wide && raw.contains(forbidden)) {
            return None;
        }
        let text = if references { Cow::Owned(resolve(raw)?) } else { Cow::Borrowed(raw) };
        if !simple::is_right(&text, !lines && !wide, true, element) {
            return None;
        }
        self.rest = end_tag(self.rest.get(raw.len()..)?, self.tag)?;
        match text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(text) => {
                self.resolved = text;
                Some(&self.resolved)
            }
        }
    }

    /// Goes into the composite it went to; `None` when that is none.
    pub(crate) fn open(&mut self) -> Option<Outer> {
        let Type::Composite(part) = self.element?.ty else { return None };
        let outer = Outer { shape: self.shape, tag: self.tag, filled: self.filled };
        self.begin(part);
        Some(outer)
    }

    /// Goes out of the current composite, over its end tag.
    pub(crate) fn close(&mut self, outer: &Outer) -> Option<()> {
        self.end(outer.tag)?;
        self.shape = outer.shape;
        self.filled = outer.filled;
        Some(())
    }

    /// Of a choice exactly one part is there.
    const fn is_filled_right(&self) -> Option<()> {
        if self.shape.choice && self.filled != 1 { None } else { Some(()) }
    }
}

impl Source for XmlDecoder<'_> {
    fn text(&mut self) -> Option<&str> {
        let element = self.element?;
        let rest = self.rest;
        let length = scan::xml(rest);
        let Some((_, after @ [b'<', ..])) = rest.split_at_checked(length) else {
            return self.unusual_text(element);
        };
        let text = self.ahead(length)?;
        if length > self.budget.text || !simple::is_right(text, true, true, element) {
            return None;
        }
        self.rest = end_tag(after, self.tag)?;
        Some(text)
    }

    fn hundredths(&mut self) -> Option<u64> {
        let (value, rest) = simple::hundredths(self.rest, self.element?)?;
        self.rest = end_tag(rest, self.tag)?;
        Some(value)
    }

    fn whole(&mut self) -> Option<i64> {
        let (value, rest) = simple::whole(self.rest, self.element?)?;
        self.rest = end_tag(rest, self.tag)?;
        Some(value)
    }

    fn truth(&mut self) -> Option<bool> {
        let (value, rest) = simple::truth(self.rest, self.element?)?;
        self.rest = end_tag(rest, self.tag)?;
        Some(value)
    }

    fn day(&mut self) -> Option<NaiveDate> {
        let (value, rest) = simple::day(self.rest, self.element?)?;
        self.rest = end_tag(rest, self.tag)?;
        Some(value)
    }
}

/// What follows the start tag of `name`, when that stands here without attributes.
#[inline(always)]
#[allow(clippy::inline_always)] // without it the rest of the input goes through memory once more
fn start_tag<'a>(bytes: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let [b'<', rest @ ..] = bytes else { return None };
    let [b'>', rest @ ..] = scan::after(rest, name)? else { return None };
    Some(rest)
}

/// What follows the end tag of `name`, when that stands here.
#[inline(always)]
#[allow(clippy::inline_always)] // without it the rest of the input goes through memory once more
fn end_tag<'a>(bytes: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let [b'<', b'/', rest @ ..] = bytes else { return None };
    let [b'>', rest @ ..] = scan::after(rest, name)? else { return None };
    Some(rest)
}

/// The text with its references resolved; only the five that everybody knows are known here.
fn resolve(raw: &str) -> Option<String> {
    const ENTITIES: [(&str, char); 5] = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("apos;", '\'')];
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(length) = rest.bytes().position(|byte| byte == b'&') {
        text.push_str(rest.get(..length)?);
        rest = rest.get(length + 1..)?;
        let (name, character) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name))?;
        text.push(*character);
        rest = rest.get(name.len()..)?;
    }
    text.push_str(rest);
    Some(text)
}
