//! JSON, read straight: the member names that the table predicts are compared with the bytes that stand there.
//!
//! It gives up at the first thing that is not as our own writer, or a plain one of somebody else, would have it: a
//! member out of order, `null`, a name with an escape. It makes no finding.

use std::borrow::Cow;

use super::{limits::Budget, scan, simple};
use crate::read::{self, Limits};
use crate::shape::{Element, Kind, Shape, Type};
use crate::value::Scalar;

/// Goes through a text, member by member, as its tables predict them.
pub(crate) struct JsonDecoder<'a> {
    text: &'a str,
    /// The byte to read next.
    at: usize,
    pub(super) budget: Budget,
    /// The current composite, how many of its members were found, and how many of these are no empty list.
    shape: &'static Shape,
    members: u32,
    filled: u32,
    /// Whether the comma before the next member was gone over.
    is_separated: bool,
    /// The composite it went to.
    part: &'static Shape,
    /// The value it went to.
    scalar: Scalar<'a>,
    /// Its text when escapes had to be resolved.
    resolved: String,
    is_resolved: bool,
}

/// What is around a composite.
pub(crate) struct Outer {
    shape: &'static Shape,
    members: u32,
    filled: u32,
}

/// The items of a list that are still to come.
pub(crate) struct Items {
    element: Option<&'static Element>,
    count: usize,
}

impl<'a> JsonDecoder<'a> {
    pub(super) fn new(text: &'a str, limits: &Limits, shape: &'static Shape) -> Self {
        Self {
            text,
            at: 0,
            budget: Budget::new(limits),
            shape,
            members: 0,
            filled: 0,
            is_separated: false,
            part: shape,
            scalar: Scalar::Truth(false),
            resolved: String::new(),
            is_resolved: false,
        }
    }

    #[inline]
    pub(super) fn space(&mut self) {
        self.at = scan::space(self.text.as_bytes(), self.at);
    }

    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> Option<()> {
        if self.text.as_bytes().get(self.at) != Some(&byte) {
            return None;
        }
        self.at += 1;
        Some(())
    }

    /// How many bytes are left.
    pub(crate) const fn left(&self) -> usize {
        self.text.len().saturating_sub(self.at)
    }

    /// Goes over the brace of an object that is decoded next.
    pub(super) fn begin(&mut self, shape: &'static Shape) -> Option<()> {
        self.shape = shape;
        self.members = 0;
        self.filled = 0;
        self.is_separated = false;
        self.eat(b'{')
    }

    /// Sets what the members that follow belong to, one of which was read.
    pub(super) const fn go_on(&mut self, shape: &'static Shape) {
        self.shape = shape;
        self.members = 1;
        self.filled = 0;
        self.is_separated = false;
    }

    /// Goes over the closing brace of the current object.
    pub(super) fn end(&mut self) -> Option<()> {
        if (self.shape.choice && self.filled != 1) || (self.is_separated && self.members > 0) {
            return None;
        }
        self.space();
        self.is_separated = false;
        self.eat(b'}')
    }

    /// Goes to the value of a member, when it is the next one.
    #[inline]
    pub(super) fn member(&mut self, name: &str) -> bool {
        if !self.is_separated {
            self.space();
            if self.members > 0 {
                if self.eat(b',').is_none() {
                    return false;
                }
                self.space();
            }
            self.is_separated = true;
        }
        let bytes = self.text.as_bytes();
        let end = self.at + 1 + name.len();
        let found = bytes.get(self.at) == Some(&b'"')
            && bytes.get(end) == Some(&b'"')
            && scan::stands(bytes, self.at + 1, name.as_bytes());
        if !found {
            return false;
        }
        self.at = end + 1;
        self.members += 1;
        self.is_separated = false;
        if bytes.get(self.at) != Some(&b':') {
            self.space();
        }
        if self.eat(b':').is_none() {
            // A name without a value is no absent member: from the end of the input nothing more is read.
            self.at = bytes.len();
            return false;
        }
        self.space();
        true
    }

    /// Goes over a string without escapes and gives it.
    pub(super) fn string(&mut self) -> Option<&'a str> {
        self.eat(b'"')?;
        let end = scan::json(self.text.as_bytes(), self.at);
        let text = self.text.get(self.at..end)?;
        self.at = end;
        self.eat(b'"')?;
        Some(text)
    }

    /// Goes to an element of the current composite; `false` when it is not the next one.
    pub(crate) fn find(&mut self, index: usize) -> Option<bool> {
        let element = self.shape.elements.get(index)?;
        if !self.member(element.json) {
            return (element.min == 0).then_some(false);
        }
        self.filled += 1;
        self.budget.elements += 1;
        self.content(element).map(|()| true)
    }

    /// Goes to a list of the current composite.
    pub(crate) fn list(&mut self, index: usize) -> Option<Items> {
        let element = self.shape.elements.get(index)?;
        if !self.member(element.json) {
            return (element.min == 0).then_some(Items { element: None, count: 0 });
        }
        self.budget.elements += 1;
        self.eat(b'[')?;
        Some(Items { element: Some(element), count: 0 })
    }

    /// Goes to the next item of a list, or over its end.
    pub(crate) fn item(&mut self, items: &mut Items) -> Option<bool> {
        let Some(element) = items.element else { return Some(false) };
        self.space();
        let is_first = items.count == 0;
        if self.eat(b']').is_some() {
            // An empty list is as good as none.
            self.filled += u32::from(!is_first);
            return (!is_first || element.min == 0).then_some(false);
        }
        if !is_first {
            self.eat(b',')?;
            self.space();
        }
        items.count += 1;
        if items.count > self.budget.items {
            return None;
        }
        self.budget.elements += 1;
        self.content(element).map(|()| true)
    }

    /// Takes a value; of a composite nothing yet.
    #[inline]
    fn content(&mut self, element: &'static Element) -> Option<()> {
        let kind = match element.ty {
            Type::Composite(shape) => {
                self.part = shape;
                return Some(());
            }
            Type::Simple(simple) => simple.kind,
            Type::Code(list) => list.kind(),
        };
        if matches!(kind, Kind::Integer | Kind::Boolean) {
            // What follows a number that goes on after its digits is neither a comma nor a bracket.
            let (scalar, end) = match element.ty {
                Type::Code(_) => simple::bare_code(self.text, self.at, element)?,
                _ => simple::in_place(self.text, self.at, element)?,
            };
            self.scalar = scalar;
            self.at = end;
            return Some(());
        }
        self.eat(b'"')?;
        if let Some((scalar, end)) = simple::in_place(self.text, self.at, element) {
            self.scalar = scalar;
            self.at = end;
            return self.eat(b'"');
        }
        let end = scan::json(self.text.as_bytes(), self.at);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return self.unusual_text(element);
        }
        let text = self.text.get(self.at..end)?;
        if text.len() > self.budget.text {
            return None;
        }
        self.scalar = simple::judge(text, true, element)?;
        self.at = end + 1;
        Some(())
    }

    /// Takes a text with escapes or characters beyond ASCII.
    #[inline(never)]
    fn unusual_text(&mut self, element: &'static Element) -> Option<()> {
        let (text, end) = read::json::string(self.text, self.at.checked_sub(1)?, self.budget.text).ok()?;
        match text {
            Cow::Borrowed(text) => self.scalar = simple::judge(text, false, element)?,
            Cow::Owned(text) => {
                self.scalar = match simple::judge(&text, false, element)? {
                    Scalar::Text(_) => Scalar::Text(""),
                    // Nothing but text is written with escapes.
                    _ => return None,
                };
                self.resolved = text;
                self.is_resolved = true;
            }
        }
        self.at = end;
        Some(())
    }

    /// The value it went to.
    #[inline]
    pub(crate) fn scalar(&mut self) -> Scalar<'_> {
        if std::mem::take(&mut self.is_resolved) { Scalar::Text(&self.resolved) } else { self.scalar }
    }

    /// Goes into the composite it went to.
    pub(crate) fn open(&mut self) -> Option<Outer> {
        let outer = Outer { shape: self.shape, members: self.members, filled: self.filled };
        self.begin(self.part)?;
        Some(outer)
    }

    /// Goes out of the current composite, over its closing brace.
    pub(crate) fn close(&mut self, outer: Outer) -> Option<()> {
        self.end()?;
        self.shape = outer.shape;
        self.members = outer.members;
        self.filled = outer.filled;
        Some(())
    }
}
