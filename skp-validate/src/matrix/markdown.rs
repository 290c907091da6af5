//! The matrix as Markdown, a table for each module.

use std::io::{self, Write};

use skp_messages::Lang;

use super::{Matrix, cells, headings, legend, release_cells, release_headings};

/// Writes the matrix.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_markdown(matrix: &Matrix, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for part in &matrix.modules {
        writeln!(out, "## {}\n", part.module.name)?;
        head(out, &headings(part, lang))?;
        for row in &part.rows {
            line(out, &cells(row))?;
        }
        writeln!(out)?;
        head(out, &release_headings(lang))?;
        for release in &part.releases {
            line(out, &release_cells(release, lang))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", legend(matrix, lang).replace('\n', "\n\n"))
}

fn head(out: &mut dyn Write, headings: &[String]) -> io::Result<()> {
    line(out, headings)?;
    writeln!(out, "|{}", "---|".repeat(headings.len()))
}

/// All cells are texts of the definitions; only a pipe could break the table.
fn line(out: &mut dyn Write, cells: &[String]) -> io::Result<()> {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    writeln!(out, "| {} |", cells.join(" | "))
}
