//! Conversations that are made obey every rule on them, and break exactly the one they should.

use std::path::Path;

use skp_messages::catalogue;
use skp_messages::shape::Severity;
use skp_validate::dossier::{self, Settings};
use skp_validate::{Input, Outcome};

use super::{asked, sampler};

/// The rules that are found in a dossier, each once.
fn found(name: &str, text: &str, settings: &Settings) -> Vec<(&'static str, Severity)> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.ndjson"));
    std::fs::write(&path, text).unwrap();
    let input = Input::File(path);
    let mut rules = Vec::new();
    for checked in dossier::check(vec![Ok(input)], settings).checked {
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
        let start = std::time::Instant::now();
        for seed in 0..asked().unwrap_or(4) {
            let made = sampler().conversation(table, seed).unwrap_or_else(|error| panic!("{error}"));
            let found = found(
                &format!("{}-{}-{seed}", table.module.code, table.release.number),
                &made.to_ndjson(),
                &Settings::default(),
            );
            let names: Vec<&str> = made.messages().iter().map(|m| m.info().id).collect();
            eprintln!("{} {} {names:?}", table.module.code, table.release.number);
            assert!(found.iter().all(|(_, severity)| *severity == Severity::Info), "{found:?} {}", made.to_ndjson());
        }
        eprintln!("{} {} {:?}", table.module.code, table.release.number, start.elapsed());
    }
}

#[test]
fn every_rule_between_messages_can_be_broken_alone() {
    for rule in sampler().breakable_in_conversation() {
        let start = std::time::Instant::now();
        for seed in 0..asked().unwrap_or(1).min(20) {
            match sampler().broken_conversation(rule.id, seed) {
                Err(e) => eprintln!("FAIL {} {e} {:?}", rule.id, start.elapsed()),
                Ok(b) => eprintln!("{} {} {} {:?} {:?}", rule.id, b.messages().len(), b.messages()[0].info().bericht, b.also().iter().map(|r| r.id).collect::<Vec<_>>(), start.elapsed()),
            }
        }
    }
}
