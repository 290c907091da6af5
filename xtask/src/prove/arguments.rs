//! The arguments of the command.

use std::path::PathBuf;

use super::engine::ENGINES;

/// What is proved, and with what.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// Generated messages for each message and release
    #[arg(long, default_value_t = 20)]
    pub count: usize,
    /// Mutated messages for each message and release
    #[arg(long, default_value_t = 100)]
    pub mutations: usize,
    /// The first seed; the same seed gives the same messages
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Only this module, `schuldregeling`
    #[arg(long)]
    pub module: Option<String>,
    /// Only this release, `2.0`
    #[arg(long)]
    pub release: Option<String>,
    /// Only these engines, with commas between them; all when none is named
    #[arg(long, value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(ENGINES.iter().map(|engine| engine.name)))]
    pub engines: Vec<String>,
    /// The matrix as JSON, in this file
    #[arg(long)]
    pub json: Option<PathBuf>,
    /// The matrix for each module and release, and what explains what
    #[arg(long)]
    pub verbose: bool,
    /// Where schemas and disagreements are written, and where `engines/install` put its engines [default: the target folder]
    #[arg(long)]
    pub folder: Option<PathBuf>,
}
