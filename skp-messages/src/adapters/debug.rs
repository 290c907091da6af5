//! `Debug` of composites: the names of their elements, and values only where the standard calls them not private.

use std::fmt;

use crate::codec::{Composite, Encoder, Value, text_of};
use crate::shape::{Privacy, Shape};
use crate::value::{MASK, SimpleValue};

/// Writes a composite with private values masked.
pub(crate) fn debug<T: Composite>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut writer = DebugWriter { out: String::new(), shape: T::SHAPE, privacy: Privacy::Personal, first: true };
    writer.composite(value);
    f.write_str(&writer.out)
}

struct DebugWriter {
    out: String,
    shape: &'static Shape,
    privacy: Privacy,
    first: bool,
}

impl DebugWriter {
    fn name(&mut self, index: usize) {
        if !self.first {
            self.out.push_str(", ");
        }
        self.first = false;
        if let Some(element) = self.shape.elements.get(index) {
            self.out.push_str(element.name);
            self.out.push_str(": ");
            self.privacy = element.privacy;
        }
    }
}

impl Encoder for DebugWriter {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        self.name(index);
        value.encode_value(self);
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        if items.is_empty() {
            return;
        }
        self.name(index);
        let privacy = self.privacy;
        self.out.push('[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push_str(", ");
            }
            self.privacy = privacy;
            item.encode_value(self);
        }
        self.out.push(']');
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        match self.privacy {
            Privacy::None => self.out.push_str(&format!("{:?}", text_of(value))),
            _ => self.out.push_str(MASK),
        }
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        let outer = std::mem::replace(&mut self.shape, T::SHAPE);
        self.out.push_str(T::SHAPE.name);
        self.out.push_str(" { ");
        self.first = true;
        value.encode(self);
        self.first = false;
        self.out.push_str(" }");
        self.shape = outer;
    }
}
