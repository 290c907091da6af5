//! One small tree for every format.
//!
//! A reader turns bytes into a [`Tree`]; the walker compares the tree with a shape, so that the same
//! mistake gets the same finding whatever the format. The tree keeps names, texts and places as they
//! were written; it knows no message and gives no verdict. Nodes lie in one list and point to each
//! other by number, so that no depth of input makes anything recurse.

mod build;
mod of_value;

use std::borrow::Cow;
use std::ops::Range;

pub(crate) use build::TreeBuilder;
pub(crate) use of_value::of_value;

/// The number of a node in its tree. The root is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(pub(crate) u32);

/// A whole input.
#[derive(Default)]
pub(crate) struct Tree<'a> {
    pub(crate) nodes: Vec<Node<'a>>,
    /// Namespaces that occur, each once; [`Node::namespace`] counts from 1, 0 is none.
    pub(crate) namespaces: Vec<Cow<'a, str>>,
    /// Attributes that are neither namespace declarations nor schema hints, in input order.
    pub(crate) attributes: Vec<Attribute<'a>>,
}

/// An XML element, a JSON member or a JSON item.
pub(crate) struct Node<'a> {
    /// The local name in XML, the member's name in JSON, empty for the items of an array and for a JSON root.
    pub(crate) name: Cow<'a, str>,
    /// 0, or one more than the place in [`Tree::namespaces`].
    pub(crate) namespace: u16,
    /// What it holds.
    pub(crate) content: Content<'a>,
    /// Where the start tag or the member's name (of an item: its value) begins.
    pub(crate) place: usize,
    /// The bytes of the value: between the tags in XML, the value itself in JSON.
    pub(crate) value: Range<usize>,
    /// Whether an earlier member of the same JSON object has the same name.
    pub(crate) repeated: bool,
    /// Whether `xsi:nil` is true.
    pub(crate) nil: bool,
    pub(crate) first_child: Option<NodeId>,
    pub(crate) next: Option<NodeId>,
}

/// What a node holds besides its children.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content<'a> {
    /// An XML element: its own text, references resolved, in one piece without that of its children.
    Mixed(Cow<'a, str>),
    /// A JSON object.
    Object,
    /// A JSON array.
    Array,
    /// A JSON string, unescaped.
    String(Cow<'a, str>),
    /// A JSON number, as written.
    Number(Cow<'a, str>),
    /// A JSON `true` or `false`.
    Boolean(bool),
    /// A JSON `null`.
    Null,
}

/// An attribute the standard does not know.
pub(crate) struct Attribute<'a> {
    pub(crate) owner: NodeId,
    pub(crate) name: Cow<'a, str>,
    pub(crate) place: usize,
}

impl<'a> Tree<'a> {
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn node(&self, id: NodeId) -> Option<&Node<'a>> {
        self.nodes.get(id.0 as usize)
    }

    /// The children of a node, in input order.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = (NodeId, &Node<'a>)> {
        let mut next = self.node(id).and_then(|node| node.first_child);
        std::iter::from_fn(move || {
            let id = next?;
            let node = self.node(id)?;
            next = node.next;
            Some((id, node))
        })
    }

    /// The namespace of a node, if it has one.
    pub(crate) fn namespace(&self, node: &Node<'a>) -> Option<&str> {
        let index = usize::from(node.namespace).checked_sub(1)?;
        self.namespaces.get(index).map(AsRef::as_ref)
    }

    /// The child of this name, the first if there are several.
    pub(crate) fn child(&self, id: NodeId, name: &str) -> Option<NodeId> {
        self.children(id).find(|(_, node)| node.name == name).map(|(id, _)| id)
    }
}
