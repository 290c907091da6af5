//! The rows of an element table, and their texts. The order of the rows is that of the table, because it is that of
//! the XML.

use super::{Line, View, simple, texts};
use crate::catalogue::{Content, Element, Holds, Privacy, Type};

/// The rows, and the texts of the rows.
pub(super) fn lines(view: &View<'_>, ty: &Type) -> (Vec<Line>, Vec<Line>) {
    let Content::Composite(composite) = &ty.content else { return (Vec::new(), Vec::new()) };
    let name = |element: &Element| format!("{}.{}", ty.name, element.name);
    let rows = composite.elements.iter().map(|element| row(view, &name(element), element)).collect();
    let texts = composite.elements.iter().flat_map(|element| texts(&name(element), &element.text)).collect();
    (rows, texts)
}

fn row(view: &View<'_>, name: &str, element: &Element) -> Line {
    let (holds, privacy) = match element.holds {
        Holds::Simple(id) => {
            let simple = view.catalogue.simple.get(id.0);
            (simple.map(|simple| &simple.name), simple.map_or(Privacy::Personal, |simple| simple.privacy))
        }
        Holds::Type(id) => {
            let ty = view.catalogue.types.get(id.0);
            let privacy = match ty.map(|ty| &ty.content) {
                Some(Content::Codes(codes)) => codes.privacy,
                _ => Privacy::Personal,
            };
            (ty.map(|ty| &ty.name), privacy)
        }
    };
    Line::new("element", name)
        .with_some("item", element.item.as_ref())
        .with_some("type", holds)
        .with("card", element.cardinality())
        .with_some("min", element.low)
        .with_some("max", element.high)
        .with_some("pattern", element.pattern.as_ref().map(|pattern| &pattern.text))
        .with_some("privacy", (element.privacy != privacy).then(|| simple::privacy(element.privacy)))
        .with_some("group", element.group.as_ref())
        .with("source", &element.source)
}
