//! A file with what a spreadsheet did to it undone, where only one reading is possible. Nothing is guessed.

use super::check::{self, Reading, read_with};
use super::finding::CsvFinding;
use super::questions::Questions;
use super::reader::write_row;
use crate::Options;

use std::collections::HashMap;

/// A repaired file, what was changed, and what could not be.
pub struct Repaired {
    /// The file, in UTF-8 with byte order mark, semicolons and CRLF; `None` when it could not be read as a layout.
    pub text: Option<String>,
    /// The cells that were changed.
    pub changes: Vec<Change>,
    /// What is wrong in the repaired file still.
    pub left: Vec<CsvFinding>,
}

/// One changed cell.
pub struct Change {
    /// The finding that the change takes away; its value is what stood there.
    pub finding: CsvFinding,
    to: String,
}

impl Change {
    /// What stands there now. It may be a value of a person: show it only to somebody who asked.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.to
    }
}

/// Repairs a file.
#[must_use]
pub fn repair(name: &str, bytes: &[u8], options: &Options) -> Repaired {
    repaired(name, bytes, None, options)
}

/// Repairs a file of answers to these questions: the columns of a question become what they were, whatever happened to them.
#[must_use]
pub fn repair_answers(name: &str, bytes: &[u8], questions: &Questions, options: &Options) -> Repaired {
    repaired(name, bytes, Some(questions), options)
}

fn repaired(name: &str, bytes: &[u8], questions: Option<&Questions>, options: &Options) -> Repaired {
    let read = |bytes: &[u8]| read_with(name, bytes, questions, options);
    let reading = read(bytes);
    let Some(layout) = reading.layout() else {
        return Repaired { text: None, changes: Vec::new(), left: reading.findings };
    };
    let changes: Vec<Change> = reading.findings.iter().filter_map(change).collect();
    let by_cell: HashMap<_, &Change> = changes
        .iter()
        .filter_map(|change| change.finding.place().map(|place| ((place.row, place.column), change)))
        .collect();
    let mut text = String::from("\u{feff}");
    let names = |at: usize| reading.column(at).map_or("", |column| column.name);
    if reading.columns.iter().flatten().count() != layout.columns.len() {
        // A header with other columns is not ours to change.
        return Repaired { text: None, changes: Vec::new(), left: reading.findings };
    }
    write_row(&mut text, (0..reading.columns.len()).map(names));
    for row in &reading.rows {
        let cells = row.cells.iter().enumerate().map(|(at, cell)| {
            let changed = by_cell.get(&(row.number, Some(at)));
            let cell = changed.map_or(cell.as_str(), |change| change.to.as_str());
            // Written again, it gets its apostrophe back.
            cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(cell)
        });
        write_row(&mut text, cells);
    }
    let left = if text.len() > check::SIZE {
        reading.findings.into_iter().filter(|finding| !finding.is_repairable()).collect()
    } else {
        let Reading { findings, .. } = read(text.as_bytes());
        findings
    };
    Repaired { text: Some(text), changes, left }
}

fn change(finding: &CsvFinding) -> Option<Change> {
    Some(Change { finding: finding.clone(), to: finding.repair.clone()? })
}
