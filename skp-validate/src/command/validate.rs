//! `skp validate`: checks files, folders, patterns and standard input.

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::thread::available_parallelism;

use chrono::{Local, NaiveDate};
use clap::{Args, ValueEnum};
use skp_messages::{Lang, Limits, Options, Unknown};
use skp_validate::render::{Json, Ndjson, Render, Style, Text};
use skp_validate::terminal::{harmless, wants_colour};
use skp_validate::{Outcome, Summary, Verdict, inputs, run as batch};

use super::Failure;
use super::progress::Progress;

/// Check messages in files, folders, patterns or standard input.
///
/// JSON and XML are told apart by their content. A folder stands for every .json and .xml file in it and below it.
/// Values of persons are masked in every output, unless you ask with --show-values.
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
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
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
    /// How many inputs to check at the same time; default: as many as there are processors.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Most findings shown for one input.
    #[arg(long, value_name = "N", default_value_t = Limits::default().findings)]
    max_findings: usize,
    /// Largest input that is read, in MiB.
    #[arg(long, value_name = "MIB", default_value_t = Limits::default().size >> 20)]
    max_size: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: each finding with its line.
    Text,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Ndjson,
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
    let found = match arguments.paths.as_slice() {
        [] => inputs::collect(&["-".to_owned()]),
        paths => inputs::collect(paths),
    };
    let colour = arguments.format == Format::Text && wants_colour(&io::stdout());
    let style = Style { lang, show_values: arguments.show_values, colour };
    let mut renderer: Box<dyn Render> = match arguments.format {
        Format::Text => Box::new(Text::new(style)),
        Format::Json => Box::new(Json::new(style)),
        Format::Ndjson => Box::new(Ndjson::new(style)),
    };
    let jobs = arguments.jobs.or_else(|| available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    let mut summary = Summary::default();
    let mut progress = Progress::new(lang, found.len());
    batch::run(found, &options(arguments), jobs, |checked| {
        summary.add(&checked);
        progress.step();
        let tells = match &checked.outcome {
            Outcome::Report { report, .. } => !report.findings().is_empty(),
            Outcome::Trouble(_) => true,
        };
        if tells {
            progress.clear();
        }
        if let Outcome::Trouble(trouble) = &checked.outcome {
            out.flush()?;
            let word = lang.pick("fout", "error");
            writeln!(io::stderr(), "{word}: {}: {}", harmless(&trouble.name), harmless(&trouble.text(lang)))?;
        }
        renderer.checked(out, &checked)?;
        // Whoever looks on sees each finding when it is found, and not across the line of progress.
        if tells { out.flush() } else { Ok(()) }
    })?;
    progress.clear();
    let verdict = summary.verdict_with(arguments.strict, arguments.deny_warnings);
    renderer.finish(out, &summary, verdict)?;
    Ok(verdict)
}

fn options(arguments: &Arguments) -> Options {
    Options {
        limits: Limits {
            size: arguments.max_size.saturating_mul(1 << 20),
            findings: arguments.max_findings,
            ..Limits::default()
        },
        unknown: if arguments.ignore_unknown { Unknown::Ignore } else { Unknown::Reject },
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
