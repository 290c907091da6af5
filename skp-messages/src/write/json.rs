//! Writing JSON.

use super::Layout;
use crate::check::Clean;
use crate::codec::{Composite, Encoder, Value};
use crate::value::SimpleValue;
use crate::value::characters::Kinds;

/// Writes values as JSON, members in the order of the table.
pub(crate) struct JsonWriter {
    out: String,
    layout: Layout,
    depth: usize,
    /// Whether the innermost object or array has a member already.
    filled: bool,
    clean: Clean,
}

impl JsonWriter {
    pub(crate) fn new(layout: Layout) -> Self {
        Self { out: String::with_capacity(super::ROOM), layout, depth: 0, filled: false, clean: Clean::new() }
    }

    /// The text, and whether everything that was encoded is clean.
    pub(crate) fn finish(mut self) -> (String, bool) {
        if self.layout == Layout::Pretty {
            self.out.push('\n');
        }
        (self.out, self.clean.is_clean())
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
        let outer = self.clean.enter(T::SHAPE);
        value.encode(self);
        self.clean.leave(outer);
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

    /// Begins a member by a name of the tables, which needs no escape.
    fn element(&mut self, name: &'static str) {
        if self.layout == Layout::Pretty {
            self.item();
            self.out.push('"');
            self.out.push_str(name);
            self.out.push_str("\": ");
            return;
        }
        // Texts of a known length are quick to write.
        if self.filled {
            self.out.push_str(",\"");
        } else {
            self.out.push('"');
        }
        self.filled = true;
        self.out.push_str(name);
        self.out.push_str("\":");
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
            super::line(&mut self.out, self.depth);
        }
    }
}

impl Encoder for JsonWriter {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        if let Some(element) = self.clean.element(index) {
            self.element(element.json);
            value.encode_value(self);
        }
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        let Some(element) = self.clean.list(index, items.len()) else { return };
        self.element(element.json);
        self.open('[');
        let start = self.out.len();
        for (number, value) in items.iter().enumerate() {
            if number == 1 {
                super::room(&mut self.out, start, items.len());
            }
            self.item();
            self.clean.item(index);
            value.encode_value(self);
        }
        self.close(']');
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        if let Some(text) = value.text() {
            let kinds = self.clean.text(text);
            self.out.reserve(text.len() + 2);
            self.out.push('"');
            if kinds.has(ESCAPED) {
                escape(&mut self.out, text);
            } else {
                self.out.push_str(text);
            }
            self.out.push('"');
            return;
        }
        if self.clean.is_bare() {
            let start = self.out.len();
            value.write(&mut self.out);
            self.clean.simple(value, self.out.get(start..).unwrap_or_default());
            return;
        }
        self.out.push('"');
        let start = self.out.len();
        value.write(&mut self.out);
        if self.clean.simple(value, self.out.get(start..).unwrap_or_default()).has(ESCAPED) {
            let text = self.out.split_off(start);
            escape(&mut self.out, &text);
        }
        self.out.push('"');
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        self.object(value, |_| ());
    }
}

/// The characters that are escaped: all others stand as they are.
const ESCAPED: Kinds = Kinds::QUOTE.or(Kinds::CONTROL).or(Kinds::LINE);

/// Writes a string with the escapes JSON asks for and no others.
pub(crate) fn string(out: &mut String, text: &str) {
    out.push('"');
    if Kinds::of(text).has(ESCAPED) {
        escape(out, text);
    } else {
        out.push_str(text);
    }
    out.push('"');
}

/// Writes a text with the escapes JSON asks for and no others.
#[cold]
fn escape(out: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let mut start = 0;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\t' => "\\t",
            b'\r' => "\\r",
            0..b' ' => "\\u00",
            _ => continue,
        };
        // What is escaped is ASCII, so it begins and ends a character.
        out.push_str(text.get(start..at).unwrap_or_default());
        out.push_str(escape);
        if escape == "\\u00" {
            let digits = [byte >> 4, byte & 15].map(|digit| HEX.get(usize::from(digit)).copied());
            out.extend(digits.into_iter().flatten());
        }
        start = at + 1;
    }
    out.push_str(text.get(start..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        string(&mut out, text);
        out
    }

    #[test]
    fn only_what_must_be_is_escaped() {
        assert_eq!(written("Jansen é \u{7f} 🙂"), "\"Jansen é \u{7f} 🙂\"");
        assert_eq!(written("\"a\\b\"é\n\t\rz"), r#""\"a\\b\"é\n\t\rz""#);
        assert_eq!(written("\0\u{b}\u{1f}"), r#""\u0000\u000b\u001f""#);
    }
}
