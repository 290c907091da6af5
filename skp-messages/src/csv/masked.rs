//! `Debug` of what holds cells of a file: how much there is, and no cell, for a cell may be about a person.

use std::fmt::{self, Debug, Formatter};

use super::check::Conversation;
use super::finding::CsvFinding;
use super::reader::Row;
use super::repair::{Change, Repaired};
use super::write::Written;
use crate::value::MASK;

impl Debug for Row {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Row({}: {} cells)", self.number, self.cells.len())
    }
}

impl Debug for Conversation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // The reference stands where the file has it: what is there may be something else.
        let Self { rows, message, .. } = self;
        f.debug_struct("Conversation").field("rows", rows).field("message", message).finish_non_exhaustive()
    }
}

impl Debug for CsvFinding {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { finding, place, damage, repair } = self;
        let mut out = f.debug_struct("CsvFinding");
        out.field("finding", finding).field("place", place).field("damage", damage);
        out.field("repair", &repair.as_ref().map(|_| MASK)).finish()
    }
}

impl Debug for Change {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Change").field("finding", &self.finding).finish_non_exhaustive()
    }
}

impl Debug for Repaired {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { text, changes, left } = self;
        let text = text.as_ref().map(|text| format!("{} bytes", text.len()));
        f.debug_struct("Repaired").field("text", &text).field("changes", changes).field("left", left).finish()
    }
}

impl Debug for Written {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sizes: Vec<_> = self.files.iter().map(String::len).collect();
        f.debug_struct("Written").field("file sizes", &sizes).field("losses", &self.losses).finish()
    }
}
