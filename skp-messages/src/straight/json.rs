//! JSON, read straight: the member names that the table predicts are compared with the bytes that stand there.
//!
//! It gives up at the first thing that is not as our own writer, or a plain one of somebody else, would have it: a
//! member out of order, `null`, a name with an escape. It makes no finding.

use std::borrow::Cow;

use arrayvec::ArrayVec;
use chrono::NaiveDate;

use super::limits::{Budget, ROOM};
use super::predicted::{Look, Predicted};
use super::{scan, simple, tag::Tag};
use crate::read::{self, Limits};
use crate::shape::{Shape, Type};
use crate::value::Source;

/// Goes through a text, member by member, as its tables predict them.
pub(crate) struct JsonDecoder<'a> {
    text: &'a str,
    /// What is left of it.
    rest: &'a [u8],
    pub(super) budget: Budget,
    /// The current composite, and how many of its members were found that are no empty list.
    shape: &'static Shape,
    filled: u32,
    around: ArrayVec<Outer, ROOM>,
    /// What was gone over last, with the white space after it.
    last: Last,
    /// The element it went to.
    row: Option<&'static Predicted>,
    /// A text whose escapes had to be resolved.
    resolved: String,
}

/// What stands before the next member or item, and so whether there is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// A brace or bracket: there may be one.
    Open,
    /// A comma: there is one.
    Comma,
    /// A value without a comma: there is none.
    Value,
}

/// What is around a composite.
struct Outer {
    shape: &'static Shape,
    filled: u32,
}

/// The items of a list that are still to come.
pub(crate) struct Items {
    row: Option<&'static Predicted>,
    count: usize,
}

impl<'a> JsonDecoder<'a> {
    pub(super) fn new(text: &'a str, limits: &Limits, shape: &'static Shape) -> Self {
        Self {
            text,
            rest: text.as_bytes(),
            budget: Budget::new(limits),
            shape,
            filled: 0,
            around: ArrayVec::new_const(),
            last: Last::Open,
            row: None,
            resolved: String::new(),
        }
    }

    #[inline]
    pub(super) fn space(&mut self) {
        self.rest = scan::space(self.rest);
    }

    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> Option<()> {
        let [found, rest @ ..] = self.rest else { return None };
        if *found != byte {
            return None;
        }
        self.rest = rest;
        Some(())
    }

    /// The text of so many bytes that stands here.
    #[inline]
    fn ahead(&self, length: usize) -> Option<&'a str> {
        let at = self.text.len() - self.rest.len();
        self.text.get(at..at + length)
    }

    /// Whether nothing but white space follows the object that was gone over.
    pub(super) fn is_done(&self) -> bool {
        self.last == Last::Value && scan::space(self.rest).is_empty()
    }

    /// How many bytes are left.
    #[inline]
    pub(crate) const fn left(&self) -> usize {
        self.rest.len()
    }

    /// Goes over the brace of an object that is decoded next.
    pub(super) fn begin(&mut self, shape: &'static Shape) -> Option<()> {
        self.shape = shape;
        self.filled = 0;
        self.eat(b'{')?;
        self.space();
        self.last = Last::Open;
        Some(())
    }

    /// Sets what the members that follow belong to, one of which was read.
    pub(super) const fn go_on(&mut self, shape: &'static Shape) {
        self.shape = shape;
        self.filled = 0;
    }

    /// Goes over the closing brace of the current object.
    pub(super) fn end(&mut self) -> Option<()> {
        if (self.shape.choice && self.filled != 1) || self.last == Last::Comma {
            return None;
        }
        self.space();
        self.eat(b'}')?;
        self.go_over(self.rest);
        Some(())
    }

    /// Goes over a value, to what follows, and over the comma when that does.
    #[inline(always)]
    #[allow(clippy::inline_always)] // after every value
    fn go_over(&mut self, rest: &'a [u8]) {
        match rest {
            [b',', rest @ ..] if scan::is_no_space(rest) => {
                self.rest = rest;
                self.last = Last::Comma;
            }
            [b'}' | b']', ..] => {
                self.rest = rest;
                self.last = Last::Value;
            }
            _ => self.go_over_spaced(rest),
        }
    }

    #[inline(never)]
    fn go_over_spaced(&mut self, rest: &'a [u8]) {
        self.rest = scan::space(rest);
        self.last = Last::Value;
        if self.eat(b',').is_some() {
            self.space();
            self.last = Last::Comma;
        }
    }

    /// Goes to the value of a member; `false` when it is not the next one, `None` when its name has no value.
    pub(super) fn member(&mut self, tag: &Tag) -> Option<bool> {
        if self.last == Last::Value {
            return Some(false);
        }
        let Some(rest) = tag.after(self.rest) else { return Some(false) };
        let rest = if let [b':', rest @ ..] = rest { rest } else { late_colon(rest)? };
        self.rest = scan::space(rest);
        Some(true)
    }

    /// Goes over a string without escapes and gives it.
    pub(super) fn string(&mut self) -> Option<&'a str> {
        self.eat(b'"')?;
        let length = scan::json(self.rest);
        let text = self.ahead(length)?;
        let [b'"', rest @ ..] = self.rest.get(length..)? else { return None };
        self.go_over(rest);
        Some(text)
    }

    /// Goes to an element of the current composite; `false` when it is not the next one.
    #[inline(never)]
    pub(crate) fn find(&mut self, index: usize) -> Option<bool> {
        let row = self.shape.predicted.get(index)?;
        if self.last != Last::Value {
            match row.member.quickly(self.rest) {
                Some(Some([b':', rest @ ..])) if scan::is_no_space(rest) => {
                    self.rest = rest;
                    return Some(self.found(row));
                }
                Some(None) => {}
                _ => return self.find_slowly(row),
            }
        }
        if row.required { None } else { Some(false) }
    }

    /// The same with white space behind the name, and near the end.
    #[inline(never)]
    fn find_slowly(&mut self, row: &'static Predicted) -> Option<bool> {
        match self.member(&row.member)? {
            true => Some(self.found(row)),
            false if row.required => None,
            false => Some(false),
        }
    }

    /// Takes note of the element it went to.
    #[inline]
    const fn found(&mut self, row: &'static Predicted) -> bool {
        self.filled += 1;
        self.budget.elements += 1;
        self.row = Some(row);
        true
    }

    /// Goes to a list of the current composite.
    pub(crate) fn list(&mut self, index: usize) -> Option<Items> {
        let row = self.shape.predicted.get(index)?;
        if !self.member(&row.member)? {
            return if row.required { None } else { Some(Items { row: None, count: 0 }) };
        }
        self.budget.elements += 1;
        self.eat(b'[')?;
        self.space();
        self.last = Last::Open;
        Some(Items { row: Some(row), count: 0 })
    }

    /// Goes to the next item of a list, or over its end.
    pub(crate) fn item(&mut self, items: &mut Items) -> Option<bool> {
        let Some(row) = items.row else { return Some(false) };
        if self.last != Last::Comma {
            let is_first = items.count == 0;
            if is_first != (self.last == Last::Open) {
                return None;
            }
            if let [b']', rest @ ..] = self.rest {
                // An empty list is as good as none.
                self.filled += u32::from(!is_first);
                self.go_over(rest);
                return (!is_first || !row.required).then_some(false);
            }
            if !is_first {
                return None;
            }
        }
        items.count += 1;
        if items.count > self.budget.items {
            return None;
        }
        self.budget.elements += 1;
        self.row = Some(row);
        Some(true)
    }

    /// Takes a text with escapes or characters beyond ASCII.
    #[inline(never)]
    fn unusual_text(&mut self, row: &'static Predicted) -> Option<&str> {
        let at = self.text.len() - self.rest.len();
        let (text, end) = read::json::string(self.text, at, self.budget.text).ok()?;
        if !simple::is_right(&text, false, false, row) {
            return None;
        }
        self.go_over(self.text.as_bytes().get(end..)?);
        match text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(text) => {
                self.resolved = text;
                Some(&self.resolved)
            }
        }
    }

    /// Takes a code that is written as a whole number without quotes.
    #[inline(never)]
    fn bare_code(&mut self, row: &'static Predicted) -> Option<&str> {
        let text = self.ahead(simple::length_of_whole(self.rest)?)?;
        self.go_over(self.rest.get(text.len()..)?);
        simple::is_right(text, true, false, row).then_some(text)
    }

    /// Takes a value in quotes that is no text, and goes over it.
    #[inline]
    fn quoted<T>(&mut self, take: impl Fn(&'a [u8], &Predicted) -> Option<(T, &'a [u8])>) -> Option<T> {
        let [b'"', rest @ ..] = self.rest else { return None };
        let (value, [b'"', rest @ ..]) = take(rest, self.row?)? else { return None };
        self.go_over(rest);
        Some(value)
    }

    /// Takes a value without quotes, and goes over it.
    #[inline]
    fn bare<T>(&mut self, take: impl Fn(&'a [u8], &Predicted) -> Option<(T, &'a [u8])>) -> Option<T> {
        let (value, rest) = take(self.rest, self.row?)?;
        self.go_over(rest);
        Some(value)
    }

    /// Goes into the composite it went to; `None` when that is none.
    pub(crate) fn open(&mut self) -> Option<()> {
        let Type::Composite(part) = self.row?.row.ty else { return None };
        self.around.try_push(Outer { shape: self.shape, filled: self.filled }).ok()?;
        self.begin(part)
    }

    /// Goes out of the current composite, over its closing brace.
    pub(crate) fn close(&mut self) -> Option<()> {
        self.end()?;
        let outer = self.around.pop()?;
        self.shape = outer.shape;
        self.filled = outer.filled;
        Some(())
    }
}

impl Source for JsonDecoder<'_> {
    fn text(&mut self) -> Option<&str> {
        let row = self.row?;
        if row.look == Look::Number {
            return self.bare_code(row);
        }
        let [b'"', rest @ ..] = self.rest else { return None };
        let length = scan::json(rest);
        let Some([b'"', after @ ..]) = rest.get(length..) else {
            return self.unusual_text(row);
        };
        let text = self.text.get(self.text.len() - rest.len()..)?.get(..length)?;
        if length > self.budget.text || !simple::is_right(text, true, false, row) {
            return None;
        }
        self.go_over(after);
        Some(text)
    }

    fn hundredths(&mut self) -> Option<u64> {
        self.quoted(simple::hundredths)
    }

    fn whole(&mut self) -> Option<i64> {
        // What follows a number that goes on after its digits is neither a comma nor a bracket.
        self.bare(simple::whole)
    }

    fn truth(&mut self) -> Option<bool> {
        self.bare(simple::truth)
    }

    fn day(&mut self) -> Option<NaiveDate> {
        self.quoted(simple::day)
    }
}

/// What follows white space and the colon that stands after it.
#[inline(never)]
fn late_colon(bytes: &[u8]) -> Option<&[u8]> {
    match scan::space(bytes) {
        [b':', rest @ ..] => Some(rest),
        _ => None,
    }
}
