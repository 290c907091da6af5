//! Making things hold for all or some items, making lists longer or shorter, and items unique or not.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::eval::Env;
use super::super::node::Loc;
use super::super::rule::{Bool, Part, Path};
use super::Fixer;

impl Fixer<'_> {
    /// Makes a condition hold for every item or some, or not.
    pub(super) fn quantified(
        &mut self,
        all: bool,
        part: &Part,
        variable: usize,
        test: &Bool,
        wanted: bool,
        env: &Env,
    ) -> bool {
        if all == wanted {
            // Every item must have the wanted outcome; one that cannot goes.
            let mut items = self.document.part(part, env).unwrap_or_default();
            items.reverse();
            return items.into_iter().all(|item| {
                let inner = env.with(variable, item.clone());
                let spoils = self.document.condition(test, &inner) == Ok(!wanted);
                let go = self.dice.chance(15);
                !spoils || (go && self.remove_item(&item)) || self.make(test, wanted, &inner) || self.remove_item(&item)
            });
        }
        self.passing_item(part, env).is_some_and(|item| self.make(test, wanted, &env.with(variable, item)))
    }

    /// An item that passes the filters of a part; one is added or changed when there is none.
    pub(super) fn passing_item(&mut self, part: &Part, env: &Env) -> Option<Loc> {
        let passing = self.document.part(part, env).unwrap_or_default();
        if !passing.is_empty() && self.dice.chance(75) {
            return self.dice.pick(&passing).cloned();
        }
        let list = env.resolve(&part.list);
        let count = self.document.items(&list).len();
        let item = if count > 0 && self.dice.chance(40) {
            [list.as_slice(), &[self.dice.below(count)]].concat()
        } else {
            self.add_item(&list)?
        };
        self.pass(part, &item, env).then_some(item)
    }

    fn pass(&mut self, part: &Part, item: &Loc, env: &Env) -> bool {
        part.filters.iter().all(|(variable, test)| self.make(test, true, &env.with(*variable, item.clone())))
    }

    /// Gives lists so many items together.
    pub(super) fn set_size(&mut self, parts: &[Part], target: Decimal, env: &Env) -> bool {
        let Some(target) = target.to_usize() else { return false };
        for _ in 0..24 {
            let items: Vec<Loc> =
                parts.iter().flat_map(|part| self.document.part(part, env).unwrap_or_default()).collect();
            let done = match items.len().cmp(&target) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Greater => items.last().is_some_and(|item| self.remove_item(item)),
                std::cmp::Ordering::Less => self.dice.pick(parts).is_some_and(|part| {
                    let list = env.resolve(&part.list);
                    self.add_item(&list).is_some_and(|item| self.pass(part, &item, env))
                }),
            };
            if !done {
                return false;
            }
        }
        false
    }

    /// Makes the first item that repeats a key differ, or go.
    pub(super) fn tell_apart(&mut self, parts: &[(Part, usize, Vec<Path>)], env: &Env) {
        let Some((number, item)) = self.document.repeated(parts, env) else { return };
        let Some((_, variable, key)) = parts.get(number) else { return };
        if self.dice.chance(70)
            && let Some(path) = self.dice.pick(key)
        {
            let loc = env.with(*variable, item.clone()).resolve(path);
            if self.renew(&loc) {
                return;
            }
        }
        self.remove_item(&item);
    }

    /// Gives two items the same key.
    pub(super) fn repeat(&mut self, parts: &[(Part, usize, Vec<Path>)], env: &Env) {
        let mut chosen = Vec::new();
        for _ in 0..6 {
            let Some((part, variable, key)) = self.dice.pick(parts) else { return };
            let Some(item) = self.passing_item(part, env) else { continue };
            let inner = env.with(*variable, item.clone());
            let places: Vec<Loc> = key.iter().map(|path| inner.resolve(path)).collect();
            if chosen.iter().any(|(known, _)| *known == item) || !places.iter().all(|place| self.ensure(place)) {
                continue;
            }
            chosen.push((item, places));
            if let [(_, first), (_, second)] = chosen.as_slice() {
                for (from, to) in first.iter().zip(second) {
                    if let Some(value) = self.document.scalar(from).cloned() {
                        self.set(to, value);
                    }
                }
                return;
            }
        }
    }
}
