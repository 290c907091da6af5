//! A file to findings and messages: name, size, text, columns, cells, then each conversation.

use std::collections::{HashMap, HashSet};

use super::answers;
use super::cell::{self, Cell};
use super::dialect::{self, Dialect, Encoding};
use super::finding::{CellPlace, CsvFinding};
use super::layout::{Column, Layout, Role, layouts};
use super::questions::Questions;
use super::reader::{self, Row, Stop};
use super::rules;
use crate::check::builtin;
use crate::finding::{Finding, Found, Path, Report, Root};
use crate::shape::{MessageInfo, Privacy, Rule, Severity, Shape};
use crate::{Options, Received};

/// The largest file that the portal takes, in bytes.
pub(super) const SIZE: usize = 4_194_304;
/// From this size on there is a warning.
const NEAR: usize = 4_000_000;
/// Findings of one file; more only repeat.
const FINDINGS: usize = 10_000;

/// What came out of one file.
#[derive(Debug, Default)]
pub struct Reading {
    pub(super) layout: Option<&'static Layout>,
    pub(super) dialect: Option<Dialect>,
    pub(super) findings: Vec<CsvFinding>,
    pub(super) left_out: usize,
    pub(super) conversations: Vec<Conversation>,
    pub(super) rows: Vec<Row>,
    /// The rows with an error.
    pub(super) wrong: HashSet<u32>,
    /// For each column of the file, that of the layout.
    pub(super) columns: Vec<Option<usize>>,
    /// How much was checked of the messages.
    pub(super) counted: Report,
}

/// The rows of one conversation and the answer they make.
pub struct Conversation {
    pub(super) reference: String,
    pub(super) answers: String,
    pub(super) rows: Vec<u32>,
    pub(super) message: Option<Received>,
}

impl Conversation {
    /// The ConversatieReferentienummer as it stands in the file.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// The Referentienummer of the message that is answered.
    #[must_use]
    pub fn answers(&self) -> &str {
        &self.answers
    }

    /// The rows, counted from 1.
    #[must_use]
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// The answer; `None` when something in its rows is wrong.
    #[must_use]
    pub const fn message(&self) -> Option<&Received> {
        self.message.as_ref()
    }
}

impl Reading {
    /// The layout, when the header row is one's.
    #[must_use]
    pub const fn layout(&self) -> Option<&'static Layout> {
        self.layout
    }

    /// How the file is written, when it was read.
    #[must_use]
    pub const fn dialect(&self) -> Option<Dialect> {
        self.dialect
    }

    /// What is wrong, in the order of rows and columns.
    #[must_use]
    pub fn findings(&self) -> &[CsvFinding] {
        &self.findings
    }

    /// How many findings were left out because there were too many.
    #[must_use]
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// The conversations in the order of their first rows.
    #[must_use]
    pub fn conversations(&self) -> &[Conversation] {
        &self.conversations
    }

    /// How many rows with answers there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Whether the portal would take the file: it has rows and no errors.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        !self.conversations.is_empty() && !self.findings.iter().any(CsvFinding::is_error)
    }

    pub(super) fn add(&mut self, finding: CsvFinding) {
        if let Some(place) = finding.place.as_ref().filter(|_| finding.is_error()) {
            self.wrong.insert(place.row);
        }
        if self.findings.len() < FINDINGS {
            self.findings.push(finding);
        } else {
            self.left_out += 1;
        }
    }

    pub(super) fn file(&mut self, rule: &'static Rule) {
        self.add(made(rule, None, ""));
    }

    /// A finding about a cell of the file; `column` counts in the file.
    pub(super) fn cell(&mut self, rule: &'static Rule, row: u32, column: Option<usize>) {
        let name = column.and_then(|at| Some(self.column(at)?.name)).unwrap_or_default();
        self.add(made(rule, Some(CellPlace { row, column, name }), ""));
    }

    pub(super) fn column(&self, at: usize) -> Option<&'static Column> {
        self.layout?.columns.get(self.columns.get(at).copied().flatten()?)
    }

    /// Where a column of the layout stands in the file.
    pub(super) fn at(&self, column: usize) -> Option<usize> {
        self.columns.iter().position(|&found| found == Some(column))
    }
}

fn made(rule: &'static Rule, place: Option<CellPlace>, found: &str) -> CsvFinding {
    let mut finding = Finding::new(rule, Path::root(Root::Input));
    if !found.is_empty() {
        finding = finding.found(Found::new(found, Privacy::Personal));
    }
    CsvFinding { finding, place, damage: None, repair: None }
}

/// Reads and checks one file; `name` is that of the file, for its extension.
#[must_use]
pub fn read(name: &str, bytes: &[u8], options: &Options) -> Reading {
    read_with(name, bytes, None, options)
}

/// Reads and checks one file of answers to these questions.
#[must_use]
pub fn read_answers(name: &str, bytes: &[u8], questions: &Questions, options: &Options) -> Reading {
    read_with(name, bytes, Some(questions), options)
}

pub(super) fn read_with(name: &str, bytes: &[u8], questions: Option<&Questions>, options: &Options) -> Reading {
    let (mut reading, rows) = open(name, bytes);
    if reading.layout.is_some() {
        reading.rows = rows;
        check_rows(&mut reading, options);
        if let Some(questions) = questions {
            questions.compare(&mut reading);
        }
        reading.findings.sort_by_key(|finding| {
            finding.place.as_ref().map(|place| (place.row, place.column.map_or(0, |column| column + 1)))
        });
    }
    reading
}

/// Reads a file as far as its header row, and gives the rows below it.
pub(super) fn open(name: &str, bytes: &[u8]) -> (Reading, Vec<Row>) {
    let mut reading = Reading::default();
    let rows = opened(&mut reading, name, bytes);
    (reading, rows)
}

fn opened(reading: &mut Reading, name: &str, bytes: &[u8]) -> Vec<Row> {
    if !name.to_ascii_lowercase().ends_with(".csv") {
        reading.file(&rules::CSV_001);
    }
    if bytes.len() > SIZE {
        reading.file(&rules::CSV_002);
        return Vec::new();
    }
    if bytes.len() >= NEAR {
        reading.file(&rules::CSV_002_NEAR);
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        reading.file(&builtin::FRM_002);
        return Vec::new();
    }
    let (text, dialect) = dialect::detect(bytes);
    reading.dialect = Some(dialect);
    if dialect.encoding == Encoding::Windows1252 {
        reading.file(&rules::CSV_018);
    }
    let mut rows = match reader::rows(&text, dialect.separator) {
        Ok(rows) => rows,
        Err(Stop { rule, row, column }) => {
            reading.cell(rule, row, Some(column));
            return Vec::new();
        }
    };
    if rows.is_empty() {
        reading.file(&rules::CSV_009);
        return Vec::new();
    }
    let header = rows.remove(0);
    header_row(reading, &header);
    rows
}

/// Finds the layout by the names of its columns, not by their letters.
fn header_row(reading: &mut Reading, header: &Row) {
    let known = |layout: &Layout| {
        layout.columns.iter().filter(|column| header.cells.iter().any(|cell| cell == column.name)).count()
    };
    // Of equals the layout with the fewest columns that are not there.
    let best = layouts().iter().max_by_key(|layout| (known(layout), usize::MAX - layout.columns.len()));
    let Some(layout) = best.filter(|layout| known(layout) * 2 > layout.columns.len()) else {
        return reading.cell(&rules::CSV_009, header.number, None);
    };
    reading.layout = Some(layout);
    let mut seen = HashSet::new();
    for cell in &header.cells {
        let at = layout.columns.iter().position(|column| column.name == cell);
        reading.columns.push(at.filter(|&at| seen.insert(at)));
    }
    let mut next = 0;
    for at in 0..reading.columns.len() {
        match reading.columns.get(at).copied().flatten() {
            Some(column) if column >= next => next = column + 1,
            Some(_) => reading.cell(&rules::CSV_009, header.number, Some(at)),
            None if header.cells.get(at).is_some_and(String::is_empty) => (),
            None => reading.cell(&rules::CSV_009, header.number, Some(at)),
        }
    }
    for (column, missing) in layout.columns.iter().enumerate().filter(|(at, _)| !seen.contains(at)) {
        let place = CellPlace { row: header.number, column: Some(column), name: missing.name };
        reading.add(made(&rules::CSV_009, Some(place), ""));
    }
}

fn check_rows(reading: &mut Reading, options: &Options) {
    let Some(layout) = reading.layout else { return };
    let rows = std::mem::take(&mut reading.rows);
    let mut order: Vec<(String, Vec<usize>)> = Vec::new();
    let mut by_reference: HashMap<String, usize> = HashMap::new();
    let conversation = layout.with(Role::Conversation).and_then(|column| reading.at(column));
    let mut cells = Vec::with_capacity(rows.len());
    for (number, row) in rows.iter().enumerate() {
        if row.cells.first().is_some_and(|cell| cell == "ConversatieReferentienummer") {
            reading.cell(&rules::CSV_004, row.number, None);
            cells.push(Vec::new());
            continue;
        }
        cells.push(check_row(reading, layout, row));
        let reference = conversation.and_then(|at| row.cells.get(at)).map(|cell| cell.to_ascii_lowercase());
        let reference = reference.unwrap_or_default();
        let at = *by_reference.entry(reference.clone()).or_insert_with(|| {
            order.push((reference, Vec::new()));
            order.len() - 1
        });
        if let Some((_, found)) = order.get_mut(at) {
            found.push(number);
        }
    }
    for (_, numbers) in order {
        let group: Vec<answers::Line<'_>> = numbers
            .iter()
            .filter_map(|&number| Some(answers::Line { row: rows.get(number)?, cells: cells.get(number)? }))
            .collect();
        let conversation = answers::conversation(reading, layout, &group, options);
        reading.conversations.push(conversation);
    }
    reading.rows = rows;
}

/// The cells of a row by column of the layout.
fn check_row(reading: &mut Reading, layout: &'static Layout, row: &Row) -> Vec<Option<Cell>> {
    let mut cells: Vec<Option<Cell>> = layout.columns.iter().map(|_| None).collect();
    for (at, raw) in row.cells.iter().enumerate() {
        let Some(column) = reading.columns.get(at).copied().flatten() else {
            if !raw.is_empty() {
                reading.cell(&rules::CSV_009, row.number, Some(at));
            }
            continue;
        };
        let Some(definition) = layout.columns.get(column).filter(|_| !raw.is_empty()) else { continue };
        let cell = cell::read(definition, shape(layout, definition), raw);
        for (rule, mark) in &cell.problems {
            let place = CellPlace { row: row.number, column: Some(at), name: definition.name };
            let mut finding = made(rule, Some(place), raw);
            finding.damage = mark.as_ref().map(|mark| mark.damage);
            finding.repair = cell.repair.clone().filter(|_| mark.is_some());
            reading.add(finding);
        }
        if let Some(slot) = cells.get_mut(column) {
            *slot = Some(cell);
        }
    }
    cells
}

/// The table that the element of a column is in.
pub(super) fn shape(layout: &Layout, column: &Column) -> Option<&'static Shape> {
    let id = match column.role {
        _ if column.question => layout.question,
        Role::UnknownClient | Role::Agreed | Role::Refusal | Role::Kind => return None,
        Role::AgreedOnly => layout.answers.get(1)?,
        _ => layout.answers.first()?,
    };
    message(layout, id).map(|info| info.shape)
}

/// A message of the layout's release; `None` when its module is switched off.
pub(super) fn message(layout: &Layout, id: &str) -> Option<&'static MessageInfo> {
    let here = |info: &&&'static MessageInfo| {
        info.id == id && info.module.id == layout.module && info.release.number == layout.release
    };
    crate::catalogue::messages().iter().find(here).copied()
}

/// Adds what the walker and the rules of messages found, unless the cell is known to be wrong. A cell that a
/// spreadsheet damaged and whose value is wrong gets one finding, with both.
pub(super) fn merge(reading: &mut Reading, finding: Finding, place: CellPlace) {
    let same = |other: &&mut CsvFinding| place.column.is_some() && other.place.as_ref() == Some(&place);
    if let Some(other) = reading.findings.iter_mut().rev().take(4096).find(same) {
        if other.finding.severity() == Severity::Error {
            return;
        }
        if other.damage.is_some() && finding.severity() == Severity::Error {
            other.finding = finding;
            reading.wrong.insert(place.row);
            return;
        }
    }
    reading.add(CsvFinding { finding, place: Some(place), damage: None, repair: None });
}
