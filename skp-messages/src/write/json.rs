//! Writing JSON.

use super::Layout;
use crate::codec::{Composite, Encoder, Value};
use crate::shape::{Kind, Shape, Type};
use crate::value::SimpleValue;

/// Writes values as JSON, members in the order of the table.
pub(crate) struct JsonWriter {
    out: String,
    layout: Layout,
    depth: usize,
    /// Whether the innermost object or array has a member already.
    filled: bool,
    shape: &'static Shape,
    /// Whether the current simple value is written without quotes.
    bare: bool,
}

impl JsonWriter {
    pub(crate) const fn new(layout: Layout) -> Self {
        static NOTHING: Shape =
            Shape { name: "", choice: false, elements: &[], elsewhere: &[], rules: &[], source: "" };
        Self { out: String::new(), layout, depth: 0, filled: false, shape: &NOTHING, bare: false }
    }

    pub(crate) fn finish(mut self) -> String {
        if self.layout == Layout::Pretty {
            self.out.push('\n');
        }
        self.out
    }

    pub(crate) fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
        self.filled = false;
    }

    pub(crate) fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if self.filled {
            self.line();
        }
        self.out.push(bracket);
        self.filled = true;
    }

    /// Begins a member of an object.
    pub(crate) fn member(&mut self, name: &str) {
        self.item();
        string(&mut self.out, name);
        self.out.push_str(if self.layout == Layout::Pretty { ": " } else { ":" });
    }

    /// Writes a member whose value is a text.
    pub(crate) fn text_member(&mut self, name: &str, text: &str) {
        self.member(name);
        string(&mut self.out, text);
    }

    /// Writes a member that is a composite with, before its own, the members `first` writes.
    pub(crate) fn object<T: Composite>(&mut self, value: &T, first: impl FnOnce(&mut Self)) {
        self.open('{');
        first(self);
        let outer = std::mem::replace(&mut self.shape, T::SHAPE);
        value.encode(self);
        self.shape = outer;
        self.close('}');
    }

    /// Begins an item of an array.
    pub(crate) fn item(&mut self) {
        if self.filled {
            self.out.push(',');
        }
        self.line();
        self.filled = true;
    }

    /// Writes a value as it stands: a number, `true` or `false`.
    #[cfg(feature = "sample")]
    pub(crate) fn bare(&mut self, literal: &str) {
        self.out.push_str(literal);
    }

    /// Writes a value that is a text.
    #[cfg(feature = "sample")]
    pub(crate) fn text(&mut self, text: &str) {
        string(&mut self.out, text);
    }

    fn line(&mut self) {
        if self.layout == Layout::Pretty {
            self.out.push('\n');
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }

    fn set_kind(&mut self, index: usize) {
        let ty = self.shape.elements.get(index).map(|element| element.ty);
        let kind = match ty {
            Some(Type::Simple(simple)) => simple.kind,
            Some(Type::Code(list)) => list.kind(),
            _ => Kind::Text,
        };
        self.bare = matches!(kind, Kind::Integer | Kind::Boolean);
    }
}

impl Encoder for JsonWriter {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        let name = self.shape.elements.get(index).map_or("", |element| element.json);
        self.member(name);
        self.set_kind(index);
        value.encode_value(self);
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        if items.is_empty() {
            return;
        }
        let name = self.shape.elements.get(index).map_or("", |element| element.json);
        self.member(name);
        self.open('[');
        for value in items {
            self.item();
            self.set_kind(index);
            value.encode_value(self);
        }
        self.close(']');
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        if self.bare {
            value.write(&mut self.out);
        } else {
            let mut text = String::new();
            value.write(&mut text);
            string(&mut self.out, &text);
        }
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        self.object(value, |_| ());
    }
}

/// Writes a string with the escapes JSON asks for and no others.
pub(crate) fn string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => out.push(other),
        }
    }
    out.push('"');
}
