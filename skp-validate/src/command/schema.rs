//! `skp schema`: prints the schemas of what `skp` itself writes and reads.

use std::io::Write;

use clap::{Args, ValueEnum};
use skp_validate::{Verdict, schemas};

use super::Failure;

/// Print the JSON Schema of a report, of the settings, of a baseline or of the catalogue.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Of what.
    #[arg(value_enum)]
    what: What,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// The reports `json` and `ndjson` of `skp validate`.
    Report,
    /// The settings, `.skp.toml`.
    Config,
    /// A baseline.
    Baseline,
    /// The output of `skp catalogue --format json`.
    Catalogue,
}

/// Prints a schema.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let text = match arguments.what {
        What::Report => schemas::REPORT,
        What::Config => schemas::CONFIG,
        What::Baseline => schemas::BASELINE,
        What::Catalogue => schemas::CATALOGUE,
    };
    out.write_all(text.as_bytes())?;
    Ok(Verdict::Passed)
}
