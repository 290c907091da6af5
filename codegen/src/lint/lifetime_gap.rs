//! An element or code that goes and comes back in a later release is nearly always a mistake in `since` or
//! `until` of its rows.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{Moment, modules, tables, uses};
use crate::model::{Definitions, Lifetime, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for table in tables(defs) {
        let rows: Vec<_> = table.elements.iter().map(|element| (&element.name, &element.life)).collect();
        each_name(&rows, &table.moments, out);
    }
    let uses = uses(defs);
    for list in &defs.codelists {
        let rows: Vec<_> = list.codes.iter().map(|code| (&code.code, &code.life)).collect();
        let moments = uses.get(list.name.as_str()).map(Vec::as_slice).unwrap_or_default();
        each_name(&rows, moments, out);
    }
}

fn each_name(rows: &[(&Text, &Lifetime)], moments: &[Moment<'_>], out: &mut Vec<Diagnostic>) {
    for (number, (name, _)) in rows.iter().enumerate() {
        if rows.iter().take(number).any(|(other, _)| other == name) {
            continue;
        }
        let same: Vec<_> = rows.iter().copied().filter(|(other, _)| other == name).collect();
        for module in modules(moments) {
            let releases = moments.iter().filter(|moment| std::ptr::eq(moment.module, module));
            if let Some(gap) = gap(&same, releases) {
                out.push(gap);
                break;
            }
        }
    }
}

/// The first gap in the releases of a module.
fn gap<'m, 'd: 'm>(rows: &[(&Text, &Lifetime)], releases: impl Iterator<Item = &'m Moment<'d>>) -> Option<Diagnostic> {
    let mut before: Option<(&Text, &Lifetime)> = None;
    let mut without: Option<&Moment<'_>> = None;
    for release in releases {
        let row = rows.iter().copied().find(|(_, life)| release.has(life));
        match (row, before, without) {
            (Some((name, life)), Some((_, earlier)), Some(gone)) => {
                let diagnostic = Diagnostic::new(
                    "lifetime-gap",
                    &life.span,
                    format!("`{name}` is not in {gone}, but comes back in {release}"),
                )
                .label("here it comes back")
                .also(&earlier.span, "here it was before")
                .help("let `until` of the earlier row be the `since` of the later one");
                return Some(diagnostic);
            }
            (Some(row), _, _) => before = Some(row),
            (None, Some(_), None) => without = Some(release),
            (None, _, _) => {}
        }
    }
    None
}
