//! From tables to a document: which elements are there, how many items lists have, and a value for each.
//!
//! What comes out follows the tables; the rules are made to hold afterwards.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::dice::Dice;
use super::node::{Document, HEADER, Node, Record, Scalar, Slot};
use super::value;
use crate::shape::{Element, MessageInfo, Shape, Type};

/// How full a document is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grower {
    /// Of a hundred optional elements so many are there.
    pub(crate) optional: usize,
    /// Lists have at most so many items.
    pub(crate) items: usize,
    pub(crate) sent: DateTime<FixedOffset>,
}

impl Grower {
    /// Chooses how full a document is, and when it is sent: in 2023 to 2025, so that no clock has to be asked.
    pub(crate) fn new(dice: &mut Dice) -> Self {
        // 2023-01-01T00:00:00Z
        let start = DateTime::from_timestamp(1_672_531_200, 0).unwrap_or_default();
        let offset = *dice.pick(&[0, 3_600, 7_200]).unwrap_or(&0);
        let zone = FixedOffset::east_opt(offset).or(FixedOffset::east_opt(0));
        let sent = start.checked_add_signed(TimeDelta::seconds(dice.range(0, 94_000_000))).unwrap_or(start);
        let sent = zone.map_or_else(|| sent.fixed_offset(), |zone| sent.with_timezone(&zone));
        Self { optional: *dice.pick(&[10, 40, 40, 70, 95]).unwrap_or(&50), items: 1 + dice.below(4), sent }
    }

    /// A header and a message of this kind.
    pub(crate) fn document(&self, info: &'static MessageInfo, dice: &mut Dice) -> Document {
        let header = self.record(crate::catalogue::header(), dice);
        let message = self.record(info.shape, dice);
        let parts = [Slot::of(Node::Record(header)), Slot::of(Node::Record(message))];
        let mut document = Document { info, parts, earlier: Arc::default(), says_release: None, says_itself: false };
        self.header(&mut document, dice);
        document
    }

    /// Fills in what of the header follows from the message.
    fn header(&self, document: &mut Document, dice: &mut Dice) {
        let info = document.info;
        let text = |text: &str| Some(Node::Scalar(Scalar::Text(text.to_owned())));
        let sender = dice.pick(info.from).copied().unwrap_or("SE");
        let sender = if sender == "SHV2" && dice.chance(20) { "KB" } else { sender };
        document.set_header("Module", text(info.module.id), true);
        document.set_header("Release", text(info.release.number), true);
        document.set_header("Bericht", text(info.id), true);
        document.set_header("AfzenderType", text(sender), false);
        document.set_header("VerzondenOp", Some(Node::Scalar(Scalar::Moment(self.sent))), true);
        // What this crate makes up is a test, and says so.
        document.set_header("Test", Some(Node::Scalar(Scalar::Flag(true))), true);
        if info.starts && !info.answers {
            document.set_header("AntwoordOp", None, false);
        }
        // Few senders may send these; where one must, its rule adds it.
        document.set_header("Toestemmingsverklaring", None, false);
        document.set_header("BeschikkingBewind", None, false);
    }

    /// A composite with its elements.
    pub(crate) fn record(&self, shape: &'static Shape, dice: &mut Dice) -> Record {
        let chosen = dice.below(shape.elements.len());
        let slots = shape.elements.iter().enumerate().map(|(index, element)| {
            let there = if shape.choice { index == chosen } else { element.min > 0 || dice.chance(self.optional) };
            if there { Slot { node: self.node(element, dice), fixed: false } } else { Slot::default() }
        });
        Record { shape, slots: slots.collect(), twist: None }
    }

    /// What an element holds when it is there.
    pub(crate) fn node(&self, element: &'static Element, dice: &mut Dice) -> Option<Node> {
        if !element.is_list() {
            return self.item(element, dice);
        }
        let count = 1 + dice.below(self.items);
        let items: Vec<Slot> = (0..count).filter_map(|_| self.item(element, dice).map(Slot::of)).collect();
        (!items.is_empty()).then_some(Node::List(items))
    }

    /// What an element that is no list, or one item of a list, holds.
    pub(crate) fn item(&self, element: &'static Element, dice: &mut Dice) -> Option<Node> {
        match element.ty {
            Type::Composite(shape) => Some(Node::Record(self.record(shape, dice))),
            _ => value::scalar(element, dice, &self.sent).map(Node::Scalar),
        }
    }
}

impl Document {
    /// Puts something in a field of the header.
    pub(crate) fn set_header(&mut self, name: &str, node: Option<Node>, fixed: bool) {
        let field = crate::catalogue::header().elements.iter().position(|element| element.name == name);
        if let Some(slot) = field.and_then(|field| self.slot_mut(&[HEADER, field])) {
            *slot = Slot { node, fixed };
        }
    }
}
