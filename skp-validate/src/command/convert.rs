//! `skp convert`: one message from JSON to XML, or back.
//!
//! Only a valid message is converted: what is written is never half of what was read.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use chrono::Local;
use clap::{Args, ValueEnum};
use skp_messages::{Format, Lang, Layout, Options, Report};
use skp_validate::render::{Render, Style, Text};
use skp_validate::terminal::wants_colour;
use skp_validate::{Checked, Input, Outcome, Summary, Verdict};

use super::Failure;

/// Convert a valid message to JSON or XML.
///
/// With its header when it came in an envelope. Findings go to standard error; nothing is written when there are errors.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The message, or - for standard input.
    #[arg(value_name = "IN")]
    input: String,
    /// The format to write.
    #[arg(long, value_enum)]
    to: To,
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
    let format = match arguments.to {
        To::Json => Format::Json,
        To::Xml => Format::Xml,
    };
    let layout = if arguments.compact { Layout::Compact } else { Layout::Pretty };
    let style = Style { lang, show_values: arguments.show_values, colour: wants_colour(&io::stderr()) };
    let written = skp_messages::read_with(&bytes, &options).and_then(|received| {
        let text = received.write(format, layout)?;
        Ok((text, received.report().clone()))
    });
    match written {
        Ok((text, report)) => {
            // Warnings only.
            Text::new(style).report(&mut io::stderr(), &input.to_string(), &bytes, &report)?;
            let text = text.trim_end().to_owned() + "\n";
            match &arguments.out {
                Some(path) => fs::write(path, text).map_err(Failure::at(path.display()))?,
                None => out.write_all(text.as_bytes())?,
            }
            Ok(Verdict::Passed)
        }
        Err(report) => refuse(input.to_string(), bytes, report, style),
    }
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
    let nothing = style.lang.pick("Er is niets geschreven.", "Nothing was written.");
    writeln!(io::stderr(), "{nothing}")?;
    Ok(verdict)
}
