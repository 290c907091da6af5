//! `skp conversation`: checks a dossier of messages, and shows how the messages of a module follow each other.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Local};
use clap::{Args, Subcommand, ValueEnum};
use skp_messages::shape::{Conversation, Transition};
use skp_messages::{Lang, Limits, Options, catalogue};
use skp_validate::dossier::{self, Dossier, Settings, directory};
use skp_validate::render::{DossierJson, Render, Style, Text};
use skp_validate::terminal::{harmless, short, wants_colour};
use skp_validate::{Outcome, Summary, Verdict, inputs};

use super::Failure;
use super::table::Table;

/// Check and look up conversations.
#[derive(Debug, Subcommand)]
pub enum What {
    Check(CheckArguments),
    Show(ShowArguments),
}

/// Check a dossier: messages of one or more conversations, each with its header.
///
/// A file is one message, or NDJSON with a message on each line (.ndjson, .jsonl). A folder stands for every such file in it
/// and below it. Messages are put together by ConversatieReferentienummer and taken in the order of VerzondenOp. Besides
/// each message on its own, order, references, roles, consent documents and deadlines are checked. Rules that need what
/// is not given, such as the moment of collecting, are listed as not checked.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Files, folders, patterns such as 'dossier/**/*.ndjson', or - for standard input (the default).
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Find answers that are overdue, now or at this moment: --now or --now=2026-03-02T09:00:00+01:00.
    #[arg(long, value_name = "MOMENT", num_args = 0..=1, require_equals = true, default_missing_value = "now")]
    now: Option<String>,
    /// The moment at which every message was collected and confirmed, to find those that were collected late.
    #[arg(long, value_name = "MOMENT")]
    collected: Option<String>,
    /// A participant directory: CSV with columns deelnemer, sector and overnamedatum.
    #[arg(long, value_name = "FILE")]
    directory: Option<PathBuf>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Show values, also those of persons.
    #[arg(long)]
    show_values: bool,
    /// Warnings count as errors (exit code 1).
    #[arg(long)]
    deny_warnings: bool,
}

/// Show the states and steps of the conversation of a module.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// The module: schuldregeling or SR.
    module: String,
    /// The release; default: the newest.
    #[arg(long, value_name = "RELEASE")]
    release: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: each finding with its line.
    Text,
    /// One JSON document.
    Json,
}

/// Runs the verb.
pub fn run(what: &What, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    match what {
        What::Check(arguments) => check(arguments, lang, out),
        What::Show(arguments) => show(arguments, lang, out),
    }
}

fn check(arguments: &CheckArguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    if arguments.paths.is_empty() && io::stdin().is_terminal() {
        return Err(Failure::Usage(
            lang.pick(
                "noem een bestand of map, of geef berichten op standaardinvoer; zie 'skp conversation check --help'",
                "name a file or folder, or give messages on standard input; see 'skp conversation check --help'",
            )
            .to_owned(),
        ));
    }
    let found = match arguments.paths.as_slice() {
        [] => inputs::collect(&["-".to_owned()]),
        paths => inputs::collect_of(paths, dossier::EXTENSIONS),
    };
    let now = arguments.now.as_deref().map(|text| moment("--now", text, lang)).transpose()?;
    let collected = arguments.collected.as_deref().map(|text| moment("--collected", text, lang)).transpose()?;
    let options = Options { limits: Limits::default(), now, ..Options::default() };
    let settings = Settings { options, directory: read_directory(arguments, lang)?, now, collected };
    let dossier = dossier::check(found, &settings);
    let colour = arguments.format == Format::Text && wants_colour(&io::stdout());
    let style = Style { lang, show_values: arguments.show_values, colour };
    let mut summary = Summary::default();
    for checked in &dossier.checked {
        summary.add(checked);
        if let Outcome::Trouble(trouble) = &checked.outcome {
            let word = lang.pick("fout", "error");
            writeln!(io::stderr(), "{word}: {}: {}", harmless(&trouble.name), harmless(&trouble.text(lang)))?;
        }
    }
    let verdict = summary.verdict_with(false, arguments.deny_warnings);
    match arguments.format {
        Format::Json => DossierJson::new(style).write(out, &dossier, &summary, verdict)?,
        Format::Text => {
            let mut text = Text::new(style);
            for checked in &dossier.checked {
                text.checked(out, checked)?;
            }
            standings(&dossier, lang, out)?;
            text.finish(out, &summary, verdict)?;
        }
    }
    Ok(verdict)
}

fn moment(option: &str, text: &str, lang: Lang) -> Result<DateTime<FixedOffset>, Failure> {
    if text == "now" {
        return Ok(Local::now().fixed_offset());
    }
    DateTime::parse_from_rfc3339(text).map_err(|_| {
        let what = lang.pick("geen tijdstip", "no moment");
        Failure::Usage(format!("{option}: {what}: {} (2026-03-02T09:00:00+01:00)", short(text)))
    })
}

fn read_directory(
    arguments: &CheckArguments,
    lang: Lang,
) -> Result<Option<skp_messages::conversation::Directory>, Failure> {
    let Some(path) = &arguments.directory else { return Ok(None) };
    let text = fs::read_to_string(path).map_err(Failure::at(path.display()))?;
    let wrong = |wrong: directory::Wrong| {
        Failure::Usage(format!("{}: {}", harmless(&path.display().to_string()), wrong.text(lang)))
    };
    directory::read(&text).map(Some).map_err(wrong)
}

/// Where each conversation stands.
fn standings(dossier: &Dossier, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for standing in &dossier.conversations {
        let none = lang.pick("niet begonnen", "not started");
        let state = standing.state.unwrap_or(none);
        let taken = standing.messages;
        let refused = match (standing.refused, lang) {
            (0, _) => String::new(),
            (refused, Lang::Nl) => format!(", {refused} niet aanvaard"),
            (refused, Lang::En) => format!(", {refused} not accepted"),
        };
        let messages = lang.pick("berichten", "messages");
        let (module, release, reference) = (standing.module, standing.release, &standing.reference);
        writeln!(out, "{module} {release} {reference}: {state} ({messages}: {taken}{refused})")?;
        for deadline in &standing.deadlines {
            let answers: Vec<&str> = deadline.answers.iter().map(|answer| answer.id).collect();
            let (question, reference) = (deadline.question.id, harmless(&deadline.reference));
            let until = lang.pick("uiterlijk", "at the latest on");
            let by = deadline.by.join(", ");
            writeln!(out, "  {question} {reference} → {} ({by}), {until} {}", answers.join(", "), deadline.due)?;
        }
    }
    Ok(())
}

fn show(arguments: &ShowArguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let name = &arguments.module;
    let of_module = |table: &&&'static Conversation| {
        table.module.id.eq_ignore_ascii_case(name) || table.module.code.eq_ignore_ascii_case(name)
    };
    let tables: Vec<&'static Conversation> = catalogue::conversations().iter().filter(of_module).copied().collect();
    let wanted = |table: &&&'static Conversation| {
        arguments.release.as_ref().is_none_or(|release| table.release.number == release)
    };
    let Some(table) = tables.iter().rev().find(wanted) else {
        let known: Vec<String> = if tables.is_empty() {
            catalogue::modules().iter().map(|module| module.id.to_owned()).collect()
        } else {
            tables.iter().map(|table| format!("{} {}", table.module.id, table.release.number)).collect()
        };
        let text = lang.pick(
            "geen conversatie van deze module en release; wel van",
            "no conversation of this module and release; there is one of",
        );
        return Err(Failure::Unknown(format!("{}: {text} {}", short(name), known.join(", "))));
    };
    write_table(table, lang, out)?;
    Ok(Verdict::Passed)
}

fn write_table(table: &Conversation, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} {}: {}\n", table.module.id, table.release.number, lang.pick(table.nl, table.en))?;
    let mut rows = Table::new(&[
        lang.pick("deelnemer", "participant"),
        lang.pick("begint", "starts"),
        lang.pick("document", "document"),
        lang.pick("herkomst", "provenance"),
    ]);
    for row in table.participants {
        let starts = if row.starts { lang.pick("ja", "yes") } else { "" };
        let every = if row.every { lang.pick(" in elk bericht", " in every message") } else { "" };
        let consent = row.consent.map_or_else(String::new, |consent| format!("{consent}{every}"));
        rows.row([row.role.to_owned(), starts.to_owned(), consent, marked(row.source)]);
    }
    rows.write(out, 2)?;
    writeln!(out)?;
    let mut rows = Table::new(&[lang.pick("toestand", "state"), "", lang.pick("betekenis", "meaning")]);
    for state in table.states {
        let kind = match (state.end, state.rest) {
            (true, _) => lang.pick("einde", "end"),
            (_, true) => lang.pick("mag blijven", "may stay"),
            _ => "",
        };
        rows.row([state.name, kind, lang.pick(state.nl, state.en)].map(str::to_owned));
    }
    rows.write(out, 2)?;
    writeln!(out)?;
    let mut rows = Table::new(&[
        lang.pick("van", "from"),
        lang.pick("bericht", "message"),
        lang.pick("door", "by"),
        lang.pick("naar", "to"),
        lang.pick("termijn", "deadline"),
        lang.pick("herkomst", "provenance"),
    ]);
    for step in table.transitions {
        rows.row(step_row(table, step, lang));
    }
    rows.write(out, 2)?;
    writeln!(
        out,
        "\n{}\n{}",
        lang.pick(
            "termijn: werkdagen waarbinnen het antwoord moet komen.",
            "deadline: working days within which the answer must come."
        ),
        lang.pick(
            "* proposed: nergens gepubliceerd; een voorstel waar de werkgroep nog over beslist.",
            "* proposed: published nowhere; a proposal that the working group still has to decide on."
        )
    )
}

fn step_row(table: &Conversation, step: &Transition, lang: Lang) -> [String; 6] {
    let mut from: Vec<&str> = if step.first { vec!["START"] } else { Vec::new() };
    if step.anywhere {
        from.push(lang.pick("elke open toestand", "every open state"));
    } else {
        from.extend(step.from);
    }
    let ids: Vec<&str> = step.messages.iter().map(|message| message.id).collect();
    let when = step.when.as_ref().map_or_else(String::new, |when| format!(" [{}]", when.cel));
    let to = match (step.to, step.aside) {
        (Some(to), _) => to,
        (None, true) => lang.pick("blijft, ook elke termijn", "stays, and so does every deadline"),
        (None, false) => lang.pick("blijft", "stays"),
    };
    let asked = |answer: &&skp_messages::shape::Answer| {
        answer.questions.iter().any(|question| step.messages.iter().any(|message| message.id == question.id))
    };
    let days = table.answers.iter().find(asked).and_then(|answer| answer.days);
    [
        from.join(", "),
        format!("{}{when}", ids.join(", ")),
        step.by.join(", "),
        to.to_owned(),
        days.map_or_else(String::new, |days| days.to_string()),
        marked(step.source),
    ]
}

/// A provenance, with a mark when something of it is proposed.
fn marked(source: &str) -> String {
    format!("{}{source}", if source.contains("proposed") { "* " } else { "  " })
}
