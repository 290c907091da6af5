//! `skp catalogue`: which messages there are, in which releases, from whom to whom, and where that stands.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use skp_messages::Lang;
use skp_validate::Verdict;
use skp_validate::matrix::{self, Filter, Matrix};
use skp_validate::terminal::short;

use super::Failure;
use super::draft::Tables;
use super::table::Table;

/// List the messages of each module as a matrix: sender and receiver, releases, elements and provenance.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Use the definition files in this folder, a draft of the standard, instead of those that skp was built with.
    #[arg(long, value_name = "DIR")]
    definitions: Option<PathBuf>,
    /// Only this module, by id or code, such as SR.
    #[arg(long, value_name = "MODULE")]
    module: Option<String>,
    /// Only messages that this role sends or receives, such as SHV2.
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Only this release, such as 2.0.
    #[arg(long, value_name = "RELEASE")]
    release: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Tables.
    Text,
    /// One JSON document: an object for each message of each release; see 'skp schema catalogue'.
    Json,
    /// Tables in Markdown.
    Md,
    /// A row for each message, a column for each release.
    Csv,
}

/// Shows the catalogue.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let Arguments { module, role, release, .. } = arguments;
    let filter = Filter { module: module.clone(), role: role.clone(), release: release.clone() };
    let tables = Tables::load(arguments.definitions.as_deref(), lang)?;
    filter.check_in(tables.modules(), tables.messages()).map_err(|unknown| {
        let (name, known) = (short(&unknown.name), unknown.known.join(", "));
        Failure::Unknown(match lang {
            Lang::Nl => format!("{name} bestaat niet; kies uit {known}"),
            Lang::En => format!("{name} does not exist; choose from {known}"),
        })
    })?;
    let matrix = Matrix::of(tables.modules(), tables.messages(), &filter);
    match arguments.format {
        Format::Text => text(&matrix, lang, out)?,
        Format::Json => matrix::write_json(&matrix, out)?,
        Format::Md => matrix::write_markdown(&matrix, lang, out)?,
        Format::Csv => matrix::write_csv(&matrix, out)?,
    }
    Ok(Verdict::Passed)
}

fn text(matrix: &Matrix, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for part in &matrix.modules {
        let module = part.module;
        writeln!(out, "{} ({}, {})\n", module.name, module.id, module.code)?;
        let mut messages = table(&matrix::headings(part, lang));
        part.rows.iter().for_each(|row| messages.row(matrix::cells(row)));
        messages.write(out, 2)?;
        writeln!(out)?;
        let mut releases = table(&matrix::release_headings(lang));
        part.releases.iter().for_each(|release| releases.row(matrix::release_cells(release, lang)));
        releases.write(out, 2)?;
        writeln!(out)?;
    }
    writeln!(out, "{}", matrix::legend(matrix, lang))?;
    writeln!(
        out,
        "{}",
        lang.pick(
            "Meer over een bericht: skp show BERICHT [--release RELEASE].",
            "More about a message: skp show MESSAGE [--release RELEASE]."
        )
    )
}

fn table(headings: &[String]) -> Table {
    Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>())
}
