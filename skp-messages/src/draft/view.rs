//! The elements of an input as a rule sees them.
//!
//! The careful decoder makes a typed value out of a tree, with a stand-in for what is missing or wrong, and compiled rules
//! look at that value. Here the same elements are looked up in the tree when they are asked for, and the answers are the
//! same. Nothing here knows rules.

use skp_codegen::cel::Presence;

use super::program::Step;
use crate::check::dialect::Dialect;
use crate::check::pull::{TreeDecoder, is_no_list};
use crate::check::walk::Slots;
use crate::shape::Type;
use crate::tree::{Node, NodeId, Tree};

/// An input that the walker has seen.
#[derive(Clone, Copy)]
pub(super) struct Input<'w, 'a> {
    tree: &'w Tree<'a>,
    slots: &'w Slots,
    pub(super) dialect: Dialect,
    /// Whether something in it is missing or wrong.
    partial: bool,
}

/// One value: an element or an item of a list.
#[derive(Clone, Copy)]
pub(super) struct View {
    /// Where it stands; `None` for a stand-in.
    pub(super) node: Option<NodeId>,
    pub(super) ty: Type,
}

impl<'w, 'a> Input<'w, 'a> {
    /// What a decoder decodes, and the node it is at.
    pub(super) fn of(decoder: &TreeDecoder<'w, 'a>) -> (Self, NodeId) {
        let (tree, slots, dialect, node) = decoder.input();
        (Self { tree, slots, dialect, partial: !slots.is_clean() }, node)
    }

    /// A node of the tree.
    pub(super) fn node(self, view: View) -> Option<&'w Node<'a>> {
        self.tree.node(view.node?)
    }

    /// An element of a composite that is no list, when it is there. One that must be there has a stand-in when it is not.
    pub(super) fn element(self, of: View, step: Step) -> Option<View> {
        let Type::Composite(shape) = of.ty else { return None };
        let ty = shape.elements.get(step.index)?.ty;
        let node = of.node.and_then(|node| self.slots.get(node, step.index));
        (node.is_some() || step.presence == Presence::Required).then_some(View { node, ty })
    }

    /// The items of a list of a composite.
    pub(super) fn items(self, of: View, index: usize) -> Items<'w> {
        self.items_of(of, index).unwrap_or_else(|| Box::new(std::iter::empty()))
    }

    fn items_of(self, of: View, index: usize) -> Option<Items<'w>> {
        let Type::Composite(shape) = of.ty else { return None };
        let element = shape.elements.get(index)?;
        let (ty, item, required) = (element.ty, element.item?, element.min > 0);
        let stand_in = |wrong: bool| -> Items<'w> {
            Box::new((self.partial && wrong).then_some(View { node: None, ty }).into_iter())
        };
        // A stand-in of a composite has no items, also where some must be.
        let Some(list) = self.slots.get(of.node?, index) else { return Some(stand_in(required)) };
        let (tree, dialect) = (self.tree, self.dialect);
        if tree.children(list).next().is_none() {
            return Some(stand_in(required || is_no_list(tree, list)));
        }
        let list_node = tree.node(list)?;
        let items = tree.children(list).filter(move |(_, node)| dialect.is_item(list_node, node, item));
        Some(Box::new(items.map(move |(id, _)| View { node: Some(id), ty })))
    }
}

/// The items of a list, first to last.
pub(super) type Items<'w> = Box<dyn Iterator<Item = View> + 'w>;
