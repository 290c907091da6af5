//! `skp explain`: what a rule says, in full.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use skp_codegen::diagnostic::closest;
use skp_messages::shape::{Rule, RulePath, Shape, Step, Type};
use skp_messages::{Lang, catalogue};
use skp_validate::Verdict;
use skp_validate::terminal::short;

use super::Failure;
use super::draft::Tables;
use super::table::Table;

/// Explain a rule, by the id that a finding shows.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The id, such as VAL-003 or SR-BV-004a; case does not matter.
    #[arg(value_name = "RULE", required_unless_present = "list")]
    rule: Option<String>,
    /// List the rules on messages and conversations.
    #[arg(long, conflicts_with = "rule")]
    list: bool,
    /// With --list: also rules that cannot occur in this standard, and why not.
    #[arg(long, requires = "list")]
    all: bool,
    /// With --list: the rules on files instead, the CSV files of the portal and those that hold messages.
    #[arg(long, requires = "list")]
    files: bool,
    /// Use the definition files in this folder, a draft of the standard, instead of those that skp was built with.
    #[arg(long, value_name = "DIR")]
    definitions: Option<PathBuf>,
}

/// Shows one rule, or the list of all.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let tables = Tables::load(arguments.definitions.as_deref(), lang)?;
    let mut of_files = skp_messages::csv::rules();
    of_files.extend(skp_validate::bulk::rules());
    if let Some(id) = &arguments.rule {
        let rules: Vec<&Rule> = tables.rules().into_iter().chain(of_files.iter().copied()).collect();
        let rule = rules.iter().find(|rule| rule.id.eq_ignore_ascii_case(id)).ok_or_else(|| {
            let ids = || rules.iter().map(|rule| rule.id);
            // Of SR-BV-012 there are only SR-BV-012a and SR-BV-012b.
            let begins = |rule: &&str| rule.get(..id.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(id));
            let lettered = ids().find(|rule| rule.len() == id.len() + 1 && begins(rule));
            Failure::Unknown(match (lettered.or_else(|| closest(id, ids())), lang) {
                (Some(near), Lang::Nl) => format!("er is geen regel {}; bedoelt u {near}?", short(id)),
                (Some(near), Lang::En) => format!("there is no rule {}; did you mean {near}?", short(id)),
                (None, Lang::Nl) => format!("er is geen regel {}; zie 'skp explain --list'", short(id)),
                (None, Lang::En) => format!("there is no rule {}; see 'skp explain --list'", short(id)),
            })
        })?;
        one(rule, &tables, lang, out)?;
    } else {
        let mut table = Table::default();
        let rules = if arguments.files { of_files } else { tables.rules() };
        for rule in rules {
            let text = lang.pick(rule.nl, rule.en);
            let text = match impossible(rule, &tables, lang) {
                Some(_) if !arguments.all => continue,
                Some(why) => format!("{text} ({why})"),
                None => text.to_owned(),
            };
            table.row([rule.id.to_owned(), rule.severity.text(lang).to_owned(), text]);
        }
        table.write(out, 0)?;
    }
    Ok(Verdict::Passed)
}

fn one(rule: &Rule, tables: &Tables, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::default();
    let mut say = |name: &str, text: &str| {
        if !text.is_empty() {
            table.row([name.to_owned(), text.to_owned()]);
        }
    };
    say("nl", rule.nl);
    say("", rule.help_nl);
    say("en", rule.en);
    say("", rule.help_en);
    say("CEL", rule.cel);
    say(lang.pick("wijst naar", "points to"), &path(rule.at));
    let reads: Vec<String> = rule.reads.iter().map(|&read| path(read)).collect();
    say(lang.pick("leest", "reads"), &reads.join(", "));
    for (number, earlier) in earlier(rule, lang).iter().enumerate() {
        say(if number == 0 { lang.pick("eerder bericht", "earlier message") } else { "" }, earlier);
    }
    if rule.needs_sent {
        say(
            lang.pick("nodig", "needs"),
            lang.pick(
                "VerzondenOp uit de header; zonder header wordt de regel niet gecontroleerd",
                "VerzondenOp of the header; without a header the rule is not checked",
            ),
        );
    }
    for (number, place) in holds_in(rule, tables, lang).iter().enumerate() {
        say(if number == 0 { lang.pick("geldt in", "holds in") } else { "" }, place);
    }
    say(lang.pick("herkomst", "provenance"), rule.source);
    if let Some(why) = impossible(rule, tables, lang) {
        say(lang.pick("let op", "note"), &why);
    }
    writeln!(out, "{}  {}\n", rule.id, rule.severity.text(lang))?;
    table.write(out, 2)
}

/// That nothing can break a rule, and why.
fn impossible(rule: &Rule, tables: &Tables, lang: Lang) -> Option<String> {
    let why = catalogue::never(rule, tables.messages())?;
    let what = lang.pick("kan niet optreden in deze standaard", "cannot occur in this standard");
    Some(format!("{what}: {}", lang.pick(why.nl, why.en)))
}

/// A path as people write it: `Vorderingen[].Afkooppercentage`.
fn path(path: RulePath) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Element(name) if text.is_empty() => text.push_str(name),
            Step::Element(name) => {
                text.push('.');
                text.push_str(name);
            }
            Step::Items => text.push_str("[]"),
            Step::Outer => text.push('^'),
        }
    }
    text
}

/// The earlier messages that a rule between messages reads, with the names it gives them.
fn earlier(rule: &Rule, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for fact in skp_messages::catalogue::facts().into_iter().filter(|fact| fact.rule.id == rule.id) {
        for binding in fact.with {
            let messages: Vec<&str> = binding.among.iter().map(|among| among.message.id).collect();
            let or = lang.pick(" of ", " or ");
            let module = fact.on.module.id;
            let line = format!("{}: {} ({module})", binding.name, messages.join(or));
            if !messages.is_empty() && !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// The messages that the rule is checked in, each with its releases; every message for a check of the runtime.
fn holds_in(rule: &Rule, tables: &Tables, lang: Lang) -> Vec<String> {
    let mut messages: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    let facts = skp_messages::catalogue::facts();
    for message in tables.messages() {
        let between = facts.iter().any(|fact| fact.rule.id == rule.id && std::ptr::eq(fact.on, *message));
        if between || has(message.shape, rule) || message.forbidden.iter().any(|forbidden| forbidden.rule.id == rule.id)
        {
            messages.entry((message.module.id, message.id)).or_default().push(message.release.number);
        }
    }
    let mut places: Vec<String> = has(tables.header(), rule).then(|| "Berichtheader".to_owned()).into_iter().collect();
    places.extend(messages.iter().map(|((module, id), releases)| format!("{id} ({module} {})", releases.join(", "))));
    if let Some(row) = skp_messages::catalogue::process_rules().iter().find(|row| row.rule.id == rule.id) {
        places.extend(conversations(row.modules, lang));
    }
    if rule.id.starts_with("CSV-") {
        places.push(lang.pick("CSV-bestanden van het portaal", "CSV files of the portal").to_owned());
    }
    if rule.id.starts_with("BST-") {
        places.push(lang.pick("bestanden met berichten erin", "files with messages in them").to_owned());
    }
    if places.is_empty() {
        places.push(lang.pick("elk bericht", "every message").to_owned());
    }
    places
}

/// The modules whose conversations a rule is about: those with these letters, or all.
fn conversations(letters: &[&str], lang: Lang) -> Option<String> {
    let modules =
        skp_messages::catalogue::modules().iter().filter(|module| letters.is_empty() || letters.contains(&module.code));
    let ids: Vec<&str> = modules.map(|module| module.id).collect();
    let what = lang.pick("conversaties van", "conversations of");
    (!ids.is_empty()).then(|| format!("{what} {}", ids.join(", ")))
}

fn has(shape: &Shape, rule: &Rule) -> bool {
    let inner = |ty: &Type| matches!(ty, Type::Composite(part) if has(part, rule));
    shape.rules.iter().any(|one| one.id == rule.id) || shape.elements.iter().any(|element| inner(&element.ty))
}
