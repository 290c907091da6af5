//! The messages of a stream without findings, added up: nobody wants a million lines that say that all is well.

use skp_messages::Report;
use skp_messages::finding::{NotChecked, Reason};
use skp_messages::shape::Rule;

/// Messages without findings.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// How many there are.
    pub messages: u64,
    /// Of how many of them only the envelope was looked at.
    pub envelopes: u64,
    /// Elements that were compared with a row of a table.
    pub elements: u64,
    /// Rules that were evaluated.
    pub rules: u64,
    /// Rules that were not evaluated, each once for each reason.
    pub not_checked: Vec<Skipped>,
}

/// A rule that was not evaluated in some messages.
#[derive(Debug, Clone)]
pub struct Skipped {
    /// The rule.
    pub rule: &'static Rule,
    /// Why.
    pub reason: Reason,
    /// How many times it would have run.
    pub times: u64,
    /// In how many messages.
    pub messages: u64,
}

/// A stream that was checked to its end, as far as it belongs to this run.
#[derive(Debug, Clone, Default)]
pub struct Stream {
    /// What it is called.
    pub name: String,
    /// The lines with something on them that were checked.
    pub lines: u64,
    /// How many of those have findings, whether these count or not.
    pub with_findings: u64,
    /// The messages without findings.
    pub clean: Tally,
    /// Whether something was told about the stream itself: it is empty, is damaged or cannot be read.
    pub told: bool,
}

impl Tally {
    /// Adds a message without findings.
    pub(super) fn add(&mut self, report: &Report) {
        let counts = report.counts();
        self.messages += counts.messages;
        self.envelopes += if report.is_envelope_only() { counts.messages } else { 0 };
        self.elements += counts.elements;
        self.rules += counts.rules;
        for NotChecked { rule, reason, times } in report.not_checked() {
            self.skip(rule, *reason, *times, 1);
        }
    }

    /// Adds what another tally has.
    pub(super) fn merge(&mut self, other: &Self) {
        self.messages += other.messages;
        self.envelopes += other.envelopes;
        self.elements += other.elements;
        self.rules += other.rules;
        for skipped in &other.not_checked {
            self.skip(skipped.rule, skipped.reason, skipped.times, skipped.messages);
        }
    }

    fn skip(&mut self, rule: &'static Rule, reason: Reason, times: u64, messages: u64) {
        let known = self.not_checked.iter_mut().find(|one| std::ptr::eq(one.rule, rule) && one.reason == reason);
        match known {
            Some(known) => {
                known.times += times;
                known.messages += messages;
            }
            None => self.not_checked.push(Skipped { rule, reason, times, messages }),
        }
    }
}
