//! Values that fail a check of their own type: TYP-BSN-001, TYP-IBAN-001 and others.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::node::{Loc, Scalar};
use super::super::value::{bsn, iban, limits, text};
use super::trick::{Change, Trial, Trick};
use super::value_check::put;
use crate::shape::{Element, Kind, Type};

pub(super) const TRICKS: &[Trick] = &[
    Trick { rule: "TYP-BSN-001", only: None, change: Change::Element(|element| is(element, Kind::Bsn), wrong_bsn) },
    Trick { rule: "TYP-IBAN-001", only: None, change: Change::Element(|element| is(element, Kind::Iban), wrong_iban) },
    Trick { rule: "TYP-IBAN-002", only: None, change: Change::Element(|element| is(element, Kind::Iban), small_iban) },
    Trick { rule: "TYP-PC-003", only: None, change: Change::Element(|element| is(element, Kind::Postcode), spaced) },
    Trick { rule: "TYP-PC-004", only: None, change: Change::Element(is_area, low_area) },
    Trick { rule: "TYP-TXT-001", only: None, change: Change::Element(|element| is(element, Kind::Lines), bsn_in_text) },
    Trick { rule: "TYP-TXT-002", only: None, change: Change::Element(is_plain, space_behind) },
    Trick { rule: "TYP-BIJ-001", only: None, change: Change::Element(|element| is(element, Kind::Base64), no_pdf) },
];

fn is(element: &'static Element, kind: Kind) -> bool {
    matches!(element.ty, Type::Simple(simple) if simple.kind == kind)
}

fn is_area(element: &'static Element) -> bool {
    element.ty.name() == "PostcodeGebied"
}

fn is_plain(element: &'static Element) -> bool {
    is(element, Kind::Text) && element.pattern.is_none() && element.ty.name() == "Tekst"
}

/// The last digit one off: of two neighbours at most one passes the test.
fn wrong_bsn(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let right = bsn::bsn(trial.dice);
    let (rest, last) = right.split_at_checked(8)?;
    let last = (last.parse::<u8>().ok()? + 1) % 10;
    put(trial, loc, format!("{rest}{last}"))
}

fn wrong_iban(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    put(trial, loc, "NL00TEST0123456789")
}

fn small_iban(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let number = iban::iban(trial.dice).to_lowercase();
    put(trial, loc, number)
}

fn spaced(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let Some(Scalar::Text(code)) = trial.document.scalar(loc) else { return None };
    let (digits, letters) = code.split_at_checked(4)?;
    let code = format!("{digits} {letters}");
    put(trial, loc, code)
}

fn low_area(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    put(trial, loc, "0123")
}

fn bsn_in_text(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let number = bsn::bsn(trial.dice);
    put(trial, loc, format!("Het BSN is {number}."))
}

fn space_behind(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let most = usize::try_from(limits(trial.document.element(loc)?)?.1).ok()?;
    let Some(Scalar::Text(value)) = trial.document.scalar(loc) else { return None };
    let value = format!("{} ", text::cut(value, most.checked_sub(1)?));
    put(trial, loc, value)
}

fn no_pdf(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    put(trial, loc, STANDARD.encode("TEST"))
}
