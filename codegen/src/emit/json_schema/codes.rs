//! Code lists.

use super::composite::described;
use super::pattern;
use crate::catalogue::Codes;
use crate::emit::json::{Object, Value};

/// A closed list names its codes; an open one takes any text and gives its codes as examples.
pub(super) fn schema(head: Object, list: &Codes) -> Object {
    let code = |code: &str| match code.parse::<i64>() {
        Ok(number) if list.integer => number.into(),
        _ => code.into(),
    };
    let codes: Vec<Value> = list.codes.iter().map(|row| code(&row.code)).collect();
    let schema = head.with("type", if list.integer { "integer" } else { "string" });
    let schema = match (list.closed, codes.is_empty()) {
        (true, false) => schema.with("enum", codes),
        // An empty `enum` is not allowed, but a closed list without codes takes nothing.
        (true, true) => schema.with("not", Object::new()),
        (false, empty) => {
            // Of a code that is not listed it is only known that every format must be able to write it.
            let without = |pattern: &str| Object::new().with("not", Object::new().with("pattern", pattern)).into();
            let writable: Vec<Value> = [pattern::CONTROL, pattern::OUTER_SPACE, pattern::RUN].map(without).into();
            let schema = schema.with("minLength", 1_i64).with("allOf", writable);
            if empty { schema } else { schema.with("examples", codes) }
        }
    };
    let meaning =
        list.codes.iter().map(|code| described(Object::new().with("code", &code.code), &code.text, &code.source));
    schema.with("x-open", !list.closed).with("x-codes", meaning.collect::<Vec<_>>())
}
