//! Limits: lowest and highest, of a type and of a row.

use super::{At, Comparer};
use crate::catalogue::{Element, Kind as Form, SimpleType};
use crate::diff::kind::Kind;

impl Comparer<'_> {
    /// The limits of a row, which are narrower than those of its type.
    pub(super) fn row_limits(&mut self, at: &At<'_>, old: (&Element, &SimpleType), new: (&Element, &SimpleType)) {
        // A row gives its limits in whole euros or percents, a type in hundredths.
        let unit = |ty: &SimpleType| if matches!(ty.kind, Form::Amount | Form::Percentage) { 100 } else { 1 };
        let own = |limit: Option<u32>, ty: &SimpleType| limit.map(|limit| i64::from(limit) * unit(ty));
        let source = new.0.source.as_str();
        // What the type says is for the type to tell; only what a row says, or no longer says, is told here.
        let low = (own(old.0.low, old.1), own(new.0.low, new.1));
        if low.0 != low.1 {
            self.bound(at, "min", (low.0, old.1.low), (low.1, new.1.low), source);
        }
        let high = (own(old.0.high, old.1), own(new.0.high, new.1));
        if high.0 != high.1 {
            self.bound(at, "max", (high.0, old.1.high), (high.1, new.1.high), source);
        }
    }

    /// The limits of a type.
    pub(super) fn type_limits(&mut self, at: &At<'_>, old: &SimpleType, new: &SimpleType) {
        for (word, before, after) in [("min", old.low, new.low), ("max", old.high, new.high)] {
            if before != after {
                self.bound(at, word, (Some(before), before), (Some(after), after), &new.constraint);
            }
        }
    }

    fn bound(
        &mut self,
        at: &At<'_>,
        word: &str,
        (old, old_type): (Option<i64>, i64),
        (new, new_type): (Option<i64>, i64),
        source: &str,
    ) {
        let (before, after) = (old.unwrap_or(old_type), new.unwrap_or(new_type));
        let kind = match (before.cmp(&after), word) {
            (std::cmp::Ordering::Equal, _) => Kind::LimitRestated,
            (std::cmp::Ordering::Less, "min") | (std::cmp::Ordering::Greater, "max") => Kind::LimitNarrowed,
            _ => Kind::LimitWidened,
        };
        self.turned(kind, at, &format!("{word} {before}"), &format!("{word} {after}"), source);
    }
}
