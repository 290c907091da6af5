//! Writing XML.

use super::Layout;
use crate::check::Clean;
use crate::codec::{Composite, Encoder, Value};
use crate::value::SimpleValue;
use crate::value::characters::Kinds;

/// Writes values as XML, elements in the order of the table.
pub(crate) struct XmlWriter {
    out: String,
    layout: Layout,
    depth: usize,
    clean: Clean,
    /// Whether the last thing written was an end tag, so that the next end tag goes on a line of its own.
    nested: bool,
}

impl XmlWriter {
    pub(crate) fn new(layout: Layout) -> Self {
        let mut out = String::with_capacity(super::ROOM);
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Self { out, layout, depth: 0, clean: Clean::new(), nested: false }
    }

    /// The text, and whether everything that was encoded is clean.
    pub(crate) fn finish(mut self) -> (String, bool) {
        if self.layout == Layout::Pretty {
            self.out.push('\n');
        }
        (self.out, self.clean.is_clean())
    }

    /// Begins an element; `attributes` is written as it stands and begins with a space.
    pub(crate) fn open(&mut self, name: &str, attributes: &str) {
        self.begin(name);
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
        self.begin(name);
        for part in [" xmlns=\"", namespace, "\">"] {
            self.out.push_str(part);
        }
        self.depth += 1;
        self.nested = false;
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

    /// Begins a start tag.
    fn begin(&mut self, name: &str) {
        self.line();
        self.out.push('<');
        self.out.push_str(name);
    }

    /// Writes one element, as the table names it.
    fn element<T: Value>(&mut self, name: &'static str, value: &T) {
        self.begin(name);
        self.out.push('>');
        self.depth += 1;
        self.nested = false;
        value.encode_value(self);
        self.close(name);
    }

    fn line(&mut self) {
        if self.layout == Layout::Pretty {
            super::line(&mut self.out, self.depth);
        }
    }
}

impl Encoder for XmlWriter {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        if let Some(element) = self.clean.element(index) {
            self.element(element.name, value);
        }
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        let Some(element) = self.clean.list(index, items.len()) else { return };
        let item_name = element.item.unwrap_or_default();
        self.open(element.name, "");
        let start = self.out.len();
        for (number, item) in items.iter().enumerate() {
            if number == 1 {
                super::room(&mut self.out, start, items.len());
            }
            self.clean.item(index);
            self.element(item_name, item);
        }
        self.close(element.name);
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        if let Some(text) = value.text() {
            if self.clean.text(text).has(ESCAPED) {
                escape(&mut self.out, text);
            } else {
                self.out.push_str(text);
            }
            return;
        }
        let start = self.out.len();
        value.write(&mut self.out);
        if self.clean.simple(value, self.out.get(start..).unwrap_or_default()).has(ESCAPED) {
            let text = self.out.split_off(start);
            escape(&mut self.out, &text);
        }
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        let outer = self.clean.enter(T::SHAPE);
        value.encode(self);
        self.clean.leave(outer);
    }
}

/// Characters of which some are escaped.
const ESCAPED: Kinds = Kinds::MARKUP.or(Kinds::CONTROL);

/// Writes text. A carriage return would be read back as a line feed, so it is written as a reference; `>` is
/// always escaped, so that no text can hold the end of a CDATA section.
#[cold]
fn escape(out: &mut String, text: &str) {
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let reference = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'\r' => "&#13;",
            _ => continue,
        };
        // What is escaped is ASCII, so it begins and ends a character.
        out.push_str(text.get(start..at).unwrap_or_default());
        out.push_str(reference);
        start = at + 1;
    }
    out.push_str(text.get(start..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_carriage_returns_are_escaped() {
        let mut out = String::new();
        escape(&mut out, "é<a>&amp;\r\n]]>\t\"z");
        assert_eq!(out, "é&lt;a&gt;&amp;amp;&#13;\n]]&gt;\t\"z");
    }
}
