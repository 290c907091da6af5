//! `skp explain`: what a rule says, in full.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use skp_codegen::diagnostic::closest;
use skp_messages::Lang;
use skp_messages::shape::{Rule, RulePath, Shape, Step, Type};
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
    /// List all rules.
    #[arg(long, conflicts_with = "rule")]
    list: bool,
    /// Use the definition files in this folder, a draft of the standard, instead of those that skp was built with.
    #[arg(long, value_name = "DIR")]
    definitions: Option<PathBuf>,
}

/// Shows one rule, or the list of all.
pub fn run(arguments: &Arguments, lang: Lang, out: &mut dyn Write) -> Result<Verdict, Failure> {
    let tables = Tables::load(arguments.definitions.as_deref(), lang)?;
    let rules = tables.rules();
    if let Some(id) = &arguments.rule {
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
        for rule in rules {
            table.row([rule.id, rule.severity.text(lang), lang.pick(rule.nl, rule.en)].map(str::to_owned));
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
    writeln!(out, "{}  {}\n", rule.id, rule.severity.text(lang))?;
    table.write(out, 2)
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

/// The messages that the rule is checked in, each with its releases; every message for a check of the runtime.
fn holds_in(rule: &Rule, tables: &Tables, lang: Lang) -> Vec<String> {
    let mut messages: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for message in tables.messages() {
        if has(message.shape, rule) || message.forbidden.iter().any(|forbidden| forbidden.rule.id == rule.id) {
            messages.entry((message.module.id, message.id)).or_default().push(message.release.number);
        }
    }
    let mut places: Vec<String> = has(tables.header(), rule).then(|| "Berichtheader".to_owned()).into_iter().collect();
    places.extend(messages.iter().map(|((module, id), releases)| format!("{id} ({module} {})", releases.join(", "))));
    if rule.id.starts_with("CSV-") {
        places.push(lang.pick("CSV-bestanden van het portaal", "CSV files of the portal").to_owned());
    }
    if places.is_empty() {
        places.push(lang.pick("elk bericht", "every message").to_owned());
    }
    places
}

fn has(shape: &Shape, rule: &Rule) -> bool {
    let inner = |ty: &Type| matches!(ty, Type::Composite(part) if has(part, rule));
    shape.rules.iter().any(|one| one.id == rule.id) || shape.elements.iter().any(|element| inner(&element.ty))
}
