//! Amounts, percentages and whole numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::dice::Dice;
use crate::shape::{Element, Kind, SimpleType, Type};

/// The lowest and the highest a value of this row may be, or its shortest and longest text; of amounts and
/// percentages in hundredths.
pub(crate) fn limits(element: &Element) -> Option<(i64, i64)> {
    let Type::Simple(simple) = element.ty else { return None };
    // A row gives its limits in whole euros or percents, a type in hundredths.
    let scale = if matches!(simple.kind, Kind::Amount | Kind::Percentage) { 100 } else { 1 };
    let limit = |own: Option<u32>, of_type: i64| own.map_or(of_type, |own| i64::from(own) * scale);
    Some((limit(element.low, simple.low), limit(element.high, simple.high)))
}

/// The smallest step between two values of this row.
pub(crate) fn unit(element: &Element) -> Option<Decimal> {
    match element.ty {
        Type::Simple(SimpleType { kind: Kind::Amount | Kind::Percentage, .. }) => Some(Decimal::new(1, 2)),
        Type::Simple(SimpleType { kind: Kind::Integer, .. }) => Some(Decimal::ONE),
        _ => None,
    }
}

/// The value of this row nearest to a number, when that is within its limits.
pub(crate) fn of_decimal(element: &Element, number: Decimal) -> Option<Decimal> {
    let (low, high) = limits(element)?;
    let unit = unit(element)?;
    let value = number.round_dp(unit.scale());
    let steps = (value / unit).to_i64()?;
    (low..=high).contains(&steps).then_some(value)
}

/// Some value, most of them as they occur.
pub(crate) fn number(element: &Element, simple: &SimpleType, dice: &mut Dice) -> Decimal {
    let (low, high) = limits(element).unwrap_or_default();
    let steps = match simple.kind {
        Kind::Amount => match dice.below(10) {
            0 => 0,
            // Whole euros, hundreds, and amounts to the cent up to some thousands.
            1 | 2 => dice.range(1, 5_000) * 100,
            3 => dice.range(500_000, 5_000_000),
            _ => dice.range(1, 500_000),
        },
        Kind::Percentage if dice.chance(50) => dice.range(0, 100) * 100,
        Kind::Percentage => dice.range(0, 10_000),
        _ if dice.chance(75) => dice.range(low.max(0), low.max(0) + 36),
        _ => dice.range(low.max(-1_000), high.min(100_000)),
    };
    let scale = if matches!(simple.kind, Kind::Amount | Kind::Percentage) { 2 } else { 0 };
    Decimal::new(steps.clamp(low, high.max(low)), scale)
}
