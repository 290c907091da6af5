//! The verbs of `skp`, one file each, and what they share: arguments, exit codes and errors.
//!
//! A verb turns arguments into calls of libraries and prints. It decides nothing about messages.

mod catalogue;
mod conversation;
mod convert;
mod csv;
mod definitions;
mod draft;
mod explain;
mod fault;
mod find;
mod generate;
mod progress;
mod sample;
mod schema;
mod show;
mod table;
mod upgrades;
mod validate;

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::panic;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use skp_validate::Verdict;
use skp_validate::terminal::harmless;

/// Check, convert and look up messages of the Schuldenknooppunt (SKP).
///
/// Exit codes: 0 nothing wrong (there may be warnings); 1 errors; 2 wrong usage; 3 an input that could not be checked,
/// none at all, or no message or rule of this name; 4 a file that could not be read or written, or an internal error.
#[derive(Debug, Parser)]
#[command(name = "skp", version, arg_required_else_help = true)]
struct Cli {
    /// Language of the output.
    #[arg(long, global = true, value_enum, default_value_t = Lang::Nl)]
    lang: Lang,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Validate(validate::Arguments),
    Convert(convert::Arguments),
    #[command(subcommand)]
    Conversation(conversation::What),
    Catalogue(catalogue::Arguments),
    Show(show::Arguments),
    Explain(explain::Arguments),
    Fault(fault::Arguments),
    Sample(sample::Arguments),
    Schema(schema::Arguments),
    #[command(subcommand)]
    Csv(csv::What),
    #[command(subcommand)]
    Generate(generate::What),
    #[command(subcommand)]
    Definitions(definitions::What),
}

/// The language of the output.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lang {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl From<Lang> for skp_messages::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Nl => Self::Nl,
            Lang::En => Self::En,
        }
    }
}

/// Why a verb could not do its work.
#[derive(Debug)]
enum Failure {
    /// The operating system refused; the text says what.
    Io(String, io::Error),
    /// The arguments name something that does not exist, or nothing at all.
    Unknown(String),
    /// The arguments do not go together.
    Usage(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(String::new(), error)
    }
}

impl Failure {
    /// A failure that names a file.
    fn at(path: impl fmt::Display) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_string();
        move |error| Self::Io(path, error)
    }

    fn exit_code(&self) -> u8 {
        match self {
            // The reader of our output has seen enough: `skp … | head`.
            Self::Io(path, error) if path.is_empty() && error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Io(..) => Verdict::Broken.exit_code(),
            Self::Unknown(_) => Verdict::NotChecked.exit_code(),
            Self::Usage(_) => Verdict::USAGE,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) if path.is_empty() => f.write_str(&harmless(&error.to_string())),
            Self::Io(path, error) => f.write_str(&harmless(&format!("{path}: {error}"))),
            // Names that come from outside are in these texts too; a report may take several lines.
            Self::Unknown(text) | Self::Usage(text) => {
                f.write_str(&text.split('\n').map(harmless).collect::<Vec<_>>().join("\n"))
            }
        }
    }
}

/// Runs the command and gives its exit code.
pub fn main() -> ExitCode {
    // The text of a panic may quote a message, and so a person; its place is enough for its makers.
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(io::stderr(), "skp: internal error at {place}");
    }));
    ExitCode::from(panic::catch_unwind(run).unwrap_or(Verdict::Broken.exit_code()))
}

fn run() -> u8 {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version go to stdout and are no error.
            let _ = error.print();
            return if error.use_stderr() { Verdict::USAGE } else { 0 };
        }
    };
    let lang = skp_messages::Lang::from(cli.lang);
    let mut out = BufWriter::new(io::stdout().lock());
    let result = match cli.verb {
        Verb::Validate(arguments) => validate::run(&arguments, lang, &mut out),
        Verb::Convert(arguments) => convert::run(&arguments, lang, &mut out),
        Verb::Conversation(what) => conversation::run(&what, lang, &mut out),
        Verb::Catalogue(arguments) => catalogue::run(&arguments, lang, &mut out),
        Verb::Show(arguments) => show::run(&arguments, lang, &mut out),
        Verb::Explain(arguments) => explain::run(&arguments, lang, &mut out),
        Verb::Fault(arguments) => fault::run(&arguments, lang, &mut out),
        Verb::Sample(arguments) => sample::run(&arguments, lang, &mut out),
        Verb::Schema(arguments) => schema::run(&arguments, &mut out),
        Verb::Csv(what) => csv::run(&what, lang, &mut out),
        Verb::Generate(what) => generate::run(&what, lang, &mut out),
        Verb::Definitions(what) => definitions::run(&what, lang, &mut out),
    };
    // What came of the work does not change when the reader of our output has seen enough.
    let flushed =
        out.flush().or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) });
    match result.and_then(|verdict| Ok(flushed.map(|()| verdict)?)) {
        Ok(verdict) => verdict.exit_code(),
        Err(failure) => {
            let code = failure.exit_code();
            if code != 0 {
                let _ = writeln!(io::stderr(), "{}: {failure}", lang.pick("fout", "error"));
            }
            code
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }
}
