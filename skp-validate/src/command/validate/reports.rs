//! The arguments of `skp validate` that say in which forms results are told, and where to.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use skp_messages::Lang;
use skp_validate::reports::{ReportFormat, ReportSpec};
use skp_validate::terminal::harmless;

use crate::command::Failure;

/// Which reports to make.
#[derive(Debug, Args)]
pub(super) struct ReportArguments {
    /// Make a report: text, json, ndjson, sarif, junit, github, gitlab or markdown, to standard output or to a file; may
    /// be given several times. Default: those of the settings, else text.
    #[arg(long = "report", value_name = "FORMAT[=PATH]")]
    reports: Vec<ReportSpec>,
    /// The same as --report FORMAT.
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    format: Option<ReportFormat>,
}

fn formats() -> impl TypedValueParser<Value = ReportFormat> {
    PossibleValuesParser::new(ReportFormat::ALL.map(ReportFormat::word))
        .map(|word| ReportFormat::ALL.into_iter().find(|format| format.word() == word).unwrap_or(ReportFormat::Text))
}

impl ReportArguments {
    /// The reports that were asked for; when there are none those of the settings, and else text.
    pub(super) fn specs(&self, settings: &[ReportSpec]) -> Vec<ReportSpec> {
        let short = self.format.map(|format| ReportSpec { format, path: None });
        let mut specs: Vec<ReportSpec> = self.reports.iter().cloned().chain(short).collect();
        if specs.is_empty() {
            specs = settings.to_vec();
        }
        if specs.is_empty() {
            specs.push(ReportSpec { format: ReportFormat::Text, path: None });
        }
        specs
    }
}

/// The files of reports; an input that is named may not be one of them.
pub(super) fn files(specs: &[ReportSpec], named: &[String], lang: Lang) -> Result<Vec<PathBuf>, Failure> {
    let files: Vec<PathBuf> = specs.iter().filter_map(|spec| spec.path.clone()).collect();
    let real = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
    for name in named {
        if files.iter().any(|file| real(file) == real(&PathBuf::from(name))) {
            let why = lang.pick(
                "is een invoer en zou door het verslag worden overschreven",
                "is an input and would be overwritten by the report",
            );
            return Err(Failure::Usage(format!("{}: {why}", harmless(name))));
        }
    }
    Ok(files)
}
