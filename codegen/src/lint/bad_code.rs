//! A code is a text like any other and must fit in one: at most 200 characters, no control characters, no
//! space at its ends. Readers of XML would take such spaces away, so that the code would never be found.

use crate::diagnostic::Diagnostic;
use crate::model::Definitions;

/// The length of `Tekst`, the type codes are written as.
const MAX: usize = 200;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for code in defs.codelists.iter().flat_map(|list| &list.codes) {
        let text = code.code.as_str();
        let length = text.chars().count();
        let (label, help) = if text.is_empty() {
            ("it is empty".to_owned(), "write the code, or take the row out")
        } else if length > MAX {
            (
                format!("it has {length} characters"),
                "a code has at most 200 characters; the meaning goes into [nl] and [en]",
            )
        } else if text.chars().any(char::is_control) {
            ("it has a control character, such as a tab".to_owned(), "use letters, digits, `_` and `-`")
        } else if text.trim() != text {
            ("it has a space at its begin or end".to_owned(), "take the space away")
        } else {
            continue;
        };
        out.push(Diagnostic::new("bad-code", &code.code.span, "this cannot be a code").label(label).help(help));
    }
}
