//! A message as its content: one tree that can be written as JSON and as XML, right or wrong.
//!
//! The tree knows of each element its row in the table, so that a mutation can aim; `text` reads and writes it. Nothing here
//! decides what is right.

use skp_messages::catalogue;
use skp_messages::sample::Form;
use skp_messages::shape::{Element, Kind, MessageInfo, Shape, Type};

/// An element, with its name in both formats.
#[derive(Debug, Clone)]
pub struct Node {
    /// The name in XML; of an item that of the items.
    pub name: String,
    /// The name in JSON; an item has none.
    pub json: String,
    /// What it holds.
    pub value: Value,
    /// An attribute, as XML writes it with a space before it. JSON has no attributes.
    pub attribute: &'static str,
    /// Its row, when it is an element of a table.
    pub row: Option<&'static Element>,
}

/// What an element holds.
#[derive(Debug, Clone)]
pub enum Value {
    /// A text, which JSON writes as this kind of literal.
    Text(String, Literal),
    /// Elements.
    Part(Vec<Node>),
    /// The items of a list.
    List(Vec<Node>),
    /// `null`, or `xsi:nil`.
    Nil,
}

/// How JSON writes a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Literal {
    /// Between quotation marks.
    String,
    /// As a number, when it reads as one.
    Number,
    /// As `true` or `false`, when it is one of these.
    Boolean,
}

/// A message with its header.
#[derive(Debug, Clone)]
pub struct Content {
    /// Which message it is made from.
    pub info: &'static MessageInfo,
    /// The release it says it is of.
    pub release: String,
    /// The id it says it has.
    pub id: String,
    /// Whether the header goes along.
    pub form: Form,
    /// The header and the message.
    pub parts: [Node; 2],
}

/// The number of the header in [`Content::parts`].
pub const HEADER: usize = 0;
/// The number of the message in [`Content::parts`].
pub const MESSAGE: usize = 1;

/// The way to an element: its part, then its number among its siblings at each level.
pub type Way = Vec<usize>;

impl Literal {
    /// How the values of a type are written.
    #[must_use]
    pub const fn of(ty: Type) -> Self {
        match ty {
            Type::Simple(simple) => match simple.kind {
                Kind::Integer => Self::Number,
                Kind::Boolean => Self::Boolean,
                _ => Self::String,
            },
            Type::Code(list) if list.integer => Self::Number,
            _ => Self::String,
        }
    }
}

impl Node {
    /// The elements or items inside.
    #[must_use]
    pub fn children(&self) -> &[Self] {
        match &self.value {
            Value::Part(nodes) | Value::List(nodes) => nodes,
            Value::Text(..) | Value::Nil => &[],
        }
    }

    /// The elements or items inside, to change.
    pub fn children_mut(&mut self) -> Option<&mut Vec<Self>> {
        match &mut self.value {
            Value::Part(nodes) | Value::List(nodes) => Some(nodes),
            Value::Text(..) | Value::Nil => None,
        }
    }

    /// The table of its elements, when its row holds one.
    #[must_use]
    pub fn shape(&self) -> Option<&'static Shape> {
        match self.row?.ty {
            Type::Composite(shape) => Some(shape),
            Type::Simple(_) | Type::Code(_) => None,
        }
    }
}

impl Content {
    /// The ways to all elements and items, of the message and, in an envelope, of the header.
    #[must_use]
    pub fn ways(&self) -> Vec<Way> {
        let first = if self.form == Form::Envelope { HEADER } else { MESSAGE };
        let mut ways: Vec<Way> = (first..self.parts.len()).map(|part| vec![part]).collect();
        let mut at = 0;
        while let Some(way) = ways.get(at).cloned() {
            let children = self.node(&way).map_or(0, |node| node.children().len());
            ways.extend((0..children).map(|child| way.iter().copied().chain([child]).collect::<Way>()));
            at += 1;
        }
        ways
    }

    /// The element there.
    #[must_use]
    pub fn node(&self, way: &[usize]) -> Option<&Node> {
        let (&part, rest) = way.split_first()?;
        rest.iter().try_fold(self.parts.get(part)?, |node, &child| node.children().get(child))
    }

    /// The element there, to change.
    pub fn node_mut(&mut self, way: &[usize]) -> Option<&mut Node> {
        let (&part, rest) = way.split_first()?;
        rest.iter().try_fold(self.parts.get_mut(part)?, |node, &child| node.children_mut()?.get_mut(child))
    }

    /// The siblings among which the element stands, itself too, and its number among them.
    pub fn siblings(&mut self, way: &[usize]) -> Option<(&mut Vec<Node>, usize)> {
        let (&last, parent) = way.split_last()?;
        Some((self.node_mut(parent)?.children_mut()?, last))
    }

    /// The table of the elements inside what stands there.
    #[must_use]
    pub fn shape(&self, way: &[usize]) -> Option<&'static Shape> {
        match way {
            [HEADER] => Some(catalogue::header()),
            [MESSAGE] => Some(self.info.shape),
            _ => self.node(way)?.shape(),
        }
    }
}
