//! `skp show`: the element table of a message, its parts, code lists and rules.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use skp_messages::Lang;
use skp_messages::shape::{CodeList, Element, Kind, MessageInfo, Privacy, Release, Rule, Shape, Type};
use skp_validate::Verdict;

use super::draft::Tables;
use super::table::Table;
use super::{Failure, find};

/// Show the element table of a message.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Id or code of the message, such as Slotuitdeling or SU; when several modules have it with its module, such as
    /// SR/Saldoverzoek or schuldregeling/2.0/Saldoverzoek; or Berichtheader.
    message: String,
    /// The release; default: the newest that has the message.
    #[arg(long, value_name = "RELEASE")]
    release: Option<String>,
    /// Use the definition files in this folder, a draft of the standard, instead of those that skp was built with.
    #[arg(long, value_name = "DIR")]
    definitions: Option<PathBuf>,
}

/// Shows the tables of one message.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let tables = Tables::load(arguments.definitions.as_deref(), lang)?;
    if arguments.message.eq_ignore_ascii_case("Berichtheader") {
        let header = tables.header();
        writeln!(out, "Berichtheader\n")?;
        Page::new(header, None, lang).write(out, header)?;
    } else {
        let message = find::message_in(tables.messages(), &arguments.message, arguments.release.as_deref(), lang)?;
        heading(message, lang, out)?;
        // One label may hold for a whole release, whatever its rows say.
        let content = Some(message.release.content).filter(|content| *content != "as labelled");
        let mut page = Page::new(message.shape, content, lang);
        for forbidden in message.forbidden {
            page.rules.push((message.id, forbidden.rule));
        }
        page.write(out, message.shape)?;
    }
    Ok(Verdict::Passed)
}

fn heading(message: &MessageInfo, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} ({}, {})", message.bericht, message.name, message.code)?;
    let (from, to) = (message.from.join(", "), message.to.join(", "));
    writeln!(out, "{} {from} {} {to}", lang.pick("van", "from"), lang.pick("aan", "to"))?;
    if message.starts {
        writeln!(out, "{}", lang.pick("kan een conversatie beginnen", "may start a conversation"))?;
    }
    if message.answers {
        writeln!(
            out,
            "{}",
            lang.pick(
                "is een antwoord: AntwoordOp is verplicht in de header",
                "is an answer: the header must have AntwoordOp"
            )
        )?;
    }
    writeln!(out, "namespace {}", message.release.namespace)?;
    writeln!(out, "{}", standing(message.release, lang))?;
    writeln!(out, "{} {}\n", lang.pick("herkomst:", "provenance:"), message.source)
}

/// The status and the days of a release, and where they stand.
fn standing(release: &Release, lang: Lang) -> String {
    let from = release.valid_from.map(|day| format!(", {} {day}", lang.pick("vanaf", "from")));
    let until = release.valid_until.map(|day| format!(", {} {day}", lang.pick("tot en met", "until")));
    let (status, source) = (release.status.text(lang), release.status_source);
    format!(
        "{} {}: {status}{}{} ({source})",
        lang.pick("status van release", "status of release"),
        release.number,
        from.unwrap_or_default(),
        until.unwrap_or_default()
    )
}

/// What is shown of a message besides its own table, each once and in the order in which it is met.
struct Page {
    lang: Lang,
    content: Option<&'static str>,
    parts: Vec<&'static Shape>,
    codes: Vec<&'static CodeList>,
    rules: Vec<(&'static str, &'static Rule)>,
}

impl Page {
    fn new(shape: &'static Shape, content: Option<&'static str>, lang: Lang) -> Self {
        let mut page = Self { lang, content, parts: Vec::new(), codes: Vec::new(), rules: Vec::new() };
        page.collect(shape);
        page
    }

    fn collect(&mut self, shape: &'static Shape) {
        self.rules.extend(shape.rules.iter().map(|&rule| (shape.name, rule)));
        let mut inner = Vec::new();
        for element in shape.elements {
            match element.ty {
                Type::Composite(part) if !self.parts.iter().any(|seen| seen.name == part.name) => {
                    self.parts.push(part);
                    inner.push(part);
                }
                Type::Code(list) if !self.codes.iter().any(|seen| seen.name == list.name) => self.codes.push(list),
                _ => {}
            }
        }
        for part in inner {
            self.collect(part);
        }
    }

    fn write(&self, out: &mut dyn Write, shape: &'static Shape) -> io::Result<()> {
        let lang = self.lang;
        self.table(shape).write(out, 0)?;
        for part in &self.parts {
            let choice = if part.choice { lang.pick(": precies één van", ": exactly one of") } else { "" };
            writeln!(out, "\n  {}{choice}", part.name)?;
            self.table(part).write(out, 4)?;
        }
        for list in &self.codes {
            let kind = if list.closed { lang.pick("gesloten", "closed") } else { lang.pick("open", "open") };
            writeln!(out, "\n  {} ({}, {kind})", list.name, lang.pick("codelijst", "code list"))?;
            let mut table = Table::default();
            for code in list.codes {
                table.row([code.code, lang.pick(code.nl, code.en)].map(str::to_owned));
            }
            table.write(out, 4)?;
        }
        if !self.rules.is_empty() {
            writeln!(out, "\n{}", lang.pick("Regels", "Rules"))?;
            let mut table = Table::default();
            for (on, rule) in &self.rules {
                let text = lang.pick(rule.nl, rule.en);
                table.row([rule.id, rule.severity.text(lang), on, text].map(str::to_owned));
            }
            table.write(out, 2)?;
        }
        writeln!(
            out,
            "\n{}\n{}",
            lang.pick(
                "Daarnaast gelden de regels van elk bericht: zie 'skp explain --list'.",
                "The rules of every message hold as well: see 'skp explain --list'."
            ),
            lang.pick(
                "* proposed: nergens gepubliceerd; een voorstel waar de werkgroep nog over beslist.",
                "* proposed: published nowhere; a proposal that the working group still has to decide on."
            )
        )
    }

    fn table(&self, shape: &Shape) -> Table {
        let lang = self.lang;
        let mut table = Table::new(&[
            lang.pick("element", "element"),
            lang.pick("type", "type"),
            lang.pick("aantal", "card"),
            lang.pick("privacy", "privacy"),
            lang.pick("herkomst", "provenance"),
        ]);
        for element in shape.elements {
            let name = element.item.map_or_else(|| element.name.to_owned(), |item| format!("{}/{item}", element.name));
            let privacy = match element.privacy {
                Privacy::None => "",
                Privacy::Personal => lang.pick("persoonlijk", "personal"),
                Privacy::Sensitive => lang.pick("gevoelig", "sensitive"),
            };
            table.row([name, kind(element, lang), card(element).to_owned(), privacy.to_owned(), self.source(element)]);
        }
        table
    }

    /// The provenance of a row, marked when it is proposed.
    fn source(&self, element: &Element) -> String {
        let source = self.content.unwrap_or(element.source);
        format!("{}{source}", if source.contains("proposed") { "* " } else { "  " })
    }
}

const fn card(element: &Element) -> &'static str {
    match (element.min, element.is_list()) {
        (0, false) => "0..1",
        (_, false) => "1",
        (0, true) => "0..*",
        (_, true) => "1..*",
    }
}

/// The type of an element with the limits that hold for it.
fn kind(element: &Element, lang: Lang) -> String {
    let mut text = element.ty.name().to_owned();
    let Type::Simple(simple) = element.ty else { return text };
    let limits = match simple.kind {
        Kind::Text | Kind::Lines => Some(lang.pick("tekens", "characters")),
        Kind::Integer => Some(""),
        _ => None,
    };
    if let Some(unit) = limits {
        let low = element.low.map_or(simple.low, i64::from);
        let high = element.high.map_or(simple.high, i64::from);
        let range = if low == high { low.to_string() } else { format!("{low}–{high}") };
        text.push_str(format!(" {range} {unit}").trim_end());
    }
    for pattern in [simple.pattern, element.pattern].into_iter().flatten() {
        text.push_str(&format!(" /{}/", pattern.text));
    }
    text
}
