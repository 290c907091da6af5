//! Values that are not as their type and row have them: VAL-001 to VAL-008.

use super::super::node::{Loc, Node, Scalar};
use super::super::value::{LONGEST, limits};
use super::trick::{Change, Trial, Trick};
use crate::shape::{Element, Kind, Type};

pub(super) const TRICKS: &[Trick] = &[
    Trick { rule: "VAL-001", only: None, change: Change::Element(is_free_text, too_long) },
    Trick { rule: "VAL-002", only: None, change: Change::Element(is_one_line, two_lines) },
    Trick { rule: "VAL-003", only: None, change: Change::Element(is_number, too_high) },
    Trick { rule: "VAL-004", only: None, change: Change::Element(is_number, decimals) },
    Trick { rule: "VAL-005", only: None, change: Change::Element(is_date, no_date) },
    Trick { rule: "VAL-006", only: None, change: Change::Element(|element| is_code(element, true), no_code) },
    Trick { rule: "VAL-007", only: None, change: Change::Element(|element| is_code(element, false), no_code) },
    Trick { rule: "VAL-008", only: None, change: Change::Element(is_amount, no_number) },
];

const fn kind(element: &'static Element) -> Option<Kind> {
    match element.ty {
        Type::Simple(simple) => Some(simple.kind),
        _ => None,
    }
}

const fn is_free_text(element: &'static Element) -> bool {
    match element.ty {
        Type::Simple(simple) => {
            matches!(simple.kind, Kind::Text | Kind::Lines) && simple.pattern.is_none() && element.pattern.is_none()
        }
        _ => false,
    }
}

const fn is_one_line(element: &'static Element) -> bool {
    is_free_text(element) && matches!(kind(element), Some(Kind::Text))
}

const fn is_number(element: &'static Element) -> bool {
    matches!(kind(element), Some(Kind::Amount | Kind::Percentage | Kind::Integer))
}

const fn is_amount(element: &'static Element) -> bool {
    matches!(kind(element), Some(Kind::Amount | Kind::Percentage | Kind::Uuid))
}

const fn is_date(element: &'static Element) -> bool {
    matches!(kind(element), Some(Kind::Date | Kind::DateTime))
}

const fn is_code(element: &'static Element, closed: bool) -> bool {
    matches!(element.ty, Type::Code(list) if list.closed == closed)
}

/// Puts a wrong text in a place.
pub(super) fn put(trial: &mut Trial<'_>, loc: &Loc, text: impl Into<String>) -> Option<()> {
    trial.document.slot_mut(loc)?.node = Some(Node::Scalar(Scalar::Text(text.into())));
    Some(())
}

fn too_long(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let (_, high) = limits(trial.document.element(loc)?)?;
    let length = usize::try_from(high).ok().filter(|&high| high < LONGEST)? + 1;
    put(trial, loc, "x".repeat(length))
}

fn two_lines(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    put(trial, loc, "a\nb")
}

fn too_high(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let element = trial.document.element(loc)?;
    let above = limits(element)?.1 + 1;
    let text = if kind(element) == Some(Kind::Integer) {
        above.to_string()
    } else {
        format!("{}.{:02}", above / 100, above % 100)
    };
    put(trial, loc, text)
}

fn decimals(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    put(trial, loc, "12.345")
}

fn no_date(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let moment = kind(trial.document.element(loc)?) == Some(Kind::DateTime);
    put(trial, loc, if moment { "2025-02-30T12:00:00Z" } else { "2025-02-30" })
}

fn no_code(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let integer = super::super::node::kind(trial.document.element(loc)?) == Kind::Integer;
    put(trial, loc, if integer { "987654" } else { "GEEN_CODE" })
}

fn no_number(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    put(trial, loc, "1.000,00")
}
