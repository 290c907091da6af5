//! From XML text (XML 1.0 with namespaces) to a tree.
//!
//! The text is cut into tags, texts and references, each checked as it is cut. No entity is ever
//! expanded and no document type read: a `DOCTYPE` ends the
//! reading. It must not know what an element means; the only attributes it knows are those of XML
//! Schema instances, which carry hints for tools and no data.

mod cursor;
mod declaration;
mod names;
mod namespaces;
mod tag;
#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]
mod tests;
mod text;

use std::borrow::Cow;

use self::cursor::{Cursor, SPACE};
use self::declaration::Encoding;
use self::names::is_name_character;
use self::namespaces::{Namespaces, declared_prefix};
use self::tag::RawAttribute;
use super::{Expect, Limits, Problem, ReadError};
use crate::tree::{Attribute, Content, NodeId, Tree, TreeBuilder};

/// The namespace of `xsi:nil` and of the schema hints.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Reads one XML document.
///
/// # Errors
/// The first thing that is not well-formed (`FRM-001`), an encoding other than UTF-8 (`FRM-002`), a
/// document type declaration (`FRM-003`), or what is over a limit (`FRM-004`).
pub(crate) fn read<'a>(text: &'a str, limits: &Limits) -> Result<Tree<'a>, ReadError> {
    let mut document = Document::new(text, limits);
    let result = document.read();
    // Characters are checked over the whole text at once; which error comes first decides.
    match document.wrong_character() {
        Some(wrong) if result.as_ref().err().is_none_or(|error| wrong.at <= error.at) => Err(wrong),
        _ => result.map(|()| document.builder.tree),
    }
}

struct Document<'a, 'l> {
    text: &'a str,
    limits: &'l Limits,
    /// How far the text has been read.
    at: usize,
    builder: TreeBuilder<'a>,
    namespaces: Namespaces<'a>,
    encoding: Encoding,
    /// The open elements, outermost first.
    open: Vec<Open<'a>>,
    /// The attributes of the last start tag; kept for its memory.
    attributes: Vec<RawAttribute<'a>>,
}

/// An element whose end tag is still to come.
struct Open<'a> {
    /// Its name as written.
    name: &'a str,
    /// How many children it has so far.
    children: usize,
}

impl<'a, 'l> Document<'a, 'l> {
    fn new(text: &'a str, limits: &'l Limits) -> Self {
        Self {
            text,
            limits,
            at: 0,
            builder: TreeBuilder::for_input(text.len()),
            namespaces: Namespaces::default(),
            encoding: Encoding::Utf8,
            open: Vec::new(),
            attributes: Vec::new(),
        }
    }

    /// The first character that may not stand in this document.
    fn wrong_character(&self) -> Option<ReadError> {
        let forbidden = text::forbidden_character(self.text);
        if self.encoding == Encoding::Ascii {
            let beyond = self.text.bytes().position(|byte| !byte.is_ascii());
            if let Some(at) = beyond.filter(|&at| forbidden.is_none_or(|forbidden| at < forbidden)) {
                return Some(ReadError::new("FRM-002", at, Problem::Encoding("US-ASCII")));
            }
        }
        forbidden.map(|at| ReadError::form(at, Problem::Character))
    }

    fn read(&mut self) -> Result<(), ReadError> {
        loop {
            let at = self.at;
            match self.text.as_bytes().get(at..) {
                Some([b'<', b'/', ..]) => self.end_tag(at)?,
                Some([b'<', b'?', ..]) => self.instruction(at)?,
                Some([b'<', b'!', ..]) => self.declaration(at)?,
                Some([b'<', ..]) => self.start(at)?,
                Some([b'&', ..]) => self.reference(at)?,
                Some([_, ..]) => self.text(at)?,
                _ if self.builder.depth() == 0 && self.builder.len() > 0 => return Ok(()),
                _ => return Err(ReadError::form(self.text.len(), Problem::Truncated)),
            }
        }
    }

    /// Goes behind the first `mark` from `from` on, with which the markup at `at` ends.
    fn close(&mut self, at: usize, from: usize, mark: &str) -> Result<(), ReadError> {
        let end = self.text.get(from..).and_then(|rest| rest.find(mark));
        self.at = from + end.ok_or(ReadError::form(at, Problem::Markup))? + mark.len();
        Ok(())
    }

    /// Takes the XML declaration or processing instruction at `at`.
    fn instruction(&mut self, at: usize) -> Result<(), ReadError> {
        let here = Cursor::new(self.text, at);
        let is_declaration = declaration::begins(here.rest()) || here.rest().starts_with("<?xml?>");
        if at == 0 && is_declaration {
            self.encoding = declaration::read(here)?;
        } else if is_declaration && here.rest().contains("?>") {
            return Err(ReadError::form(at, Problem::Declaration));
        } else {
            declaration::check_instruction(here)?;
        }
        self.close(at, at + "<?".len(), "?>")
    }

    /// Takes the comment or CDATA section at `at`, and refuses any other `<!` markup.
    fn declaration(&mut self, at: usize) -> Result<(), ReadError> {
        let here = Cursor::new(self.text, at);
        let rest = here.rest();
        if rest.starts_with("<!--") {
            self.comment(at)
        } else if rest.starts_with("<![CDATA[") {
            self.cdata(at)
        } else if rest.starts_with("<!DOCTYPE") {
            Err(ReadError::new("FRM-003", at, Problem::Doctype))
        } else {
            Err(here.wrong(&["<!--", "<![CDATA[", "<!DOCTYPE"], Problem::Markup))
        }
    }

    /// Goes over the comment at `at`.
    fn comment(&mut self, at: usize) -> Result<(), ReadError> {
        let start = at + "<!--".len();
        let inside = self.text.get(start..).unwrap_or_default();
        // Two hyphens may stand in a comment nowhere but at its end.
        match inside.find("--").map(|offset| (offset, inside.get(offset + 2..).unwrap_or_default())) {
            Some((offset, rest)) if rest.starts_with('>') => self.at = start + offset + "-->".len(),
            Some((offset, rest)) if !rest.is_empty() => return Err(ReadError::form(start + offset, Problem::Markup)),
            _ => return Err(ReadError::form(at, Problem::Markup)),
        }
        Ok(())
    }

    /// Takes the start tag at `at`.
    fn start(&mut self, at: usize) -> Result<(), ReadError> {
        if self.builder.depth() == 0 && self.builder.len() > 0 {
            return Err(self.outside(at));
        }
        self.check_limits(at)?;
        let mut cursor = Cursor::new(self.text, at);
        let (tag, namespace) = match tag::read_plain(&mut cursor) {
            Some(tag) => (tag, self.namespaces.enter_plain()),
            None => {
                let tag = tag::read(&mut cursor, self.limits.attributes, &mut self.attributes)?;
                let known = &mut self.builder.tree.namespaces;
                (tag, self.namespaces.enter(tag.name, at + 1, &mut self.attributes, known)?)
            }
        };
        let id = self.builder.open(Cow::Borrowed(tag.name.local), Content::Mixed(Cow::Borrowed("")), at);
        if let Some(node) = self.builder.current() {
            node.namespace = namespace;
            node.value.start = tag.end;
        }
        if !self.attributes.is_empty() {
            self.take_attributes(id);
            self.attributes.clear();
        }
        self.open.push(Open { name: tag.name.whole, children: 0 });
        self.at = tag.end;
        if tag.empty {
            self.end(tag.end);
        }
        Ok(())
    }

    /// Counts the element that begins at `at`.
    fn check_limits(&mut self, at: usize) -> Result<(), ReadError> {
        let Limits { depth, elements, items, .. } = *self.limits;
        if self.builder.depth() >= depth {
            return Err(ReadError::limit(at, Problem::Depth(depth)));
        }
        if self.builder.len() >= elements {
            return Err(ReadError::limit(at, Problem::Elements(elements)));
        }
        if let Some(parent) = self.open.last_mut() {
            parent.children += 1;
            if parent.children > items {
                return Err(ReadError::limit(at, Problem::Items(items)));
            }
        }
        Ok(())
    }

    /// Takes the end tag at `at`.
    fn end_tag(&mut self, at: usize) -> Result<(), ReadError> {
        let mut cursor = Cursor::new(self.text, at + "</".len());
        let named = self.open.last().is_some_and(|open| cursor.eat(open.name));
        if named && cursor.peek() != Some(b'>') {
            cursor.skip_space();
        }
        if !named || cursor.peek() != Some(b'>') {
            return Err(self.wrong_end_tag(Cursor::new(self.text, at)));
        }
        self.at = cursor.at + 1;
        self.end(at);
        Ok(())
    }

    /// Closes the innermost element, whose content ends at `at`.
    fn end(&mut self, at: usize) {
        self.builder.close(at);
        self.namespaces.leave();
        self.open.pop();
    }

    /// Puts the attributes of the element just opened in the tree, but for those that carry no data.
    fn take_attributes(&mut self, owner: NodeId) {
        let tree = &mut self.builder.tree;
        let mut is_nil = false;
        for attribute in &self.attributes {
            let namespace =
                usize::from(attribute.namespace).checked_sub(1).and_then(|index| tree.namespaces.get(index));
            let is_schema = namespace.is_some_and(|namespace| namespace == XSI);
            let nil = is_schema && is_nil_attribute(attribute);
            is_nil |= nil;
            let is_hint = is_schema && matches!(attribute.name.local, "schemaLocation" | "noNamespaceSchemaLocation");
            if !nil && !is_hint && declared_prefix(attribute.name).is_none() {
                let name = Cow::Borrowed(attribute.name.whole);
                tree.attributes.push(Attribute { owner, name, place: attribute.place });
            }
        }
        if let Some(node) = self.builder.current() {
            node.nil = is_nil;
        }
    }

    /// Takes the text that begins at `at`.
    fn text(&mut self, at: usize) -> Result<(), ReadError> {
        let (raw, is_plain) = text::until_markup(self.text.get(at..).unwrap_or_default());
        self.at = at + raw.len();
        if self.builder.depth() == 0 {
            let start = raw.trim_start_matches(SPACE);
            return if start.is_empty() { Ok(()) } else { Err(self.outside(at + raw.len() - start.len())) };
        }
        if is_plain {
            return self.add(Cow::Borrowed(raw), at);
        }
        if let Some(offset) = raw.find("]]>") {
            return Err(ReadError::form(at + offset, Problem::Markup));
        }
        self.add(text::line_ends(raw), at)
    }

    /// Takes the CDATA section that begins at `at`.
    fn cdata(&mut self, at: usize) -> Result<(), ReadError> {
        let start = at + "<![CDATA[".len();
        self.close(at, start, "]]>")?;
        let raw = self.text.get(start..self.at - "]]>".len()).unwrap_or_default();
        self.add(text::line_ends(raw), at)
    }

    /// Takes the reference that begins at `at`.
    fn reference(&mut self, at: usize) -> Result<(), ReadError> {
        if self.builder.depth() == 0 {
            return Err(self.outside(at));
        }
        let mut cursor = Cursor::new(self.text, at);
        let character = text::reference(&mut cursor)?;
        self.at = cursor.at;
        self.add(Cow::Owned(character.to_string()), at)
    }

    /// Adds a piece, which begins at `at`, to the text of the innermost element.
    fn add(&mut self, piece: Cow<'a, str>, at: usize) -> Result<(), ReadError> {
        let limit = self.limits.text;
        let Some(node) = self.builder.current() else { return Err(self.outside(at)) };
        let Content::Mixed(text) = &mut node.content else { return Ok(()) };
        if text.len() + piece.len() > limit {
            return Err(ReadError::limit(at, Problem::Text(limit)));
        }
        if text.is_empty() {
            *text = piece;
            return Ok(());
        }
        if let Cow::Borrowed(first) = *text {
            // Room for more at once: between the elements of a document for people stand many short pieces.
            let mut whole = String::with_capacity((first.len() + piece.len()).max(64));
            whole.push_str(first);
            *text = Cow::Owned(whole);
        }
        text.to_mut().push_str(&piece);
        Ok(())
    }

    /// The error for what stands at `at`, before or after the root element.
    fn outside(&self, at: usize) -> ReadError {
        let after = self.builder.len() > 0;
        ReadError::form(at, if after { Problem::Trailing } else { Problem::Expected(Expect::Element) })
    }

    /// What is wrong with the end tag that begins here.
    fn wrong_end_tag(&self, here: Cursor<'a>) -> ReadError {
        let Some(Open { name, .. }) = self.open.last() else { return ReadError::form(here.at, Problem::EndTag) };
        let tag = format!("</{name}");
        let mut cursor = here;
        if !cursor.eat(&tag) || cursor.rest().starts_with(is_name_character) {
            return here.wrong(&[&tag], Problem::EndTag);
        }
        cursor.skip_space();
        cursor.wrong(&[], Problem::Expected(Expect::TagEnd))
    }
}

/// Whether an attribute says that the element is nil. One that says it is not has no place on an element that cannot be: to
/// a schema as well, it is as unknown as any other.
fn is_nil_attribute(attribute: &RawAttribute<'_>) -> bool {
    attribute.name.local == "nil" && matches!(text::attribute_value(attribute.value).trim_matches(SPACE), "true" | "1")
}
