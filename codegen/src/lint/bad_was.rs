//! `was` names the element whose value a row takes over: one of the same table, in the release before the row begins
//! and no longer in that one. Two rows cannot take over the same value.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{Moment, Table, modules, tables};
use crate::model::{Definitions, Element, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for table in tables(defs) {
        for (number, row) in table.elements.iter().enumerate() {
            let Some(was) = &row.was else { continue };
            if let Some(why) = wrong(&table, row, was) {
                let diagnostic =
                    Diagnostic::new("bad-was", &was.span, format!("`{}` cannot take over `{was}`", row.name))
                        .label(why)
                        .help("`was` names an element of the same table that has as `until` the `since` of this row");
                out.push(diagnostic);
                continue;
            }
            let mut earlier = table.elements.iter().take(number);
            let same = |other: &&Element| other.was.as_ref() == Some(was) && together(&table, row, other);
            if let Some(other) = earlier.find(same).and_then(|other| other.was.as_ref()) {
                let diagnostic = Diagnostic::new("bad-was", &was.span, format!("`{was}` is taken over twice"))
                    .label("the second row that takes it over")
                    .also(&other.span, "the first")
                    .help("its value can go to one element only");
                out.push(diagnostic);
            }
        }
    }
}

/// Why a row cannot take over the value; nothing when in some module it can and in none it contradicts.
fn wrong(table: &Table<'_>, row: &Element, was: &Text) -> Option<String> {
    if !table.elements.iter().any(|other| other.name == *was) {
        return Some(format!("{} has no such element", table.name));
    }
    let mut begins = false;
    for module in modules(&table.moments) {
        let moments: Vec<_> = table.moments.iter().filter(|moment| std::ptr::eq(moment.module, module)).collect();
        let has = |moment: &Moment<'_>, name: &Text| {
            table.elements.iter().any(|other| other.name == *name && moment.has(&other.life))
        };
        for pair in moments.windows(2) {
            let [before, first] = pair else { continue };
            if !first.has(&row.life) || has(before, &row.name) {
                continue;
            }
            begins = true;
            if has(first, was) {
                return Some(format!("{first} still has it"));
            }
            if !has(before, was) {
                return Some(format!("{before} does not have it"));
            }
        }
    }
    (!begins).then(|| "no release before this row's first has the table".to_owned())
}

/// Whether two rows are there in the same release.
fn together(table: &Table<'_>, one: &Element, two: &Element) -> bool {
    table.moments.iter().any(|moment| moment.has(&one.life) && moment.has(&two.life))
}
