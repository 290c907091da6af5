//! The message of a conversation as XML, from values by path; so that the reader, walker and rules of XML check it.

use std::collections::BTreeMap;

use crate::shape::{Element, MessageInfo, Shape, Type};

/// Values of a composite by the place of their element in its table, which is the order of XML.
pub(super) type Parts = BTreeMap<usize, Value>;

/// What an element holds.
#[derive(Debug)]
pub(super) enum Value {
    Text(String),
    Parts(Parts),
    Items(Vec<Value>),
}

/// The element at the end of a path.
pub(super) fn element<'p>(shape: &'static Shape, path: impl IntoIterator<Item = &'p str>) -> Option<&'static Element> {
    let mut shape = Some(shape);
    let mut found = None;
    for name in path {
        let element = shape?.elements.iter().find(|element| element.name == name)?;
        shape = if let Type::Composite(part) = element.ty { Some(part) } else { None };
        found = Some(element);
    }
    found
}

/// Puts a text at the end of a path; `item` is the place in the list on the way. Paths are short and of layouts.
pub(super) fn put(parts: &mut Parts, shape: &'static Shape, path: &[&str], item: usize, text: String) {
    let Some((name, rest)) = path.split_first() else { return };
    let Some(at) = shape.elements.iter().position(|element| element.name == *name) else { return };
    let Some(element) = shape.elements.get(at) else { return };
    let inner = if let Type::Composite(part) = element.ty { Some(part) } else { None };
    let mut slot = parts.entry(at).or_insert_with(|| match (element.is_list(), inner) {
        (true, _) => Value::Items(Vec::new()),
        (false, Some(_)) => Value::Parts(Parts::new()),
        (false, None) => Value::Text(String::new()),
    });
    if let Value::Items(items) = slot {
        while items.len() <= item {
            items.push(if inner.is_some() { Value::Parts(Parts::new()) } else { Value::Text(String::new()) });
        }
        let Some(found) = items.get_mut(item) else { return };
        slot = found;
    }
    match (slot, inner) {
        (Value::Parts(parts), Some(shape)) => put(parts, shape, rest, item, text),
        (Value::Text(slot), None) => *slot = text,
        _ => (),
    }
}

/// The whole message.
pub(super) fn document(info: &MessageInfo, parts: &Parts) -> String {
    let mut out = format!("<{} xmlns=\"{}\">", info.id, info.release.namespace);
    composite(&mut out, info.shape, parts);
    out.push_str(&format!("</{}>", info.id));
    out
}

fn composite(out: &mut String, shape: &Shape, parts: &Parts) {
    for (&at, value) in parts {
        let Some(element) = shape.elements.get(at) else { continue };
        out.push_str(&format!("<{}>", element.name));
        match (value, element.item) {
            (Value::Items(items), Some(item)) => {
                for value in items {
                    out.push_str(&format!("<{item}>"));
                    content(out, element, value);
                    out.push_str(&format!("</{item}>"));
                }
            }
            _ => content(out, element, value),
        }
        out.push_str(&format!("</{}>", element.name));
    }
}

fn content(out: &mut String, element: &Element, value: &Value) {
    match (value, element.ty) {
        (Value::Text(text), _) => {
            for character in text.chars() {
                match character {
                    '&' => out.push_str("&amp;"),
                    '<' => out.push_str("&lt;"),
                    '>' => out.push_str("&gt;"),
                    '\r' => out.push_str("&#13;"),
                    _ => out.push(character),
                }
            }
        }
        (Value::Parts(parts), Type::Composite(shape)) => composite(out, shape, parts),
        _ => (),
    }
}
