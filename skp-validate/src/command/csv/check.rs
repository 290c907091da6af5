//! `skp csv check`: the files of one upload, with the settings and in the forms of `skp validate`.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::Args;
use skp_messages::csv::Questions;
use skp_messages::{Lang, Options};
use skp_validate::csv::Upload;
use skp_validate::render::Style;
use skp_validate::reports::{ReportError, Reports};
use skp_validate::terminal::{harmless, wants_colour};
use skp_validate::{Summary, Verdict};

use super::super::Failure;
use super::super::validate::{ReportArguments, SettingsArguments, files};
use super::bytes;

/// The files.
#[derive(Debug, Args)]
pub struct Check {
    /// The files of the upload.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    questions: Asked,
    /// Write the findings as JSON.
    #[arg(long, conflicts_with = "reports")]
    json: bool,
    #[command(flatten)]
    reports: ReportArguments,
    #[command(flatten)]
    settings: SettingsArguments,
    /// Show values in findings, also those of persons.
    #[arg(long)]
    show_values: bool,
}

/// The files that were downloaded.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// A file as it was downloaded, to find question columns that were changed; may be given several times.
    #[arg(long = "question", value_name = "FILE")]
    asked: Vec<PathBuf>,
    /// The download of the questions is not confirmed: warn that it may expire.
    #[arg(long, requires = "asked")]
    not_confirmed: bool,
}

impl Asked {
    /// Reads them; `None` when there are none.
    pub(super) fn read(&self, lang: Lang) -> Result<Option<Questions>, Failure> {
        let mut questions = Questions::default();
        for path in &self.asked {
            let name = path.display().to_string();
            if let Err(findings) = questions.add(&name, &bytes(path)?) {
                let lines: Vec<String> = findings.iter().map(|one| one.line(lang, false)).collect();
                let why = lang.pick("geen vraagbestand van het portaal", "no question file of the portal");
                return Err(Failure::Unknown(format!("{}: {why}\n{}", harmless(&name), lines.join("\n"))));
            }
        }
        if self.not_confirmed {
            questions.not_confirmed();
        }
        Ok((!self.asked.is_empty()).then_some(questions))
    }
}

/// Checks the files and tells what was found.
pub(super) fn run(arguments: &Check, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let questions = arguments.questions.read(lang)?;
    let mut upload = Upload::default();
    for path in &arguments.files {
        let (name, bytes) = (path.display().to_string(), bytes(path)?);
        match &questions {
            Some(questions) => upload.add_answers(&name, &bytes, questions, &Options::default()),
            None => upload.add(&name, &bytes, &Options::default()),
        }
    }
    if arguments.json {
        writeln!(out, "{:#}", upload.json(lang, arguments.show_values))?;
        return Ok(upload.verdict());
    }
    if !arguments.reports.is_given() {
        upload.text(out, lang, arguments.show_values)?;
        return Ok(upload.verdict());
    }
    told(arguments, &upload, lang, out)
}

/// Tells it in the reports that were asked for, as the settings judge it.
fn told(arguments: &Check, upload: &Upload, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let settings = arguments.settings.load(&skp_validate::csv::rules(), lang)?;
    let policy = &mut arguments.settings.policy(&settings, settings.config.deny_warnings, lang)?;
    let specs = arguments.reports.specs(&settings.config.reports);
    let named: Vec<String> = arguments.files.iter().map(|path| path.display().to_string()).collect();
    files(&specs, &settings.own, &named, lang)?;
    let colour = io::stdout().is_terminal() && wants_colour(&io::stdout());
    let style = Style { lang, show_values: arguments.show_values, colour };
    let unmade = |error| match error {
        ReportError::File(path, error) => Failure::Io(path.display().to_string(), error),
        ReportError::Stdout(error) => Failure::Io(String::new(), error),
        other => Failure::Usage(other.text(lang)),
    };
    let mut reports = Reports::open(&specs, style, &settings.root).map_err(unmade)?;
    let mut summary = Summary::default();
    for mut checked in upload.checked() {
        policy.judge(&mut checked);
        summary.add(&checked);
        reports.checked(out, &checked)?;
    }
    let verdict = summary.verdict_with(settings.config.strict, settings.config.deny_warnings);
    if !reports.on_stdout() {
        writeln!(io::stderr(), "{}", summary.sentence(lang))?;
    }
    reports.finish(out, &summary, verdict).map_err(unmade)?;
    arguments.settings.write(policy, lang)?;
    Ok(verdict)
}
