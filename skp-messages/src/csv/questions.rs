//! The files that a participant downloaded, and whether answers give their columns back unchanged (CSV-010).
//!
//! What the question says is certain, so a question column that a spreadsheet damaged can be repaired from it.

use std::collections::{HashMap, HashSet};

use super::check::{self, Reading};
use super::finding::{CellPlace, CsvFinding};
use super::layout::{Column, Kind, Layout, Role};
use super::reader::Row;
use super::rules;

/// The questions of one or more downloaded files.
#[derive(Default)]
pub struct Questions {
    by_conversation: HashMap<(&'static str, String), Vec<Asked>>,
    /// The conversation of each Referentienummer; `None` when there are several.
    by_reference: HashMap<(&'static str, String), Option<String>>,
    /// Whether a file was added of which somebody said that its download is not confirmed.
    unconfirmed: bool,
}

/// A row of a question, by column of the layout.
type Asked = Vec<String>;

impl Questions {
    /// Adds a file as it was downloaded. The answer columns may be empty or filled.
    ///
    /// # Errors
    /// What is wrong with the file as a whole or its header row; its rows are then not known.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Vec<CsvFinding>> {
        let (mut reading, rows) = check::open(name, bytes);
        let Some(layout) = reading.layout.filter(|_| !reading.findings.iter().any(CsvFinding::is_error)) else {
            return Err(std::mem::take(&mut reading.findings));
        };
        for row in &rows {
            let cells: Asked = (0..layout.columns.len()).map(|column| cell(&reading, row, column).to_owned()).collect();
            let of = |role| layout.with(role).and_then(|at| cells.get(at)).map(|cell| cell.to_ascii_lowercase());
            let (Some(conversation), Some(reference)) = (of(Role::Conversation), of(Role::Reference)) else { continue };
            self.by_reference
                .entry((layout.id, reference))
                .and_modify(|known| *known = known.take().filter(|known| *known == conversation))
                .or_insert_with(|| Some(conversation.clone()));
            self.by_conversation.entry((layout.id, conversation)).or_default().push(cells);
        }
        Ok(())
    }

    /// Says that the download of these questions is not confirmed, so that it may expire (CSV-005).
    pub fn not_confirmed(&mut self) {
        self.unconfirmed = true;
    }

    /// Compares the rows of an answer file.
    pub(super) fn compare(&self, reading: &mut Reading) {
        if self.unconfirmed {
            reading.file(&rules::CSV_005);
        }
        let Some(layout) = reading.layout else { return };
        let rows = std::mem::take(&mut reading.rows);
        let mut before = Before::new(&reading.findings);
        for row in &rows {
            self.row(reading, &mut before, layout, row);
        }
        reading.rows = rows;
        let mut number = 0;
        reading.findings.retain(|_| {
            number += 1;
            !before.gone.contains(&(number - 1))
        });
        let wrong = &reading.wrong;
        for conversation in &mut reading.conversations {
            if conversation.rows.iter().any(|row| wrong.contains(row)) {
                conversation.message = None;
            }
        }
    }

    fn row(&self, reading: &mut Reading, before: &mut Before, layout: &'static Layout, row: &Row) {
        let Some(key) = layout.with(Role::Conversation) else { return };
        let reference = layout.with(Role::Reference).map(|at| cell(reading, row, at).to_ascii_lowercase());
        let given = cell(reading, row, key).to_ascii_lowercase();
        let mut asked = self.by_conversation.get(&(layout.id, given));
        if asked.is_none() {
            // The conversation is damaged; the message that is answered may tell which it was.
            let known = reference.and_then(|reference| self.by_reference.get(&(layout.id, reference)));
            asked = known.and_then(|known| self.by_conversation.get(&(layout.id, known.clone()?)));
            let right = asked.and_then(|rows| rows.first()).and_then(|row| row.get(key)).cloned();
            before.changed(reading, row, key, right);
        }
        let Some(asked) = asked else { return };
        let claim = layout.columns.iter().position(|column| column.question && column.role == Role::Claim);
        let same_claim = |asked: &&Asked| {
            claim.is_none_or(|claim| asked.get(claim).is_some_and(|asked| *asked == cell(reading, row, claim)))
        };
        let own = asked.iter().find(same_claim);
        let Some(first) = own.or_else(|| asked.first()) else { return };
        for (at, column) in layout.columns.iter().enumerate() {
            if !column.question || at == key || (own.is_none() && of_claim(column) && claim != Some(at)) {
                continue;
            }
            let Some(right) = first.get(at).filter(|right| *right != cell(reading, row, at)) else { continue };
            // Which claim a row is about, is known only by its number.
            let right = if own.is_none() && claim == Some(at) { None } else { Some(right.clone()) };
            before.changed(reading, row, at, right);
        }
    }
}

/// Whether a column of the question belongs to one claim of several.
fn of_claim(column: &Column) -> bool {
    column.element.starts_with("Vorderingen.") && column.kind != Kind::List
}

/// A cell by column of the layout, without the apostrophe that makes a formula harmless.
fn cell<'r>(reading: &Reading, row: &'r Row, column: usize) -> &'r str {
    let text = reading.at(column).and_then(|at| row.cells.get(at)).map_or("", String::as_str);
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r'])).unwrap_or(text)
}

/// What was found at cells before the comparison, and what of it has gone since.
struct Before {
    at: HashMap<(u32, usize), Vec<usize>>,
    gone: HashSet<usize>,
}

impl Before {
    fn new(findings: &[CsvFinding]) -> Self {
        let mut at: HashMap<_, Vec<usize>> = HashMap::new();
        for (number, finding) in findings.iter().enumerate() {
            if let Some(CellPlace { row, column: Some(column), .. }) = finding.place {
                at.entry((row, column)).or_default().push(number);
            }
        }
        Self { at, gone: HashSet::new() }
    }

    /// CSV-010 at a cell. One with an error of its own keeps that; both are repaired from the question.
    fn changed(&mut self, reading: &mut Reading, row: &Row, column: usize, right: Option<String>) {
        let Some(at) = reading.at(column) else { return };
        let here = self.at.remove(&(row.number, at)).unwrap_or_default();
        let known = |number: &usize| reading.findings.get(*number);
        // That other rows differ says less than what happened to this one.
        let own = |finding: &CsvFinding| {
            finding.damage.is_some() || (finding.is_error() && finding.finding.id() != "CSV-011")
        };
        let kept = here.iter().copied().find(|number| known(number).is_some_and(own));
        let error = kept.filter(|number| known(number).is_some_and(CsvFinding::is_error));
        let damage = kept.and_then(|number| known(&number)?.damage);
        self.gone.extend(here.into_iter().filter(|number| Some(*number) != error));
        if let Some(finding) = error.and_then(|number| reading.findings.get_mut(number)) {
            finding.repair = right.or_else(|| finding.repair.take());
            return;
        }
        let count = reading.findings.len();
        reading.cell(&rules::CSV_010, row.number, Some(at));
        if let Some(made) = reading.findings.get_mut(count) {
            made.damage = damage;
            made.repair = right;
        }
    }
}
