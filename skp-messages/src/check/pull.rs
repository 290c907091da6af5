//! Pulling a typed value out of a tree the walker has seen.

use super::dialect::Dialect;
use super::walk::Slots;
use crate::codec::{Composite, Decoder, Value};
use crate::shape::{Kind, Shape, Type};
use crate::tree::{Content, NodeId, Tree};
use crate::value::SimpleValue;

/// The careful decoder: gives a generated type its elements out of a tree.
///
/// With `partial` it puts a stand-in where an element is missing or wrong, so that the rules which do not
/// read that element can still run. A partial value never leaves the crate.
pub(crate) struct TreeDecoder<'w, 'a> {
    tree: &'w Tree<'a>,
    slots: &'w Slots,
    dialect: Dialect,
    partial: bool,
    node: NodeId,
    shape: &'static Shape,
    kind: Kind,
}

impl<'w, 'a> TreeDecoder<'w, 'a> {
    pub(crate) fn new(
        tree: &'w Tree<'a>,
        slots: &'w Slots,
        dialect: Dialect,
        root: NodeId,
        shape: &'static Shape,
    ) -> Self {
        Self { tree, slots, dialect, partial: !slots.is_clean(), node: root, shape, kind: Kind::Text }
    }

    /// A decoder that puts a stand-in nowhere.
    pub(crate) fn exact(
        tree: &'w Tree<'a>,
        slots: &'w Slots,
        dialect: Dialect,
        root: NodeId,
        shape: &'static Shape,
    ) -> Self {
        Self { partial: false, ..Self::new(tree, slots, dialect, root, shape) }
    }

    fn or_stand_in<T: Value>(&self, value: Option<T>) -> Option<T> {
        match value {
            None if self.partial => Some(T::stand_in()),
            value => value,
        }
    }

    /// What it decodes: the tree, what the walker found out about it, and the node it is at.
    #[cfg(feature = "draft")]
    pub(crate) const fn input(&self) -> (&'w Tree<'a>, &'w Slots, Dialect, NodeId) {
        (self.tree, self.slots, self.dialect, self.node)
    }

    /// Decodes what stands at a node, as the element at `index` says.
    fn at<T: Value>(&mut self, node: NodeId, index: usize) -> Option<T> {
        let (outer_node, outer_shape) = (self.node, self.shape);
        self.node = node;
        match outer_shape.elements.get(index)?.ty {
            Type::Composite(shape) => self.shape = shape,
            Type::Simple(simple) => self.kind = simple.written(),
            Type::Code(list) => self.kind = list.kind(),
        }
        let value = T::decode_value(self);
        self.node = outer_node;
        self.shape = outer_shape;
        self.or_stand_in(value)
    }
}

/// Whether something else stands where a list should.
pub(crate) fn is_no_list(tree: &Tree<'_>, list: NodeId) -> bool {
    tree.node(list).is_some_and(|node| match &node.content {
        Content::Array => false,
        Content::Mixed(text) => node.nil || !text.trim_ascii().is_empty(),
        _ => true,
    })
}

impl Decoder for TreeDecoder<'_, '_> {
    fn one<T: Value>(&mut self, index: usize) -> Option<T> {
        match self.slots.get(self.node, index) {
            Some(child) => self.at(child, index),
            None => self.or_stand_in(None),
        }
    }

    fn optional<T: Value>(&mut self, index: usize) -> Option<Option<T>> {
        match self.slots.get(self.node, index) {
            Some(child) => self.at(child, index).map(Some),
            None => Some(None),
        }
    }

    fn many<T: Value>(&mut self, index: usize) -> Option<Vec<T>> {
        let element = self.shape.elements.get(index)?;
        let item = element.item?;
        // Of a list that is missing or wrong the rules of its items are named as not checked, as those of a part are.
        let stand_in = |wrong: bool| if self.partial && wrong { vec![T::stand_in()] } else { Vec::new() };
        let required = element.min > 0;
        let Some(list) = self.slots.get(self.node, index) else { return Some(stand_in(required)) };
        if self.tree.children(list).next().is_none() {
            return Some(stand_in(required || is_no_list(self.tree, list)));
        }
        let tree = self.tree;
        let list_node = tree.node(list)?;
        let mut values = Vec::new();
        for (id, node) in tree.children(list) {
            if self.dialect.is_item(list_node, node, item) {
                values.push(self.at(id, index)?);
            }
        }
        Some(values)
    }

    fn simple<T: SimpleValue>(&mut self) -> Option<T> {
        let node = self.tree.node(self.node)?;
        T::parse(&self.dialect.text(node, self.kind).ok()?)
    }

    fn composite<T: Composite>(&mut self) -> Option<T> {
        T::decode(self)
    }
}
