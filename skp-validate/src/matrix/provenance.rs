//! Where rows come from, counted.

use skp_messages::shape::{MessageInfo, Shape, Type};

/// What a release says of its content when each row has a label of its own.
pub(super) const AS_LABELLED: &str = "as labelled";

/// What a provenance begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// It stands in public documentation.
    Published,
    /// It follows from public documentation.
    Derived,
    /// It stands nowhere; this project proposes it.
    Proposed,
}

impl Label {
    /// The label of a provenance such as `published: presentatie`.
    #[must_use]
    pub fn of(source: &str) -> Self {
        match source.split([':', ' ', ',', ';']).next() {
            Some("published") => Self::Published,
            Some("derived") => Self::Derived,
            _ => Self::Proposed,
        }
    }
}

/// How many there are of each label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Published.
    pub published: usize,
    /// Derived.
    pub derived: usize,
    /// Proposed.
    pub proposed: usize,
}

impl Counts {
    /// All together.
    #[must_use]
    pub const fn total(self) -> usize {
        self.published + self.derived + self.proposed
    }

    pub(super) fn add(&mut self, source: &str) {
        match Label::of(source) {
            Label::Published => self.published += 1,
            Label::Derived => self.derived += 1,
            Label::Proposed => self.proposed += 1,
        }
    }
}

/// The rows of a message's own table, and those of all its tables.
pub(super) fn count(message: &'static MessageInfo) -> (Counts, Counts) {
    // One label may hold for a whole release, whatever its rows say.
    let content = Some(message.release.content).filter(|content| *content != AS_LABELLED);
    let mut own = Counts::default();
    for element in message.shape.elements {
        own.add(content.unwrap_or(element.source));
    }
    let (mut all, mut seen, mut open) = (Counts::default(), vec![message.shape.name], vec![message.shape]);
    while let Some(shape) = open.pop() {
        let shape: &'static Shape = shape;
        for element in shape.elements {
            all.add(content.unwrap_or(element.source));
            if let Type::Composite(part) = element.ty
                && !seen.contains(&part.name)
            {
                seen.push(part.name);
                open.push(part);
            }
        }
    }
    (own, all)
}
