//! The findings of one input, with counts of what was checked and what was not.

use super::{Expected, Finding, LineIndex, Path, Place, Root};
use crate::Format;
use crate::shape::{MessageInfo, Rule, Severity};

/// What was found in one input and how much of it was looked at.
///
/// A report without errors is a pass only when something was checked: see [`Report::is_valid`].
#[derive(Clone, Default)]
pub struct Report {
    pub(crate) format: Option<Format>,
    pub(crate) message: Option<&'static MessageInfo>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) counts: Counts,
    pub(crate) not_checked: Vec<NotChecked>,
    /// How many of `findings` are errors, until [`Report::finish`].
    pub(crate) errors: usize,
    pub(crate) left_out: usize,
    pub(crate) left_out_error: bool,
    pub(crate) envelope_only: bool,
}

/// How much was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Messages, 0 or 1 in the report of one input.
    pub messages: u64,
    /// Elements that were compared with a row of a table, in header and message.
    pub elements: u64,
    /// Rules that were evaluated; one that runs on each item of a list counts for each.
    pub rules: u64,
    /// Rules that could not be evaluated because there is no header.
    pub without_header: u64,
    /// Rules that could not be evaluated for another reason.
    pub otherwise_not: u64,
}

/// A rule that was not evaluated, and so neither passed nor failed.
#[derive(Debug, Clone, PartialEq)]
pub struct NotChecked {
    /// The rule.
    pub rule: &'static Rule,
    /// Why.
    pub reason: Reason,
    /// How many times it would have run.
    pub times: u64,
}

/// Why a rule was not evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It needs the header, and there is none.
    NoHeader,
    /// An element that it reads is missing or wrong.
    WrongElement,
    /// It needs to know the time now, and the caller did not say.
    NoClock,
    /// It needs messages that were sent before.
    NoHistory,
    /// It reads an earlier message of the conversation that is of another release.
    OtherRelease,
    /// It compares lists of different messages, and they have too many items together.
    TooManyItems,
    /// It needs to know when the message was collected and confirmed.
    NoReceipt,
    /// It needs a participant directory, with the participant in it.
    NoDirectory,
    /// It needs the content, and only the envelope was looked at.
    ContentUnread,
}

impl Report {
    /// The report of a file that is no message but holds messages, and that is not as `rule` wants it. Nothing was checked
    /// in it.
    #[must_use]
    pub fn of_file(rule: &'static Rule, place: Option<Place>, expected: Option<Expected>) -> Self {
        let mut finding = Finding::new(rule, Path::root(Root::Input));
        (finding.place, finding.expected) = (place, expected);
        Self { findings: vec![finding], ..Self::default() }
    }

    /// Whether the input is a message without errors. Warnings do not make it invalid, and neither does a
    /// rule that could not be checked.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.counts.messages > 0 && !self.has_errors()
    }

    /// Whether there is a finding of severity error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.left_out_error || self.findings.iter().any(|finding| finding.severity() == Severity::Error)
    }

    /// The findings, in the order of their places.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many findings were left out because of the limit.
    #[must_use]
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// Whether one of the findings that were left out is an error.
    #[must_use]
    pub const fn leaves_out_errors(&self) -> bool {
        self.left_out_error
    }

    /// How much was checked.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// The rules that could not be checked, each once for each reason.
    #[must_use]
    pub fn not_checked(&self) -> &[NotChecked] {
        &self.not_checked
    }

    /// The message the input turned out to be.
    #[must_use]
    pub const fn message(&self) -> Option<&'static MessageInfo> {
        self.message
    }

    /// Whether only the envelope was looked at: see [`validate_envelope`](crate::validate_envelope). Then [`Report::is_valid`]
    /// says that the header is right, and nothing about the content.
    #[must_use]
    pub const fn is_envelope_only(&self) -> bool {
        self.envelope_only
    }

    /// The format the input turned out to have; `None` for a value that was never read from one.
    #[must_use]
    pub const fn format(&self) -> Option<Format> {
        self.format
    }

    /// The report of an input that is one line of a file, with its findings on that line, counted from 1. The offsets
    /// of places stay those within the line.
    #[must_use]
    pub fn on_line(mut self, line: u32) -> Self {
        let move_down = |place: &mut Option<super::Place>| {
            if let Some(place) = place {
                place.line = place.line.saturating_add(line.saturating_sub(1));
            }
        };
        for finding in &mut self.findings {
            move_down(&mut finding.place);
            finding.related.iter_mut().for_each(|related| move_down(&mut related.place));
        }
        self
    }

    /// Takes over what a conversation says of the same message: findings that are not here yet, and which rules it
    /// checked. Rules that needed earlier messages are now not checked only when the conversation says so as well.
    pub fn join(&mut self, conversation: Self) {
        let needed = |skipped: &NotChecked| skipped.reason == Reason::NoHistory;
        let told: u64 = self.not_checked.iter().filter(|skipped| needed(skipped)).map(|skipped| skipped.times).sum();
        self.counts.otherwise_not = self.counts.otherwise_not.saturating_sub(told);
        self.not_checked.retain(|skipped| !needed(skipped));
        let mut conversation = conversation;
        conversation.counts.messages = 0;
        let known = |finding: &Finding| {
            self.findings.iter().any(|own| own.rule() == finding.rule() && own.path == finding.path)
        };
        conversation.findings.retain(|finding| !known(finding));
        self.merge(conversation);
        self.errors = 0;
        self.findings.sort_by_key(|finding| finding.place);
    }

    /// Adds a finding. Until [`Report::finish`] the limit holds for errors and for the rest apart, so that no number
    /// of warnings hides an error.
    pub(crate) fn add(&mut self, finding: Finding, most: usize) {
        let is_error = finding.severity() == Severity::Error;
        let others = self.findings.len() - self.errors;
        if (if is_error { self.errors } else { others }) < most {
            self.errors += usize::from(is_error);
            self.findings.push(finding);
        } else {
            self.left_out += 1;
            self.left_out_error |= is_error;
        }
    }

    /// Whether more errors would only be counted, so that nobody need take pains over them.
    pub(crate) const fn is_full(&self, most: usize) -> bool {
        self.errors >= most
    }

    /// Counts an error that is not worth a finding of its own any more.
    pub(crate) const fn count_error(&mut self) {
        self.left_out += 1;
        self.left_out_error = true;
    }

    /// Takes over what another report of the same input found.
    pub(crate) fn merge(&mut self, other: Self) {
        let (mine, theirs) = (&mut self.counts, other.counts);
        mine.messages += theirs.messages;
        mine.elements += theirs.elements;
        mine.rules += theirs.rules;
        mine.without_header += theirs.without_header;
        mine.otherwise_not += theirs.otherwise_not;
        self.findings.extend(other.findings);
        self.errors += other.errors;
        self.not_checked.extend(other.not_checked);
        self.left_out += other.left_out;
        self.left_out_error |= other.left_out_error;
    }

    pub(crate) fn skip(&mut self, rule: &'static Rule, reason: Reason) {
        match reason {
            Reason::NoHeader => self.counts.without_header += 1,
            _ => self.counts.otherwise_not += 1,
        }
        match self.not_checked.iter_mut().find(|seen| seen.rule.id == rule.id && seen.reason == reason) {
            Some(seen) => seen.times += 1,
            None => self.not_checked.push(NotChecked { rule, reason, times: 1 }),
        }
    }

    /// Puts the findings in the order of their places, fills in lines and columns, and keeps `most` of them,
    /// errors before warnings.
    pub(crate) fn finish(&mut self, input: Option<&[u8]>, most: usize) {
        if self.findings.len() > most {
            self.findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity()));
            self.left_out_error |= self.findings.iter().skip(most).any(|finding| finding.severity() == Severity::Error);
            self.left_out += self.findings.len() - most;
            self.findings.truncate(most);
        }
        self.findings.sort_by_key(|finding| finding.place);
        if let (Some(input), false) = (input, self.findings.is_empty()) {
            let places = self.findings.iter().flat_map(|finding| {
                let related = finding.related.iter().filter_map(|related| related.place);
                finding.place.into_iter().chain(related)
            });
            // Lines behind the last place need not be found; the byte behind a place tells how its line ends.
            let end = places.map(|place| place.offset.saturating_add(2)).max().unwrap_or(0);
            let lines = LineIndex::new(input.get(..end).unwrap_or(input));
            for finding in &mut self.findings {
                finding.place = finding.place.map(|place| lines.place(place.offset));
                for related in &mut finding.related {
                    related.place = related.place.map(|place| lines.place(place.offset));
                }
            }
        }
    }
}
