//! Which elements of a message are missing or wrong, so that no rule reads them.
//!
//! Paths are kept as a tree of steps, each path twice: with the numbers of list items, for a rule that reads one
//! element, and without, for a rule that reads an element of every item. Whoever goes down both trees along with a
//! message asks a question about a clean part of it without looking anything up.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::finding::PathStep;

/// How many children of a node are compared one by one; nearly no message has more that are wrong.
const FEW: usize = 8;

/// The elements that are missing or wrong.
#[derive(Default)]
pub(crate) struct Wrong {
    /// The children of nodes that have more than a few.
    children: HashMap<(u32, &'static str, Which), u32>,
    nodes: Vec<Node>,
}

/// What is wrong at one path.
#[derive(Default)]
struct Node {
    /// The first children.
    few: Vec<(&'static str, Which, u32)>,
    /// Whether there are more.
    more: bool,
    /// The element itself.
    element: bool,
    /// What is asked of a list as a whole: it holds something that is no item.
    whole_list: bool,
}

/// How a step goes into an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Which {
    /// The element as such.
    Whole,
    /// This item of a list.
    Item(usize),
    /// Any item of a list.
    AnyItem,
}

/// Where a path leads among the wrong ones.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lane {
    /// The node; `None` when nothing from here on is wrong.
    node: Option<u32>,
    /// Whether an element on the way is wrong.
    wrong: bool,
}

impl Lane {
    /// A lane along which nothing is wrong.
    pub(crate) const CLEAN: Self = Self { node: None, wrong: false };
}

impl Wrong {
    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Notes that the element at a path is missing or wrong.
    pub(crate) fn add(&mut self, steps: &[PathStep]) {
        self.mark(steps, |node| node.element = true);
    }

    /// Notes that the list at a path holds something that is no item.
    pub(crate) fn add_list(&mut self, steps: &[PathStep]) {
        self.mark(steps, |node| node.whole_list = true);
        if let Some((list, outer)) = steps.split_last()
            && let Some(any) = self.find(outer, false).and_then(|outer| self.child(outer, list, Which::AnyItem))
            && let Some(node) = self.nodes.get_mut(any as usize)
        {
            node.element = true;
        }
    }

    fn mark(&mut self, steps: &[PathStep], set: fn(&mut Node)) {
        let has_numbers = steps.iter().any(|step| step.item.is_some());
        for numbered in [false, true].into_iter().filter(|&numbered| has_numbers || !numbered) {
            if let Some(node) = self.find(steps, numbered).and_then(|node| self.nodes.get_mut(node as usize)) {
                set(node);
            }
        }
    }

    /// The node of a path, made when there is none.
    fn find(&mut self, steps: &[PathStep], numbered: bool) -> Option<u32> {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        steps.iter().try_fold(0, |at, step| {
            let which = match step.item {
                None => Which::Whole,
                Some((_, number)) if numbered => Which::Item(number),
                Some(_) => Which::AnyItem,
            };
            self.child(at, step, which)
        })
    }

    fn child(&mut self, at: u32, step: &PathStep, which: Which) -> Option<u32> {
        // The walker follows the tables, whose names live as long as the program.
        let Cow::Borrowed(name) = step.name else { return None };
        if let Some(child) = self.look(at, name, which) {
            return Some(child);
        }
        let next = u32::try_from(self.nodes.len()).ok()?;
        let node = self.nodes.get_mut(at as usize)?;
        if node.few.len() < FEW {
            node.few.push((name, which, next));
        } else {
            node.more = true;
            self.children.insert((at, name, which), next);
        }
        self.nodes.push(Node::default());
        Some(next)
    }

    fn look(&self, at: u32, name: &str, which: Which) -> Option<u32> {
        let node = self.nodes.get(at as usize)?;
        let found = node.few.iter().find(|(other, how, _)| *how == which && *other == name);
        match found {
            Some(&(_, _, child)) => Some(child),
            None if node.more => self.children.get(&(at, name, which)).copied(),
            None => None,
        }
    }

    /// The lane of the message or header itself.
    pub(crate) fn root(&self) -> Lane {
        match self.nodes.first() {
            Some(root) => Lane { node: Some(0), wrong: root.element },
            None => Lane::CLEAN,
        }
    }

    /// A step along a lane.
    pub(crate) fn go(&self, lane: Lane, name: &str, which: Which) -> Lane {
        let Some(node) = lane.node else { return lane };
        let look = |which| {
            let child = self.look(node, name, which)?;
            Some((child, self.nodes.get(child as usize)?.element))
        };
        let found = look(which);
        let list = if which == Which::Whole { None } else { look(Which::Whole) };
        let is_wrong = |found: Option<(u32, bool)>| found.is_some_and(|(_, wrong)| wrong);
        Lane { node: found.map(|(child, _)| child), wrong: lane.wrong || is_wrong(found) || is_wrong(list) }
    }

    /// Whether a rule that reads what a lane leads to cannot be checked.
    pub(crate) fn hinders(&self, lane: Lane) -> bool {
        let list = || lane.node.and_then(|node| self.nodes.get(node as usize)).is_some_and(|node| node.whole_list);
        lane.wrong || list()
    }

    /// Whether the message or header itself is wrong.
    pub(crate) fn has_root(&self) -> bool {
        self.root().wrong
    }

    /// Whether this element of the message or header is missing or wrong.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.go(Lane { wrong: false, ..self.root() }, name, Which::Whole).wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(path: &[(&'static str, Option<usize>)]) -> Vec<PathStep> {
        let step = |&(name, item): &(&'static str, Option<usize>)| PathStep {
            name: name.into(),
            json: name.into(),
            item: item.map(|number| ("", number)),
        };
        path.iter().map(step).collect()
    }

    fn hinders(wrong: &Wrong, path: &[(&str, Which)]) -> bool {
        wrong.hinders(path.iter().fold(wrong.root(), |lane, &(name, which)| wrong.go(lane, name, which)))
    }

    #[test]
    fn an_item_is_wrong_by_its_number_and_as_any() {
        let mut wrong = Wrong::default();
        wrong.add(&steps(&[("Vorderingen", Some(3)), ("Bedrag", None)]));
        let bedrag = |which| [("Vorderingen", which), ("Bedrag", Which::Whole)];
        assert!(hinders(&wrong, &bedrag(Which::Item(3))));
        assert!(hinders(&wrong, &bedrag(Which::AnyItem)));
        assert!(!hinders(&wrong, &bedrag(Which::Item(2))));
        assert!(!hinders(&wrong, &[("Vorderingen", Which::Item(3))]));
        assert!(!hinders(&wrong, &[("Vorderingen", Which::Whole)]));
    }

    #[test]
    fn what_is_below_a_wrong_element_cannot_be_read() {
        let mut wrong = Wrong::default();
        wrong.add(&steps(&[("Vorderingen", None)]));
        assert!(hinders(&wrong, &[("Vorderingen", Which::Item(0)), ("Bedrag", Which::Whole)]));
        assert!(!hinders(&wrong, &[("Klant", Which::Whole)]));
    }

    #[test]
    fn a_stranger_in_a_list_spoils_the_list_and_not_one_item() {
        let mut wrong = Wrong::default();
        wrong.add_list(&steps(&[("Vorderingen", None)]));
        assert!(hinders(&wrong, &[("Vorderingen", Which::Whole)]));
        assert!(hinders(&wrong, &[("Vorderingen", Which::AnyItem), ("Bedrag", Which::Whole)]));
        assert!(!hinders(&wrong, &[("Vorderingen", Which::Item(0)), ("Bedrag", Which::Whole)]));
    }
}
