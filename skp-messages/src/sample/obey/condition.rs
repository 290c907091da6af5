//! Making a condition true or false: one way for each form.

use skp_codegen::cel::Cmp;

use super::super::eval::Env;
use super::super::node::{Loc, Scalar};
use super::super::rule::{Bool, Path};
use super::Fixer;
use crate::shape::Type;

impl Fixer<'_> {
    /// Tries to give a condition an outcome; says whether something suited was done.
    pub(super) fn make(&mut self, condition: &Bool, wanted: bool, env: &Env) -> bool {
        if self.document.condition(condition, env) == Ok(wanted) {
            return true;
        }
        match condition {
            Bool::Literal(value) => *value == wanted,
            Bool::Path(path) => self.set(&env.resolve(path), Scalar::Flag(wanted)),
            Bool::Has(path) if wanted => self.ensure(&env.resolve(path)),
            Bool::Has(path) => self.remove(&env.resolve(path)),
            Bool::Not(inner) => self.make(inner, !wanted, env),
            Bool::And(both) => self.connected(both, wanted, wanted, env),
            Bool::Or(both) => self.connected(both, !wanted, wanted, env),
            Bool::Same(equal, both) => self.same(both, *equal == wanted, env),
            Bool::Numbers(cmp, both) => {
                let [left, right] = both.as_ref();
                self.compare_numbers(negate(*cmp, wanted), left, right, None, env)
            }
            Bool::Near(three) => {
                let [a, b, tolerance] = three.as_ref();
                let cmp = if wanted { Cmp::Eq } else { Cmp::Ne };
                self.compare_numbers(cmp, a, b, Some(tolerance), env)
            }
            Bool::NumberIn(number, literals) => self.number_in(number, literals, wanted, env),
            Bool::Dates(cmp, both) => {
                let [left, right] = both.as_ref();
                self.compare_dates(negate(*cmp, wanted), left, right, env)
            }
            Bool::AfterSending(path) => self.moment(&env.resolve(path), wanted),
            Bool::Plain(cmp, left, right) => self.plain(negate(*cmp, wanted), left, right, env),
            Bool::Texts(equal, left, right) => self.texts(*equal == wanted, left, right, env),
            Bool::TextIn(text, texts) => self.text_in(text, texts, wanted, env),
            Bool::Personal(path) => self.personal(&env.resolve(path), wanted),
            Bool::Codes(path, codes) => self.codes(&env.resolve(path), codes, wanted),
            Bool::Quantified(all, part, variable, test) => self.quantified(*all, part, *variable, test, wanted, env),
        }
    }

    /// Both sides, or one of them, chosen by chance.
    fn connected(&mut self, both: &[Bool; 2], every: bool, wanted: bool, env: &Env) -> bool {
        let [left, right] = both;
        if every {
            return self.make(left, wanted, env) & self.make(right, wanted, env);
        }
        let [first, second] = if self.dice.chance(50) { [left, right] } else { [right, left] };
        self.make(first, wanted, env) || self.make(second, wanted, env)
    }

    /// Two conditions with the same outcome, or not.
    fn same(&mut self, both: &[Bool; 2], equal: bool, env: &Env) -> bool {
        let [left, right] = both;
        let outcomes = [self.document.condition(left, env), self.document.condition(right, env)];
        let (left_is, right_is) = match outcomes {
            [Ok(left), Ok(right)] => (left, right),
            // A side that reads something absent gets an outcome first.
            [Err(_), Ok(right_is)] => return self.make(left, right_is == equal, env),
            [Ok(left_is), Err(_)] => return self.make(right, left_is == equal, env),
            [Err(_), Err(_)] => {
                let outcome = self.dice.chance(50);
                return self.make(left, outcome, env) & self.make(right, outcome == equal, env);
            }
        };
        let mut sides = [(left, right_is == equal), (right, left_is == equal)];
        if self.dice.chance(50) {
            sides.reverse();
        }
        sides.into_iter().any(|(side, outcome)| self.make(side, outcome, env))
    }

    /// Two elements of a type that rules only compare.
    fn plain(&mut self, cmp: Cmp, left: &Path, right: &Path, env: &Env) -> bool {
        let [left, right] = [env.resolve(left), env.resolve(right)];
        if !(self.ensure(&left) && self.ensure(&right)) {
            return false;
        }
        let (to, from) = if self.dice.chance(50) { (left, right) } else { (right, left) };
        match (cmp, self.document.scalar(&from).cloned()) {
            (Cmp::Eq | Cmp::Le | Cmp::Ge, Some(value)) => self.set(&to, value) || self.copy(&to, &from),
            _ => self.renew(&to) || self.renew(&from),
        }
    }

    fn copy(&mut self, from: &Loc, to: &Loc) -> bool {
        self.document.scalar(from).cloned().is_some_and(|value| self.set(to, value))
    }

    /// An element that is one of these codes, or none of them.
    fn codes(&mut self, loc: &Loc, codes: &[String], wanted: bool) -> bool {
        let Some(Type::Code(list)) = self.document.element(loc).map(|element| element.ty) else { return false };
        let suited: Vec<&str> = list
            .codes
            .iter()
            .map(|code| code.code)
            .filter(|code| codes.iter().any(|known| known == code) == wanted)
            .collect();
        let Some(code) = self.dice.pick(&suited) else { return false };
        let value = Scalar::Text((*code).to_owned());
        // An item of a list of codes: another item may do as well.
        if self.document.is_item(loc) && wanted && self.dice.chance(50) {
            let list = loc.split_last().map_or(&[][..], |(_, list)| list).to_vec();
            if let Some(item) = self.add_item(&list) {
                return self.set(&item, value);
            }
        }
        self.set(loc, value)
    }
}

const fn negate(cmp: Cmp, wanted: bool) -> Cmp {
    if wanted { cmp } else { cmp.negated() }
}
