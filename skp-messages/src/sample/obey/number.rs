//! Making numbers equal, larger or smaller: the element on one side gets the number that the other side asks for.

use rust_decimal::Decimal;
use skp_codegen::cel::Cmp;

use super::super::eval::Env;
use super::super::node::Scalar;
use super::super::rule::{Number, Part, Path};
use super::super::value;
use super::Fixer;

impl Fixer<'_> {
    /// Makes a comparison hold. With a tolerance, `Eq` means near and `Ne` not near.
    pub(super) fn compare_numbers(
        &mut self,
        cmp: Cmp,
        left: &Number,
        right: &Number,
        tolerance: Option<&Number>,
        env: &Env,
    ) -> bool {
        for side in [Some(left), Some(right), tolerance].into_iter().flatten() {
            if !self.operands(side, env) {
                return false;
            }
        }
        let is_place = |number: &Number| matches!(number, Number::Path(path) if env.resolve(path) == self.at);
        let percent = if is_place(right) { 20 } else { 75 };
        let left_first = self.dice.chance(percent);
        let mut sides = [(left, right, cmp), (right, left, cmp.mirrored())];
        if !left_first {
            sides.reverse();
        }
        let slack = tolerance.and_then(|tolerance| self.document.number(tolerance, env, false).ok());
        for (side, other, cmp) in sides {
            let Ok(other) = self.document.number(other, env, false) else { continue };
            for _ in 0..3 {
                let target = self.target(cmp, other, slack.unwrap_or_default());
                if self.set_number(side, target, env, false) {
                    return true;
                }
            }
        }
        false
    }

    /// A number that compares with another as wanted, near it or far from it.
    fn target(&mut self, cmp: Cmp, other: Decimal, slack: Decimal) -> Decimal {
        let step = match self.dice.below(6) {
            0 | 1 => Decimal::new(1, 2),
            2 => Decimal::ONE,
            3 => Decimal::new(self.dice.range(1, 100_000), 2),
            // Some hundredths of the number itself.
            _ => (other.abs() * Decimal::new(self.dice.range(1, 60), 2)).round_dp(2).max(Decimal::ONE),
        };
        match cmp {
            Cmp::Eq => other,
            Cmp::Ne if self.dice.chance(50) => other + slack + step,
            Cmp::Ne => other - slack - step,
            Cmp::Lt => other - step,
            Cmp::Gt => other + step,
            Cmp::Le if self.dice.chance(50) => other,
            Cmp::Le => (other - step).max(Decimal::ZERO).min(other),
            Cmp::Ge if self.dice.chance(50) => other,
            Cmp::Ge => other + step,
        }
    }

    /// Makes what a number is read from exist, where its absence would leave it without a value.
    fn operands(&mut self, number: &Number, env: &Env) -> bool {
        match number {
            Number::Path(path) | Number::Chars(path) => self.ensure(&env.resolve(path)),
            Number::Mul(both) | Number::Extreme(_, both) => both.iter().all(|side| self.operands(side, env)),
            Number::Literal(_) | Number::Size(_) | Number::Add(_) | Number::Sub(_) | Number::Sum(_) => true,
        }
    }

    /// Gives an expression a value by changing an element that it reads. `zero` says that what is absent counts as
    /// nothing, so that it may be left out.
    pub(super) fn set_number(&mut self, number: &Number, target: Decimal, env: &Env, zero: bool) -> bool {
        match number {
            Number::Literal(value) => *value == target,
            Number::Path(path) => self.set_element(path, target, env, zero),
            Number::Size(parts) => self.set_size(parts, target, env),
            Number::Chars(path) => self.set_chars(path, target, env),
            Number::Add(both) => {
                let [left, right] = both.as_ref();
                self.set_either(both, env, |left_is, right_is| [target - right_is, target - left_is])
                    || self.set_both(left, right, target, env)
            }
            Number::Sub(both) => self.set_either(both, env, |left_is, right_is| [target + right_is, left_is - target]),
            Number::Mul(both) => {
                let divide = |by: Decimal| target.checked_div(by).unwrap_or(target);
                self.set_either(both, env, |left_is, right_is| [divide(right_is), divide(left_is)])
            }
            Number::Extreme(larger, both) => self.set_extreme(*larger, both, target, env),
            Number::Sum(parts) => self.set_sum(parts, target, env),
        }
    }

    fn set_element(&mut self, path: &Path, target: Decimal, env: &Env, zero: bool) -> bool {
        let loc = env.resolve(path);
        if zero && target.is_zero() && self.document.node(&loc).is_none() {
            return true;
        }
        let Some(element) = self.document.element(&loc) else { return false };
        value::of_decimal(element, target).is_some_and(|value| self.set(&loc, Scalar::Number(value)))
    }

    /// Changes one of two operands, chosen by chance, to what the other asks of it.
    fn set_either(
        &mut self,
        both: &[Number; 2],
        env: &Env,
        targets: impl FnOnce(Decimal, Decimal) -> [Decimal; 2],
    ) -> bool {
        let [left, right] = both;
        let (Ok(left_is), Ok(right_is)) =
            (self.document.number(left, env, true), self.document.number(right, env, true))
        else {
            return false;
        };
        let [left_target, right_target] = targets(left_is, right_is);
        let mut order = [(left, left_target), (right, right_target)];
        if self.dice.chance(40) {
            order.reverse();
        }
        order.into_iter().any(|(side, target)| self.set_number(side, target, env, true))
    }

    /// Divides a sum over two operands, when neither can make up for the other.
    fn set_both(&mut self, left: &Number, right: &Number, target: Decimal, env: &Env) -> bool {
        let share = (target * Decimal::new(self.dice.range(0, 100), 2)).round_dp(2);
        self.set_number(left, share, env, true) && self.set_number(right, target - share, env, true)
    }

    fn set_extreme(&mut self, larger: bool, both: &[Number; 2], target: Decimal, env: &Env) -> bool {
        let mut order = [0, 1];
        if self.dice.chance(50) {
            order.reverse();
        }
        for side in order {
            let (Some(own), Some(other)) = (both.get(side), both.get(1 - side)) else { continue };
            let Ok(other_is) = self.document.number(other, env, false) else { continue };
            if matches!(own, Number::Literal(_)) {
                continue;
            }
            let done = if other_is == target && self.dice.chance(60) {
                // The other is the extreme already; this one must only not go beyond it.
                let step = Decimal::new(self.dice.range(0, 50_000), 2);
                self.set_number(own, if larger { target - step } else { target + step }, env, false)
            } else if (other_is <= target) == larger || other_is == target {
                self.set_number(own, target, env, false)
            } else {
                self.set_number(own, target, env, false) && self.set_number(other, target, env, false)
            };
            if done {
                return true;
            }
        }
        false
    }

    /// Divides a sum over the items of lists.
    fn set_sum(&mut self, parts: &[(Part, usize, Number)], target: Decimal, env: &Env) -> bool {
        let mut terms = Vec::new();
        for (part, variable, number) in parts {
            for item in self.document.part(part, env).unwrap_or_default() {
                let env = env.with(*variable, item);
                if let Ok(value) = self.document.number(number, &env, true) {
                    terms.push((number, env, value));
                }
            }
        }
        if terms.is_empty() {
            return target.is_zero() || self.first_term(parts, target, env);
        }
        let sum: Decimal = terms.iter().map(|(_, _, value)| *value).sum();
        // One item makes up for the difference, when it can.
        if let Some((number, env, value)) = self.dice.pick(&terms).cloned()
            && self.set_number(number, target - (sum - value), &env, true)
        {
            return true;
        }
        // Else every item gets its share.
        let mut left = target;
        let count = terms.len();
        for (index, (number, env, _)) in terms.into_iter().enumerate() {
            let share =
                if index + 1 == count { left } else { (left * Decimal::new(self.dice.range(0, 100), 2)).round_dp(2) };
            if !self.set_number(number, share, &env, true) {
                return false;
            }
            left -= share;
        }
        true
    }

    /// Adds an item that counts, to an empty sum.
    fn first_term(&mut self, parts: &[(Part, usize, Number)], target: Decimal, env: &Env) -> bool {
        let Some((part, variable, number)) = self.dice.pick(parts) else { return false };
        let Some(item) = self.passing_item(part, env) else { return false };
        self.set_number(number, target, &env.with(*variable, item), true)
    }

    /// A number that is one of these, or none of them.
    pub(super) fn number_in(&mut self, number: &Number, literals: &[Decimal], wanted: bool, env: &Env) -> bool {
        if !self.operands(number, env) {
            return false;
        }
        if wanted {
            return self.dice.pick(literals).is_some_and(|&target| self.set_number(number, target, env, false));
        }
        let highest = literals.iter().copied().max().unwrap_or_default();
        (0..4).any(|_| {
            let target =
                if self.dice.chance(50) { highest + Decimal::ONE } else { Decimal::from(self.dice.range(0, 60)) };
            !literals.contains(&target) && self.set_number(number, target, env, false)
        })
    }
}
