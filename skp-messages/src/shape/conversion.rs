//! What becomes of the elements of a composite in the release before or after.

use super::{MessageInfo, Shape};

/// What becomes of a content that differs between two releases. An element of the old table without a row is lost;
/// one of the new table without a row has no source.
#[derive(Debug)]
pub struct Conversion {
    /// The table it comes from.
    pub from: &'static Shape,
    /// The table it becomes.
    pub to: &'static Shape,
    /// The place of an element in the old table, its place in the new one, and how its value goes over.
    pub rows: &'static [(usize, usize, How)],
}

/// How the value of an element goes over.
#[derive(Debug, Clone, Copy)]
pub enum How {
    /// As it is.
    Keep,
    /// Element by element.
    Convert(&'static Conversion),
    /// As the part of a choice at this place.
    Wrap(usize, Option<&'static Conversion>),
    /// What the part of a choice at this place holds.
    Unwrap(usize, Option<&'static Conversion>),
}

/// A message in two adjoining releases of its module.
#[derive(Debug)]
pub struct Upgrade {
    /// In the release it comes from.
    pub from: &'static MessageInfo,
    /// In the release it goes to: the one after, or the one before.
    pub to: &'static MessageInfo,
    /// What becomes of its elements; nothing when both releases have the same content.
    pub conversion: Option<&'static Conversion>,
}
