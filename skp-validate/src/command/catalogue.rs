//! `skp catalogue`: which messages there are, in which releases, from whom to whom.

use std::io::Write;

use clap::{Args, ValueEnum};
use serde::Serialize;
use skp_messages::Lang;
use skp_messages::catalogue;
use skp_messages::shape::{MessageInfo, Module};
use skp_validate::Verdict;

use super::Failure;
use super::table::Table;

/// List the messages of each module and release.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A table.
    Text,
    /// One JSON document.
    Json,
}

/// Shows the catalogue.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    match arguments.format {
        Format::Text => text(lang, out)?,
        Format::Json => {
            let messages: Vec<Record> = catalogue::messages().iter().map(|message| Record::new(message)).collect();
            serde_json::to_writer_pretty(&mut *out, &messages).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
    }
    Ok(Verdict::Passed)
}

/// One message of one release.
#[derive(Serialize)]
struct Record {
    bericht: &'static str,
    module: &'static str,
    release: &'static str,
    message: &'static str,
    name: &'static str,
    code: &'static str,
    from: &'static [&'static str],
    to: &'static [&'static str],
    starts: bool,
    answers: bool,
    source: &'static str,
    release_source: &'static str,
    release_content: &'static str,
    release_status: &'static str,
    release_status_source: &'static str,
    release_valid_from: Option<&'static str>,
    release_valid_until: Option<&'static str>,
    namespace: &'static str,
}

impl Record {
    fn new(message: &MessageInfo) -> Self {
        Self {
            bericht: message.bericht,
            module: message.module.id,
            release: message.release.number,
            message: message.id,
            name: message.name,
            code: message.code,
            from: message.from,
            to: message.to,
            starts: message.starts,
            answers: message.answers,
            source: message.source,
            release_source: message.release.source,
            release_content: message.release.content,
            release_status: message.release.status.word(),
            release_status_source: message.release.status_source,
            release_valid_from: message.release.valid_from,
            release_valid_until: message.release.valid_until,
            namespace: message.release.namespace,
        }
    }
}

fn text(lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    for module in catalogue::modules() {
        writeln!(out, "{} ({}, {})\n", module.name, module.id, module.code)?;
        messages(module, lang).write(out, 2)?;
        writeln!(out)?;
        let mut releases = Table::new(&[
            lang.pick("release", "release"),
            "status",
            lang.pick("vanaf", "from"),
            lang.pick("t/m", "until"),
            lang.pick("herkomst status", "provenance of status"),
            lang.pick("herkomst", "provenance"),
            lang.pick("inhoud", "content"),
        ]);
        for release in module.releases {
            let day = |day: Option<&'static str>| day.unwrap_or("–");
            let (status, from, until) = (release.status.text(lang), day(release.valid_from), day(release.valid_until));
            let source = release.status_source;
            releases
                .row([release.number, status, from, until, source, release.source, release.content].map(str::to_owned));
        }
        releases.write(out, 2)?;
        writeln!(out)?;
    }
    writeln!(
        out,
        "{}",
        lang.pick(
            "Meer over een bericht: skp show BERICHT [--release RELEASE].",
            "More about a message: skp show MESSAGE [--release RELEASE]."
        )
    )
}

/// One row for each message that differs in more than its releases.
fn messages(module: &'static Module, lang: Lang) -> Table {
    let mut headings = vec![lang.pick("bericht", "message"), "code", lang.pick("van", "from"), lang.pick("aan", "to")];
    headings.extend(module.releases.iter().map(|release| release.number));
    headings.push(lang.pick("herkomst", "provenance"));
    let mut table = Table::new(&headings);
    let key = |message: &MessageInfo| (message.id, message.code, message.from, message.to, message.source);
    let all: Vec<&MessageInfo> =
        catalogue::messages().iter().copied().filter(|message| message.module.id == module.id).collect();
    let mut rows: Vec<&MessageInfo> = Vec::new();
    for message in &all {
        if !rows.iter().any(|row| key(row) == key(message)) {
            rows.push(message);
        }
    }
    rows.sort_by_key(|row| row.id);
    for row in rows {
        let mut cells = vec![row.id.to_owned(), row.code.to_owned(), row.from.join(" "), row.to.join(" ")];
        for release in module.releases {
            let here = all.iter().any(|message| message.release.number == release.number && key(message) == key(row));
            cells.push(if here { "x" } else { "" }.to_owned());
        }
        cells.push(row.source.to_owned());
        table.row(cells);
    }
    table
}
