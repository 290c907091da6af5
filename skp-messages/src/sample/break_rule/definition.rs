//! Messages that differ from their tables: DEF-001 to DEF-009, or whose release is not in force: DEF-010 to
//! DEF-012. DEF-008 has no change: nothing can break it.

use chrono::NaiveDate;

use super::super::Form;
use super::super::node::{Loc, MESSAGE, Node, Scalar, Twist};
use super::form::twice;
use super::trick::{Change, Trial, Trick};
use crate::Format;
use crate::shape::{Element, Standing, Type};

pub(super) const TRICKS: &[Trick] = &[
    Trick { rule: "DEF-001", only: None, change: Change::Whole(unknown_release) },
    Trick { rule: "DEF-002", only: None, change: Change::Element(|element| element.min > 0, missing) },
    Trick { rule: "DEF-003", only: None, change: Change::Element(is_composite, unknown) },
    Trick { rule: "DEF-004", only: Some(Format::Xml), change: Change::Element(|_| true, twice) },
    Trick { rule: "DEF-005", only: Some(Format::Xml), change: Change::Whole(out_of_order) },
    Trick { rule: "DEF-006", only: None, change: Change::Whole(other_release) },
    Trick {
        rule: "DEF-007",
        only: None,
        change: Change::Element(|element| matches!(element.ty, Type::Simple(_) | Type::Code(_)), empty),
    },
    Trick { rule: "DEF-009", only: None, change: Change::Element(is_choice, two_parts) },
    Trick { rule: "DEF-010", only: None, change: Change::Whole(not_in_force) },
    Trick { rule: "DEF-011", only: None, change: Change::Whole(out_of_date) },
    Trick { rule: "DEF-012", only: None, change: Change::Whole(draft) },
];

const fn is_composite(element: &'static Element) -> bool {
    matches!(element.ty, Type::Composite(_))
}

const fn is_choice(element: &'static Element) -> bool {
    matches!(element.ty, Type::Composite(shape) if shape.choice)
}

/// A day outside those of the release.
fn not_in_force(trial: &mut Trial<'_>) -> Option<()> {
    on_day(trial, |standing| matches!(standing, Standing::NotYet | Standing::Ended | Standing::Withdrawn))
}

fn out_of_date(trial: &mut Trial<'_>) -> Option<()> {
    on_day(trial, |standing| matches!(standing, Standing::Deprecated | Standing::WithdrawnSince))
}

fn draft(trial: &mut Trial<'_>) -> Option<()> {
    on_day(trial, |standing| standing == Standing::Draft)
}

/// Has the message checked on a day on which its release is what is wanted: that of sending, one of its own days or
/// one beside these.
fn on_day(trial: &mut Trial<'_>, wanted: fn(Standing) -> bool) -> Option<()> {
    let release = trial.document.info.release;
    let sent = crate::dutch_date(&trial.grower.sent);
    let bounds = [release.valid_from, release.valid_until].into_iter().flatten().filter_map(|day| day.parse().ok());
    let near = |day: NaiveDate| [day.pred_opt(), Some(day), day.succ_opt()].into_iter().flatten();
    trial.on = Some([sent].into_iter().chain(bounds.flat_map(near)).find(|day| wanted(release.on(*day)))?);
    Some(())
}

/// A release that does not exist. In an envelope that would be a finding about the header.
fn unknown_release(trial: &mut Trial<'_>) -> Option<()> {
    trial.form = Form::Bare;
    trial.document.says_release = Some("9.9".to_owned());
    Some(())
}

fn missing(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let place = if trial.document.is_item(loc) { loc.split_last()?.1.to_vec() } else { loc.clone() };
    trial.document.slot_mut(&place)?.node = None;
    Some(())
}

fn unknown(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    trial.document.record_mut(loc)?.twist = Some(Twist::Stranger("Onbekend", "onbekend", "proef".to_owned()));
    Some(())
}

/// Two elements of the message that change places.
fn out_of_order(trial: &mut Trial<'_>) -> Option<()> {
    let record = trial.document.record_mut(&[MESSAGE])?;
    let there: Vec<usize> =
        record.slots.iter().enumerate().filter(|(_, slot)| slot.node.is_some()).map(|(index, _)| index).collect();
    let pairs: Vec<_> = there.windows(2).collect();
    let [first, second] = *trial.dice.pick(&pairs)? else { return None };
    record.twist = Some(Twist::Swapped(*first, *second));
    Some(())
}

/// An element that the message has in another release.
fn other_release(trial: &mut Trial<'_>) -> Option<()> {
    let record = trial.document.record_mut(&[MESSAGE])?;
    let other = trial.dice.pick(record.shape.elsewhere)?;
    record.twist = Some(Twist::Stranger(other.name, other.json, "proef".to_owned()));
    Some(())
}

fn empty(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let kind = super::super::node::kind(trial.document.element(loc)?);
    let json =
        matches!(kind, crate::shape::Kind::Integer | crate::shape::Kind::Boolean) && trial.format == Format::Json;
    let value = if json { Scalar::Misfit("null") } else { Scalar::Text(String::new()) };
    trial.document.slot_mut(loc)?.node = Some(Node::Scalar(value));
    Some(())
}

/// A second part of a choice.
fn two_parts(trial: &mut Trial<'_>, loc: &Loc) -> Option<()> {
    let record = trial.document.record_mut(loc)?;
    let free: Vec<usize> =
        record.slots.iter().enumerate().filter(|(_, slot)| slot.node.is_none()).map(|(index, _)| index).collect();
    let index = *trial.dice.pick(&free)?;
    let element = record.shape.elements.get(index)?;
    let node = trial.grower.node(element, trial.dice);
    record.slots.get_mut(index)?.node = node;
    Some(())
}
