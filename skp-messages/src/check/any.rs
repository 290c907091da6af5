//! The one decoder that generated types are compiled for, whatever stands behind it.
//!
//! A message is read out of a tree (the careful way) or out of the bytes themselves (the straight way). If each were a
//! decoder of its own, every generated type would be compiled three times over; here each is a few functions that know
//! no type, and only the thin layer of this file is generic. It must not know how anything is read.

use super::pull::{Nodes, TreeDecoder};
use crate::codec::{Composite, Decoder, Value};
use crate::straight::json::{self, JsonDecoder};
use crate::straight::xml::{self, XmlDecoder};
use crate::value::SimpleValue;

/// So many items more than one a list gets room for at once.
const FEW: usize = 15;

/// What a message is read out of.
pub(crate) enum AnyDecoder<'d, 'w, 'a> {
    /// A tree that the walker has seen.
    Tree(&'d mut TreeDecoder<'w, 'a>),
    /// XML, read straight.
    Xml(&'d mut XmlDecoder<'a>),
    /// JSON, read straight.
    Json(&'d mut JsonDecoder<'a>),
}

/// The items of a list that are still to come.
enum Items {
    Tree(Nodes),
    Xml(xml::Items),
    Json(json::Items),
}

impl AnyDecoder<'_, '_, '_> {
    /// Goes to an element of the current composite; `false` when it is not there.
    #[inline]
    fn find(&mut self, index: usize) -> Option<bool> {
        match self {
            Self::Tree(tree) => tree.find(index),
            Self::Xml(xml) => xml.find(index),
            Self::Json(json) => json.find(index),
        }
    }

    /// Whether a stand-in takes the place of what is missing or wrong.
    #[inline]
    const fn is_partial(&self) -> bool {
        matches!(self, Self::Tree(tree) if tree.is_partial())
    }

    fn list(&mut self, index: usize) -> Option<Items> {
        match self {
            Self::Tree(tree) => tree.list(index).map(Items::Tree),
            Self::Xml(xml) => xml.list(index).map(Items::Xml),
            Self::Json(json) => json.list(index).map(Items::Json),
        }
    }

    fn item(&mut self, items: &mut Items) -> Option<bool> {
        match (self, items) {
            (Self::Tree(tree), Items::Tree(nodes)) => tree.item(nodes),
            (Self::Xml(xml), Items::Xml(items)) => xml.item(items),
            (Self::Json(json), Items::Json(items)) => json.item(items),
            _ => None,
        }
    }

    /// Goes into the composite it went to; `None` when something else stands there.
    #[inline]
    fn open(&mut self) -> Option<()> {
        match self {
            Self::Tree(tree) => {
                tree.open();
                Some(())
            }
            Self::Xml(xml) => xml.open(),
            Self::Json(json) => json.open(),
        }
    }

    /// Goes back; `None` when the composite does not end here.
    #[inline]
    fn close(&mut self) -> Option<()> {
        match self {
            Self::Tree(tree) => tree.close(),
            Self::Xml(xml) => xml.close(),
            Self::Json(json) => json.close(),
        }
    }

    /// How many bytes are left of the input.
    const fn left(&self) -> usize {
        match self {
            Self::Tree(_) => 0,
            Self::Xml(xml) => xml.left(),
            Self::Json(json) => json.left(),
        }
    }
}

impl Decoder for AnyDecoder<'_, '_, '_> {
    #[inline]
    fn one<T: Value>(&mut self, index: usize, place: &mut T) -> Option<()> {
        if self.find(index)? {
            return place.decode_value(self);
        }
        if self.is_partial() { Some(()) } else { None }
    }

    #[inline]
    fn optional<T: Value>(&mut self, index: usize, place: &mut Option<T>) -> Option<()> {
        if self.find(index)? { place.insert(T::stand_in()).decode_value(self) } else { Some(()) }
    }

    fn many<T: Value>(&mut self, index: usize, place: &mut Vec<T>) -> Option<()> {
        let mut items = self.list(index)?;
        if matches!(items, Items::Tree(Nodes::StandIn)) {
            place.push(T::stand_in());
            return Some(());
        }
        if !self.item(&mut items)? {
            return Some(());
        }
        let left = self.left();
        let mut first = T::stand_in();
        first.decode_value(self)?;
        // Most lists are short, and one that fills its message would grow several times.
        let size = left.saturating_sub(self.left());
        place.reserve_exact(1 + self.left().checked_div(size).unwrap_or(0).min(FEW));
        place.push(first);
        while self.item(&mut items)? {
            place.resize_with(place.len() + 1, T::stand_in);
            place.last_mut()?.decode_value(self)?;
        }
        Some(())
    }

    #[inline]
    fn simple<T: SimpleValue>(&mut self, place: &mut T) -> Option<()> {
        match self {
            Self::Tree(tree) => match tree.simple() {
                Some(value) => *place = value,
                // The stand-in stays.
                None => return if tree.is_partial() { Some(()) } else { None },
            },
            Self::Xml(xml) => place.take(*xml)?,
            Self::Json(json) => place.take(*json)?,
        }
        Some(())
    }

    #[inline]
    fn composite<T: Composite>(&mut self, place: &mut T) -> Option<()> {
        self.open()?;
        place.decode(self)?;
        self.close()
    }
}
