//! Lists: their length, their sum, and what holds for all or some of their items.

use rust_decimal::Decimal;

use super::Eval;
use crate::draft::program::{Bool, Lambda, Number, Part};
use crate::draft::view::View;

impl Eval<'_, '_, '_> {
    /// The body of a lambda with an item as its variable.
    pub(super) fn with<T>(&mut self, variable: usize, item: View, body: impl FnOnce(&mut Self) -> T) -> T {
        self.bound.push((variable, item));
        let value = body(self);
        self.bound.pop();
        value
    }

    /// Whether what the filters of a list read from elsewhere is there.
    fn filterable(&self, part: &Part) -> Option<()> {
        part.filters.iter().try_for_each(|filter| self.met(&filter.needs))
    }

    /// Whether an item satisfies the filters of its list. One that a filter does not apply to does not.
    pub(super) fn passes(&mut self, filters: &[Lambda<Bool>], item: View) -> bool {
        filters.iter().all(|filter| self.with(filter.variable, item, |eval| eval.condition(&filter.body)) == Some(true))
    }

    /// Whether every item satisfies a condition (`all`), or some does. An item that it does not apply to neither satisfies
    /// nor fails it.
    pub(super) fn quantified(&mut self, all: bool, part: &Part, test: &Lambda<Bool>) -> Option<bool> {
        self.filterable(part)?;
        self.met(&test.needs)?;
        for item in self.items(&part.list) {
            if !self.passes(&part.filters, item) {
                continue;
            }
            let holds = self.with(test.variable, item, |eval| eval.condition(&test.body));
            if holds == Some(!all) {
                return Some(!all);
            }
        }
        Some(all)
    }

    /// The number of items of lists behind each other.
    pub(super) fn size(&mut self, parts: &[Part]) -> Option<usize> {
        let mut count = 0;
        for part in parts {
            self.filterable(part)?;
            for item in self.items(&part.list) {
                count += usize::from(self.passes(&part.filters, item));
            }
        }
        Some(count)
    }

    /// The sum of what the items of lists map to. An item that the number needs something absent of counts as nothing.
    pub(super) fn sum(&mut self, parts: &[(Part, Lambda<Number>)]) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        for (part, number) in parts {
            self.filterable(part)?;
            self.met(&number.needs)?;
            for item in self.items(&part.list) {
                if self.passes(&part.filters, item)
                    && let Some(value) = self.with(number.variable, item, |eval| eval.summand(&number.body))
                {
                    sum = sum.checked_add(value)?;
                }
            }
        }
        Some(sum)
    }
}
