//! A finding with its place in the sheet. Texts of rules come from `finding`; here is only where and which damage.

use std::fmt;

use super::damage::Damage;
use super::layout::letters;
use crate::Lang;
use crate::finding::Finding;
use crate::shape::Severity;

/// One thing wrong in a file of the portal.
#[derive(Clone, PartialEq)]
pub struct CsvFinding {
    pub(super) finding: Finding,
    pub(super) place: Option<CellPlace>,
    pub(super) damage: Option<Damage>,
    pub(super) repair: Option<String>,
}

/// A row or a cell, as a spreadsheet names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPlace {
    /// The row, counted from 1; the header row is 1.
    pub row: u32,
    /// The column, counted from 0; `None` when the whole row is meant.
    pub column: Option<usize>,
    /// The name of the column in the layout; empty when there is none.
    pub name: &'static str,
}

impl CellPlace {
    /// The letters of the column; empty when the whole row is meant.
    #[must_use]
    pub fn letters(&self) -> String {
        self.column.map(letters).unwrap_or_default()
    }
}

impl CsvFinding {
    /// The rule, the element and what was found.
    #[must_use]
    pub const fn finding(&self) -> &Finding {
        &self.finding
    }

    /// Where it stands; `None` when it is about the file.
    #[must_use]
    pub const fn place(&self) -> Option<&CellPlace> {
        self.place.as_ref()
    }

    /// What a spreadsheet did to the cell, when that is recognised.
    #[must_use]
    pub const fn damage(&self) -> Option<Damage> {
        self.damage
    }

    /// Whether the cell can be mended with certainty.
    #[must_use]
    pub const fn is_repairable(&self) -> bool {
        self.repair.is_some()
    }

    /// Whether the portal would refuse the file for it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.finding.severity() == Severity::Error
    }

    /// One line, `fout CSV-006 rij 3, kolom R "Datum (dd-mm-jjjj)": …`. The value is masked unless `values`.
    #[must_use]
    pub fn line(&self, lang: Lang, values: bool) -> String {
        let mut out = format!("{} {}", self.finding.severity().text(lang), self.finding.id());
        if let Some(place) = &self.place {
            out.push_str(&format!(" {} {}", lang.pick("rij", "row"), place.row));
            if place.column.is_some() {
                out.push_str(&format!(", {} {} \"{}\"", lang.pick("kolom", "column"), place.letters(), place.name));
            }
        }
        out.push_str(&format!(": {}", self.finding.text(lang)));
        if let Some(damage) = self.damage {
            out.push_str(&format!(" [{}]", damage.text(lang)));
        }
        if let Some(found) = self.finding.value() {
            let shown = if values { found.shown() } else { found.masked(lang) };
            out.push_str(&format!(" ({} {shown})", lang.pick("gevonden", "found")));
        }
        out
    }
}

/// The line in English, with the value masked.
impl fmt::Display for CsvFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::En, false))
    }
}
