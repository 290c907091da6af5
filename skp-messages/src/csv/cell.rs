//! One cell: its values as the messages write them, and what is wrong with how it is written.
//!
//! What a value may be is the walker's to say; here only the form of the file counts.

use super::damage::{self, Mark};
use super::layout::{self, Column, Role};
use super::markup;
use super::reader::{is_formula, join, needs_apostrophe, pieces, split};
use super::rules;
use crate::check::builtin;
use crate::shape::{Kind, Rule, Shape, Type};

/// What is wrong with a cell, and what a spreadsheet did to it.
pub(super) type Problem = (&'static Rule, Option<Mark>);

/// A cell, read.
#[derive(Debug, Default)]
pub(super) struct Cell {
    /// Each value with the part of the composite and the place in the list; absent values are left out.
    pub values: Vec<(Option<&'static str>, usize, String)>,
    pub problems: Vec<Problem>,
    /// The whole cell mended, when everything wrong in it can be.
    pub repair: Option<String>,
}

/// Reads a cell that is not empty; `shape` is that of the message its element is in.
pub(super) fn read(column: &'static Column, shape: Option<&'static Shape>, raw: &str) -> Cell {
    let mut cell = Cell::default();
    let mut formula = false;
    let raw = match raw.strip_prefix('\'') {
        Some(rest) if needs_apostrophe(rest) => rest,
        _ => {
            formula = is_formula(raw);
            raw
        }
    };
    let mut mended = Vec::new();
    match column.kind {
        layout::Kind::Composite => {
            let parts = split(raw, '|');
            if parts.len() == column.parts.len() {
                for (&name, part) in column.parts.iter().zip(&parts) {
                    mended.push(one(column, shape, Some(name), 0, part, &mut cell));
                }
            } else {
                cell.problems.push((&rules::CSV_017, None));
            }
        }
        layout::Kind::List if column.parts.is_empty() => {
            for (item, text) in split(raw, '|').iter().enumerate() {
                mended.push(one(column, shape, None, item, text, &mut cell));
            }
        }
        layout::Kind::List => {
            for (item, text) in pieces(raw, '|').into_iter().enumerate() {
                let parts = split(text, '/');
                if parts.len() == column.parts.len() {
                    for (&name, part) in column.parts.iter().zip(&parts) {
                        one(column, shape, Some(name), item, part, &mut cell);
                    }
                } else {
                    cell.problems.push((&rules::CSV_017, None));
                }
            }
        }
        _ => mended.push(one(column, shape, None, 0, raw, &mut cell)),
    }
    let sure = cell.problems.iter().all(|(_, mark)| mark.as_ref().is_some_and(|mark| mark.repair.is_some()));
    if sure && !cell.problems.is_empty() && !mended.is_empty() {
        let single = !matches!(column.kind, layout::Kind::Composite | layout::Kind::List);
        cell.repair = Some(if single { mended.concat() } else { join(&mended) });
    }
    if formula {
        cell.problems.push((&rules::CSV_019, None));
    }
    cell
}

/// Reads one value of a cell, and gives it mended as far as that can be done.
fn one(
    column: &'static Column,
    shape: Option<&'static Shape>,
    part: Option<&'static str>,
    item: usize,
    text: &str,
    cell: &mut Cell,
) -> String {
    if text.is_empty() {
        return String::new();
    }
    let path = column.element.split('.').chain(part);
    let ty = shape.and_then(|shape| markup::element(shape, path)).map(|element| element.ty);
    let (value, problem) = value(column, ty, text);
    cell.values.extend(value.map(|value| (part, item, value)));
    let repair = problem.as_ref().and_then(|(_, mark)| mark.as_ref()?.repair.clone());
    cell.problems.extend(problem);
    repair.unwrap_or_else(|| text.to_owned())
}

/// The value as messages write it, unless its form is wrong; and what is wrong.
fn value(column: &'static Column, ty: Option<Type>, text: &str) -> (Option<String>, Option<Problem>) {
    let (kind, name) = match (ty, column.kind) {
        (Some(Type::Simple(simple)), _) => (simple.kind, simple.name),
        (_, layout::Kind::Uuid) => (Kind::Uuid, "UUID"),
        (_, layout::Kind::Yes) => (Kind::Boolean, "JaNee"),
        (_, layout::Kind::Date) => (Kind::Date, "Datum"),
        (_, layout::Kind::Amount) => (Kind::Amount, "Bedrag"),
        _ => (Kind::Text, ""),
    };
    let keep = Some(text.to_owned());
    match kind {
        Kind::Date => match day(text) {
            Some(day) => (Some(day), None),
            None => (None, Some((&rules::CSV_006, damage::date(text)))),
        },
        Kind::Amount | Kind::Percentage => match number(text) {
            Some(number) => {
                let short = text.split_once(',').is_some_and(|(_, cents)| cents.len() == 1) && kind == Kind::Amount;
                (Some(number), short.then(|| (&rules::CSV_020, damage::amount(text))))
            }
            None => (None, Some((&rules::CSV_016, damage::amount(text)))),
        },
        Kind::Boolean if text == "Ja" => (Some("true".to_owned()), None),
        Kind::Boolean => (None, Some((&rules::CSV_007, damage::yes(text)))),
        Kind::Uuid if uuid::Uuid::try_parse(text).is_ok() && text.len() == 36 => (keep, None),
        Kind::Uuid => (None, Some((&builtin::VAL_008, damage::uuid(text)))),
        _ if !column.codes.is_empty() => match column.codes.iter().find(|(cell, _)| *cell == text) {
            Some(&(_, code)) => (Some(code.to_owned()), None),
            None if column.role == Role::Kind => (None, Some((&rules::CSV_008, None))),
            None => (keep, None),
        },
        _ => (keep, damage::text(text, name, kind).map(|mark| (&rules::CSV_020, Some(mark)))),
    }
}

/// `02-03-2026` as `2026-03-02`.
fn day(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let form = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 2 || at == 5 { *byte == b'-' } else { byte.is_ascii_digit() });
    let (day, month, year) = (text.get(..2)?, text.get(3..5)?, text.get(6..)?);
    let real = chrono::NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).is_some();
    (form && real).then(|| format!("{year}-{month}-{day}"))
}

/// `1264,72` as `1264.72`.
fn number(text: &str) -> Option<String> {
    let (whole, cents) = text.split_once(',').map_or((text, None), |(whole, cents)| (whole, Some(cents)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || cents.is_some_and(|cents| !digits(cents) || cents.len() > 2) {
        return None;
    }
    Some(text.replace(',', "."))
}
