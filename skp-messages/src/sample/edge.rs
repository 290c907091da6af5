//! Samples at the boundaries of a table.
//!
//! One row at a time stands at a boundary; everything else is as in any other sample and obeys every rule. Where a rule
//! keeps the row from its boundary, that is told with the rule, so that it can be counted and never goes unseen.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::break_rule::below;
use super::dice::Dice;
use super::grow::Grower;
use super::node::{Loc, MESSAGE, Node, Scalar, Slot};
use super::obey::{Fixer, Goals};
use super::{Sample, Sampler, header, value};
use crate::shape::{Element, Kind, MessageInfo, Rule, Shape, Type};

/// So many documents are tried for one boundary.
const ATTEMPTS: usize = 4;
/// The number of items of a long list.
const MANY: usize = 5;

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Boundary {
    /// Not there.
    Absent,
    /// There: as an optional element, or as the part that is chosen.
    Present,
    /// A list of so many items.
    Items(usize),
    /// A text of so many characters, the fewest or the most.
    Length(usize),
    /// The lowest number or the first day.
    Lowest,
    /// The highest number or the last day.
    Highest,
    /// This code.
    Code(&'static str),
    /// True or false.
    Flag(bool),
}

impl fmt::Display for Boundary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("absent"),
            Self::Present => f.write_str("present"),
            Self::Items(count) => write!(f, "items-{count}"),
            Self::Length(count) => write!(f, "length-{count}"),
            Self::Lowest => f.write_str("lowest"),
            Self::Highest => f.write_str("highest"),
            Self::Code(code) => write!(f, "code-{code}"),
            Self::Flag(value) => write!(f, "{value}"),
        }
    }
}

/// A sample with one row at a boundary.
#[derive(Debug, Clone)]
pub struct Edge {
    /// The row, as findings name it: `Vorderingen[1].Afkooppercentage`.
    pub place: String,
    /// Where it stands.
    pub boundary: Boundary,
    /// The message.
    pub sample: Sample,
}

/// A boundary that no valid message was found for.
#[derive(Debug, Clone, PartialEq)]
pub struct Skipped {
    /// The row.
    pub place: String,
    /// Where it would stand.
    pub boundary: Boundary,
    /// The rules that were broken there, however often it was tried.
    pub rules: Vec<&'static Rule>,
}

/// The boundaries of a message, one after the other.
#[derive(Debug)]
pub struct Edges<'s> {
    sampler: &'s Sampler,
    info: &'static MessageInfo,
    seed: u64,
    points: std::vec::IntoIter<(Loc, &'static Element, Boundary)>,
}

impl<'s> Edges<'s> {
    pub(super) fn new(sampler: &'s Sampler, info: &'static MessageInfo, seed: u64) -> Self {
        let mut places = Vec::new();
        below(info.shape, &mut vec![MESSAGE], &mut places);
        let points: Vec<_> = places
            .into_iter()
            .flat_map(|(loc, element)| {
                let choice = holder(info.shape, &loc).is_some_and(|shape| shape.choice);
                boundaries(element, choice).into_iter().map(move |boundary| (loc.clone(), element, boundary))
            })
            .collect();
        Self { sampler, info, seed, points: points.into_iter() }
    }
}

impl Iterator for Edges<'_> {
    type Item = Result<Edge, Skipped>;

    fn next(&mut self) -> Option<Self::Item> {
        let (loc, element, boundary) = self.points.next()?;
        let rules = header::rules(self.info);
        let goals = Goals { rules: &self.sampler.rules, header: &rules, facts: &[], target: None };
        let mut place = String::new();
        let mut unsolved = Vec::new();
        for attempt in 0..ATTEMPTS {
            let purpose = format!("{} {loc:?} {boundary} {attempt}", self.info.bericht);
            let mut dice = Dice::new(self.seed, &purpose);
            let grower = Grower::new(&mut dice);
            let mut document = grower.document(self.info, &mut dice);
            let mut fixer = Fixer::new(&mut document, &mut dice, &grower);
            let set = stand(&mut fixer, &loc, element, boundary).is_some();
            place = document.path(if in_list(element, boundary) { &loc } else { list_of(&loc, element) });
            if !set {
                continue;
            }
            match self.sampler.settle(&goals, &mut document, &grower, &mut dice) {
                Ok(infos) => {
                    let sample = Sample { document, seed: self.seed, infos };
                    return Some(Ok(Edge { place, boundary, sample }));
                }
                Err(rules) => unsolved = rules,
            }
        }
        Some(Err(Skipped { place, boundary, rules: unsolved }))
    }
}

/// The table that holds the row of a place.
fn holder(root: &'static Shape, loc: &[usize]) -> Option<&'static Shape> {
    let mut shape = root;
    let mut holder = root;
    let mut steps = loc.iter().skip(1);
    while let Some(&step) = steps.next() {
        let element = shape.elements.get(step)?;
        holder = shape;
        if element.is_list() {
            steps.next();
        }
        if let Type::Composite(part) = element.ty {
            shape = part;
        }
    }
    Some(holder)
}

/// Whether a boundary is one of the items of a list, not of the list.
const fn in_list(element: &Element, boundary: Boundary) -> bool {
    element.is_list() && !matches!(boundary, Boundary::Absent | Boundary::Present | Boundary::Items(_))
}

/// The place of the list that an item stands in; of an element that is no list its own.
fn list_of<'l>(loc: &'l [usize], element: &Element) -> &'l [usize] {
    match loc.split_last() {
        Some((_, list)) if element.is_list() => list,
        _ => loc,
    }
}

/// The boundaries of a row.
fn boundaries(element: &'static Element, choice: bool) -> Vec<Boundary> {
    let mut all = Vec::new();
    if choice {
        all.push(Boundary::Present);
    } else if element.min == 0 {
        all.extend([Boundary::Absent, Boundary::Present]);
    }
    if element.is_list() {
        all.extend([Boundary::Items(1), Boundary::Items(MANY)]);
    }
    match element.ty {
        Type::Code(list) => all.extend(list.codes.iter().map(|code| Boundary::Code(code.code))),
        Type::Simple(simple) => match simple.kind {
            Kind::Text | Kind::Lines | Kind::Uri => {
                if let Some((low, high)) = value::lengths(element) {
                    all.push(Boundary::Length(low));
                    all.extend((high > low).then_some(Boundary::Length(high)));
                }
            }
            Kind::Amount | Kind::Percentage | Kind::Integer | Kind::Date => {
                all.extend([Boundary::Lowest, Boundary::Highest]);
            }
            Kind::Boolean => all.extend([Boundary::Flag(false), Boundary::Flag(true)]),
            _ => {}
        },
        Type::Composite(_) => {}
    }
    all
}

/// Puts a row at its boundary, to stay there.
fn stand(fixer: &mut Fixer<'_>, loc: &Loc, element: &'static Element, boundary: Boundary) -> Option<()> {
    let list = list_of(loc, element);
    let (_, above) = list.split_last()?;
    let done = match boundary {
        Boundary::Absent => fixer.ensure(above) && fixer.remove(list),
        Boundary::Present => fixer.ensure(list),
        Boundary::Items(count) => {
            fixer.ensure(list)
                && loop {
                    let items = fixer.document.items(list).len();
                    let last = [list, &[items.saturating_sub(1)]].concat();
                    let step = match items.cmp(&count) {
                        std::cmp::Ordering::Equal => break true,
                        std::cmp::Ordering::Less => fixer.add_item(list).is_some(),
                        std::cmp::Ordering::Greater => fixer.remove_item(&last),
                    };
                    if !step {
                        break false;
                    }
                }
        }
        _ => {
            let value = extreme(element, boundary, fixer.dice)?;
            fixer.set(loc, value)
        }
    };
    let place = if in_list(element, boundary) { loc } else { list };
    let slot: &mut Slot = fixer.document.slot_mut(place)?;
    slot.fixed = true;
    let there = !matches!(slot.node, None | Some(Node::List(_))) || boundary == Boundary::Absent;
    (done && (there || element.is_list())).then_some(())
}

/// The value at a boundary.
fn extreme(element: &'static Element, boundary: Boundary, dice: &mut Dice) -> Option<Scalar> {
    let high = boundary == Boundary::Highest;
    match boundary {
        Boundary::Code(code) => Some(Scalar::Text(code.to_owned())),
        Boundary::Flag(flag) => Some(Scalar::Flag(flag)),
        Boundary::Length(length) => value::of_length(element, length, dice).map(Scalar::Text),
        _ => {
            let (lowest, highest) = value::limits(element)?;
            let number = if high { highest } else { lowest };
            match element.ty {
                Type::Simple(simple) if simple.kind == Kind::Date => {
                    let (month, day) = if high { (12, 31) } else { (1, 1) };
                    NaiveDate::from_ymd_opt(i32::try_from(number).ok()?, month, day).map(Scalar::Date)
                }
                _ => Some(Scalar::Number(Decimal::new(number, value::unit(element)?.scale()))),
            }
        }
    }
}
