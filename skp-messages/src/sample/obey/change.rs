//! The changes a document can undergo: each leaves it right by its tables, and none touches what must stay.

use super::super::node::{Loc, Node, Scalar, Slot};
use super::super::value;
use super::Fixer;

/// A list does not grow beyond this.
const MOST_ITEMS: usize = 12;

impl Fixer<'_> {
    /// Makes a place exist, and everything it stands in.
    pub(crate) fn ensure(&mut self, loc: &[usize]) -> bool {
        (2..=loc.len()).all(|length| loc.get(..length).is_some_and(|above| self.ensure_one(above)))
    }

    fn ensure_one(&mut self, loc: &[usize]) -> bool {
        match self.document.slot(loc) {
            Some(slot) if slot.node.is_some() => return true,
            Some(slot) if !slot.fixed => {}
            _ => return false,
        }
        let Some(element) = self.document.element(loc) else { return false };
        let Some(node) = self.grower.node(element, self.dice) else { return false };
        let Some((&own, above)) = loc.split_last() else { return false };
        // Of a choice the other part makes place.
        if let Some(record) = self.document.record_mut(above)
            && record.shape.choice
        {
            if record.slots.iter().any(Slot::holds_fixed) {
                return false;
            }
            for (index, slot) in record.slots.iter_mut().enumerate() {
                if index != own {
                    slot.node = None;
                }
            }
        }
        self.document.slot_mut(loc).is_some_and(|slot| {
            slot.node = Some(node);
            true
        })
    }

    /// Makes a place empty: the element itself, or what it stands in when it may not be left out alone.
    pub(crate) fn remove(&mut self, loc: &[usize]) -> bool {
        let Some(slot) = self.document.slot(loc) else { return true };
        if slot.holds_fixed() || loc.len() < 2 {
            return false;
        }
        if self.document.is_item(loc) {
            return self.remove_item(loc);
        }
        let (Some(element), Some((&own, above))) = (self.document.element(loc), loc.split_last()) else {
            return false;
        };
        let choice = match self.document.node(above) {
            Some(Node::Record(record)) if record.shape.choice => record.shape.elements.len(),
            _ => 0,
        };
        if choice > 1 {
            let other = (own + 1 + self.dice.below(choice - 1)) % choice;
            return self.ensure_one(&[above, &[other]].concat());
        }
        if element.min > 0 {
            return self.remove(above);
        }
        self.document.slot_mut(loc).is_some_and(|slot| {
            slot.node = None;
            true
        })
    }

    /// Takes an item out of its list, and with the last one the list.
    pub(crate) fn remove_item(&mut self, loc: &[usize]) -> bool {
        let Some((&own, list)) = loc.split_last() else { return false };
        let Some(slot) = self.document.slot(list) else { return false };
        if slot.fixed || self.document.slot(loc).is_none_or(Slot::holds_fixed) {
            return false;
        }
        match self.document.slot_mut(list).and_then(|slot| slot.node.as_mut()) {
            Some(Node::List(items)) if items.len() > 1 && own < items.len() => {
                items.remove(own);
                true
            }
            Some(_) => self.remove(list),
            None => false,
        }
    }

    /// Adds an item to a list; gives its place.
    pub(crate) fn add_item(&mut self, list: &[usize]) -> Option<Loc> {
        let element = self.document.element(list)?;
        if self.document.node(list).is_none() {
            return self.ensure(list).then(|| [list, &[0]].concat());
        }
        let item = self.grower.item(element, self.dice)?;
        let slot = self.document.slot_mut(list)?;
        if slot.fixed {
            return None;
        }
        match &mut slot.node {
            Some(Node::List(items)) if items.len() < MOST_ITEMS => {
                items.push(Slot::of(item));
                Some([list, &[items.len() - 1]].concat())
            }
            _ => None,
        }
    }

    /// Puts a value in a place.
    pub(crate) fn set(&mut self, loc: &[usize], value: Scalar) -> bool {
        if self.document.scalar(loc) == Some(&value) {
            return true;
        }
        if !self.ensure(loc) {
            return false;
        }
        match self.document.slot_mut(loc) {
            Some(slot) if !slot.fixed => {
                slot.node = Some(Node::Scalar(value));
                true
            }
            _ => false,
        }
    }

    /// Puts another value in a place.
    pub(crate) fn renew(&mut self, loc: &[usize]) -> bool {
        let Some(element) = self.document.element(loc) else { return false };
        let sent = self.grower.sent;
        for _ in 0..8 {
            match value::scalar(element, self.dice, &sent) {
                Some(fresh) if self.document.scalar(loc) != Some(&fresh) => return self.set(loc, fresh),
                _ => {}
            }
        }
        false
    }
}
