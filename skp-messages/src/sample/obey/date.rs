//! Making days lie before or after each other: one of them moves.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use skp_codegen::cel::Cmp;

use super::super::eval::{Env, compare};
use super::super::node::{Loc, Scalar};
use super::super::rule::{Date, Months};
use super::Fixer;
use crate::check::functions::months_after;
use crate::shape::Type;

impl Fixer<'_> {
    /// Makes a comparison of days hold.
    pub(super) fn compare_dates(&mut self, cmp: Cmp, left: &Date, right: &Date, env: &Env) -> bool {
        if !(self.days(left, env) && self.days(right, env)) {
            return false;
        }
        let mut sides = [(left, right, cmp), (right, left, cmp.mirrored())];
        if self.dice.chance(25) {
            sides.reverse();
        }
        for (side, other, cmp) in sides {
            let Ok(other) = self.document.date(other, env) else { continue };
            for _ in 0..3 {
                let Some(target) = self.day(cmp, other) else { continue };
                if self.set_date(side, target, env, &|day| compare(cmp, &day, &other)) {
                    return true;
                }
            }
        }
        false
    }

    /// A day that compares with another as wanted.
    fn day(&mut self, cmp: Cmp, other: NaiveDate) -> Option<NaiveDate> {
        let far = self.dice.chance(70);
        let step = Days::new(if far { self.dice.range(1, 400) } else { 1 }.unsigned_abs());
        match cmp {
            Cmp::Eq => Some(other),
            Cmp::Le | Cmp::Ge if self.dice.chance(30) => Some(other),
            Cmp::Lt | Cmp::Le => other.checked_sub_days(step),
            Cmp::Gt | Cmp::Ge => other.checked_add_days(step),
            Cmp::Ne if self.dice.chance(50) => other.checked_sub_days(step),
            Cmp::Ne => other.checked_add_days(step),
        }
    }

    /// Makes what a day is read from exist.
    fn days(&mut self, date: &Date, env: &Env) -> bool {
        match date {
            Date::Sent => true,
            Date::Path(path) => self.ensure(&env.resolve(path)),
            Date::Later(date, months) => {
                let months = match months {
                    Months::Literal(_) => true,
                    Months::Path(path) => self.ensure(&env.resolve(path)),
                };
                months && self.days(date, env)
            }
        }
    }

    /// Gives an expression a day that is right, the wanted one if it can.
    fn set_date(&mut self, date: &Date, target: NaiveDate, env: &Env, right: &dyn Fn(NaiveDate) -> bool) -> bool {
        match date {
            Date::Sent => false,
            Date::Path(path) => {
                let loc = env.resolve(path);
                let Some(Type::Simple(simple)) = self.document.element(&loc).map(|element| element.ty) else {
                    return false;
                };
                (simple.low..=simple.high).contains(&i64::from(target.year())) && self.set(&loc, Scalar::Date(target))
            }
            Date::Later(date, months) => {
                if let (Months::Path(path), Ok(start)) = (months, self.document.date(date, env))
                    && self.dice.chance(50)
                {
                    // The number of months that brings the start to a day that is right.
                    let near = i64::from(target.year() - start.year()) * 12 + i64::from(target.month())
                        - i64::from(start.month());
                    let found = [near, near + 1, near - 1]
                        .into_iter()
                        .find(|&months| months_after(start, months).is_some_and(right));
                    if let Some(months) = found
                        && self.set_element_to(&env.resolve(path), months)
                    {
                        return true;
                    }
                }
                let Ok(months) = self.document.months(months, env) else { return false };
                let Some(start) = months_after(target, -months) else { return false };
                // A short month may bring it a few days off.
                let found = (0..4)
                    .flat_map(|days| [start.checked_sub_days(Days::new(days)), start.checked_add_days(Days::new(days))])
                    .flatten()
                    .find(|&start| months_after(start, months).is_some_and(right));
                found.is_some_and(|start| {
                    self.set_date(date, start, env, &|day| months_after(day, months).is_some_and(right))
                })
            }
        }
    }

    fn set_element_to(&mut self, loc: &Loc, number: i64) -> bool {
        let Some(element) = self.document.element(loc) else { return false };
        super::super::value::of_decimal(element, number.into())
            .is_some_and(|value| self.set(loc, Scalar::Number(value)))
    }

    /// A moment later than that of sending, or not.
    pub(super) fn moment(&mut self, loc: &Loc, later: bool) -> bool {
        let step = TimeDelta::seconds(self.dice.range(1, 500_000));
        let sent = self.grower.sent;
        let moment = if later { sent.checked_add_signed(step) } else { sent.checked_sub_signed(step) };
        moment.is_some_and(|moment| self.set(loc, Scalar::Moment(moment)))
    }
}
