//! The arguments of `skp validate` that say in which forms results are told, and where to.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use skp_messages::Lang;
use skp_validate::reports::{ReportFormat, ReportSpec};
use skp_validate::terminal::harmless;

use crate::command::Failure;

/// Which reports to make.
#[derive(Debug, Args)]
pub(in crate::command) struct ReportArguments {
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
    /// Whether a report was asked for.
    pub(in crate::command) const fn is_given(&self) -> bool {
        !self.reports.is_empty() || self.format.is_some()
    }

    /// The reports that were asked for; when there are none those of the settings, and else text.
    pub(in crate::command) fn specs(&self, settings: &[ReportSpec]) -> Vec<ReportSpec> {
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

/// The files of reports. None of them may be an input that is named, or one of the files in `own`: settings and baseline.
pub(in crate::command) fn files(
    specs: &[ReportSpec],
    own: &[PathBuf],
    named: &[String],
    lang: Lang,
) -> Result<Vec<PathBuf>, Failure> {
    let files: Vec<PathBuf> = specs.iter().filter_map(|spec| spec.path.clone()).collect();
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let is = |one: &PathBuf, name: &Path| real(one) == real(name);
    let read = named.iter().map(Path::new);
    let mut taken =
        own.iter().map(PathBuf::as_path).chain(read.clone()).filter(|name| files.iter().any(|file| is(file, name)));
    let mut overwritten = read.filter(|name| own.iter().any(|file| is(file, name)));
    match taken.next().or_else(|| overwritten.next()) {
        None => Ok(files),
        Some(name) => {
            let why = lang.pick(
                "dit bestand kan niet twee dingen zijn: invoer, verslag, instellingen of baseline",
                "this file cannot be two things: input, report, settings or baseline",
            );
            Err(Failure::Usage(format!("{}: {why}", harmless(&name.display().to_string()))))
        }
    }
}
