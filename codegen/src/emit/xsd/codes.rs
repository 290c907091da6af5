//! Code lists.

use super::{annotation, pattern};
use crate::catalogue::{Codes, Type};
use crate::emit::xml::Node;

/// A closed list names its codes; an open one takes any text that every format can write, and names its codes in notes.
pub(super) fn definition(name: String, ty: &Type, list: &Codes) -> Node {
    let restriction = Node::new("xs:restriction").with("base", if list.integer { "xs:int" } else { "xs:token" });
    let code = |code: &crate::catalogue::Code| {
        Node::new("xs:enumeration").with("value", &code.code).child(annotation(&code.text, &code.source, &[]))
    };
    // Numbers are compared by value, so only a pattern keeps `+100` and `0100` out.
    let whole = list.integer.then(|| pattern::facet(pattern::WHOLE));
    let (restriction, known) = if list.closed {
        // A list without codes takes nothing, and an enumeration cannot say that.
        let nothing = list.codes.is_empty().then(|| pattern::facet("[^\\s\\S]"));
        (restriction.children(whole).children(nothing).children(list.codes.iter().map(code)), Vec::new())
    } else {
        let text = (!list.integer).then(|| pattern::facet(&pattern::trimmed()));
        let known = list.codes.iter().map(|row| ("code", row.code.as_str())).collect();
        (restriction.children(whole).children(text), known)
    };
    Node::new("xs:simpleType").with("name", name).child(annotation(&ty.text, &ty.source, &known)).child(restriction)
}
