//! What the limits of the caller leave a straight decoder.

use crate::read::Limits;

/// More than a message of the standard needs, whatever its content: a caller who allows less asks the careful way.
pub(super) const ROOM: usize = 64;

/// What was used of what there is.
pub(super) struct Budget {
    /// Elements that were compared with a row of a table.
    pub(super) elements: usize,
    /// Bytes of white space between tags; of one element it counts as text.
    pub(super) space: usize,
    /// The most bytes of text in one element.
    pub(super) text: usize,
    /// The most items in one list.
    pub(super) items: usize,
    most_elements: usize,
}

impl Budget {
    pub(super) const fn new(limits: &Limits) -> Self {
        let Limits { text, items, elements, .. } = *limits;
        Self { elements: 0, space: 0, text, items, most_elements: elements }
    }

    /// Whether a message may be so deep and have so many attributes and elements as every one may need.
    pub(super) const fn has_room(limits: &Limits) -> bool {
        limits.depth >= ROOM && limits.attributes >= ROOM && limits.items >= ROOM && limits.text >= 4 * ROOM
    }

    /// Whether all that was read stays within the limits, that of an envelope around it included.
    pub(super) const fn is_kept(&self) -> bool {
        self.elements + ROOM <= self.most_elements && self.space <= self.text
    }
}
