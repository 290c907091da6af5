//! What becomes of a composite or code list whose content differs between two releases.

use super::{How, Risk, Row, Table, TableId, element};
use crate::catalogue::{Catalogue, Codes, Composite, Content, TypeId};

/// The table for two contents, made when it is not there yet. `up` says that `to` is of the newer release, so that its
/// `was` names elements of `from`. Nothing when one is a composite and the other a code list.
pub(super) fn between(
    catalogue: &Catalogue,
    tables: &mut Vec<Table>,
    from: TypeId,
    to: TypeId,
    up: bool,
) -> Option<TableId> {
    if let Some(known) = tables.iter().position(|table| (table.from, table.to) == (from, to)) {
        return Some(TableId(known));
    }
    let table = match (content(catalogue, from)?, content(catalogue, to)?) {
        (Content::Codes(old), Content::Codes(new)) => {
            Table { from, to, rows: Vec::new(), codes_gone: codes_gone(old, new) }
        }
        (Content::Composite(old), Content::Composite(new)) => {
            let rows = rows(catalogue, tables, old, new, up);
            Table { from, to, rows, codes_gone: false }
        }
        _ => return None,
    };
    tables.push(table);
    Some(TableId(tables.len() - 1))
}

pub(super) fn content(catalogue: &Catalogue, id: TypeId) -> Option<&Content> {
    catalogue.types.get(id.0).map(|ty| &ty.content)
}

/// Whether a code may be an error in the new list. An open list takes any code.
fn codes_gone(old: &Codes, new: &Codes) -> bool {
    let known = |code: &str| new.codes.iter().any(|other| other.code == code);
    new.closed && (!old.closed || !old.codes.iter().all(|code| known(&code.code)))
}

fn rows(catalogue: &Catalogue, tables: &mut Vec<Table>, old: &Composite, new: &Composite, up: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut used = Vec::new();
    for (to, element) in new.elements.iter().enumerate() {
        let source = if up { origin(old, new, to) } else { successor(old, new, to) };
        let moved = source.and_then(|from| {
            let row = element::row(catalogue, tables, old.elements.get(from)?, element, up)?;
            Some(Row { from: Some(from), to: Some(to), ..row })
        });
        match moved {
            Some(row) => {
                used.extend(row.from);
                rows.push(row);
            }
            // Of a choice the parts are all optional: one that is new is no gap.
            None => {
                let risks = if element.min > 0 { vec![Risk::Missing] } else { Vec::new() };
                rows.push(Row { from: None, to: Some(to), how: How::None, risks });
            }
        }
    }
    let lost = (0..old.elements.len()).filter(|from| !used.contains(from));
    rows.extend(lost.map(|from| Row { from: Some(from), to: None, how: How::None, risks: vec![Risk::Lost] }));
    rows
}

fn place(composite: &Composite, name: &str) -> Option<usize> {
    composite.elements.iter().position(|element| element.name == name)
}

/// The element of the older table whose value an element of the newer one takes over.
fn origin(older: &Composite, newer: &Composite, at: usize) -> Option<usize> {
    let element = newer.elements.get(at)?;
    place(older, &element.name).or_else(|| place(older, element.was.as_deref()?))
}

/// The element of the newer table that took over the value of an element of the older one.
fn successor(newer: &Composite, older: &Composite, at: usize) -> Option<usize> {
    (0..newer.elements.len()).find(|&number| origin(older, newer, number) == Some(at))
}
