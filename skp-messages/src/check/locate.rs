//! Completing what a rule found: names in JSON, and places in the input.
//!
//! Rules run on typed values and know elements by name only. The tree knows where they stand.

use super::dialect::Dialect;
use super::walk::Slots;
use crate::finding::{Path, Place, Report};
use crate::shape::{Shape, Type};
use crate::tree::{NodeId, Tree};

/// Fills in the JSON names of a path and gives the node it leads to, or the deepest that exists on its way.
fn complete(
    path: &mut Path,
    shape: &'static Shape,
    tree: Option<(&Tree<'_>, &Slots, Dialect, NodeId)>,
) -> Option<(NodeId, bool)> {
    let mut shape = Some(shape);
    let mut node = tree.map(|(_, _, _, root)| root);
    let mut whole = true;
    for step in &mut path.steps {
        let Some((index, element)) =
            shape.and_then(|shape| shape.elements.iter().enumerate().find(|(_, element)| element.name == step.name))
        else {
            return node.map(|node| (node, false));
        };
        step.json = element.json.into();
        if let (Some((name, _)), Some(item)) = (&mut step.item, element.item) {
            *name = item;
        }
        shape = match element.ty {
            Type::Composite(shape) => Some(shape),
            _ => None,
        };
        let (Some((tree, slots, dialect, _)), Some(from), true) = (tree, node, whole) else { continue };
        let child = slots.get(from, index);
        let child = match (child, step.item) {
            (Some(list), Some((item, wanted))) => tree.node(list).and_then(|list_node| {
                let mut items = tree.children(list).filter(|(_, node)| dialect.is_item(list_node, node, item));
                items.nth(wanted).map(|(id, _)| id)
            }),
            (child, _) => child,
        };
        match child {
            Some(child) => node = Some(child),
            None => whole = false,
        }
    }
    node.map(|node| (node, whole))
}

/// Fills in the JSON names of a path in a message that has no tree here.
pub(crate) fn json_names(path: &mut Path, shape: &'static Shape) {
    complete(path, shape, None);
}

/// Completes the findings from number `from` on, which are about one message or header.
pub(crate) fn locate(
    report: &mut Report,
    from: usize,
    shape: &'static Shape,
    tree: Option<(&Tree<'_>, &Slots, Dialect, NodeId)>,
    offset: usize,
) {
    let place_of = |found: Option<(NodeId, bool)>, whole_only: bool| {
        let (id, whole) = found?;
        let (tree, ..) = tree?;
        let node = tree.node(id).filter(|_| whole || !whole_only)?;
        Some(Place { offset: node.place + offset, line: 0, column: 0 })
    };
    for finding in report.findings.iter_mut().skip(from) {
        // The place of a missing element is its parent's.
        finding.place = place_of(complete(&mut finding.path, shape, tree), false);
        for related in &mut finding.related {
            related.place = place_of(complete(&mut related.path, shape, tree), true);
        }
    }
}
