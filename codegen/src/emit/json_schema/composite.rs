//! Composites and their elements.

use super::Table;
use super::defs::Defs;
use super::simple;
use crate::catalogue::{Element, Holds, Text};
use crate::emit::json::Object;
use crate::names::json_name;

/// A member of an object besides, or instead of, one from the table.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) schema: Object,
    pub(super) required: bool,
}

/// An object with members of its own before those of its table.
pub(super) fn object(head: Object, table: &Table<'_>, first: Vec<Member>, defs: &mut Defs<'_>) -> Object {
    let elements = table.composite.elements.iter().map(|element| member(element, defs));
    let members = first.into_iter().chain(elements).collect();
    let object = closed(head, members);
    if !table.composite.choice {
        return object;
    }
    object.with("oneOf", table.composite.elements.iter().map(filled).collect::<Vec<_>>())
}

/// That a part of a choice is filled; an empty list counts as absent. A required member that has no schema beside it
/// is an error to strict engines.
fn filled(element: &Element) -> Object {
    let name = json_name(&element.name);
    let part = match &element.item {
        Some(_) => Object::new().with("type", "array").with("minItems", 1_i64),
        None => Object::new(),
    };
    Object::new().with("properties", Object::new().with(&name, part)).with("required", vec![name])
}

/// An object with these members and no others.
pub(super) fn closed(head: Object, members: Vec<Member>) -> Object {
    let required: Vec<_> = members.iter().filter(|member| member.required).map(|member| member.name.clone()).collect();
    let properties = members.into_iter().fold(Object::new(), |all, member| all.with(&member.name, member.schema));
    let object = head.with("type", "object").with("properties", properties);
    let object = if required.is_empty() { object } else { object.with("required", required) };
    object.with("additionalProperties", false)
}

/// An element with the limits of its row.
pub(super) fn member(element: &Element, defs: &mut Defs<'_>) -> Member {
    let value = Object::new().with("$ref", defs.reference(element.holds));
    let value = match element.holds {
        Holds::Simple(id) => {
            defs.catalogue.simple.get(id.0).map_or_else(Object::new, |ty| simple::narrowed(value, ty, element))
        }
        Holds::Type(_) => value,
    };
    let schema = match (&element.item, element.min) {
        (None, _) => value,
        (Some(_), 0) => Object::new().with("type", "array").with("items", value),
        (Some(_), _) => Object::new().with("type", "array").with("items", value).with("minItems", 1_i64),
    };
    let name = match &element.item {
        Some(item) => format!("{}/{item}", element.name),
        None => element.name.clone(),
    };
    let schema = described(schema, &element.text, &element.source).with("x-name", name);
    Member { name: json_name(&element.name), schema, required: element.min > 0 }
}

/// The words and the provenance of a row.
pub(super) fn described(schema: Object, text: &Text, source: &str) -> Object {
    let words = [("description", &text.en), ("x-nl", &text.nl)].into_iter().filter(|(_, words)| !words.is_empty());
    let schema = words.fold(schema, |schema, (name, words)| schema.with(name, words.as_str()));
    sourced(schema, source)
}

/// The provenance of a row.
pub(super) fn sourced(schema: Object, source: &str) -> Object {
    let schema = schema.with("x-source", source);
    if source.starts_with("proposed") { schema.with("x-proposed", true) } else { schema }
}
