//! `skp csv`: check, read, write and repair files of the portal.

mod check;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{Local, SubsecRound};
use clap::{Args, Subcommand, ValueEnum};
use skp_messages::bericht::v2_0::Berichtheader;
use skp_messages::csv::{Conversation, Entry, Sending, layouts, repair, repair_answers, write};
use skp_messages::{Format, Lang, Layout, Options, Received};
use skp_validate::csv::Upload;
use skp_validate::terminal::harmless;
use skp_validate::{Input, Verdict};

use super::Failure;

/// Check, read, write and repair CSV files of the web portal (module Schuldregeling, release 2.0).
#[derive(Debug, Subcommand)]
pub enum What {
    /// Check the files of one upload: all findings of all files, with row and column.
    Check(check::Check),
    /// Read valid answer files to messages.
    Read(Read),
    /// Write a question file, or with answers an answer file.
    Write(Writing),
    /// Undo what a spreadsheet did to a file, where that is certain.
    Repair(Repair),
}

/// The files and the form of the messages.
#[derive(Debug, Args)]
pub struct Read {
    /// The files of the upload.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The format of the messages.
    #[arg(long, value_enum, default_value_t = To::Json)]
    to: To,
    /// The questions as messages in their envelopes: each answer then gets an envelope too, to whoever asked.
    #[arg(long = "answers-to", value_name = "MESSAGE", num_args = 1..)]
    questions: Vec<PathBuf>,
    /// The role of whoever answers, for the envelopes.
    #[arg(long, default_value = "SE")]
    role: String,
    /// Write each message to a file in this folder, instead of one a line to standard output.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Show values in findings, also those of persons.
    #[arg(long)]
    show_values: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum To {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

/// The messages and the layout.
#[derive(Debug, Args)]
pub struct Writing {
    /// Questions and answers, each in an envelope; an answer goes with the question of its conversation.
    #[arg(value_name = "MESSAGE", required = true)]
    messages: Vec<PathBuf>,
    /// The layout.
    #[arg(long, value_parser = layouts().iter().map(|layout| layout.id).collect::<Vec<_>>())]
    layout: String,
    /// The file to write; further files of more than 4 MB get a number.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// The file and where its repaired form goes.
#[derive(Debug, Args)]
pub struct Repair {
    /// The file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    questions: check::Asked,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Show values, also those of persons.
    #[arg(long)]
    show_values: bool,
}

/// Does what was asked.
pub fn run(what: &What, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    match what {
        What::Check(arguments) => check::run(arguments, lang, out),
        What::Read(arguments) => messages(arguments, lang, out),
        What::Write(arguments) => writing(arguments, lang),
        What::Repair(arguments) => repaired(arguments, lang, out),
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    Input::File(path.into()).read(Options::default().limits.size).map_err(Failure::at(path.display()))
}

fn upload(files: &[PathBuf]) -> Result<Upload, Failure> {
    let mut upload = Upload::default();
    for path in files {
        upload.add(&path.display().to_string(), &bytes(path)?, &Options::default());
    }
    Ok(upload)
}

fn messages(arguments: &Read, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let upload = upload(&arguments.files)?;
    if !upload.is_accepted() {
        upload.text(&mut io::stderr(), lang, arguments.show_values)?;
        return Ok(upload.verdict());
    }
    let (format, extension) = match arguments.to {
        To::Json => (Format::Json, "json"),
        To::Xml => (Format::Xml, "xml"),
    };
    if let Some(folder) = &arguments.out {
        fs::create_dir_all(folder).map_err(Failure::at(folder.display()))?;
    }
    let questions = questions(&arguments.questions)?;
    for conversation in upload.files().iter().flat_map(|(_, reading)| reading.conversations()) {
        let Some(message) = conversation.message() else { continue };
        let text = if arguments.questions.is_empty() {
            message.write(format, Layout::Compact)
        } else {
            let header = header(conversation, &questions, &arguments.role).ok_or_else(|| {
                let why = lang.pick("hoort bij geen van de vragen", "belongs to none of the questions");
                Failure::Unknown(format!("{}: {why}", skp_validate::terminal::harmless(conversation.reference())))
            })?;
            message.write_with(&header, format, Layout::Compact)
        };
        let text = text.map_err(|report| Failure::Usage(report.to_string()))?;
        match &arguments.out {
            Some(folder) => {
                // The reference is a UUID, since the file is valid.
                let path = folder.join(format!("{}.{extension}", conversation.reference()));
                fs::write(&path, text + "\n").map_err(Failure::at(path.display()))?;
            }
            None => writeln!(out, "{text}")?,
        }
    }
    Ok(Verdict::Passed)
}

/// The messages that are answered.
fn questions(paths: &[PathBuf]) -> Result<Vec<Received>, Failure> {
    let read = |path: &PathBuf| {
        skp_messages::read(&bytes(path)?).map_err(|report| Failure::Unknown(format!("{}:\n{report}", path.display())))
    };
    paths.iter().map(read).collect()
}

/// The header of an answer, sent now. Its number is that of the question with an A before it.
fn header(conversation: &Conversation, questions: &[Received], role: &str) -> Option<Berichtheader> {
    let question = questions.iter().filter_map(Received::header).find(|header| conversation.answers_to(header))?;
    let reference: String = format!("A-{}", question.referentienummer.as_str()).chars().take(50).collect();
    let at = Local::now().fixed_offset().trunc_subsecs(0);
    conversation.header(question, &Sending { role, reference: &reference, at })
}

fn writing(arguments: &Writing, lang: Lang) -> Result<Verdict, Failure> {
    let Some(layout) = layouts().iter().find(|layout| layout.id == arguments.layout) else {
        return Err(Failure::Unknown(harmless(&arguments.layout)));
    };
    let mut read: Vec<Received> = Vec::new();
    for path in &arguments.messages {
        let message = skp_messages::read(&bytes(path)?)
            .map_err(|report| Failure::Unknown(format!("{}:\n{report}", harmless(&path.display().to_string()))))?;
        if message.header().is_none() {
            let text = lang.pick("het bericht heeft geen Berichtheader", "the message has no header");
            return Err(Failure::Unknown(format!("{}: {text}", harmless(&path.display().to_string()))));
        }
        read.push(message);
    }
    let is_question = |message: &&Received| message.info().id == layout.question;
    let header = |message: &Received| {
        message.header().map(|header| {
            let sender = header.afzender_naam.as_ref().map(|name| name.as_str().to_owned()).unwrap_or_default();
            let conversation = header.conversatie_referentienummer.to_string();
            (conversation, header.referentienummer.as_str().to_owned(), sender)
        })
    };
    let headers: Vec<_> =
        read.iter().filter(is_question).filter_map(|message| Some((message, header(message)?))).collect();
    let entries: Vec<Entry<'_>> = headers
        .iter()
        .map(|(question, (conversation, reference, sender))| {
            let same = |message: &&Received| header(message).is_some_and(|(other, ..)| other == *conversation);
            let answer = read.iter().filter(|message| !is_question(message)).find(same);
            Entry { conversation, reference, sender, question: Some(question), answer }
        })
        .collect();
    let text = lang.pick("geen vraag van deze layout", "no question of this layout");
    if entries.is_empty() {
        return Err(Failure::Unknown(text.to_owned()));
    }
    // Nothing is left out in silence: a message that no row holds stops the work.
    let used = |message: &Received| {
        let is = |other: &Received| std::ptr::eq(other, message);
        entries.iter().any(|entry| entry.question.is_some_and(is) || entry.answer.is_some_and(is))
    };
    if let Some((path, _)) = arguments.messages.iter().zip(&read).find(|(_, message)| !used(message)) {
        let text = lang.pick(
            "hoort bij geen vraag van de invoer, of is een tweede antwoord",
            "belongs to no question of the input, or is a second answer",
        );
        return Err(Failure::Unknown(format!("{}: {text}", harmless(&path.display().to_string()))));
    }
    if arguments.messages.contains(&arguments.out) {
        return Err(Failure::Usage(
            lang.pick("--out is een van de berichten", "--out is one of the messages").to_owned(),
        ));
    }
    let written = write(layout, &entries);
    for (number, text) in written.files.iter().enumerate() {
        let path = if number == 0 { arguments.out.clone() } else { numbered(&arguments.out, number + 1) };
        fs::write(&path, text).map_err(Failure::at(path.display()))?;
    }
    for (entry, path) in &written.losses {
        let reference = entries.get(*entry).map_or("", |entry| entry.reference);
        let text = lang.pick("staat niet in het bestand", "is not in the file");
        writeln!(io::stderr(), "{}: {path} {text}", harmless(reference))?;
    }
    Ok(Verdict::Passed)
}

/// `saldo.csv` as `saldo-2.csv`.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{number}.csv"))
}

fn repaired(arguments: &Repair, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let (name, bytes) = (arguments.file.display().to_string(), bytes(&arguments.file)?);
    let result = match arguments.questions.read(lang)? {
        Some(questions) => repair_answers(&name, &bytes, &questions, &Options::default()),
        None => repair(&name, &bytes, &Options::default()),
    };
    for change in &result.changes {
        write!(out, "{} {}", lang.pick("hersteld:", "repaired:"), change.finding.line(lang, arguments.show_values))?;
        if arguments.show_values {
            write!(out, " → \"{}\"", harmless(change.shown()))?;
        }
        writeln!(out)?;
    }
    for finding in &result.left {
        let line = finding.line(lang, arguments.show_values);
        writeln!(out, "{} {line}", lang.pick("niet hersteld:", "not repaired:"))?;
    }
    let Some(text) = &result.text else { return Ok(Verdict::Findings) };
    if fs::canonicalize(&arguments.out).is_ok_and(|to| fs::canonicalize(&arguments.file).is_ok_and(|from| from == to)) {
        let text = lang.pick("--out is het bestand zelf", "--out is the file itself");
        return Err(Failure::Usage(text.to_owned()));
    }
    fs::write(&arguments.out, text).map_err(Failure::at(arguments.out.display()))?;
    let errors = result.left.iter().any(skp_messages::csv::CsvFinding::is_error);
    Ok(if errors { Verdict::Findings } else { Verdict::Passed })
}
