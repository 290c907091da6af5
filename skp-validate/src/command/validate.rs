//! `skp validate`: checks files, folders, patterns and standard input.

mod reports;
mod settings;

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicU64;

use chrono::{Local, NaiveDate};
use clap::Args;
use skp_messages::draft::Draft;
use skp_messages::{Lang, Limits, Options, Unknown};
use skp_validate::bulk::{self, Bulk, Source, Told};
use skp_validate::config::Config;
use skp_validate::render::Style;
use skp_validate::reports::{ReportError, Reports};
use skp_validate::terminal::{harmless, wants_colour};
use skp_validate::{Checked, Outcome, Policy, RunFailure, Shard, Summary, Verdict, inputs};

pub(in crate::command) use self::reports::{ReportArguments, files};
use self::settings::Settings;
pub(in crate::command) use self::settings::SettingsArguments;
use super::progress::{Progress, When};
use super::{Failure, draft};

/// Check messages in files, folders, patterns or standard input.
///
/// JSON and XML are told apart by their content. A folder stands for every file in it and below it whose name says that it
/// holds messages: .json and .xml have one, .ndjson and .jsonl one on each line, both also with .gz or .zst behind it, and
/// .zip has such files. However much there is, it takes no more memory.
/// Values of persons are masked in every output, unless you ask with --show-values. A .skp.toml in this folder or one above
/// it has the settings of a project: severities, reports, limits, and a baseline of accepted findings.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Files, folders, patterns such as 'in/**/*.xml', or - for standard input (the default).
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Check against this release, for example 3.0, whatever release a message names.
    #[arg(long, value_name = "RELEASE")]
    release: Option<String>,
    /// Say when the release of a message is not in force on this day, 2026-01-31 or today.
    ///
    /// Without it only a withdrawn release is mentioned, as a warning.
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<NaiveDate>,
    /// Check against the definition files in this folder, a draft of the standard, instead of those that skp was built with.
    #[arg(long, value_name = "DIR")]
    definitions: Option<PathBuf>,
    /// Check the envelope alone, as a hub can that cannot see the content: the header, and nothing of the content.
    ///
    /// The content may be encrypted. Rules that need it are listed as not checked.
    #[arg(long)]
    envelope: bool,
    #[command(flatten)]
    reports: ReportArguments,
    #[command(flatten)]
    settings: SettingsArguments,
    /// Show values, also those of persons.
    #[arg(long)]
    show_values: bool,
    /// A rule that cannot be checked because there is no header makes the run "not checked" (exit code 3).
    #[arg(long)]
    strict: bool,
    /// Warnings count as errors (exit code 1).
    #[arg(long)]
    deny_warnings: bool,
    /// Pass over elements that no table has, instead of reporting them.
    #[arg(long)]
    ignore_unknown: bool,
    /// How many messages to check at the same time; default: as many as there are processors.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Most findings shown for one input; default: 100.
    #[arg(long, value_name = "N")]
    max_findings: Option<usize>,
    /// Check only part I of N, for a run on N machines that all have the same inputs.
    ///
    /// The part of a message follows from the position of its input, its file in a zip and its line, added up; so all parts
    /// together are everything.
    #[arg(long, value_name = "I/N")]
    shard: Option<Shard>,
    /// Standard input, and files whose name does not say what they hold, have one message on each line.
    #[arg(long)]
    lines: bool,
    /// Show on stderr how far the run is.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    progress: When,
    /// Largest message that is read, in MiB; default: 16.
    #[arg(long, value_name = "MIB")]
    max_size: Option<usize>,
}

/// Checks the inputs, shows what was found and says what was checked.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    if arguments.paths.is_empty() && io::stdin().is_terminal() {
        return Err(Failure::Usage(
            lang.pick(
                "noem een bestand of map, of geef een bericht op standaardinvoer; zie 'skp validate --help'",
                "name a file or folder, or give a message on standard input; see 'skp validate --help'",
            )
            .to_owned(),
        ));
    }
    let (draft, wrong_draft) = match draft::load(arguments.definitions.as_deref(), lang) {
        Ok(draft) => (draft, None),
        Err(failure) => (None, Some(failure)),
    };
    let mut rules = draft.as_ref().map_or_else(skp_messages::catalogue::rules, Draft::rules);
    // One file of settings may be for messages and for files of the portal.
    rules.extend(skp_messages::csv::rules());
    rules.extend(bulk::rules());
    let (settings, wrong_settings) = match arguments.settings.load(&rules, lang) {
        Ok(settings) => (settings, None),
        Err(failure) => (SettingsArguments::none()?, Some(failure)),
    };
    let failure = wrong_draft.or(wrong_settings);
    let specs = arguments.reports.specs(&settings.config.reports);
    let mut own = files(&specs, &settings.own, &arguments.paths, lang)?;
    own.extend(settings.own.iter().cloned());
    let style = Style { lang, show_values: arguments.show_values, colour: wants_colour(&io::stdout()) };
    let reports = Reports::open(&specs, style, &settings.root).map_err(|error| unmade(error, lang))?;
    // From here on every report is a whole document, whatever happens.
    let deny_warnings = arguments.deny_warnings || settings.config.deny_warnings;
    let policy = failure.map_or_else(|| arguments.settings.policy(&settings, deny_warnings, lang), Err);
    match policy {
        Ok(policy) => Run { arguments, settings: &settings, draft, policy, deny_warnings, lang }.go(reports, &own, out),
        Err(failure) => {
            let text = failure.to_string().lines().next().unwrap_or_default().to_owned();
            let told = RunFailure { text, exit_code: failure.exit_code() };
            reports.abort(out, Summary::default(), told).map_err(|error| unmade(error, lang))?;
            Err(failure)
        }
    }
}

/// A run whose reports are begun.
struct Run<'a> {
    arguments: &'a Arguments,
    settings: &'a Settings,
    draft: Option<Draft>,
    policy: Policy,
    deny_warnings: bool,
    lang: Lang,
}

impl Run<'_> {
    fn go(mut self, mut reports: Reports, own: &[PathBuf], out: &mut dyn Write) -> Result<Verdict, Failure> {
        let (arguments, lang) = (self.arguments, self.lang);
        let found = match arguments.paths.as_slice() {
            [] => inputs::collect_all(&["-".to_owned()]),
            paths => inputs::collect_all(paths),
        };
        let (found, left_out) = inputs::leave_out(found, own);
        for path in left_out {
            let why = lang.pick(
                "overgeslagen: is geen bericht maar een verslag of baseline",
                "passed over: it is no message but a report or baseline",
            );
            writeln!(io::stderr(), "{}: {why}", harmless(&path.display().to_string()))?;
        }
        let options = options(arguments, &self.settings.config);
        let draft = self.draft.take();
        let validate = |bytes: &[u8]| match (&draft, arguments.envelope) {
            (Some(draft), false) => draft.validate(bytes, &options),
            (Some(draft), true) => draft.validate_envelope(bytes, &options),
            (None, false) => skp_messages::validate(bytes, &options),
            (None, true) => skp_messages::validate_envelope(bytes, &options),
        };
        let mut summary = Summary::default();
        summary.definitions = arguments.definitions.as_ref().map(|folder| folder.display().to_string());
        let read = AtomicU64::new(0);
        let mut progress = Progress::new(lang, arguments.progress, &read, || inputs::size(&found));
        let plain = Bulk::new(&validate);
        let bulk = Bulk {
            size: options.limits.size,
            jobs: arguments.jobs.unwrap_or(plain.jobs),
            shard: arguments.shard.unwrap_or(Shard::WHOLE),
            lines: arguments.lines,
            read: Some(&read),
            ..plain
        };
        bulk.run(found.into_iter().map(Source::from), |told| match told {
            Told::Clean(tally) => {
                summary.add_clean(tally);
                progress.step(tally.messages);
                Ok(())
            }
            Told::Stream(stream) => {
                self.policy.meet(&stream.name);
                summary.add_stream(stream);
                reports.stream(out, stream)
            }
            Told::Checked(checked) => self.checked(checked, &mut summary, &mut progress, &mut reports, out),
        })?;
        progress.clear();
        let root = &self.settings.root;
        if bulk.shard.is_whole() {
            // Of a part nobody knows which findings are not there any more.
            summary.stale = self.policy.stale(|input| input.starts_with('<') || root.path(input).exists());
        }
        let verdict = summary.verdict_with(arguments.strict || self.settings.config.strict, self.deny_warnings);
        if !reports.on_stdout() {
            writeln!(io::stderr(), "{}", summary.sentence(lang))?;
        }
        match reports.finish(out, &summary, verdict) {
            // The reader of our output has seen enough; the files are there.
            Err(ReportError::Stdout(error)) if error.kind() == io::ErrorKind::BrokenPipe => {}
            finished => finished.map_err(|error| unmade(error, lang))?,
        }
        arguments.settings.write(&self.policy, lang)?;
        Ok(verdict)
    }

    /// Takes in what became of one message or file.
    fn checked(
        &mut self,
        mut checked: Checked,
        summary: &mut Summary,
        progress: &mut Progress<'_>,
        reports: &mut Reports,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let lang = self.lang;
        self.policy.judge(&mut checked);
        summary.add(&checked);
        progress.step(1);
        if checked.report().is_none() || checked.findings().any(|(_, standing)| standing.counts()) {
            // Not across the line of progress.
            progress.clear();
        }
        if let Outcome::Trouble(trouble) = &checked.outcome {
            let word = lang.pick("fout", "error");
            writeln!(io::stderr(), "{word}: {}: {}", harmless(&trouble.name), harmless(&trouble.text(lang)))?;
        }
        reports.checked(out, &checked)
    }
}

/// A report that cannot be made, as a failure of the command.
fn unmade(error: ReportError, lang: Lang) -> Failure {
    match error {
        ReportError::File(path, error) => Failure::Io(path.display().to_string(), error),
        ReportError::Stdout(error) => Failure::Io(String::new(), error),
        other => Failure::Usage(other.text(lang)),
    }
}

fn options(arguments: &Arguments, config: &Config) -> Options {
    let default = Limits::default();
    let size = arguments.max_size.or(config.max_size).map(|size| size.saturating_mul(1 << 20));
    Options {
        limits: Limits {
            size: size.unwrap_or(default.size),
            findings: arguments.max_findings.or(config.max_findings).unwrap_or(default.findings),
            ..default
        },
        unknown: if arguments.ignore_unknown || config.ignore_unknown { Unknown::Ignore } else { Unknown::Reject },
        now: Some(Local::now().fixed_offset()),
        release: arguments.release.clone(),
        on: arguments.on,
    }
}

/// A day as the user writes it.
fn day(text: &str) -> Result<NaiveDate, String> {
    match text {
        "today" | "vandaag" => Ok(Local::now().date_naive()),
        _ => text.parse().map_err(|_| "write a day as 2026-01-31, or today".to_owned()),
    }
}
