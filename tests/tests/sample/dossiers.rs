//! Conversations that are made obey every rule on them, and every rule of the list is broken as the command says.

use std::path::Path;

use skp_messages::catalogue;
use skp_messages::sample::Wish;
use skp_messages::shape::Severity;
use skp_validate::dossier::{self, Settings};
use skp_validate::{Input, Outcome, samples};

use super::{asked, sampler};

/// The rules that are found in a dossier, each once.
fn found(name: &str, text: &str, settings: &Settings) -> Vec<(&'static str, Severity)> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.ndjson"));
    std::fs::write(&path, text).unwrap();
    let mut rules = Vec::new();
    for checked in dossier::check(vec![Ok(Input::File(path))], settings).checked {
        let Outcome::Report { report, .. } = &checked.outcome else { panic!("{checked:?}") };
        rules.extend(report.findings().iter().map(|finding| (finding.id(), finding.severity())));
    }
    rules.sort_by_key(|(id, _)| *id);
    rules.dedup();
    rules
}

#[test]
fn conversations_of_every_module_and_release_are_accepted() {
    for table in catalogue::conversations() {
        for seed in 0..asked().unwrap_or(3) {
            let made = sampler().conversation(table, seed).unwrap_or_else(|error| panic!("{error}"));
            let name = format!("{}-{}-{seed}", table.module.code, table.release.number);
            let found = found(&name, &made.to_ndjson(), &Settings::default());
            assert!(found.iter().all(|(_, severity)| *severity == Severity::Info), "{name}: {found:?}");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_conversation() {
    for table in catalogue::conversations() {
        let [one, other] = [0; 2].map(|_| sampler().conversation(table, 5).unwrap().to_ndjson());
        assert_eq!(one, other);
    }
}

/// Every rule that `skp explain --list` prints is broken, or nothing can break it and the list says so.
#[test]
fn every_rule_of_the_list_is_broken_or_marked_as_impossible() {
    let breakable = samples::breakable(sampler());
    for rule in catalogue::rules() {
        let impossible = catalogue::never(rule, catalogue::messages()).is_some();
        assert_ne!(breakable.contains(&rule.id), impossible, "{}", rule.id);
    }
}

#[test]
fn every_rule_between_messages_is_broken_alone() {
    for rule in sampler().breakable_in_conversation() {
        for seed in 0..asked().unwrap_or(1).min(20) {
            let broken = sampler().broken_conversation(rule.id, seed).unwrap_or_else(|error| panic!("{error}"));
            let given = broken.given();
            let directory = (!given.participants.is_empty()).then(|| given.directory());
            let settings = Settings { directory, collected: given.collected, ..Settings::default() };
            let mut found = found(&format!("{}-{seed}", rule.id), &broken.to_ndjson(), &settings);
            assert!(found.iter().any(|(id, _)| *id == rule.id), "{}: {found:?}", rule.id);
            // Of a RegistreerVoorbeoordeling one of two infos always holds.
            found.retain(|(id, severity)| *id != rule.id && !(id.starts_with("WB-") && *severity == Severity::Info));
            assert!(found.is_empty(), "{}: {found:?}", rule.id);
        }
    }
}

#[test]
fn a_draft_release_is_found_on_any_day() {
    let broken = sampler().broken("DEF-012", &Wish::default()).unwrap();
    assert!(broken.options().on.is_some());
}
