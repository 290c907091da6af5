//! What becomes of the value of one element.

use super::{How, Risk, Row, Table, TableId, table};
use crate::catalogue::{Catalogue, Composite, Content, Element, Holds, TypeId};

/// How the value of an element becomes that of another; nothing when it cannot.
pub(super) fn row(
    catalogue: &Catalogue,
    tables: &mut Vec<Table>,
    from: &Element,
    to: &Element,
    up: bool,
) -> Option<Row> {
    let how = how(catalogue, tables, from.holds, to.holds, up)?;
    let mut risks = Vec::new();
    if to.min > 0 && from.min == 0 {
        risks.push(Risk::MayBeAbsent);
    }
    if from.item.is_some() && to.item.is_none() {
        risks.push(Risk::OnlyOne);
    }
    match how {
        How::None => {}
        How::Keep => {
            if narrower(from, to) {
                risks.push(Risk::MayNotFit);
            }
        }
        How::Read => risks.push(Risk::MayNotFit),
        How::Convert(inner) => risks.extend(inside(tables, inner)),
        How::Wrap(_, inner) => risks.extend(inner.and_then(|inner| inside(tables, inner))),
        How::Unwrap(_, inner) => {
            risks.push(Risk::OtherParts);
            if to.min > 0 && !risks.contains(&Risk::MayBeAbsent) {
                risks.push(Risk::MayBeAbsent);
            }
            risks.extend(inner.and_then(|inner| inside(tables, inner)));
        }
    }
    risks.sort_unstable();
    Some(Row { from: None, to: None, how, risks })
}

fn inside(tables: &[Table], inner: TableId) -> Option<Risk> {
    let table = tables.get(inner.0)?;
    match (table.codes_gone, table.certain()) {
        (true, _) => Some(Risk::MayNotFit),
        (_, true) => None,
        _ => Some(Risk::Inside),
    }
}

fn how(catalogue: &Catalogue, tables: &mut Vec<Table>, from: Holds, to: Holds, up: bool) -> Option<How> {
    if from == to {
        return Some(How::Keep);
    }
    match (composite(catalogue, from), composite(catalogue, to)) {
        (None, None) => match (from, to) {
            (Holds::Type(from), Holds::Type(to)) => table::between(catalogue, tables, from, to, up).map(How::Convert),
            _ => Some(How::Read),
        },
        (Some((old, old_id)), Some((new, new_id))) if old.choice == new.choice => {
            table::between(catalogue, tables, old_id, new_id, up).map(How::Convert)
        }
        (_, Some((choice, _))) if choice.choice => {
            let part = part(catalogue, choice, from)?;
            Some(How::Wrap(part, inner(catalogue, tables, from, choice.elements.get(part)?.holds, up)?))
        }
        (Some((choice, _)), _) if choice.choice => {
            let part = part(catalogue, choice, to)?;
            Some(How::Unwrap(part, inner(catalogue, tables, choice.elements.get(part)?.holds, to, up)?))
        }
        _ => None,
    }
}

/// The table for what a part of a choice holds; the outer nothing when it cannot go over.
fn inner(catalogue: &Catalogue, tables: &mut Vec<Table>, from: Holds, to: Holds, up: bool) -> Option<Option<TableId>> {
    match how(catalogue, tables, from, to, up)? {
        How::Keep => Some(None),
        How::Convert(table) => Some(Some(table)),
        _ => None,
    }
}

/// The first part of a choice that holds a type of this name.
fn part(catalogue: &Catalogue, choice: &Composite, holds: Holds) -> Option<usize> {
    let wanted = name(catalogue, holds)?;
    choice.elements.iter().position(|element| name(catalogue, element.holds) == Some(wanted))
}

fn name(catalogue: &Catalogue, holds: Holds) -> Option<&str> {
    match holds {
        Holds::Simple(id) => catalogue.simple.get(id.0).map(|simple| simple.name.as_str()),
        Holds::Type(id) => catalogue.types.get(id.0).map(|ty| ty.name.as_str()),
    }
}

fn composite(catalogue: &Catalogue, holds: Holds) -> Option<(&Composite, TypeId)> {
    let Holds::Type(id) = holds else { return None };
    match table::content(catalogue, id)? {
        Content::Composite(composite) => Some((composite, id)),
        Content::Codes(_) => None,
    }
}

/// Whether the limits of an element of the same type are narrower, or a pattern is new.
fn narrower(from: &Element, to: &Element) -> bool {
    to.low.is_some_and(|low| from.low.is_none_or(|before| before < low))
        || to.high.is_some_and(|high| from.high.is_none_or(|before| before > high))
        || (to.pattern.is_some() && to.pattern != from.pattern)
}
