//! The matrix as CSV (RFC 4180), a row for each message of each module and a column for each release number there is.

use std::io::{self, Write};

use super::{Matrix, Part, Row};

/// Writes the matrix. The columns of releases hold the id of the message there; they are empty where it is not.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_csv(matrix: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    let mut numbers: Vec<&str> =
        matrix.modules.iter().flat_map(|part| &part.releases).map(|release| release.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let head = ["module", "code", "message", "name", "from", "to"];
    let tail = ["elements", "published", "derived", "proposed", "provenance"];
    line(out, head.iter().chain(&numbers).chain(&tail).map(|&cell| cell.to_owned()))?;
    for part in &matrix.modules {
        for row in &part.rows {
            line(out, cells(part, row, &numbers))?;
        }
    }
    Ok(())
}

fn cells(part: &Part, row: &Row, numbers: &[&str]) -> impl Iterator<Item = String> {
    let head = [part.module.id, row.code, row.id, row.name].map(str::to_owned);
    let roles = [row.from.join(" "), row.to.join(" ")];
    let here = |number: &&str| {
        let cell = row.cells.iter().find(|cell| cell.release.number == *number);
        cell.and_then(|cell| cell.message).map_or("", |message| message.id).to_owned()
    };
    let releases: Vec<String> = numbers.iter().map(here).collect();
    let counts = row.labelled().map(|cell| cell.rows).unwrap_or_default();
    let counts = [counts.total(), counts.published, counts.derived, counts.proposed].map(|number| number.to_string());
    head.into_iter().chain(roles).chain(releases).chain(counts).chain([row.source.to_owned()])
}

fn line(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    let cells: Vec<String> = cells
        .map(|cell| match cell.contains(['"', ',', '\n', '\r']) {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell,
        })
        .collect();
    write!(out, "{}\r\n", cells.join(","))
}
