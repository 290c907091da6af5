//! `skp sample`: made-up messages, valid or with one mistake.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use skp_messages::sample::{Form, SampleError, Sampler, Wish};
use skp_messages::shape::{Conversation, MessageInfo};
use skp_messages::{Format, Lang, Layout, catalogue};
use skp_validate::Verdict;
use skp_validate::samples::{self, Made, Manner, Missing};
use skp_validate::terminal::count;

use super::{Failure, find};

/// Make messages for tests: valid, varied and made up.
///
/// One message goes to standard output. Several go to the folder of --out, or as lines of JSON to standard output. The
/// same seed gives the same message.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The message, by id or code, such as Saldoverzoek, SR/Saldoverzoek or schuldregeling/2.0/Saldoverzoek.
    #[arg(value_name = "MESSAGE", required_unless_present_any = ["all", "rule", "conversation"])]
    message: Option<String>,
    /// Every message of every release.
    #[arg(long, conflicts_with = "message")]
    all: bool,
    /// A whole conversation of this module, as lines of JSON; without --release of its newest release.
    #[arg(long, value_name = "MODULE", conflicts_with_all = ["message", "all", "module", "rule", "edge", "bare", "format"])]
    conversation: Option<String>,
    /// Only messages of this module, by id or code.
    #[arg(long, value_name = "MODULE")]
    module: Option<String>,
    /// The release; default: the newest that has the message, with --all every release.
    #[arg(long, value_name = "RELEASE")]
    release: Option<String>,
    /// The format; default: json, and with --break one in which the rule can be broken.
    #[arg(long, value_enum)]
    format: Option<To>,
    /// Without the header.
    #[arg(long, conflicts_with = "rule")]
    bare: bool,
    /// The first seed.
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    /// How many of each, each with the next seed.
    #[arg(long, default_value_t = 1, value_name = "N", conflicts_with = "edge")]
    count: u64,
    /// Break this rule and no other, with a whole conversation when it is about several messages; all: every rule.
    #[arg(long = "break", value_name = "RULE", conflicts_with_all = ["edge", "all"])]
    rule: Option<String>,
    /// Walk the boundaries: shortest, longest, lowest, highest, absent, present, every code, short and long lists.
    #[arg(long)]
    edge: bool,
    /// Write a file for each message to this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum To {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

/// Makes the messages and writes them.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let sampler = Sampler::shared().map_err(|error| failed(&error, lang))?;
    if let Some(module) = &arguments.conversation {
        return conversations(sampler, module, arguments, lang, out);
    }
    let messages = messages(arguments, lang)?;
    let seeds = arguments.seed..arguments.seed.saturating_add(arguments.count);
    let every_rule = arguments.rule.as_deref().is_some_and(|rule| rule.eq_ignore_ascii_case("all"));
    let several =
        arguments.edge || every_rule || seeds.end - seeds.start > 1 || (arguments.rule.is_none() && messages.len() > 1);
    let lines = several && arguments.out.is_none();
    let format = arguments.format.map(|format| match format {
        To::Json => Format::Json,
        To::Xml => Format::Xml,
    });
    if lines && format == Some(Format::Xml) {
        return Err(Failure::Usage(
            lang.pick("meer dan één bericht in XML kan alleen met --out", "several messages in XML need --out")
                .to_owned(),
        ));
    }
    let layout = if lines { Layout::Compact } else { Layout::Pretty };
    let form = if arguments.bare { Form::Bare } else { Form::Envelope };
    let manner = Manner { format: format.unwrap_or(Format::Json), layout, form };
    let mut sink = Sink::new(out, arguments, lang)?;
    match &arguments.rule {
        Some(rule) => {
            let rules = match every_rule {
                true => samples::breakable(sampler),
                false => vec![rule.as_str()],
            };
            let any = arguments.message.is_none() && arguments.module.is_none() && arguments.release.is_none();
            let messages = if any { &[] } else { messages.as_slice() };
            // Lines are JSON.
            let format = if lines { Some(Format::Json) } else { format };
            let wish = Wish { messages, format, layout, seed: arguments.seed };
            sink.take(samples::broken(sampler, &rules, wish, seeds), every_rule)?;
        }
        None if arguments.edge => sink.take(samples::edges(sampler, &messages, arguments.seed, manner), true)?,
        None => sink.take(samples::valid(sampler, &messages, seeds, manner), false)?,
    }
    sink.finish()
}

/// Makes conversations and writes them.
fn conversations(
    sampler: &Sampler,
    module: &str,
    arguments: &Arguments,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<Verdict, Failure> {
    let of_module = |table: &&&'static Conversation| {
        let known = table.module;
        let release = arguments.release.as_deref().is_none_or(|release| release == table.release.number);
        release && (module.eq_ignore_ascii_case(known.id) || module.eq_ignore_ascii_case(known.code))
    };
    let newest = catalogue::conversations().iter().rfind(of_module).ok_or_else(|| {
        let text = lang
            .pick("er is geen conversatie van deze module en release", "no conversation is of this module and release");
        Failure::Unknown(text.to_owned())
    })?;
    let seeds = arguments.seed..arguments.seed.saturating_add(arguments.count);
    let mut sink = Sink::new(out, arguments, lang)?;
    sink.take(samples::conversations(sampler, &[newest], seeds), false)?;
    sink.finish()
}

/// The messages that are asked for.
fn messages(arguments: &Arguments, lang: Lang) -> Result<Vec<&'static MessageInfo>, Failure> {
    let release = arguments.release.as_deref();
    if let Some(name) = &arguments.message {
        let name = match &arguments.module {
            Some(module) if !name.contains('/') => format!("{module}/{name}"),
            _ => name.clone(),
        };
        return Ok(vec![find::message_in(catalogue::messages(), &name, release, lang)?]);
    }
    let wanted = |info: &&'static MessageInfo| {
        let module = arguments.module.as_deref().is_none_or(|module| {
            module.eq_ignore_ascii_case(info.module.id) || module.eq_ignore_ascii_case(info.module.code)
        });
        module && release.is_none_or(|release| info.release.number == release)
    };
    let found: Vec<_> = catalogue::messages().iter().copied().filter(wanted).collect();
    if found.is_empty() {
        let text =
            lang.pick("er is geen bericht van deze module en release", "no message is of this module and release");
        return Err(Failure::Unknown(text.to_owned()));
    }
    Ok(found)
}

fn failed(error: &SampleError, lang: Lang) -> Failure {
    Failure::Unknown(error.text(lang))
}

/// Where messages go.
struct Sink<'o> {
    out: &'o mut dyn Write,
    folder: Option<PathBuf>,
    lang: Lang,
    made: u64,
    not: u64,
}

impl<'o> Sink<'o> {
    fn new(out: &'o mut dyn Write, arguments: &Arguments, lang: Lang) -> Result<Self, Failure> {
        if let Some(folder) = &arguments.out {
            fs::create_dir_all(folder).map_err(Failure::at(folder.display()))?;
        }
        Ok(Self { out, folder: arguments.out.clone(), lang, made: 0, not: 0 })
    }

    /// Writes messages. With `go_on`, one that cannot be made is told and counted, else it ends the run.
    fn take(&mut self, all: impl Iterator<Item = samples::Result>, go_on: bool) -> Result<(), Failure> {
        for one in all {
            match one {
                Ok(made) => self.write(&made)?,
                Err(Missing::Failed(error)) if go_on => self.tell(&error.text(self.lang))?,
                Err(Missing::Failed(error)) => return Err(failed(&error, self.lang)),
                Err(Missing::Skipped(skipped)) => {
                    let rules: Vec<&str> = skipped.rules.iter().map(|rule| rule.id).collect();
                    let why = self.lang.pick("overgeslagen", "skipped");
                    self.tell(&format!("{} {}: {why} ({})", skipped.place, skipped.boundary, rules.join(", ")))?;
                }
            }
        }
        Ok(())
    }

    fn tell(&mut self, text: &str) -> Result<(), Failure> {
        self.not += 1;
        Ok(writeln!(io::stderr(), "{text}")?)
    }

    fn write(&mut self, made: &Made) -> Result<(), Failure> {
        self.made += 1;
        if !made.also.is_empty() {
            let also: Vec<&str> = made.also.iter().map(|rule| rule.id).collect();
            let text = self.lang.pick("breekt ook onvermijdelijk", "unavoidably also breaks");
            writeln!(io::stderr(), "{}: {text} {}", made.name, also.join(", "))?;
        }
        if !made.needs.is_empty() {
            let text = self.lang.pick("te vinden met", "found with");
            writeln!(io::stderr(), "{}: {text} {}", made.name, made.needs.join(" "))?;
        }
        if let Some((name, text)) = &made.directory {
            match &self.folder {
                Some(folder) => {
                    let path = folder.join(name);
                    fs::write(&path, text).map_err(Failure::at(path.display()))?;
                }
                None => writeln!(io::stderr(), "{name}:\n{}", text.trim_end())?,
            }
        }
        if let Some(folder) = &self.folder {
            let path = folder.join(&made.name);
            return fs::write(&path, &made.bytes).map_err(Failure::at(path.display()));
        }
        self.out.write_all(&made.bytes)?;
        if !made.bytes.ends_with(b"\n") {
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Says how many there are, where they do not show themselves.
    fn finish(self) -> Result<Verdict, Failure> {
        if self.folder.is_some() || self.not > 0 {
            let made = count(self.made, self.lang, ["bericht", "berichten"], ["message", "messages"]);
            let not = self.not;
            match self.lang {
                Lang::Nl if not > 0 => writeln!(io::stderr(), "{made} gemaakt, {not} overgeslagen.")?,
                Lang::En if not > 0 => writeln!(io::stderr(), "{made} made, {not} skipped.")?,
                Lang::Nl => writeln!(io::stderr(), "{made} gemaakt.")?,
                Lang::En => writeln!(io::stderr(), "{made} made.")?,
            }
        }
        Ok(Verdict::Passed)
    }
}
