//! The type of an element is a simple type, a composite or a code list that is defined. A rule on composites
//! names composites.

use crate::diagnostic::{Diagnostic, closest};
use crate::lint::views::elements;
use crate::model::{Definitions, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let composites = || defs.composites.iter().map(|composite| composite.name.as_str());
    let simple = || defs.simple.iter().map(|simple| simple.name.as_str());
    let types: Vec<&str> =
        simple().chain(composites()).chain(defs.codelists.iter().map(|list| list.name.as_str())).collect();
    for element in elements(defs).filter(|element| !types.contains(&element.ty.as_str())) {
        out.push(unknown(&element.ty, "type, composite or code list", types.iter().copied(), &define(&element.ty)));
    }
    for shared in defs.shared_rules.iter().filter(|shared| shared.module.is_empty()) {
        for name in shared.on.iter().filter(|name| !composites().any(|known| known == name.as_str())) {
            out.push(unknown(name, "composite", composites(), "name the composites that have the rule"));
        }
    }
}

fn define(name: &Text) -> String {
    format!("use a type that is there, or define `{name}` in a file of its own below types or codes")
}

fn unknown<'d>(name: &Text, what: &str, known: impl Iterator<Item = &'d str>, otherwise: &str) -> Diagnostic {
    let help = match closest(name.as_str(), known) {
        Some(likely) => format!("did you mean `{likely}`?"),
        None => otherwise.to_owned(),
    };
    Diagnostic::new("unknown-type", &name.span, format!("there is no {what} `{name}`")).label("not defined").help(help)
}
