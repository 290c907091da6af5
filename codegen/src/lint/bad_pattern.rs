//! A pattern must be in the subset that XSD, JSON Schema and Rust read alike, and small enough for the
//! automaton that checks it.

use crate::diagnostic::{Diagnostic, part};
use crate::lint::views::elements;
use crate::model::Definitions;
use crate::pattern;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let types = defs.simple.iter().filter_map(|simple| simple.pattern.as_ref());
    for text in types.chain(elements(defs).filter_map(|element| element.pattern.as_ref())) {
        if let Err(error) = pattern::compile(text.as_str()) {
            let span = part(text, error.span);
            out.push(Diagnostic::new("bad-pattern", &span, "this pattern cannot be read").label(error.message));
        }
    }
}
