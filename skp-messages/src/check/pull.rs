//! Pulling a typed value out of a tree the walker has seen.

use super::dialect::Dialect;
use super::walk::Slots;
use crate::shape::{Kind, Shape, Type};
use crate::tree::{Content, NodeId, Tree};
use crate::value::SimpleValue;

/// The careful decoder: goes through a tree, element by element, as [`AnyDecoder`](super::any::AnyDecoder) asks.
///
/// With `partial` it puts a stand-in where an element is missing or wrong, so that the rules which do not
/// read that element can still run. A partial value never leaves the crate.
pub(crate) struct TreeDecoder<'w, 'a> {
    tree: &'w Tree<'a>,
    slots: &'w Slots,
    dialect: Dialect,
    partial: bool,
    /// The current composite, and those around it.
    node: NodeId,
    shape: &'static Shape,
    around: Vec<(NodeId, &'static Shape)>,
    /// The element it went to, and how that is read.
    child: NodeId,
    part: &'static Shape,
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
        Self {
            tree,
            slots,
            dialect,
            partial: !slots.is_clean(),
            node: root,
            shape,
            around: Vec::new(),
            child: root,
            part: shape,
            kind: Kind::Text,
        }
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

    /// Whether it puts a stand-in where an element is missing or wrong.
    pub(crate) const fn is_partial(&self) -> bool {
        self.partial
    }

    /// What it decodes: the tree, what the walker found out about it, and the node it is at.
    #[cfg(feature = "draft")]
    pub(crate) const fn input(&self) -> (&'w Tree<'a>, &'w Slots, Dialect, NodeId) {
        (self.tree, self.slots, self.dialect, self.node)
    }

    /// Goes to the element at `index` of the current composite; `false` when it is not there.
    pub(crate) fn find(&mut self, index: usize) -> Option<bool> {
        match self.slots.get(self.node, index) {
            Some(child) => self.at(child, index).map(|()| true),
            None => Some(false),
        }
    }

    /// Reads the node as the element at `index` says.
    fn at(&mut self, node: NodeId, index: usize) -> Option<()> {
        let element = self.shape.elements.get(index)?;
        self.child = node;
        match element.ty {
            Type::Composite(shape) => self.part = shape,
            Type::Simple(simple) => self.kind = simple.written(),
            Type::Code(list) => self.kind = list.kind(),
        }
        Some(())
    }

    /// Goes to a list of the current composite.
    pub(crate) fn list(&mut self, index: usize) -> Option<Nodes> {
        let element = self.shape.elements.get(index)?;
        let item = element.item?;
        // Of a list that is missing or wrong the rules of its items are named as not checked, as those of a part are.
        let none = |wrong: bool| if self.partial && wrong { Nodes::StandIn } else { Nodes::None };
        let required = element.min > 0;
        let Some(list) = self.slots.get(self.node, index) else { return Some(none(required)) };
        match self.tree.node(list)?.first_child {
            None => Some(none(required || is_no_list(self.tree, list))),
            next => Some(Nodes::Of { list, item, index, next }),
        }
    }

    /// Goes to the next item of a list.
    pub(crate) fn item(&mut self, nodes: &mut Nodes) -> Option<bool> {
        let Nodes::Of { list, item, index, next } = nodes else { return Some(false) };
        let list = self.tree.node(*list)?;
        while let Some(id) = *next {
            let node = self.tree.node(id)?;
            *next = node.next;
            if self.dialect.is_item(list, node, item) {
                return self.at(id, *index).map(|()| true);
            }
        }
        Some(false)
    }

    /// The value of the node it went to.
    pub(crate) fn simple<T: SimpleValue>(&self) -> Option<T> {
        let node = self.tree.node(self.child)?;
        T::parse(&self.dialect.text(node, self.kind).ok()?)
    }

    /// Goes into the node it went to.
    pub(crate) fn open(&mut self) {
        self.around.push((self.node, self.shape));
        self.node = self.child;
        self.shape = self.part;
    }

    /// Goes back.
    pub(crate) fn close(&mut self) -> Option<()> {
        (self.node, self.shape) = self.around.pop()?;
        Some(())
    }
}

/// The items of a list that are still to come.
pub(crate) enum Nodes {
    /// The list has none.
    None,
    /// The list is missing or wrong.
    StandIn,
    /// From this node on.
    Of {
        /// The list.
        list: NodeId,
        /// The name of an item.
        item: &'static str,
        /// The place of the list in the shape.
        index: usize,
        /// The next child to look at.
        next: Option<NodeId>,
    },
}

/// Whether something else stands where a list should.
pub(crate) fn is_no_list(tree: &Tree<'_>, list: NodeId) -> bool {
    tree.node(list).is_some_and(|node| match &node.content {
        Content::Array => false,
        Content::Mixed(text) => node.nil || !text.trim_ascii().is_empty(),
        _ => true,
    })
}
