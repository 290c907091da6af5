//! XML, read straight: the tags that the table predicts are compared with the bytes that stand there.
//!
//! It gives up at the first thing that is not as our own writer, or a plain one of somebody else, would have it: a
//! comment, CDATA, a prefix, an attribute, an empty-element tag, an element out of order. It makes no finding.

use std::borrow::Cow;

use super::{limits::Budget, scan, simple};
use crate::read::Limits;
use crate::shape::{Element, Shape, Type};
use crate::value::Scalar;

/// Goes through a document, element by element, as its tables predict them.
pub(crate) struct XmlDecoder<'a> {
    text: &'a str,
    /// The byte to read next.
    at: usize,
    pub(super) budget: Budget,
    /// The current composite, the name of its tag, and how many of its elements were found.
    shape: &'static Shape,
    tag: &'static str,
    filled: u32,
    /// The composite it went to.
    part: &'static Shape,
    part_tag: &'static str,
    /// The value it went to.
    scalar: Scalar<'a>,
    /// Its text when references had to be resolved.
    resolved: String,
    is_resolved: bool,
}

/// What is around a composite.
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
            at: 0,
            budget: Budget::new(limits),
            shape,
            tag: "",
            filled: 0,
            part: shape,
            part_tag: "",
            scalar: Scalar::Truth(false),
            resolved: String::new(),
            is_resolved: false,
        }
    }

    /// Goes over white space between tags.
    #[inline]
    pub(super) fn space(&mut self) {
        let end = scan::space(self.text.as_bytes(), self.at);
        self.budget.space += end - self.at;
        self.at = end;
    }

    /// Goes over `expected`, when it stands here.
    pub(super) fn eat(&mut self, expected: &str) -> Option<()> {
        if !scan::stands(self.text.as_bytes(), self.at, expected.as_bytes()) {
            return None;
        }
        self.at += expected.len();
        Some(())
    }

    /// Goes over what stands before `end` and over `end`, and gives it.
    pub(super) fn until(&mut self, end: char, longest: usize) -> Option<&'a str> {
        let window = self.text.as_bytes().get(self.at..)?;
        let length = window.iter().take(longest).position(|&byte| char::from(byte) == end)?;
        let found = self.text.get(self.at..self.at + length)?;
        self.at += length + 1;
        Some(found)
    }

    /// How many bytes are left.
    pub(crate) const fn left(&self) -> usize {
        self.text.len().saturating_sub(self.at)
    }

    /// Sets what is decoded next: the root of a header or message whose start tag was gone over.
    pub(super) fn begin(&mut self, shape: &'static Shape) {
        self.shape = shape;
        self.filled = 0;
    }

    /// Goes over the end tag of that root.
    pub(super) fn end(&mut self, name: &str) -> Option<()> {
        self.is_filled_right()?;
        self.space();
        self.end_tag(name)
    }

    /// Goes over a start tag without attributes, when it is the one of `name`.
    #[inline]
    fn start_tag(&mut self, name: &str) -> bool {
        let bytes = self.text.as_bytes();
        let end = self.at + 1 + name.len();
        let found = bytes.get(self.at) == Some(&b'<')
            && bytes.get(end) == Some(&b'>')
            && scan::stands(bytes, self.at + 1, name.as_bytes());
        if found {
            self.at = end + 1;
        }
        found
    }

    #[inline]
    fn end_tag(&mut self, name: &str) -> Option<()> {
        let bytes = self.text.as_bytes();
        let end = self.at + 2 + name.len();
        let found = bytes.get(self.at) == Some(&b'<')
            && bytes.get(self.at + 1) == Some(&b'/')
            && bytes.get(end) == Some(&b'>')
            && scan::stands(bytes, self.at + 2, name.as_bytes());
        if found {
            self.at = end + 1;
            return Some(());
        }
        None
    }

    /// Goes to an element of the current composite; `false` when it is not the next one.
    pub(crate) fn find(&mut self, index: usize) -> Option<bool> {
        let element = self.shape.elements.get(index)?;
        self.space();
        if !self.start_tag(element.name) {
            return (element.min == 0).then_some(false);
        }
        self.filled += 1;
        self.budget.elements += 1;
        self.content(element, element.name).map(|()| true)
    }

    /// Goes to a list of the current composite.
    pub(crate) fn list(&mut self, index: usize) -> Option<Items> {
        let element = self.shape.elements.get(index)?;
        let item = element.item?;
        self.space();
        if !self.start_tag(element.name) {
            return (element.min == 0).then_some(Items { element: None, item, count: 0 });
        }
        self.filled += 1;
        self.budget.elements += 1;
        Some(Items { element: Some(element), item, count: 0 })
    }

    /// Goes to the next item of a list, or over its end.
    pub(crate) fn item(&mut self, items: &mut Items) -> Option<bool> {
        let Some(element) = items.element else { return Some(false) };
        self.space();
        if self.start_tag(items.item) {
            items.count += 1;
            self.budget.elements += 1;
            return self.content(element, items.item).map(|()| true);
        }
        // An empty list is as good as none, or not, by its row: rare enough to leave it.
        if items.count == 0 || items.count > self.budget.items {
            return None;
        }
        self.end_tag(element.name).map(|()| false)
    }

    /// Takes what stands in an element: of a composite nothing yet, of a simple value all of it and the end tag.
    #[inline]
    fn content(&mut self, element: &'static Element, tag: &'static str) -> Option<()> {
        if let Type::Composite(shape) = element.ty {
            self.part = shape;
            self.part_tag = tag;
            return Some(());
        }
        if let Some((scalar, end)) = simple::in_place(self.text, self.at, element) {
            self.scalar = scalar;
            self.at = end;
            return self.end_tag(tag);
        }
        self.text(element)?;
        self.end_tag(tag)
    }

    /// Takes the text that stands here as a value.
    fn text(&mut self, element: &'static Element) -> Option<()> {
        let end = scan::xml(self.text.as_bytes(), self.at);
        if self.text.as_bytes().get(end) != Some(&b'<') {
            return self.unusual_text(element);
        }
        let text = self.text.get(self.at..end)?;
        if text.len() > self.budget.text || (simple::may_collapse(element) && !simple::is_collapsed(text)) {
            return None;
        }
        self.scalar = simple::judge(text, true, element)?;
        self.at = end;
        Some(())
    }

    /// Takes a text with references, line ends or characters beyond ASCII.
    #[inline(never)]
    fn unusual_text(&mut self, element: &'static Element) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let raw = rest.get(..rest.bytes().position(|byte| byte == b'<')?)?;
        let (mut lines, mut wide) = (false, false);
        for byte in raw.bytes() {
            match byte {
                b'\n' | b'\t' => lines = true,
                0x80.. => wide = true,
                // A `>` may be the end of `]]>`, which no text holds.
                0..b' ' | b'>' | 0x7f => return None,
                _ => {}
            }
        }
        let forbidden = |character: char| {
            (character.is_control() && !character.is_ascii()) || matches!(character, '\u{fffe}' | '\u{ffff}')
        };
        if raw.len() > self.budget.text || (wide && raw.contains(forbidden)) {
            return None;
        }
        let text = resolve(raw)?;
        if simple::may_collapse(element) && !simple::is_collapsed(&text) {
            return None;
        }
        let plain = !lines && !wide;
        match text {
            Cow::Borrowed(text) => self.scalar = simple::judge(text, plain, element)?,
            Cow::Owned(text) => {
                self.scalar = match simple::judge(&text, plain, element)? {
                    Scalar::Text(_) => Scalar::Text(""),
                    // Nothing but text is written with references.
                    _ => return None,
                };
                self.resolved = text;
                self.is_resolved = true;
            }
        }
        self.at += raw.len();
        Some(())
    }

    /// The value it went to.
    #[inline]
    pub(crate) fn scalar(&mut self) -> Scalar<'_> {
        if std::mem::take(&mut self.is_resolved) { Scalar::Text(&self.resolved) } else { self.scalar }
    }

    /// Goes into the composite it went to.
    pub(crate) const fn open(&mut self) -> Outer {
        let outer = Outer { shape: self.shape, tag: self.tag, filled: self.filled };
        self.shape = self.part;
        self.tag = self.part_tag;
        self.filled = 0;
        outer
    }

    /// Goes out of the current composite, over its end tag.
    pub(crate) fn close(&mut self, outer: Outer) -> Option<()> {
        self.is_filled_right()?;
        self.space();
        self.end_tag(self.tag)?;
        self.shape = outer.shape;
        self.tag = outer.tag;
        self.filled = outer.filled;
        Some(())
    }

    /// Of a choice exactly one part is there.
    const fn is_filled_right(&self) -> Option<()> {
        if self.shape.choice && self.filled != 1 { None } else { Some(()) }
    }
}

/// The text with its references resolved; only the five that everybody knows are known here.
fn resolve(raw: &str) -> Option<Cow<'_, str>> {
    const ENTITIES: [(&str, char); 5] = [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("apos;", '\'')];
    let mut pieces = raw.split('&');
    let first = pieces.next()?;
    if first.len() == raw.len() {
        return Some(Cow::Borrowed(raw));
    }
    let mut text = String::with_capacity(raw.len());
    text.push_str(first);
    for piece in pieces {
        let (rest, character) =
            ENTITIES.iter().find_map(|(name, character)| Some((piece.strip_prefix(name)?, *character)))?;
        text.push(character);
        text.push_str(rest);
    }
    Some(Cow::Owned(text))
}
