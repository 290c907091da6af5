//! A composite or code list that no message holds, in any release, is left over or was meant to be used.
//! Simple types may stand ready.

use crate::diagnostic::Diagnostic;
use crate::lint::views::uses;
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let uses = uses(defs);
    let composites = defs.composites.iter().map(|composite| ("composite", &composite.name));
    let lists = defs.codelists.iter().map(|list| ("code list", &list.name));
    for (what, name) in composites.chain(lists).filter(|(_, name)| !uses.contains_key(name.as_str())) {
        let message = format!("{what} `{name}` is used in no message");
        let help = "use it as the `type` of an element, or take the file out";
        out.push(Diagnostic::new("unused", &name.span, message).help(help));
    }
}
