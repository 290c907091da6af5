//! A changed element is two rows whose lifetimes adjoin. When two rows of one name are alive in the same
//! release, it is unclear which one holds. (Rows with the very same lifetime: duplicate-name.)

use crate::diagnostic::Diagnostic;
use crate::lint::views::{Moment, tables, uses};
use crate::model::{Definitions, Lifetime, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for table in tables(defs) {
        let rows: Vec<_> = table.elements.iter().map(|element| (&element.name, &element.life)).collect();
        overlaps(&rows, &table.moments, out);
    }
    let uses = uses(defs);
    for list in &defs.codelists {
        let rows: Vec<_> = list.codes.iter().map(|code| (&code.code, &code.life)).collect();
        overlaps(&rows, uses.get(list.name.as_str()).map(Vec::as_slice).unwrap_or_default(), out);
    }
}

fn overlaps(rows: &[(&Text, &Lifetime)], moments: &[Moment<'_>], out: &mut Vec<Diagnostic>) {
    for (number, (name, life)) in rows.iter().enumerate() {
        for (_, other) in rows.iter().take(number).filter(|(other, _)| other == name) {
            if other.since == life.since && other.until == life.until {
                continue;
            }
            let Some(moment) = moments.iter().find(|moment| moment.has(life) && moment.has(other)) else { continue };
            let message = format!("two rows of `{name}` hold in {moment}");
            let diagnostic = Diagnostic::new("lifetime-overlap", &life.span, message)
                .label("the second row")
                .also(&other.span, "the first row")
                .help("give the older row an `until` that is the `since` of the newer one");
            out.push(diagnostic);
        }
    }
}
