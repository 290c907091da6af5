//! Text to rows of cells, as RFC 4180 has it, with limits. Knows no layout.

use crate::check::builtin;
use crate::shape::Rule;

use super::rules;

/// More columns than any layout has.
const COLUMNS: usize = 512;
/// Rows of one file; 4 MB holds fewer.
const ROWS: usize = 200_000;
/// Bytes of one cell.
const CELL: usize = 64 * 1024;

/// A row.
#[derive(Default)]
pub(super) struct Row {
    /// Counted from 1 as a spreadsheet does: a cell of several lines is in one row.
    pub number: u32,
    pub cells: Vec<String>,
}

/// Where and why reading stopped.
#[derive(Debug)]
pub(super) struct Stop {
    pub rule: &'static Rule,
    pub row: u32,
    pub column: usize,
}

/// Cuts the text; empty rows are left out but count.
pub(super) fn rows(text: &str, separator: char) -> Result<Vec<Row>, Stop> {
    let mut rows = Vec::new();
    let mut row = Row { number: 1, cells: Vec::new() };
    let mut cell = String::new();
    // A closed quote may be followed by a separator or the end of the line only.
    let (mut quoted, mut closed) = (false, false);
    let mut chars = text.chars().peekable();
    loop {
        let next = chars.next();
        let stop = |rule, row: &Row| Stop { rule, row: row.number, column: row.cells.len() };
        if cell.len() > CELL || row.cells.len() >= COLUMNS || rows.len() >= ROWS {
            return Err(stop(&builtin::FRM_004, &row));
        }
        match next {
            None if quoted => return Err(stop(&rules::CSV_021, &row)),
            Some('"') if quoted => {
                if chars.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    (quoted, closed) = (false, true);
                }
            }
            Some(character) if quoted => {
                if character.is_control() && !matches!(character, '\n' | '\r' | '\t') {
                    return Err(stop(&rules::CSV_021, &row));
                }
                cell.push(character);
            }
            Some('"') if cell.is_empty() && !closed => quoted = true,
            Some(character) if character == separator => {
                row.cells.push(std::mem::take(&mut cell));
                closed = false;
            }
            None | Some('\n' | '\r') => {
                if next == Some('\r') {
                    let _ = chars.next_if_eq(&'\n');
                }
                row.cells.push(std::mem::take(&mut cell));
                closed = false;
                let number = row.number + 1;
                let done = std::mem::replace(&mut row, Row { number, cells: Vec::new() });
                if done.cells.iter().any(|cell| !cell.is_empty()) {
                    rows.push(done);
                }
                if next.is_none() {
                    return Ok(rows);
                }
            }
            Some(character) if closed || character == '"' || (character.is_control() && character != '\t') => {
                return Err(stop(&rules::CSV_021, &row));
            }
            Some(character) => cell.push(character),
        }
    }
}

/// Whether a cell begins as a formula, which a spreadsheet would run.
pub(super) fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Whether a cell is written with an apostrophe in front: a formula, and what would be read as a formula that was made
/// harmless, so that each cell comes back as it was.
pub(super) fn needs_apostrophe(cell: &str) -> bool {
    is_formula(cell.trim_start_matches('\''))
}

/// A row as the portal reads it, with CRLF.
pub(super) fn write_row<'c>(out: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(';');
        }
        let formula = needs_apostrophe(cell);
        let quote = cell.contains(['"', ';', ',', '\n', '\r', '\t']);
        if quote {
            out.push('"');
        }
        if formula {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        if quote {
            out.push('"');
        }
    }
    out.push_str("\r\n");
}

/// Splits a composite or list cell at its vertical bars; a backslash takes the next character as it is.
pub(super) fn split(cell: &str, bar: char) -> Vec<String> {
    pieces(cell, bar).into_iter().map(plain).collect()
}

/// The same with the backslashes left in, for cells that are split again.
pub(super) fn pieces(cell: &str, bar: char) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut taken) = (0, false);
    for (at, character) in cell.char_indices() {
        if taken {
            taken = false;
        } else if character == '\\' {
            taken = true;
        } else if character == bar {
            pieces.push(cell.get(start..at).unwrap_or_default());
            start = at + character.len_utf8();
        }
    }
    pieces.push(cell.get(start..).unwrap_or_default());
    pieces
}

fn plain(piece: &str) -> String {
    let mut out = String::with_capacity(piece.len());
    let mut chars = piece.chars();
    while let Some(character) = chars.next() {
        // A backslash at the end is one.
        out.push(if character == '\\' { chars.next().unwrap_or(character) } else { character });
    }
    out
}

/// Joins parts to a composite or list cell.
pub(super) fn join(parts: &[String]) -> String {
    parts.iter().map(|part| escaped(part, '|')).collect::<Vec<_>>().join("|")
}

/// A part with a backslash before each bar and backslash.
pub(super) fn escaped(part: &str, bar: char) -> String {
    part.replace('\\', "\\\\").replace(bar, &format!("\\{bar}"))
}
