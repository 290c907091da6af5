//! A message, composite or code list that is used in a release must have at least one element or code
//! there: an element without content means nothing, and a closed list without codes allows nothing.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{Moment, tables, uses};
use crate::model::{Definitions, Lifetime, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for table in tables(defs) {
        let rows = table.elements.iter().map(|element| &element.life);
        report(table.what, "an element", table.name, rows, &table.moments, out);
    }
    let uses = uses(defs);
    for list in &defs.codelists {
        let moments = uses.get(list.name.as_str()).map(Vec::as_slice).unwrap_or_default();
        report("code list", "a code", &list.name, list.codes.iter().map(|code| &code.life), moments, out);
    }
}

fn report<'d>(
    what: &str,
    row: &str,
    name: &Text,
    rows: impl Iterator<Item = &'d Lifetime> + Clone,
    moments: &[Moment<'_>],
    out: &mut Vec<Diagnostic>,
) {
    if let Some(moment) = moments.iter().find(|moment| !rows.clone().any(|life| moment.has(life))) {
        let message = format!("{what} `{name}` is used in {moment} and would need {row} there");
        let help = format!("give {row} an earlier `since`, or use `{name}` only in other releases");
        out.push(Diagnostic::new("empty-table", &name.span, message).help(help));
    }
}
