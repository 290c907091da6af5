//! A message as the sampler builds it: a tree of values that follows the tables and can be changed anywhere.
//!
//! It holds values, not text of a format, and knows no rule. A list without items is an absent list.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rust_decimal::Decimal;

use crate::shape::{Element, Kind, MessageInfo, Shape, Type};
use crate::value::SimpleValue;

/// The way from the document to a node: the part (0 the header, 1 the message), then the place of each element in its
/// table or of each item in its list.
pub(crate) type Loc = Vec<usize>;

/// The place of the header.
pub(crate) const HEADER: usize = 0;
/// The place of the message.
pub(crate) const MESSAGE: usize = 1;

/// The place of the first of the earlier messages.
pub(crate) const EARLIER: usize = 2;

/// A header and a message, and the earlier messages that rules may read beside it.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) info: &'static MessageInfo,
    pub(crate) parts: [Slot; 2],
    /// The messages of its conversation before it, without their headers. They can be read, not changed.
    pub(crate) earlier: Arc<Vec<Slot>>,
    /// The release that namespace and `bericht` name, when not that of the message.
    pub(crate) says_release: Option<String>,
    /// Whether the content of a JSON envelope names its message too.
    pub(crate) says_itself: bool,
}

/// A place that a value may stand in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slot {
    pub(crate) node: Option<Node>,
    /// Whether it must stay as it is.
    pub(crate) fixed: bool,
}

/// A value, elements or items.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Scalar(Scalar),
    Record(Record),
    List(Vec<Slot>),
}

/// The elements of a composite, one slot for each row of its table.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) shape: &'static Shape,
    pub(crate) slots: Vec<Slot>,
    /// What is wrong with it on purpose.
    pub(crate) twist: Option<Twist>,
}

/// A way in which the elements of a composite are written wrong on purpose.
#[derive(Debug, Clone)]
pub(crate) enum Twist {
    /// The element is written twice.
    Twice(usize),
    /// The two elements change places.
    Swapped(usize, usize),
    /// An element that does not belong there, by its names in the standard and in JSON.
    Stranger(&'static str, &'static str, String),
}

/// A simple value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scalar {
    Text(String),
    Number(Decimal),
    Date(NaiveDate),
    Moment(DateTime<FixedOffset>),
    Flag(bool),
    /// A JSON literal in place of the value, of another kind than the value has.
    Misfit(&'static str),
}

impl Slot {
    pub(crate) const fn of(node: Node) -> Self {
        Self { node: Some(node), fixed: false }
    }

    /// Whether it or something in it must stay as it is.
    pub(crate) fn holds_fixed(&self) -> bool {
        self.fixed
            || match &self.node {
                Some(Node::Record(record)) => record.slots.iter().any(Self::holds_fixed),
                Some(Node::List(items)) => items.iter().any(Self::holds_fixed),
                _ => false,
            }
    }
}

impl Node {
    /// The slots below, when it has any.
    pub(crate) fn slots(&self) -> &[Slot] {
        match self {
            Self::Scalar(_) => &[],
            Self::Record(record) => &record.slots,
            Self::List(items) => items,
        }
    }

    fn slots_mut(&mut self) -> &mut [Slot] {
        match self {
            Self::Scalar(_) => &mut [],
            Self::Record(record) => &mut record.slots,
            Self::List(items) => items,
        }
    }
}

impl Document {
    /// The slot of a part: the header, the message or an earlier message.
    fn part_slot(&self, part: usize) -> Option<&Slot> {
        self.parts.get(part).or_else(|| self.earlier.get(part.checked_sub(EARLIER)?))
    }

    /// The slot at a place.
    pub(crate) fn slot(&self, loc: &[usize]) -> Option<&Slot> {
        let (part, rest) = loc.split_first()?;
        rest.iter().try_fold(self.part_slot(*part)?, |slot, &step| slot.node.as_ref()?.slots().get(step))
    }

    /// The slot at a place, to change it.
    pub(crate) fn slot_mut(&mut self, loc: &[usize]) -> Option<&mut Slot> {
        let (part, rest) = loc.split_first()?;
        rest.iter().try_fold(self.parts.get_mut(*part)?, |slot, &step| slot.node.as_mut()?.slots_mut().get_mut(step))
    }

    /// The node at a place.
    pub(crate) fn node(&self, loc: &[usize]) -> Option<&Node> {
        self.slot(loc)?.node.as_ref()
    }

    /// The simple value at a place.
    pub(crate) fn scalar(&self, loc: &[usize]) -> Option<&Scalar> {
        match self.node(loc)? {
            Node::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The composite at a place.
    pub(crate) fn record_mut(&mut self, loc: &[usize]) -> Option<&mut Record> {
        match self.slot_mut(loc)?.node.as_mut()? {
            Node::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The items of the list at a place.
    pub(crate) fn items(&self, loc: &[usize]) -> &[Slot] {
        match self.node(loc) {
            Some(Node::List(items)) => items,
            _ => &[],
        }
    }

    /// The table of a part.
    fn table(&self, part: usize) -> &'static Shape {
        match self.part_slot(part).and_then(|slot| slot.node.as_ref()) {
            Some(Node::Record(record)) if part >= EARLIER => record.shape,
            _ if part == HEADER => crate::catalogue::header(),
            _ => self.info.shape,
        }
    }

    /// The row of the table that a place belongs to, whether something stands there or not. An item belongs to the
    /// row of its list.
    pub(crate) fn element(&self, loc: &[usize]) -> Option<&'static Element> {
        let (part, rest) = loc.split_first()?;
        let mut shape = Some(self.table(*part));
        let mut element: Option<&'static Element> = None;
        let mut steps = rest.iter();
        while let Some(&step) = steps.next() {
            let row = shape?.elements.get(step)?;
            element = Some(row);
            shape = match row.ty {
                Type::Composite(part) => Some(part),
                _ => None,
            };
            if row.is_list() {
                steps.next();
            }
        }
        element
    }

    /// Whether a place is that of an item, not of an element.
    pub(crate) fn is_item(&self, loc: &[usize]) -> bool {
        let above = loc.split_last().map_or(&[][..], |(_, above)| above);
        matches!(self.node(above), Some(Node::List(_)))
    }

    /// The place in the words of the standard: `Vorderingen[2].Afkooppercentage`.
    pub(crate) fn path(&self, loc: &[usize]) -> String {
        let Some((part, rest)) = loc.split_first() else { return String::new() };
        let mut path = String::new();
        let mut shape = Some(self.table(*part));
        let mut steps = rest.iter();
        while let Some((&step, known)) = steps.next().zip(shape) {
            let Some(row) = known.elements.get(step) else { break };
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(row.name);
            if row.is_list()
                && let Some(item) = steps.next()
            {
                path.push_str(&format!("[{}]", item + 1));
            }
            shape = match row.ty {
                Type::Composite(part) => Some(part),
                _ => None,
            };
        }
        path
    }
}

impl Scalar {
    /// The value as it is written in every format.
    pub(crate) fn text(&self, kind: Kind) -> String {
        let mut text = String::new();
        match self {
            Self::Text(value) => text.push_str(value),
            Self::Number(value) if kind == Kind::Amount => text = format!("{value:.2}"),
            Self::Number(value) => text = value.normalize().to_string(),
            Self::Date(value) => value.write(&mut text),
            Self::Moment(value) => value.write(&mut text),
            Self::Flag(value) => value.write(&mut text),
            Self::Misfit(value) => text.push_str(value),
        }
        text
    }
}

/// How the values of an element are read and written.
pub(crate) fn kind(element: &Element) -> Kind {
    match element.ty {
        Type::Simple(simple) => simple.kind,
        Type::Code(list) => list.kind(),
        Type::Composite(_) => Kind::Text,
    }
}
