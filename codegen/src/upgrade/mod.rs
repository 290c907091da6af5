//! What becomes of each element when a message goes to the release before or after its own.
//!
//! Pure: catalogue in, plan out. The Rust emitter, the listing of `skp definitions upgrades` and tests read the same
//! plan. A content that two releases share has no plan: its values go over as they are. What a plan cannot know is the
//! value: whether it fits, and whether something optional is there, is seen when a message is converted.

mod element;
mod message;
mod table;

use crate::catalogue::{Catalogue, TypeId};

/// The place of a table in [`Upgrades::tables`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableId(pub usize);

/// The conversions between all adjoining releases, in both directions.
#[derive(Debug, Default)]
pub struct Upgrades {
    /// The pairs, by module, from old to new and of each two releases first the way up.
    pub pairs: Vec<Pair>,
    /// What becomes of the contents that differ, each pair of contents once; a table comes after those it uses.
    pub tables: Vec<Table>,
}

/// Two adjoining releases of a module, in one direction.
#[derive(Debug)]
pub struct Pair {
    /// The module, in [`Catalogue::modules`].
    pub module: usize,
    /// The release a message comes from, in its module.
    pub from: usize,
    /// The release it goes to.
    pub to: usize,
    /// The messages that both have.
    pub messages: Vec<Counterparts>,
    /// The messages that only the first has, in [`Catalogue::messages`].
    pub without: Vec<usize>,
}

/// A message in two releases.
#[derive(Debug)]
pub struct Counterparts {
    /// In the release it comes from, in [`Catalogue::messages`].
    pub from: usize,
    /// In the release it goes to.
    pub to: usize,
    /// What becomes of its elements; nothing when the content is the same.
    pub table: Option<TableId>,
}

/// What becomes of a content.
#[derive(Debug)]
pub struct Table {
    /// The content it comes from.
    pub from: TypeId,
    /// The content it becomes.
    pub to: TypeId,
    /// The elements in the order of the new table, then those without a place in it; none for a code list.
    pub rows: Vec<Row>,
    /// Whether a code may be without a counterpart; false for a composite.
    pub codes_gone: bool,
}

impl Table {
    /// Whether every value goes over whole.
    #[must_use]
    pub fn certain(&self) -> bool {
        !self.codes_gone && self.rows.iter().all(|row| row.risks.is_empty())
    }
}

/// What becomes of one element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The element it comes from, in its table; nothing for one that only the new table has.
    pub from: Option<usize>,
    /// The element it becomes; nothing for one that only the old table has.
    pub to: Option<usize>,
    /// How a value goes over, when both are there.
    pub how: How,
    /// What may go wrong.
    pub risks: Vec<Risk>,
}

/// How a value goes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Nothing goes over: only one of the tables has the element.
    None,
    /// As it is.
    Keep,
    /// As its text, read as another simple type or code.
    Read,
    /// Element by element or code by code.
    Convert(TableId),
    /// As this part of a choice.
    Wrap(usize, Option<TableId>),
    /// What this part of a choice holds.
    Unwrap(usize, Option<TableId>),
}

/// What may go wrong with an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// It has no place: its value is lost.
    Lost,
    /// It is required and has no source.
    Missing,
    /// It is required, and its source may be absent.
    MayBeAbsent,
    /// It is narrower than its source: a value may not fit.
    MayNotFit,
    /// It is no list and its source is: items after the first are lost.
    OnlyOne,
    /// Its source is a choice: what another part holds is lost.
    OtherParts,
    /// Something inside it may be lost, missing or not fit.
    Inside,
}

/// Plans the conversions between all adjoining releases.
#[must_use]
pub fn plan(catalogue: &Catalogue) -> Upgrades {
    let mut upgrades = Upgrades::default();
    for (number, module) in catalogue.modules.iter().enumerate() {
        for newer in 1..module.releases.len() {
            for (from, to) in [(newer - 1, newer), (newer, newer - 1)] {
                let pair = message::pair(catalogue, &mut upgrades.tables, number, from, to);
                upgrades.pairs.push(pair);
            }
        }
    }
    upgrades
}
