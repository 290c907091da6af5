//! Composites, their elements and the wrappers of lists.

use super::annotation;
use super::types::Types;
use crate::catalogue::{Composite, Element, Type};
use crate::emit::xml::Node;

/// The type of a composite: its elements in table order, or one of them.
pub(super) fn definition(name: String, ty: &Type, table: &Composite, types: &mut Types<'_>) -> Node {
    let elements = table.elements.iter().map(|element| self::element(element, table.choice, types)).collect::<Vec<_>>();
    let group = Node::new(if table.choice { "xs:choice" } else { "xs:sequence" }).children(elements);
    Node::new("xs:complexType").with("name", name).child(annotation(&ty.text, &ty.source, &[])).child(group)
}

/// An element. As a part of a choice it is there when it is chosen, and a list then has items.
fn element(element: &Element, choice: bool, types: &mut Types<'_>) -> Node {
    let ty = match &element.item {
        Some(item) => types.list(item, element, element.min == 0 && !choice),
        None => types.value(element),
    };
    let node = Node::new("xs:element").with("name", &element.name).with("type", ty);
    let node = if element.min == 0 && !choice { node.with("minOccurs", "0") } else { node };
    node.child(annotation(&element.text, &element.source, &[]))
}

/// The type of a wrapper.
pub(super) fn wrapper(name: String, item: &str, value: &str, may_be_empty: bool) -> Node {
    let item = Node::new("xs:element").with("name", item).with("type", value);
    let item = if may_be_empty { item.with("minOccurs", "0") } else { item };
    let item = item.with("maxOccurs", "unbounded");
    Node::new("xs:complexType").with("name", name).child(Node::new("xs:sequence").child(item))
}
