//! The matrix as JSON: a list with an object for each message of each release, as `schemas/catalogue.schema.json` says.
//!
//! The names are an interface: add to them, do not rename them.

use std::io::{self, Write};

use serde::Serialize;

use super::{Cell, Counts, Matrix, Part, Row};

/// One message in one release.
#[derive(Debug, Serialize)]
struct Record {
    bericht: &'static str,
    module: &'static str,
    module_code: &'static str,
    release: &'static str,
    message: &'static str,
    /// The id in the newest release of the matrix.
    newest_name: &'static str,
    name: &'static str,
    code: &'static str,
    from: &'static [&'static str],
    to: &'static [&'static str],
    starts: bool,
    answers: bool,
    shared: bool,
    elements: CountsRecord,
    elements_with_parts: CountsRecord,
    source: &'static str,
    release_source: &'static str,
    release_content: &'static str,
    release_status: &'static str,
    release_status_source: &'static str,
    release_valid_from: Option<&'static str>,
    release_valid_until: Option<&'static str>,
    namespace: &'static str,
}

#[derive(Debug, Serialize)]
struct CountsRecord {
    total: usize,
    published: usize,
    derived: usize,
    proposed: usize,
}

impl CountsRecord {
    const fn new(counts: Counts) -> Self {
        let Counts { published, derived, proposed } = counts;
        Self { total: counts.total(), published, derived, proposed }
    }
}

/// Writes the matrix, ordered by module, release and message.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_json(matrix: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    let mut records = Vec::new();
    for part in &matrix.modules {
        for number in 0..part.releases.len() {
            let cells = part.rows.iter().filter_map(|row| Some((row, row.cells.get(number)?)));
            records.extend(cells.filter_map(|(row, cell)| record(part, row, cell)));
        }
    }
    serde_json::to_writer_pretty(&mut *out, &records)?;
    writeln!(out)
}

fn record(part: &Part, row: &Row, cell: &Cell) -> Option<Record> {
    let message = cell.message?;
    Some(Record {
        bericht: message.bericht,
        module: part.module.id,
        module_code: part.module.code,
        release: cell.release.number,
        message: message.id,
        newest_name: row.id,
        name: message.name,
        code: message.code,
        from: message.from,
        to: message.to,
        starts: message.starts,
        answers: message.answers,
        shared: row.shared,
        elements: CountsRecord::new(cell.rows),
        elements_with_parts: CountsRecord::new(cell.all_rows),
        source: message.source,
        release_source: cell.release.source,
        release_content: cell.release.content,
        release_status: cell.release.status.word(),
        release_status_source: cell.release.status_source,
        release_valid_from: cell.release.valid_from,
        release_valid_until: cell.release.valid_until,
        namespace: cell.release.namespace,
    })
}
