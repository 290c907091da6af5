//! Writing XML.

use super::Layout;
use crate::codec::{Composite, Encoder, Value};
use crate::shape::Shape;
use crate::value::SimpleValue;

/// Writes values as XML, elements in the order of the table.
pub(crate) struct XmlWriter {
    out: String,
    layout: Layout,
    depth: usize,
    shape: &'static Shape,
    /// Whether the last thing written was an end tag, so that the next end tag goes on a line of its own.
    nested: bool,
}

impl XmlWriter {
    pub(crate) fn new(layout: Layout) -> Self {
        static NOTHING: Shape =
            Shape { name: "", choice: false, elements: &[], elsewhere: &[], rules: &[], source: "" };
        let out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".to_owned();
        Self { out, layout, depth: 0, shape: &NOTHING, nested: false }
    }

    pub(crate) fn finish(mut self) -> String {
        if self.layout == Layout::Pretty {
            self.out.push('\n');
        }
        self.out
    }

    /// Begins an element; `attributes` is written as it stands and begins with a space.
    pub(crate) fn open(&mut self, name: &str, attributes: &str) {
        self.line();
        self.out.push('<');
        self.out.push_str(name);
        self.out.push_str(attributes);
        self.out.push('>');
        self.depth += 1;
        self.nested = false;
    }

    pub(crate) fn close(&mut self, name: &str) {
        self.depth -= 1;
        if self.nested {
            self.line();
        }
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        self.nested = true;
    }

    /// Writes a composite as an element of its own namespace.
    pub(crate) fn root<T: Composite>(&mut self, name: &str, namespace: &str, value: &T) {
        self.open(name, &format!(" xmlns=\"{namespace}\""));
        self.composite(value);
        self.close(name);
    }

    /// Writes an element with a text.
    pub(crate) fn leaf(&mut self, name: &str, text: &str) {
        self.open(name, "");
        escape(&mut self.out, text);
        self.close(name);
    }

    /// Writes the text of an element.
    #[cfg(feature = "sample")]
    pub(crate) fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    fn line(&mut self) {
        if self.layout == Layout::Pretty {
            self.out.push('\n');
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }

    fn name(&self, index: usize) -> &'static str {
        self.shape.elements.get(index).map_or("", |element| element.name)
    }
}

impl Encoder for XmlWriter {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        let name = self.name(index);
        self.open(name, "");
        value.encode_value(self);
        self.close(name);
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        if items.is_empty() {
            return;
        }
        let name = self.name(index);
        let item_name = self.shape.elements.get(index).and_then(|element| element.item).unwrap_or_default();
        self.open(name, "");
        for item in items {
            self.open(item_name, "");
            item.encode_value(self);
            self.close(item_name);
        }
        self.close(name);
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        let mut text = String::new();
        value.write(&mut text);
        escape(&mut self.out, &text);
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        let outer = std::mem::replace(&mut self.shape, T::SHAPE);
        value.encode(self);
        self.shape = outer;
    }
}

/// Writes text. A carriage return would be read back as a line feed, so it is written as a reference; `>` is
/// always escaped, so that no text can hold the end of a CDATA section.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            other => out.push(other),
        }
    }
}
