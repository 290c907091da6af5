//! From XML text (XML 1.0 with namespaces) to a tree.
//!
//! quick-xml cuts the text into tags, texts and references; everything it leaves unchecked is checked
//! here on the text itself. No entity is ever expanded and no document type read: a `DOCTYPE` ends the
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

use quick_xml::Reader;
use quick_xml::events::Event;

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
    reader: Reader<&'a [u8]>,
    builder: TreeBuilder<'a>,
    namespaces: Namespaces<'a>,
    encoding: Encoding,
    /// How many children each open element has so far, outermost first.
    children: Vec<usize>,
    /// The attributes of the last start tag; kept for its memory.
    attributes: Vec<RawAttribute<'a>>,
}

impl<'a, 'l> Document<'a, 'l> {
    fn new(text: &'a str, limits: &'l Limits) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = true;
        reader.config_mut().check_comments = true;
        reader.config_mut().allow_dangling_amp = false;
        Self {
            text,
            limits,
            reader,
            builder: TreeBuilder::default(),
            namespaces: Namespaces::default(),
            encoding: Encoding::Utf8,
            children: Vec::new(),
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

    /// How far quick-xml has read.
    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(self.text.len())
    }

    fn read(&mut self) -> Result<(), ReadError> {
        // quick-xml would leave out a byte order mark without counting it.
        if self.text.starts_with('\u{feff}') {
            return Err(self.outside(0));
        }
        loop {
            let at = self.position();
            self.refuse_declarations(at)?;
            let Ok(event) = self.reader.read_event() else { return Err(self.diagnose(at)) };
            match event {
                Event::Start(_) | Event::Empty(_) => self.start(at)?,
                Event::End(_) => self.end(at),
                Event::Text(_) => self.text(at)?,
                Event::CData(_) => self.cdata(at)?,
                Event::GeneralRef(_) => self.reference(at)?,
                Event::Comment(_) => {}
                Event::PI(_) => declaration::check_instruction(Cursor::new(self.text, at))?,
                Event::Decl(_) if at == 0 => self.encoding = declaration::read(Cursor::new(self.text, at))?,
                Event::Decl(_) => return Err(ReadError::form(at, Problem::Declaration)),
                Event::DocType(_) => return Err(ReadError::new("FRM-003", at, Problem::Doctype)),
                Event::Eof if self.builder.depth() == 0 && self.builder.len() > 0 => return Ok(()),
                Event::Eof => return Err(ReadError::form(self.text.len(), Problem::Truncated)),
            }
        }
    }

    /// Refuses `<!` markup other than comments and CDATA before quick-xml looks into it.
    fn refuse_declarations(&self, at: usize) -> Result<(), ReadError> {
        let here = Cursor::new(self.text, at);
        let rest = here.rest();
        if !rest.starts_with("<!") || rest.starts_with("<!--") || rest.starts_with("<![CDATA[") {
            return Ok(());
        }
        if rest.starts_with("<!DOCTYPE") {
            return Err(ReadError::new("FRM-003", at, Problem::Doctype));
        }
        Err(here.wrong(&["<!--", "<![CDATA[", "<!DOCTYPE"], Problem::Markup))
    }

    /// Takes the start tag at `at`.
    fn start(&mut self, at: usize) -> Result<(), ReadError> {
        if self.builder.depth() == 0 && self.builder.len() > 0 {
            return Err(self.outside(at));
        }
        self.check_limits(at)?;
        let tag = tag::read(&mut Cursor::new(self.text, at), self.limits.attributes, &mut self.attributes)?;
        let known = &mut self.builder.tree.namespaces;
        let namespace = self.namespaces.enter(tag.name, at + 1, &mut self.attributes, known)?;
        let id = self.builder.open(Cow::Borrowed(tag.name.local), Content::Mixed(Cow::Borrowed("")), at);
        if let Some(node) = self.builder.current() {
            node.namespace = namespace;
            node.value.start = tag.end;
        }
        self.take_attributes(id);
        self.children.push(0);
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
        if let Some(count) = self.children.last_mut() {
            *count += 1;
            if *count > items {
                return Err(ReadError::limit(at, Problem::Items(items)));
            }
        }
        Ok(())
    }

    /// Closes the innermost element, whose content ends at `at`.
    fn end(&mut self, at: usize) {
        self.builder.close(at);
        self.namespaces.leave();
        self.children.pop();
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
        let raw = self.text.get(at..self.position()).unwrap_or_default();
        if self.builder.depth() == 0 {
            let start = raw.trim_start_matches(SPACE);
            return if start.is_empty() { Ok(()) } else { Err(self.outside(at + raw.len() - start.len())) };
        }
        if text::is_plain(raw) {
            return self.add(Cow::Borrowed(raw), at);
        }
        if let Some(offset) = raw.find("]]>") {
            return Err(ReadError::form(at + offset, Problem::Markup));
        }
        self.add(text::line_ends(raw), at)
    }

    /// Takes the CDATA section that begins at `at`.
    fn cdata(&mut self, at: usize) -> Result<(), ReadError> {
        let end = self.position().saturating_sub("]]>".len());
        let raw = self.text.get(at + "<![CDATA[".len()..end).unwrap_or_default();
        self.add(text::line_ends(raw), at)
    }

    /// Takes the reference that begins at `at`.
    fn reference(&mut self, at: usize) -> Result<(), ReadError> {
        if self.builder.depth() == 0 {
            return Err(self.outside(at));
        }
        let character = text::reference(&mut Cursor::new(self.text, at))?;
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
    fn wrong_end_tag(&mut self, here: Cursor<'a>) -> ReadError {
        let open = self.builder.current().map(|node| node.place + 1);
        let name = open.and_then(|place| Cursor::new(self.text, place).name().ok());
        let Some(name) = name else { return ReadError::form(here.at, Problem::EndTag) };
        let tag = format!("</{name}");
        let mut cursor = here;
        if !cursor.eat(&tag) || cursor.rest().starts_with(is_name_character) {
            return here.wrong(&[&tag], Problem::EndTag);
        }
        cursor.skip_space();
        cursor.wrong(&[], Problem::Expected(Expect::TagEnd))
    }

    /// What is wrong with the markup at `at`, at which quick-xml gave up but does not say exactly where.
    fn diagnose(&mut self, at: usize) -> ReadError {
        let here = Cursor::new(self.text, at);
        let rest = here.rest();
        let found = if rest.starts_with("</") {
            Err(self.wrong_end_tag(here))
        } else if rest.starts_with("<!--") {
            Err(wrong_comment(here))
        } else if at == 0 && declaration::begins(rest) {
            declaration::read(here).map(|_| ())
        } else if rest.starts_with("<?") {
            declaration::check_instruction(here)
        } else if rest.starts_with('&') {
            self.reference(at)
        } else if rest.starts_with("<![CDATA[") {
            Ok(())
        } else {
            self.start(at)
        };
        found.err().unwrap_or(ReadError::form(at, Problem::Markup))
    }
}

/// Whether an attribute says that the element is nil. One that says it is not has no place on an element that cannot be: to
/// a schema as well, it is as unknown as any other.
fn is_nil_attribute(attribute: &RawAttribute<'_>) -> bool {
    attribute.name.local == "nil" && matches!(text::attribute_value(attribute.value).trim_matches(SPACE), "true" | "1")
}

/// What is wrong with the comment that begins here.
fn wrong_comment(here: Cursor<'_>) -> ReadError {
    let start = here.at + "<!--".len();
    let inside = here.text.get(start..).unwrap_or_default();
    match inside.find("--") {
        Some(offset) if offset + 2 < inside.len() => ReadError::form(start + offset, Problem::Markup),
        _ => ReadError::form(here.at, Problem::Markup),
    }
}
