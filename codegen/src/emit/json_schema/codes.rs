//! Code lists.

use super::composite::described;
use super::json::{Object, Value};
use crate::catalogue::Codes;

/// A closed list names its codes; an open one takes any text and gives its codes as examples.
pub(super) fn schema(head: Object, list: &Codes) -> Object {
    let codes: Vec<Value> = list.codes.iter().map(|code| code.code.as_str().into()).collect();
    let schema = head.with("type", "string");
    let schema = match (list.closed, codes.is_empty()) {
        (true, false) => schema.with("enum", codes),
        // An empty `enum` is not allowed, but a closed list without codes takes nothing.
        (true, true) => schema.with("not", Object::new()),
        (false, false) => schema.with("minLength", 1_i64).with("examples", codes),
        (false, true) => schema.with("minLength", 1_i64),
    };
    let meaning =
        list.codes.iter().map(|code| described(Object::new().with("code", &code.code), &code.text, &code.source));
    schema.with("x-open", !list.closed).with("x-codes", meaning.collect::<Vec<_>>())
}
