//! `unique`: every item puts its key and its place into a collection that finds the repeats.

use super::Eval;
use crate::check::{Place, Unique};
use crate::draft::program::Keys;
use crate::draft::scalar::Scalar;

impl<'w> Eval<'_, 'w, '_> {
    /// Adds the keys of the items of a list. An item without a whole key, or that a filter does not apply to, has none.
    pub(super) fn collect(&mut self, keys: &Keys, unique: &mut Unique<Vec<Scalar<'w>>>) {
        let Keys { list, filters, variable, key, place } = keys;
        for (index, item) in self.items(&list.path).enumerate() {
            if !self.passes(filters, item) {
                continue;
            }
            let read = |eval: &mut Self| key.iter().map(|path| eval.scalar(path)).collect::<Option<Vec<_>>>();
            if let Some(value) = self.with(*variable, item, read) {
                let mut at: Vec<Place> = list.parts.iter().copied().map(Place::Element).collect();
                at.push(Place::Item(list.name, index));
                at.extend(place.iter().copied().map(Place::Element));
                unique.add(&at, value);
            }
        }
    }
}
