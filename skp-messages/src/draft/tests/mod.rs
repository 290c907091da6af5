//! The interpreter against compiled rules, for every form that a rule can have.
//!
//! The rules of the standard use part of what may be written. `twins.txt` has rules for all of it, on tables of the
//! standard; `twins.rs` is what the generator makes of them. Both run on the same inputs and must find the same.
#![cfg(all(feature = "schuldinventarisatie", feature = "schuldregeling", feature = "vroegsignalering"))]

mod inputs;
mod made;

use std::collections::BTreeSet;

use skp_codegen::catalogue::{self, Catalogue};
use skp_codegen::cel::{self, RuleText};

use super::keep::{Keep, one};
use super::program::Rule;
use super::view::{Input, View};
use super::{eval, rules, translate};
use crate::check::pull::TreeDecoder;
use crate::check::standard::{BUILT, Rules, Standard};
use crate::check::{Checker, careful};
use crate::shape::{MessageInfo, Shape, Type};
use crate::{Options, Report};

/// What `twins.txt` has for one table.
struct Twin {
    /// `schuldregeling/2.0/Betaalvoorstel`, or `Berichtheader`.
    table: &'static str,
    /// Its number in the catalogue.
    id: usize,
    /// Its rules, compiled.
    rules: Vec<catalogue::Rule>,
}

/// The rules of `twins.txt`, against the tables of the standard.
fn twins() -> Vec<Twin> {
    let catalogue = catalogue();
    let mut twins: Vec<Twin> = Vec::new();
    for line in include_str!("twins.txt").lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if let Some(table) = line.strip_prefix("# ") {
            twins.push(Twin { table, id: number(&catalogue, table), rules: Vec::new() });
            continue;
        }
        let twin = twins.last_mut().unwrap();
        let id = format!("TW-{}", twin.rules.len());
        twin.rules.push(rule(&catalogue, twin.id, &id, line));
    }
    twins
}

fn catalogue() -> Catalogue {
    let sources = super::Sources::new(skp_definitions::files().iter().copied());
    skp_codegen::compile(&sources).unwrap_or_else(|errors| panic!("{}", super::render(&errors, &sources)))
}

fn number(catalogue: &Catalogue, table: &str) -> usize {
    let bericht = |message: &catalogue::Message| {
        let module = &catalogue.modules[message.module];
        format!("{}/{}/{}", module.id, module.releases[message.release].number, message.id)
    };
    let found = catalogue.messages.iter().find(|message| message.id == table || bericht(message) == table);
    found.unwrap_or_else(|| panic!("{table}")).ty.0
}

fn rule(catalogue: &Catalogue, on: usize, id: &str, line: &str) -> catalogue::Rule {
    let parts: Vec<&str> = line.split('@').map(str::trim).collect();
    let (each, when, assert) = match parts.as_slice() {
        [assert] => ("", "", *assert),
        [when, assert] => ("", *when, *assert),
        [each, when, assert] => (*each, *when, *assert),
        _ => panic!("{line}"),
    };
    let text = RuleText {
        each: Some(each).filter(|each| !each.is_empty()),
        when: Some(when).filter(|when| !when.is_empty()),
        assert,
        at: None,
    };
    let constant = format!("&rules::{}", id.replace('-', "_"));
    let compiled = cel::compile(catalogue, on, &constant.parse().unwrap(), &text);
    catalogue::Rule {
        id: id.to_owned(),
        severity: catalogue::Severity::Error,
        cel: line.to_owned(),
        text: catalogue::Text::default(),
        source: String::new(),
        compiled: compiled.unwrap_or_else(|error| panic!("{line}: {error:?}")),
    }
}

/// The shape of a table of the standard.
fn shape(table: &str) -> &'static Shape {
    let message = BUILT.messages.iter().find(|message| message.bericht == table);
    message.map_or(BUILT.header, |message| message.shape)
}

/// Runs the compiled twins of a message and header, and nothing else.
struct Compiled;

/// Runs the interpreted ones.
struct Interpreted(Vec<(&'static str, Vec<Rule>)>);

impl Interpreted {
    fn new() -> Self {
        let mut keep = Keep::default();
        let all = twins().into_iter().map(|twin| {
            let shape = shape(twin.table);
            let rules = twin.rules.iter().map(|rule| {
                let constant = one(rules::constant(rule, &mut keep));
                translate::rule(constant, &rule.compiled.typed, shape, &mut keep).unwrap()
            });
            (twin.table, rules.collect())
        });
        Self(all.collect())
    }

    fn check(&self, table: &str, d: &TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
        let (_, rules) = self.0.iter().find(|(known, _)| *known == table)?;
        let (input, node) = Input::of(d);
        for rule in rules {
            eval::rule(rule, View { node: Some(node), ty: Type::Composite(shape(table)) }, input, c);
        }
        Some(())
    }
}

impl Rules for Compiled {
    type Message = ();
    type Header = ();

    fn standard(&self) -> &'static Standard {
        &BUILT
    }

    fn message(&self, info: &'static MessageInfo, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
        made::check(info.bericht, d, c)
    }

    fn header(&self, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
        made::check("Berichtheader", d, c)
    }
}

impl Rules for Interpreted {
    type Message = ();
    type Header = ();

    fn standard(&self) -> &'static Standard {
        &BUILT
    }

    fn message(&self, info: &'static MessageInfo, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
        self.check(info.bericht, d, c)
    }

    fn header(&self, d: &mut TreeDecoder<'_, '_>, c: &mut Checker<'_>) -> Option<()> {
        self.check("Berichtheader", d, c)
    }
}

fn told(report: &Report) -> String {
    let found: Vec<String> = report
        .findings()
        .iter()
        .map(|finding| format!("{} {} {:?} {:?}", finding.id(), finding.path(), finding.place(), finding.related()))
        .collect();
    let skipped: Vec<String> = report
        .not_checked()
        .iter()
        .map(|skipped| format!("{} {:?} {}", skipped.rule.id, skipped.reason, skipped.times))
        .collect();
    format!("{:?}\n{}\n{}", report.counts(), found.join("\n"), skipped.join("\n"))
}

#[test]
fn interpreted_rules_find_what_compiled_ones_find() {
    let interpreted = Interpreted::new();
    let options = Options::default();
    let mut broken: BTreeSet<(&str, String)> = BTreeSet::new();
    for (table, _) in &interpreted.0 {
        for input in inputs::of(table) {
            let bytes = input.as_bytes();
            let one = careful::run_with(bytes, &options, None, &Compiled).report;
            let other = careful::run_with(bytes, &options, None, &interpreted).report;
            assert_eq!(told(&one), told(&other), "{input}");
            let twins = one.findings().iter().map(|finding| finding.id()).filter(|id| id.starts_with("TW-"));
            broken.extend(twins.map(|id| (*table, id.to_owned())));
        }
    }
    // A rule that no input breaks would prove little.
    let all: usize = interpreted.0.iter().map(|(_, rules)| rules.len()).sum();
    assert!(broken.len() * 10 > all * 8, "{} of {all}: {broken:?}", broken.len());
}

#[test]
fn the_compiled_twins_are_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/draft/tests/twins.rs");
    let made = made::text(&twins());
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    // Only the words count: how tokens are spaced is not ours.
    let words = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let now = std::fs::read_to_string(path).unwrap();
    assert_eq!(words(&now), words(&made), "UPDATE_EXPECTED=1 writes src/draft/tests/twins.rs anew");
}
