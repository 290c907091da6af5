//! Whether a rule holds on a document that is being built.
//!
//! It says what the compiled rules say, and no more: what is absent counts as 0.00 in `+`, `-` and `sum`, and makes
//! anything else not apply. The validator has the last word on every sample, so a mistake here costs time, not truth.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rust_decimal::Decimal;
use skp_codegen::cel::Cmp;

use super::node::{Document, HEADER, Loc, Node, Scalar};
use super::rule::{Assertion, Bool, Date, Months, Number, Part, Path, Root, Rule, Text};
use crate::check::functions;
use crate::value::dutch_date;

/// Where the paths of a rule start on one document.
#[derive(Debug, Clone)]
pub(crate) struct Env {
    pub(crate) scope: Loc,
    pub(crate) outer: Loc,
    pub(crate) variables: Vec<(usize, Loc)>,
}

/// Why an expression has no value: something absent that was read from the item of a lambda, or from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gone {
    Item(usize),
    Rule,
}

/// The value of an expression.
pub(crate) type Answer<T> = Result<T, Gone>;

/// What a rule says of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It holds, or does not apply.
    Holds,
    Broken,
}

impl Env {
    /// With the variable of a lambda.
    pub(crate) fn with(&self, variable: usize, loc: Loc) -> Self {
        let mut env = self.clone();
        env.variables.push((variable, loc));
        env
    }

    /// The place a path leads to.
    pub(crate) fn resolve(&self, path: &Path) -> Loc {
        let start = match path.root {
            Root::Scope => &self.scope,
            Root::Outer => &self.outer,
            Root::Variable(id) => {
                self.variables.iter().rev().find(|(known, _)| *known == id).map_or(&self.scope, |(_, loc)| loc)
            }
        };
        [start.as_slice(), &path.steps].concat()
    }
}

impl Document {
    /// What a rule says of a place.
    pub(crate) fn verdict(&self, rule: &Rule, env: &Env) -> Verdict {
        let applies = rule.when.as_ref().is_none_or(|when| self.condition(when, env) == Ok(true));
        let broken = applies
            && match &rule.assertion {
                Assertion::Holds(condition) => self.condition(condition, env) == Ok(false),
                Assertion::Unique(parts) => self.repeated(parts, env).is_some(),
            };
        if broken { Verdict::Broken } else { Verdict::Holds }
    }

    /// An item whose key an earlier item has, as the key's number and the two items' places.
    pub(crate) fn repeated(&self, parts: &[(Part, usize, Vec<Path>)], env: &Env) -> Option<(usize, Loc)> {
        let mut seen = HashSet::new();
        for (number, (part, variable, key)) in parts.iter().enumerate() {
            for item in self.part(part, env).unwrap_or_default() {
                let env = env.with(*variable, item.clone());
                let values: Option<Vec<String>> = key
                    .iter()
                    .map(|path| {
                        let loc = env.resolve(path);
                        let kind = self.element(&loc).map(super::node::kind)?;
                        Some(self.scalar(&loc)?.text(kind))
                    })
                    .collect();
                if let Some(values) = values
                    && !seen.insert(values)
                {
                    return Some((number, item));
                }
            }
        }
        None
    }

    /// The moment of sending.
    pub(crate) fn sent_at(&self) -> Option<DateTime<FixedOffset>> {
        let Some(Node::Record(header)) = self.node(&[HEADER]) else { return None };
        let index = header.shape.elements.iter().position(|element| element.name == "VerzondenOp")?;
        match self.scalar(&[HEADER, index])? {
            Scalar::Moment(moment) => Some(*moment),
            _ => None,
        }
    }

    fn gone(path: &Path) -> Gone {
        match path.root {
            Root::Variable(id) => Gone::Item(id),
            _ => Gone::Rule,
        }
    }

    fn read(&self, path: &Path, env: &Env) -> Answer<&Scalar> {
        self.scalar(&env.resolve(path)).ok_or_else(|| Self::gone(path))
    }

    /// The places of the items of a list that pass its filters.
    pub(crate) fn part(&self, part: &Part, env: &Env) -> Answer<Vec<Loc>> {
        let list = env.resolve(&part.list);
        let mut items = Vec::new();
        for index in 0..self.items(&list).len() {
            let mut item = list.clone();
            item.push(index);
            let mut passes = true;
            for (variable, test) in &part.filters {
                passes = passes && self.of_item(*variable, &item, env, |env| self.condition(test, env))? == Some(true);
            }
            if passes {
                items.push(item);
            }
        }
        Ok(items)
    }

    /// The value of an expression on an item; `None` when something of the item itself is absent.
    fn of_item<T>(
        &self,
        variable: usize,
        item: &Loc,
        env: &Env,
        evaluate: impl FnOnce(&Env) -> Answer<T>,
    ) -> Answer<Option<T>> {
        match evaluate(&env.with(variable, item.clone())) {
            Ok(value) => Ok(Some(value)),
            Err(Gone::Item(id)) if id == variable => Ok(None),
            Err(gone) => Err(gone),
        }
    }

    pub(crate) fn condition(&self, condition: &Bool, env: &Env) -> Answer<bool> {
        Ok(match condition {
            Bool::Literal(value) => *value,
            Bool::Path(path) => matches!(self.read(path, env)?, Scalar::Flag(true)),
            Bool::Has(path) => self.node(&env.resolve(path)).is_some(),
            Bool::Not(inner) => !self.condition(inner, env)?,
            Bool::And(both) => {
                let [left, right] = both.as_ref();
                self.condition(left, env)? && self.condition(right, env)?
            }
            Bool::Or(both) => {
                let [left, right] = both.as_ref();
                self.condition(left, env)? || self.condition(right, env)?
            }
            Bool::Same(equal, both) => {
                let [left, right] = both.as_ref();
                (self.condition(left, env)? == self.condition(right, env)?) == *equal
            }
            Bool::Numbers(cmp, both) => {
                let [left, right] = both.as_ref();
                compare(*cmp, &self.number(left, env, false)?, &self.number(right, env, false)?)
            }
            Bool::Dates(cmp, both) => {
                let [left, right] = both.as_ref();
                compare(*cmp, &self.date(left, env)?, &self.date(right, env)?)
            }
            Bool::Plain(cmp, left, right) => match (self.read(left, env)?, self.read(right, env)?) {
                (Scalar::Moment(left), Scalar::Moment(right)) => compare(*cmp, left, right),
                (left, right) => (left == right) == (*cmp == Cmp::Eq),
            },
            Bool::Texts(equal, left, right) => (self.text(left, env)? == self.text(right, env)?) == *equal,
            Bool::Codes(path, codes) => {
                matches!(self.read(path, env)?, Scalar::Text(code) if codes.iter().any(|known| known == code))
            }
            Bool::TextIn(text, texts) => {
                let text = self.text(text, env)?;
                texts.iter().any(|known| known == text)
            }
            Bool::NumberIn(number, literals) => literals.contains(&self.number(number, env, false)?),
            Bool::Near(three) => {
                let [a, b, tolerance] = three.as_ref();
                let [a, b] = [self.number(a, env, false)?, self.number(b, env, false)?];
                functions::near(a, b, self.number(tolerance, env, false)?)
            }
            Bool::AfterSending(path) => match (self.read(path, env)?, self.sent_at()) {
                (Scalar::Moment(moment), Some(sent)) => *moment > sent,
                _ => return Err(Gone::Rule),
            },
            Bool::Personal(path) => {
                matches!(self.read(path, env)?, Scalar::Text(text) if functions::holds_personal_data(text))
            }
            Bool::Quantified(all, part, variable, test) => {
                for item in self.part(part, env)? {
                    let found = self.of_item(*variable, &item, env, |env| self.condition(test, env))?;
                    // What does not apply to an item neither spoils `all` nor satisfies `exists`.
                    if found == Some(!*all) {
                        return Ok(!*all);
                    }
                }
                *all
            }
        })
    }

    /// A number; where `zero`, an absent element counts as nothing.
    pub(crate) fn number(&self, number: &Number, env: &Env, zero: bool) -> Answer<Decimal> {
        let two = |both: &[Number; 2], zero| {
            let [left, right] = both;
            Ok((self.number(left, env, zero)?, self.number(right, env, zero)?))
        };
        Ok(match number {
            Number::Literal(value) => *value,
            Number::Path(path) => match self.read(path, env) {
                Ok(Scalar::Number(value)) => *value,
                Err(_) if zero => Decimal::ZERO,
                Err(gone) => return Err(gone),
                Ok(_) => return Err(Gone::Rule),
            },
            Number::Size(parts) => {
                let mut size = 0;
                for part in parts {
                    size += self.part(part, env)?.len();
                }
                Decimal::from(size)
            }
            Number::Chars(path) => match self.read(path, env)? {
                Scalar::Text(text) => Decimal::from(functions::chars(text)),
                _ => return Err(Gone::Rule),
            },
            Number::Add(both) => {
                let (left, right) = two(both, true)?;
                left + right
            }
            Number::Sub(both) => {
                let (left, right) = two(both, true)?;
                left - right
            }
            Number::Mul(both) => {
                let (left, right) = two(both, false)?;
                left * right
            }
            Number::Extreme(larger, both) => {
                let (left, right) = two(both, false)?;
                if *larger { left.max(right) } else { left.min(right) }
            }
            Number::Sum(parts) => {
                let mut sum = Decimal::ZERO;
                for (part, variable, number) in parts {
                    for item in self.part(part, env)? {
                        let found = self.of_item(*variable, &item, env, |env| self.number(number, env, true))?;
                        sum += found.unwrap_or_default();
                    }
                }
                sum
            }
        })
    }

    pub(crate) fn date(&self, date: &Date, env: &Env) -> Answer<NaiveDate> {
        match date {
            Date::Path(path) => match self.read(path, env)? {
                Scalar::Date(date) => Ok(*date),
                _ => Err(Gone::Rule),
            },
            Date::Sent => self.sent_at().map(|sent| dutch_date(&sent)).ok_or(Gone::Rule),
            Date::Later(date, months) => {
                functions::months_after(self.date(date, env)?, self.months(months, env)?).ok_or(Gone::Rule)
            }
        }
    }

    pub(crate) fn months(&self, months: &Months, env: &Env) -> Answer<i64> {
        match months {
            Months::Literal(months) => Ok(*months),
            Months::Path(path) => match self.read(path, env)? {
                Scalar::Number(months) => i64::try_from(*months).map_err(|_| Gone::Rule),
                _ => Err(Gone::Rule),
            },
        }
    }

    pub(crate) fn text<'d>(&'d self, text: &'d Text, env: &Env) -> Answer<&'d str> {
        match text {
            Text::Literal(text) => Ok(text),
            Text::Path(path) => match self.read(path, env)? {
                Scalar::Text(text) => Ok(text),
                _ => Err(Gone::Rule),
            },
        }
    }
}

/// Compares two values.
pub(crate) fn compare<T: PartialOrd>(cmp: Cmp, left: &T, right: &T) -> bool {
    match cmp {
        Cmp::Eq => left == right,
        Cmp::Ne => left != right,
        Cmp::Lt => left < right,
        Cmp::Le => left <= right,
        Cmp::Gt => left > right,
        Cmp::Ge => left >= right,
    }
}
