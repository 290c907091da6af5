//! Values of simple types: synthetic, varied and within the limits of their row.
//!
//! One file for each kind of value. Nothing here knows a rule; what comes out is right by its type and its row, which
//! the check of the runtime confirms, and everything about persons is made up.

pub(crate) mod bsn;
mod contact;
mod date;
mod document;
pub(crate) mod iban;
mod number;
mod pattern;
mod postcode;
pub(crate) mod text;
pub(crate) mod words;

use chrono::{DateTime, FixedOffset};

use super::dice::Dice;
use super::node::Scalar;
use crate::check::simple;
use crate::shape::{Element, Kind, SimpleType, Type};

pub(crate) use number::{limits, of_decimal, unit};

/// How often a natural value is tried before the pattern itself is walked.
const TRIES: usize = 12;
/// The longest text that is made for a row without a limit of its own.
pub(crate) const LONGEST: usize = 5_000;

/// Some value for an element, or for an item of a list; a message sent at `sent` could have it.
pub(crate) fn scalar(element: &'static Element, dice: &mut Dice, sent: &DateTime<FixedOffset>) -> Option<Scalar> {
    let simple = match element.ty {
        Type::Simple(simple) => simple,
        Type::Code(list) => return dice.pick(list.codes).map(|code| Scalar::Text(code.code.to_owned())),
        Type::Composite(_) => return None,
    };
    let value = match simple.kind {
        Kind::Date => Scalar::Date(date::day(element, simple, dice, sent)),
        Kind::DateTime => Scalar::Moment(date::moment(dice, sent)),
        Kind::Amount | Kind::Percentage | Kind::Integer => Scalar::Number(number::number(element, simple, dice)),
        Kind::Boolean => Scalar::Flag(dice.chance(50)),
        _ => Scalar::Text(written(element, simple, dice)?),
    };
    Some(value)
}

/// A value that is a text of some kind.
fn written(element: &'static Element, simple: &'static SimpleType, dice: &mut Dice) -> Option<String> {
    for _ in 0..TRIES {
        let text = match simple.kind {
            Kind::Uuid => uuid(dice),
            Kind::Bsn => bsn::bsn(dice),
            Kind::Iban => iban::iban(dice),
            Kind::Postcode => postcode::postcode(dice),
            Kind::Base64 => document::pdf(dice),
            Kind::Uri => format!("https://www.example.nl/{}", words::number(dice)),
            _ => words::natural(element, simple, dice),
        };
        if fits(element, &text) {
            return Some(text);
        }
    }
    let possible = possible_lengths(element)?;
    let some = possible.get(..possible.len().min(24))?;
    (0..TRIES).find_map(|_| of_length(element, *dice.pick(some)?, dice))
}

/// Whether a text is right for its row, without even a warning.
pub(crate) fn fits(element: &'static Element, text: &str) -> bool {
    let mut right = true;
    match element.ty {
        Type::Simple(simple) => simple::inspect(simple, Some(element), text, &mut |_| right = false),
        Type::Code(list) => right = list.contains(text),
        Type::Composite(_) => right = false,
    }
    right
}

/// A text of exactly so many characters, when the row can have one.
pub(crate) fn of_length(element: &'static Element, length: usize, dice: &mut Dice) -> Option<String> {
    let Type::Simple(simple) = element.ty else { return None };
    let patterns: Vec<_> = element.pattern.into_iter().chain(simple.pattern).collect();
    let made = if patterns.is_empty() {
        Some(text::of_length(length, dice))
    } else {
        patterns.into_iter().find_map(|pattern| {
            let text = pattern::walk(pattern, length, dice)?;
            fits(element, &text).then_some(text)
        })
    };
    made.filter(|text| fits(element, text))
}

/// The shortest and the longest a text of this row can be.
pub(crate) fn lengths(element: &'static Element) -> Option<(usize, usize)> {
    let possible = possible_lengths(element)?;
    Some((*possible.first()?, *possible.last()?))
}

/// How long a text of this row can be, of the lengths that its patterns allow. A text without a limit has one here.
fn possible_lengths(element: &'static Element) -> Option<Vec<usize>> {
    let Type::Simple(simple) = element.ty else { return None };
    let (low, high) = limits(element)?;
    let (low, high) = (usize::try_from(low).ok()?.max(1), usize::try_from(high).ok()?.min(LONGEST));
    let mut possible: Vec<usize> = (low..=high).collect();
    for pattern in element.pattern.into_iter().chain(simple.pattern) {
        let matching = pattern::lengths(pattern, high);
        possible.retain(|length| matching.binary_search(length).is_ok());
    }
    Some(possible)
}

/// A UUID of version 4.
pub(crate) fn uuid(dice: &mut Dice) -> String {
    let bytes = (u128::from(dice.word()) << 64 | u128::from(dice.word())).to_be_bytes();
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}
