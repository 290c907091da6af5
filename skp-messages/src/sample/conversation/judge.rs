//! What is found in a dossier: in each message on its own, and in all of them together.

use super::broken::Given;
use super::story::{Sent, Story};
use crate::conversation::{Conversation, Known, Receipt};
use crate::shape::{Rule, Severity};
use crate::{Options, examine};

/// The rules that are broken in the messages of one conversation, each once.
pub(super) fn rules(messages: &[String], given: &Given) -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    let mut add = |report: &crate::Report| {
        for finding in report.findings() {
            if !rules.iter().any(|rule| rule.id == finding.id()) {
                rules.push(finding.rule());
            }
        }
    };
    let mut known = Known::new().with_directory(given.directory());
    let mut thread: Option<Conversation> = None;
    for text in messages {
        let examined = examine(text.as_bytes(), &Options::default());
        add(&examined.report);
        let Some(received) = examined.received else { continue };
        let receipt = given.collected.map_or_else(Receipt::default, Receipt::at).among(&mut known);
        match &mut thread {
            Some(thread) => match thread.apply_received(received, receipt) {
                Ok(next) => add(next.report()),
                Err(report) => add(&report),
            },
            None => match Conversation::start_received(received, receipt) {
                Ok((started, next)) => {
                    thread = Some(started);
                    add(next.report());
                }
                Err(report) => add(&report),
            },
        }
    }
    rules
}

/// Whether nothing is found in a conversation but infos.
pub(super) fn clean(story: &Story) -> bool {
    let texts: Vec<String> = story.sent.iter().map(Sent::text).collect();
    rules(&texts, &Given::default()).iter().all(|rule| rule.severity == Severity::Info)
}
