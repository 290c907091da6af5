//! XML as the emitters write it: a small tree with its printer, so that no emitter joins tags by hand.
//!
//! It knows no schema. Attributes stand in the order in which they were given.

use std::fmt::Write;

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Children(Vec<Node>),
    Text(String),
}

impl Node {
    /// An element without attributes or content.
    pub(super) const fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), content: Content::Children(Vec::new()) }
    }

    /// With one more attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With one more child; what text it had goes.
    pub(super) fn child(self, child: Self) -> Self {
        self.children([child])
    }

    /// With more children; what text it had goes.
    pub(super) fn children(mut self, more: impl IntoIterator<Item = Self>) -> Self {
        match &mut self.content {
            Content::Children(children) => children.extend(more),
            Content::Text(_) => self.content = Content::Children(more.into_iter().collect()),
        }
        self
    }

    /// With this text in place of children.
    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        self.content = Content::Text(text.into());
        self
    }

    /// The document with this element as its root and a comment above it.
    pub(super) fn document(&self, comment: &str) -> String {
        // Two hyphens would end a comment.
        let comment = comment.replace("--", "- -");
        let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- {comment} -->\n");
        self.print(0, &mut out);
        out
    }

    /// Prints the element; the depth is that of the schemas the emitters make, never that of an input.
    fn print(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        let _ = write!(out, "{indent}<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escaped(value));
        }
        match &self.content {
            Content::Children(children) if children.is_empty() => out.push_str("/>\n"),
            Content::Children(children) => {
                out.push_str(">\n");
                for child in children {
                    child.print(depth + 1, out);
                }
                let _ = writeln!(out, "{indent}</{}>", self.name);
            }
            Content::Text(text) => {
                let _ = writeln!(out, ">{}</{}>", escaped(text), self.name);
            }
        }
    }
}

/// A text with what XML reads otherwise, and what no editor shows, as references.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ if character.is_control() || (character.is_whitespace() && character != ' ') => {
                let _ = write!(out, "&#x{:X};", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_would_read_otherwise_is_a_reference() {
        let node = Node::new("a").with("b", "\"<&>\u{a0}\t\u{85}é").child(Node::new("c").text("x & y"));
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Made; do not edit - - ever. -->\n\
                        <a b=\"&quot;&lt;&amp;&gt;&#xA0;&#x9;&#x85;é\">\n  <c>x &amp; y</c>\n</a>\n";
        assert_eq!(node.document("Made; do not edit -- ever."), expected);
    }
}
