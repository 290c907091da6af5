//! `skp convert`: one message from JSON to XML, or back, or to another release.
//!
//! Only a valid message is converted: what is written is never half of what was read.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use chrono::Local;
use clap::{Args, ValueEnum};
use skp_messages::upgrade::{self, Refused, Supply};
use skp_messages::{Format, Lang, Layout, Options, Received, Report};
use skp_validate::render::{self, Render, Style, Text};
use skp_validate::terminal::{harmless, wants_colour};
use skp_validate::{Checked, Input, Outcome, Summary, Verdict};

use super::Failure;

/// Convert a valid message to JSON or XML, or to another release of its module.
///
/// With its header when it came in an envelope. Findings go to standard error; nothing is written when there are errors.
///
/// To another release goes only what has a place there. What is missing there, does not fit or would be lost is told by
/// path, and nothing is written then: --set gives a value, --allow-losses leaves out what would be lost. What becomes of
/// each element is told before by skp definitions upgrades.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The message, or - for standard input.
    #[arg(value_name = "IN")]
    input: String,
    /// The format to write; default with --to-release: the one it is in.
    #[arg(long, value_enum, required_unless_present = "to_release")]
    to: Option<To>,
    /// The release to write it in, such as 2.0.
    #[arg(long, value_name = "RELEASE")]
    to_release: Option<String>,
    /// Leave out elements that the other release has no place for.
    #[arg(long, requires = "to_release")]
    allow_losses: bool,
    /// A value for an element of the other release, such as Reden=KLANT_ONBEKEND or Contactpersoon.Naam="A. Bos"; of an
    /// item of a list `Vorderingen[2].Betaalreferentie=4711`. May be given more than once.
    #[arg(long, value_name = "PATH=VALUE", requires = "to_release", value_parser = supply)]
    set: Vec<Supply>,
    /// Write to this file instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write the canonical form, without white space.
    #[arg(long)]
    compact: bool,
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

/// Reads the message and writes it in the other format.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let input = match arguments.input.as_str() {
        "-" => Input::Stdin,
        path => Input::File(path.into()),
    };
    let options = Options { now: Some(Local::now().fixed_offset()), ..Options::default() };
    let bytes = input.read(options.limits.size).map_err(Failure::at(&input))?;
    let layout = if arguments.compact { Layout::Compact } else { Layout::Pretty };
    let style = Style { lang, show_values: arguments.show_values, colour: wants_colour(&io::stderr()) };
    let name = input.to_string();
    let received = match skp_messages::read_with(&bytes, &options) {
        Ok(received) => received,
        Err(report) => return refuse(name, bytes, report, style),
    };
    // Warnings only.
    Text::new(style).report(&mut io::stderr(), &name, &bytes, received.report())?;
    let message = match &arguments.to_release {
        Some(release) => match other_release(&received, release, arguments) {
            Ok(converted) => {
                render::converted(&mut io::stderr(), &name, received.report(), &converted, lang)?;
                converted.into_message()
            }
            Err(refused) => return not_converted(&name, &refused, style),
        },
        None => received,
    };
    let format = match arguments.to {
        Some(To::Json) => Format::Json,
        Some(To::Xml) => Format::Xml,
        None => message.format(),
    };
    match message.write(format, layout) {
        Ok(text) => {
            let text = text.trim_end().to_owned() + "\n";
            match &arguments.out {
                Some(path) => fs::write(path, text).map_err(Failure::at(path.display()))?,
                None => out.write_all(text.as_bytes())?,
            }
            Ok(Verdict::Passed)
        }
        Err(report) => refuse(name, bytes, report, style),
    }
}

/// A value for an element: what stands before and after the first `=`.
fn supply(text: &str) -> Result<Supply, String> {
    let (path, value) = text.split_once('=').ok_or("PATH=VALUE")?;
    Ok(Supply { path: path.to_owned(), value: value.to_owned() })
}

fn other_release(received: &Received, release: &str, arguments: &Arguments) -> Result<upgrade::Converted, Refused> {
    let options = upgrade::Options { allow_losses: arguments.allow_losses, supply: arguments.set.clone() };
    upgrade::convert(received, release, &options)
}

/// Shows why a message was not converted to another release.
fn not_converted(name: &str, refused: &Refused, style: Style) -> Result<Verdict, Failure> {
    match refused {
        Refused::NoRelease { .. } | Refused::NoCounterpart { .. } => {
            return Err(Failure::Unknown(format!("{}: {}", harmless(name), harmless(&refused.text(style.lang)))));
        }
        Refused::BadSupply { .. } => {
            return Err(Failure::Usage(format!("--set: {}", harmless(&refused.text(style.lang)))));
        }
        Refused::Incomplete { .. } | Refused::Invalid { .. } => {}
    }
    render::refused(&mut io::stderr(), name, refused, style)?;
    nothing(style.lang)?;
    Ok(Verdict::Findings)
}

fn nothing(lang: Lang) -> io::Result<()> {
    writeln!(io::stderr(), "{}", lang.pick("Er is niets geschreven.", "Nothing was written."))
}

/// Shows why nothing was written.
fn refuse(name: String, bytes: Vec<u8>, report: Report, style: Style) -> Result<Verdict, Failure> {
    let checked = Checked { name, outcome: Outcome::of(report, bytes) };
    let mut summary = Summary::default();
    summary.add(&checked);
    let verdict = summary.verdict().max(Verdict::Findings);
    let mut renderer = Text::new(style);
    renderer.checked(&mut io::stderr(), &checked)?;
    renderer.finish(&mut io::stderr(), &summary, verdict)?;
    nothing(style.lang)?;
    Ok(verdict)
}
