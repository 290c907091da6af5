//! Days and moments that go with the moment of sending.

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, TimeDelta};

use super::super::dice::Dice;
use crate::shape::{Element, SimpleType};
use crate::value::dutch_date;

/// A day some time before sending; a day of birth lies far back.
pub(crate) fn day(
    element: &'static Element,
    simple: &'static SimpleType,
    dice: &mut Dice,
    sent: &DateTime<FixedOffset>,
) -> NaiveDate {
    let back = if element.name == "Geboortedatum" { dice.range(18 * 365, 90 * 365) } else { dice.range(0, 900) };
    let sent = dutch_date(sent);
    let day = sent.checked_sub_days(Days::new(back.unsigned_abs())).unwrap_or(sent);
    within(day, simple)
}

/// The day, or the nearest one in the years of its type.
pub(crate) fn within(day: NaiveDate, simple: &'static SimpleType) -> NaiveDate {
    let year = |year: i64, month, date| {
        i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, date)).unwrap_or(day)
    };
    if i64::from(day.year()) < simple.low {
        year(simple.low, 1, 1)
    } else if i64::from(day.year()) > simple.high {
        year(simple.high, 12, 31)
    } else {
        day
    }
}

/// A moment in the month before sending.
pub(crate) fn moment(dice: &mut Dice, sent: &DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let back = if dice.chance(20) {
        TimeDelta::milliseconds(dice.range(1, 2_000_000_000))
    } else {
        TimeDelta::seconds(dice.range(1, 2_500_000))
    };
    sent.checked_sub_signed(back).unwrap_or(*sent)
}
