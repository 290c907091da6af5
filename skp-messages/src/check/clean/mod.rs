//! Whether the walker would find nothing at all in a value, told while the value is encoded.
//!
//! Nearly every value that is written or built is clean, and to tell so takes neither a tree nor memory. This says
//! yes or no; what is wrong, and whether it is an error, is for the walker to say, which then runs after all. A test
//! holds the two to each other.

#[cfg(all(test, feature = "sample"))]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests;

use super::simple::{begins_wrong, has_form, inspect, inspect_code, is_clean_ascii};
use crate::codec::{Composite, Encoder, Value};
use crate::read::Limits;
use crate::shape::{CodeList, Element, Kind, Pattern, Shape, SimpleType, Type};
use crate::value::SimpleValue;
use crate::value::characters::{Kinds, is_plain};
use crate::value::lexical;

/// Where an encoder is in a value, and whether everything up to there is clean.
pub(crate) struct Clean {
    shape: &'static Shape,
    element: Option<&'static Element>,
    /// How many elements of the current composite there are.
    filled: usize,
    clean: bool,
    limits: Limits,
}

/// What is around a composite.
pub(crate) struct Outer {
    shape: &'static Shape,
    filled: usize,
}

impl Clean {
    pub(crate) fn new() -> Self {
        static NOTHING: Shape =
            Shape { name: "", choice: false, elements: &[], predicted: &[], elsewhere: &[], rules: &[], source: "" };
        Self { shape: &NOTHING, element: None, filled: 0, clean: true, limits: Limits::default() }
    }

    /// Whether everything so far is clean.
    pub(crate) const fn is_clean(&self) -> bool {
        self.clean
    }

    /// Goes into a composite.
    pub(crate) const fn enter(&mut self, shape: &'static Shape) -> Outer {
        let outer = Outer { shape: self.shape, filled: self.filled };
        self.shape = shape;
        self.filled = 0;
        outer
    }

    /// Comes out of a composite.
    pub(crate) const fn leave(&mut self, outer: Outer) {
        if self.shape.choice && self.filled != 1 {
            self.clean = false;
        }
        self.shape = outer.shape;
        self.filled = outer.filled;
    }

    /// Goes to an element that is there.
    pub(crate) fn element(&mut self, index: usize) -> Option<&'static Element> {
        self.filled += 1;
        self.item(index)
    }

    /// Goes to a list; `None` when it has no items and is left out.
    pub(crate) fn list(&mut self, index: usize, items: usize) -> Option<&'static Element> {
        if items > 0 {
            self.clean &= items <= self.limits.items;
            return self.element(index);
        }
        self.clean &= self.shape.elements.get(index).is_some_and(|element| element.min == 0);
        None
    }

    /// Goes to an item of a list.
    pub(crate) fn item(&mut self, index: usize) -> Option<&'static Element> {
        self.element = self.shape.elements.get(index);
        self.element
    }

    /// Whether the value of the current element is written without quotes in JSON.
    pub(crate) fn is_bare(&self) -> bool {
        match self.element.map(|element| element.ty) {
            Some(Type::Simple(simple)) => matches!(simple.kind, Kind::Integer | Kind::Boolean),
            Some(Type::Code(list)) => list.integer,
            _ => false,
        }
    }

    /// Looks at the value of the current element, of which this is the text; gives the kinds of characters in it that a
    /// format may have to escape.
    pub(crate) fn simple<T: SimpleValue>(&mut self, value: &T, text: &str) -> Kinds {
        match (value.number(), self.element) {
            (Some(number), Some(element)) => {
                self.clean &= within(element, number);
                Kinds::NONE
            }
            _ => self.text(text),
        }
    }

    /// Looks at the text of the current element; gives the kinds of characters in it that a format may have to escape.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) -> Kinds {
        match self.element {
            // Most of what a message holds, and told apart from all else by its bytes.
            Some(element @ Element { ty: Type::Simple(ty), low, high, pattern, .. })
                if ty.kind == Kind::Text && is_plain(text) =>
            {
                let length = i64::try_from(text.len()).unwrap_or(i64::MAX);
                let low = low.map_or(ty.low, i64::from);
                let high = high.map_or(ty.high, i64::from);
                self.clean &= super::simple::is_trimmed(text)
                    && low <= length
                    && length <= high
                    && text.len() <= self.limits.text;
                self.clean &= (ty.pattern.is_none() && pattern.is_none()) || super::simple::is_formed(text, element);
                Kinds::VISIBLE
            }
            _ => self.other_text(text),
        }
    }

    #[inline(never)]
    fn other_text(&mut self, text: &str) -> Kinds {
        let (clean, kinds) = match self.element {
            Some(element) => match element.ty {
                Type::Simple(ty) => simple(ty, element, text),
                Type::Code(list) => code(list, text),
                Type::Composite(_) => (false, Kinds::of(text)),
            },
            None => (false, Kinds::of(text)),
        };
        self.clean &= clean && text.len() <= self.limits.text;
        kinds
    }
}

/// Whether a number is within its limits; no pattern bounds one.
fn within(element: &'static Element, number: i64) -> bool {
    let Type::Simple(ty) = element.ty else { return false };
    let (low, high) = super::simple::limits(ty, Some(element));
    ty.pattern.is_none() && element.pattern.is_none() && low <= number && number <= high
}

/// Whether a text of a simple type is clean, and the kinds of characters in it.
///
/// Of most types a value cannot hold anything else than what its text says here to be right.
fn simple(ty: &'static SimpleType, element: &'static Element, text: &str) -> (bool, Kinds) {
    let (low, high) = super::simple::limits(ty, Some(element));
    let clean = match ty.kind {
        Kind::Text | Kind::Lines => return free_text(ty, element, text, low, high),
        Kind::Uri | Kind::Postcode => return (closely(ty, element, text), Kinds::of(text)),
        // These have numbers.
        Kind::Amount | Kind::Percentage | Kind::Integer | Kind::Date => false,
        Kind::DateTime => lexical::moment(text).is_some(),
        Kind::Uuid => text.bytes().any(|byte| !matches!(byte, b'0' | b'-')),
        Kind::Bsn => lexical::eleven_test(text),
        // There is no wrong one, only a stand-in without text.
        Kind::Iban => !text.is_empty(),
        Kind::Boolean => true,
        // What `%PDF` begins with in base64.
        Kind::Base64 => text.starts_with("JVBER") && matches!(text.as_bytes().get(5), Some(b'g'..=b'v')),
    };
    let own = if matches!(ty.kind, Kind::Bsn | Kind::Iban) { None } else { ty.pattern };
    (clean && matches(own, text) && matches(element.pattern, text), Kinds::NONE)
}

fn free_text(ty: &'static SimpleType, element: &'static Element, text: &str, low: i64, high: i64) -> (bool, Kinds) {
    let kinds = Kinds::of(text);
    if kinds.has(Kinds::WIDE.or(Kinds::CONTROL)) {
        return (closely(ty, element, text), kinds);
    }
    let clean = is_clean_ascii(ty.kind, text, kinds, low, high);
    let clean = clean
        && matches(ty.pattern, text)
        && matches(element.pattern, text)
        && has_form(ty, text)
        && !begins_wrong(ty, text);
    (clean, kinds)
}

fn matches(pattern: Option<&'static Pattern>, text: &str) -> bool {
    pattern.is_none_or(|pattern| pattern.matches(text))
}

/// Whether the walker's own check finds nothing.
fn closely(ty: &'static SimpleType, element: &'static Element, text: &str) -> bool {
    let mut clean = true;
    inspect(ty, Some(element), text, &mut |_| clean = false);
    clean
}

/// Whether a code is clean, and the kinds of characters in it. Of a closed list there are no other codes.
fn code(list: &'static CodeList, text: &str) -> (bool, Kinds) {
    if list.closed {
        return (true, Kinds::NONE);
    }
    let mut clean = true;
    inspect_code(list, text, &mut |_| clean = false);
    (clean, Kinds::of(text))
}

/// Looks at a whole value. Gives how many elements the walker would count; `None` when it would find something.
pub(crate) fn elements<T: Composite>(value: &T) -> Option<u64> {
    let mut encoder = Looking { clean: Clean::new(), text: String::new(), elements: 0 };
    encoder.composite(value);
    encoder.clean.is_clean().then_some(encoder.elements)
}

/// An encoder that writes nothing.
struct Looking {
    clean: Clean,
    /// The text of the value at hand; kept for its memory.
    text: String,
    elements: u64,
}

impl Encoder for Looking {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        self.elements += 1;
        self.clean.element(index);
        value.encode_value(self);
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        if self.clean.list(index, items.len()).is_none() {
            return;
        }
        self.elements += 1;
        for item in items {
            self.elements += 1;
            self.clean.item(index);
            item.encode_value(self);
        }
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        if let Some(text) = value.text() {
            self.clean.text(text);
            return;
        }
        self.text.clear();
        value.write(&mut self.text);
        self.clean.simple(value, &self.text);
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        let outer = self.clean.enter(T::SHAPE);
        value.encode(self);
        self.clean.leave(outer);
    }
}
