//! `skp fault`: the answer to a message that is wrong.

use std::io::Write;
use std::path::PathBuf;

use chrono::{Local, SubsecRound};
use clap::{Args, ValueEnum};
use skp_messages::fault::{Answer, NoFoutbericht, Problem, SoapFault, foutbericht};
use skp_messages::{Format, Lang, Layout, Limits, Options, examine};
use skp_validate::terminal::harmless;
use skp_validate::{Input, Verdict};

use super::Failure;

/// Make the answer to a wrong message: a Foutbericht in its envelope, a SOAP fault, or problem details.
///
/// It holds rule, place and text of each error, and no value of the message. Faults are for what is wrong with envelope or header;
/// what is wrong with content goes by Foutbericht.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The message, or - for standard input.
    #[arg(value_name = "FILE")]
    file: String,
    /// What to make.
    #[arg(long = "as", value_enum, default_value_t = Form::Foutbericht)]
    form: Form,
    /// The role of whoever answers, such as SE; for a Foutbericht.
    #[arg(long, required_if_eq("form", "foutbericht"))]
    role: Option<String>,
    /// The Referentienummer of the answer; for a Foutbericht.
    #[arg(long, required_if_eq("form", "foutbericht"))]
    reference: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A Foutbericht in its envelope, in the format of the message.
    Foutbericht,
    /// A SOAP 1.1 fault.
    SoapFault,
    /// Problem details (application/problem+json).
    Problem,
}

/// Writes the answer; exit code 0 when there is one, 3 when there is nothing to answer.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let input = if arguments.file == "-" { Input::Stdin } else { Input::File(PathBuf::from(&arguments.file)) };
    let bytes = input.read(Limits::default().size).map_err(Failure::at(&arguments.file))?;
    let now = Local::now().fixed_offset().trunc_subsecs(0);
    let examined = examine(&bytes, &Options { now: Some(now), ..Options::default() });
    let none = |nl: &str, en: &str| Failure::Unknown(format!("{}: {}", harmless(&arguments.file), lang.pick(nl, en)));
    let text = match arguments.form {
        Form::SoapFault => SoapFault::of_report(&examined.report, lang)
            .map(|fault| fault.to_xml(Layout::Compact))
            .ok_or_else(|| {
                none(
                    "met envelop en kop is niets mis; maak een Foutbericht",
                    "envelope and header are right; make a Foutbericht",
                )
            })?,
        Form::Problem => Problem::of_report(&examined.report, lang)
            .map(|problem| problem.to_json())
            .ok_or_else(|| none("er is niets mis", "nothing is wrong"))?,
        Form::Foutbericht => {
            let header = examined.header.as_ref().or_else(|| examined.received.as_ref()?.header());
            let to = header.ok_or_else(|| {
                none(
                    "geen kop die te lezen is; maak een soap-fault of problem",
                    "no header that can be read; make a soap-fault or problem",
                )
            })?;
            let (role, reference) =
                (arguments.role.as_deref().unwrap_or_default(), arguments.reference.as_deref().unwrap_or_default());
            let made = foutbericht(&examined.report, &Answer { to, role, reference, at: now, lang });
            let message = made.map_err(|why| match why {
                NoFoutbericht::NothingWrong => none("er is niets mis", "nothing is wrong"),
                NoFoutbericht::AnswersFoutbericht => {
                    none("op een Foutbericht volgt geen Foutbericht", "a Foutbericht is not answered by a Foutbericht")
                }
                NoFoutbericht::NotInRelease => {
                    none("deze release heeft geen Foutbericht", "this release has no Foutbericht")
                }
                NoFoutbericht::Invalid(report) => Failure::Usage(report.to_string()),
            })?;
            let format = examined.report.format().unwrap_or(Format::Xml);
            message.write(format, Layout::Compact).map_err(|report| Failure::Usage(report.to_string()))?
        }
    };
    writeln!(out, "{text}")?;
    Ok(Verdict::Passed)
}
