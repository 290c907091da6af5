//! Numbers and dates.
//!
//! Every number is a `Decimal`. The rule compiler refuses what could overflow one; should something do so all the same, it
//! counts as absent.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use skp_codegen::cel::Op;

use super::Eval;
use crate::check::functions;
use crate::draft::program::{Date, Months, Number, Path};
use crate::draft::scalar::Scalar;
use crate::draft::translate::adds;

impl Eval<'_, '_, '_> {
    /// A number; `None` when it is, or needs, something absent.
    pub(super) fn number(&mut self, number: &Number) -> Option<Decimal> {
        match number {
            Number::Literal(literal) => Some(*literal),
            Number::Path(path) => self.decimal(path),
            Number::Size(parts) => self.size(parts).map(Decimal::from),
            Number::Chars(path) => Some(Decimal::from(functions::chars(&self.string(path)?))),
            Number::Arithmetic(op, left, right) => {
                let (left, right) = if adds(*op) {
                    (self.summand(left)?, self.summand(right)?)
                } else {
                    (self.number(left)?, self.number(right)?)
                };
                match op {
                    Op::Mul => left.checked_mul(right),
                    Op::Sub => left.checked_sub(right),
                    _ => left.checked_add(right),
                }
            }
            Number::Extreme(larger, left, right) => {
                let (left, right) = (self.number(left)?, self.number(right)?);
                Some(if *larger { left.max(right) } else { left.min(right) })
            }
            Number::Sum(parts) => self.sum(parts),
        }
    }

    /// A number that is added to others: an absent element counts as nothing.
    pub(super) fn summand(&mut self, number: &Number) -> Option<Decimal> {
        match number {
            Number::Path(path) => Some(self.decimal(path).unwrap_or_default()),
            other => self.number(other),
        }
    }

    fn decimal(&self, path: &Path) -> Option<Decimal> {
        match self.scalar(path)? {
            Scalar::Number(number) => Some(number),
            _ => None,
        }
    }

    /// A date; `None` also when the calendar does not go that far.
    pub(super) fn date(&self, date: &Date) -> Option<NaiveDate> {
        match date {
            Date::Path(path) => match self.scalar(path)? {
                Scalar::Date(date) => Some(date),
                _ => None,
            },
            Date::Sent => self.context.sent,
            Date::Later(date, months) => {
                let date = self.date(date)?;
                let months = match months {
                    Months::Literal(months) => *months,
                    Months::Path(path) => self.decimal(path)?.to_i64()?,
                };
                functions::months_after(date, months)
            }
        }
    }
}
