//! What the straight way has to know of a row, worked out while the crate is compiled.
//!
//! Everything here follows from the [`Element`] alone: what stands before and after its value in each format, its limits
//! and those of its type as one, and what has to be looked at in a value. It decides nothing.

use super::tag::{Around, Tag};
use crate::shape::{Element, Kind, Type};

/// A row, made ready.
#[derive(Debug, Clone, Copy)]
pub struct Predicted {
    pub(super) row: &'static Element,
    /// The tags of an element, or of the wrapper of a list.
    pub(super) start: Tag,
    pub(super) end: Tag,
    /// Those of an item of a list.
    pub(super) item_start: Tag,
    pub(super) item_end: Tag,
    /// The name of a member in JSON.
    pub(super) member: Tag,
    pub(super) required: bool,
    pub(super) look: Look,
    low: u64,
    high: u64,
}

/// What has to be looked at in a value before it is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A number, a day or a truth: its limits.
    Limits,
    /// A line of text: its limits.
    Text,
    /// A line of text with a pattern: that as well.
    Pattern,
    /// A code of a closed list: its own type knows.
    Code,
    /// A code that is written as a whole number.
    Number,
    /// Something else, or more.
    More,
}

impl Predicted {
    /// What follows from a row.
    pub(crate) const fn of(row: &'static Element) -> Self {
        let (look, low, high) = match row.ty {
            Type::Simple(simple) => {
                // A row gives its limits in whole euros or percents, a type in hundredths.
                let unit = match simple.kind {
                    Kind::Amount | Kind::Percentage => 100,
                    _ => 1,
                };
                let low = match row.low {
                    Some(low) => low as i64 * unit,
                    None => simple.low,
                };
                let high = match row.high {
                    Some(high) => high as i64 * unit,
                    None => simple.high,
                };
                let plain = simple.pattern.is_none() && row.pattern.is_none();
                let look = match simple.kind {
                    // Nothing below zero is taken here.
                    _ if high < 0 => Look::More,
                    Kind::Text if plain => Look::Text,
                    Kind::Text => Look::Pattern,
                    Kind::Amount | Kind::Percentage | Kind::Integer | Kind::Date | Kind::Boolean if plain => {
                        Look::Limits
                    }
                    _ => Look::More,
                };
                (look, low, high)
            }
            Type::Code(list) if list.integer => (Look::Number, 0, 0),
            Type::Code(list) if list.closed => (Look::Code, 0, 0),
            Type::Code(_) | Type::Composite(_) => (Look::More, 0, 0),
        };
        let (item_start, item_end) = match row.item {
            Some(item) => (Tag::new(Around::Start, item), Tag::new(Around::End, item)),
            None => (Tag::NONE, Tag::NONE),
        };
        Self {
            row,
            start: Tag::new(Around::Start, row.name),
            end: Tag::new(Around::End, row.name),
            item_start,
            item_end,
            member: Tag::new(Around::Quotes, row.json),
            required: row.min > 0,
            look,
            low: if low < 0 { 0 } else { low.unsigned_abs() },
            high: if high < 0 { 0 } else { high.unsigned_abs() },
        }
    }

    /// What follows from each row of a table, in the same order.
    #[allow(clippy::indexing_slicing)] // two lists of one length, and no composite is without elements
    pub(crate) const fn all<const N: usize>(rows: &'static [Element; N]) -> [Self; N] {
        let mut all = [Self::of(&rows[0]); N];
        let mut number = 1;
        while number < N {
            all[number] = Self::of(&rows[number]);
            number += 1;
        }
        all
    }

    /// Whether a number is within the limits of the type and the row, in the unit it is kept in; or the length of a text.
    #[inline]
    pub(super) const fn allows(&self, number: u64) -> bool {
        self.low <= number && number <= self.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::Shape;

    fn look_at(shape: &Shape, seen: &mut usize) {
        assert_eq!(shape.predicted.len(), shape.elements.len(), "{}", shape.name);
        for (row, predicted) in shape.elements.iter().zip(shape.predicted) {
            assert!(std::ptr::eq(row, predicted.row), "{} of {}", row.name, shape.name);
            let text = format!("<{0}></{0}>\"{1}\": and enough behind it to compare at once", row.name, row.json);
            let rest = predicted.start.after(text.as_bytes()).and_then(|rest| predicted.end.after(rest));
            assert!(rest.and_then(|rest| predicted.member.after(rest)).is_some(), "{}", row.name);
            *seen += 1;
            if let Type::Composite(part) = row.ty {
                look_at(part, seen);
            }
        }
    }

    #[test]
    fn every_row_of_every_message_is_made_ready() {
        let mut seen = 0;
        for message in crate::generated::MESSAGES {
            look_at(message.shape, &mut seen);
        }
        assert!(seen > 500, "{seen}");
    }
}
