//! Names that are taken. In JSON `bericht` says which message it is and `header` and `inhoud` make the
//! envelope, so no element of a message may become one of them. In Rust some keywords cannot be a name, and
//! an open code list has a variant `Onbekend` for a code it does not know.

use crate::diagnostic::Diagnostic;
use crate::lint::views::tables;
use crate::model::{Definitions, Text};
use crate::names;

/// The members that a JSON message or its envelope has itself.
const MEMBERS: &[&str] = &["bericht", "header", "inhoud"];

/// The variant of an open list for codes it does not know.
const UNKNOWN: &str = "Onbekend";

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for table in tables(defs) {
        for element in table.elements {
            let (json, field) = (names::json_name(element.name.as_str()), names::rust_field(element.name.as_str()));
            if table.what == "message" && MEMBERS.contains(&json.as_str()) {
                report(&element.name, &format!("becomes `{json}`, which JSON messages need themselves"), out);
            } else if names::is_reserved(&field) {
                report(&element.name, &format!("becomes `{field}`, which cannot be a name in Rust"), out);
            }
        }
        named(table.name, out);
    }
    for name in defs.simple.iter().map(|simple| &simple.name).chain(defs.codelists.iter().map(|list| &list.name)) {
        named(name, out);
    }
    for list in &defs.codelists {
        for code in &list.codes {
            let variant = names::rust_variant(code.code.as_str());
            if list.kind == "open" && variant == UNKNOWN {
                let what = format!("becomes `{UNKNOWN}`, which an open list needs for codes it does not know");
                report(&code.code, &what, out);
            } else if names::is_reserved(&variant) {
                report(&code.code, &format!("becomes `{variant}`, which cannot be a name in Rust"), out);
            }
        }
    }
}

fn named(name: &Text, out: &mut Vec<Diagnostic>) {
    let ty = names::rust_type(name.as_str());
    if names::is_reserved(&ty) {
        report(name, &format!("becomes `{ty}`, which cannot be a name in Rust"), out);
    }
}

fn report(name: &Text, what: &str, out: &mut Vec<Diagnostic>) {
    let message = format!("the name `{name}` is taken");
    out.push(
        Diagnostic::new("reserved-name", &name.span, message).label(format!("it {what}")).help("choose another name"),
    );
}
