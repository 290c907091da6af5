//! XML, read straight: the tags that the table predicts are compared with the bytes that stand there.
//!
//! It gives up at the first thing that is not as our own writer, or a plain one of somebody else, would have it: a
//! comment, CDATA, a prefix, an attribute, an empty-element tag, an element out of order. It makes no finding.

use arrayvec::ArrayVec;
use chrono::NaiveDate;

use super::limits::{Budget, ROOM};
use super::{predicted::Predicted, scan, simple, tag::Tag};
use crate::read::Limits;
use crate::shape::{Shape, Type};
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
    around: ArrayVec<Outer, ROOM>,
    /// The element it went to, and its end tag.
    row: Option<&'static Predicted>,
    end: &'static Tag,
    /// A text whose references had to be resolved.
    resolved: String,
}

/// What is around a composite, and the end tag of that.
struct Outer {
    shape: &'static Shape,
    end: &'static Tag,
    filled: u32,
}

/// The items of a list that are still to come.
pub(crate) struct Items {
    row: Option<&'static Predicted>,
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
            around: ArrayVec::new_const(),
            row: None,
            end: &Tag::NONE,
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
        self.rest = self.rest.strip_prefix(expected.as_bytes())?;
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
        self.text.get(self.text.len() - self.rest.len()..)?.get(..length)
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
        for part in ["</", name, ">"] {
            self.eat(part)?;
        }
        Some(())
    }

    /// Goes to an element of the current composite; `false` when it is not the next one.
    #[inline(never)]
    pub(crate) fn find(&mut self, index: usize) -> Option<bool> {
        let row = self.shape.predicted.get(index)?;
        let Some(after) = row.start.quickly(self.rest) else { return self.find_slowly(row) };
        let Some(rest) = after else {
            if !matches!(self.rest, [b'<', ..]) {
                return self.find_slowly(row);
            }
            return if row.required { None } else { Some(false) };
        };
        Some(self.found(row, rest))
    }

    /// The same after white space, and near the end.
    #[inline(never)]
    fn find_slowly(&mut self, row: &'static Predicted) -> Option<bool> {
        self.space();
        match row.start.after(self.rest) {
            Some(rest) => Some(self.found(row, rest)),
            None if row.required => None,
            None => Some(false),
        }
    }

    /// Goes over the start tag of an element.
    #[inline]
    fn found(&mut self, row: &'static Predicted, rest: &'a [u8]) -> bool {
        self.rest = rest;
        self.filled += 1;
        self.budget.elements += 1;
        self.row = Some(row);
        self.end = &row.end;
        true
    }

    /// Goes to a list of the current composite.
    pub(crate) fn list(&mut self, index: usize) -> Option<Items> {
        let row = if self.find(index)? { self.row } else { None };
        Some(Items { row, count: 0 })
    }

    /// Goes to the next item of a list, or over its end.
    pub(crate) fn item(&mut self, items: &mut Items) -> Option<bool> {
        let Some(row) = items.row else { return Some(false) };
        self.space();
        if let Some(rest) = row.item_start.after(self.rest) {
            self.rest = rest;
            items.count += 1;
            self.budget.elements += 1;
            self.row = Some(row);
            self.end = &row.item_end;
            return Some(true);
        }
        // An empty list is as good as none, or not, by its row: rare enough to leave it.
        if items.count == 0 || items.count > self.budget.items {
            return None;
        }
        self.rest = row.end.after(self.rest)?;
        Some(false)
    }

    /// Takes a text with references, or one near the end, and hands on to [`Self::unusual_text`] what holds something else.
    #[cold]
    #[inline(never)]
    fn text_slowly(&mut self, row: &'static Predicted) -> Option<&str> {
        let mut rest = self.rest;
        self.resolved.clear();
        loop {
            let (plain, after) = rest.split_at_checked(scan::xml(rest))?;
            let at = self.text.len() - rest.len();
            self.resolved.push_str(self.text.get(at..at + plain.len())?);
            rest = match after {
                [b'<', ..] => {
                    rest = after;
                    break;
                }
                [b'&', reference @ ..] => {
                    let (character, after) = resolve(reference)?;
                    self.resolved.push(character);
                    after
                }
                _ => return self.unusual_text(row),
            };
        }
        if self.rest.len() - rest.len() > self.budget.text || !simple::is_right(&self.resolved, true, true, row) {
            return None;
        }
        self.rest = self.end.after(rest)?;
        Some(&self.resolved)
    }

    /// Takes a text with line ends or characters beyond ASCII, and perhaps references.
    #[inline(never)]
    fn unusual_text(&mut self, row: &'static Predicted) -> Option<&str> {
        let (mut lines, mut wide) = (false, false);
        let length = self.rest.iter().position(|&byte| {
            lines |= matches!(byte, b'\n' | b'\t');
            wide |= byte >= 0x80;
            // A `>` may be the end of `]]>`, which no text holds.
            matches!(byte, b'<' | b'>' | 0x7f) || (byte < b' ' && !matches!(byte, b'\n' | b'\t'))
        })?;
        let mut raw = self.ahead(length)?;
        let forbidden = |character: char| {
            (character.is_control() && !character.is_ascii()) || matches!(character, '\u{fffe}' | '\u{ffff}')
        };
        if length > self.budget.text || (wide && raw.contains(forbidden)) {
            return None;
        }
        let rest = self.end.after(self.rest.get(length..)?)?;
        self.resolved.clear();
        while let Some((plain, reference)) = raw.split_once('&') {
            let (character, after) = resolve(reference.as_bytes())?;
            self.resolved.push_str(plain);
            self.resolved.push(character);
            raw = reference.get(reference.len() - after.len()..)?;
        }
        self.resolved.push_str(raw);
        if !simple::is_right(&self.resolved, !lines && !wide, true, row) {
            return None;
        }
        self.rest = rest;
        Some(&self.resolved)
    }

    /// Takes a value that is no text, and goes over its end tag.
    #[inline]
    fn value<T>(&mut self, take: impl Fn(&'a [u8], &Predicted) -> Option<(T, &'a [u8])>) -> Option<T> {
        let (value, rest) = take(self.rest, self.row?)?;
        self.rest = self.end.after(rest)?;
        Some(value)
    }

    /// Goes into the composite it went to; `None` when that is none.
    pub(crate) fn open(&mut self) -> Option<()> {
        let Type::Composite(part) = self.row?.row.ty else { return None };
        self.around.try_push(Outer { shape: self.shape, end: self.end, filled: self.filled }).ok()?;
        self.begin(part);
        Some(())
    }

    /// Goes out of the current composite, over its end tag.
    pub(crate) fn close(&mut self) -> Option<()> {
        let outer = self.around.pop()?;
        self.is_filled_right()?;
        self.space();
        self.rest = outer.end.after(self.rest)?;
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
        let row = self.row?;
        let length = scan::xml(self.rest);
        let Some(rest) = self.rest.get(length..).and_then(|after| self.end.quickly(after).flatten()) else {
            return self.text_slowly(row);
        };
        let text = self.ahead(length)?;
        if length > self.budget.text || !simple::is_right(text, true, true, row) {
            return None;
        }
        self.rest = rest;
        Some(text)
    }

    fn hundredths(&mut self) -> Option<u64> {
        self.value(simple::hundredths)
    }

    fn whole(&mut self) -> Option<i64> {
        self.value(simple::whole)
    }

    fn truth(&mut self) -> Option<bool> {
        self.value(simple::truth)
    }

    fn day(&mut self) -> Option<NaiveDate> {
        self.value(simple::day)
    }
}

/// The character that a reference after its `&` stands for, with what follows; only the five that everybody knows are
/// known here.
fn resolve(reference: &[u8]) -> Option<(char, &[u8])> {
    Some(match reference {
        [b'a', b'm', b'p', b';', rest @ ..] => ('&', rest),
        [b'l', b't', b';', rest @ ..] => ('<', rest),
        [b'g', b't', b';', rest @ ..] => ('>', rest),
        [b'q', b'u', b'o', b't', b';', rest @ ..] => ('"', rest),
        [b'a', b'p', b'o', b's', b';', rest @ ..] => ('\'', rest),
        _ => return None,
    })
}
