//! Checking a dossier: the messages of one or more conversations, together.
//!
//! Each message is checked on its own; then all of them in the order in which they were sent, each against its
//! conversation and against the other conversations of the dossier. What is wrong is decided in `skp-messages`; this
//! module reads, sorts and puts the reports of one message together.
//!
//! | file | does |
//! |---|---|
//! | `lines` | from files to messages: NDJSON has one on each line |
//! | `directory` | the participant directory, from CSV |

pub mod directory;
mod lines;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use skp_messages::conversation::{Conversation, Deadline, Directory, Known, Receipt, place};
use skp_messages::{Examined, Options, Received, Report, examine};

use crate::{Checked, Input, Outcome, Trouble};
use lines::Message;

/// The extensions of files that a folder of a dossier stands for.
pub const EXTENSIONS: &[&str] = &["json", "xml", "ndjson", "jsonl"];

/// What a dossier is checked against.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// How each message is checked.
    pub options: Options,
    /// The marks of creditors and takeover dates of kredietbanken.
    pub directory: Option<Directory>,
    /// The moment at which deadlines must have been kept; without it open deadlines are not checked.
    pub now: Option<DateTime<FixedOffset>>,
    /// The moment at which every message was collected and confirmed; without it that is not checked.
    pub collected: Option<DateTime<FixedOffset>>,
}

/// Where a conversation of a dossier stands after its last message.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Its ConversatieReferentienummer.
    pub reference: String,
    /// Its module.
    pub module: &'static str,
    /// Its release.
    pub release: &'static str,
    /// The name of its state; `None` when it has no right beginning.
    pub state: Option<&'static str>,
    /// Whether it is over.
    pub end: bool,
    /// How many messages it took in.
    pub messages: usize,
    /// How many messages it did not take in.
    pub refused: usize,
    /// The questions with a deadline that have no answer yet.
    pub deadlines: Vec<Deadline>,
}

/// What was found in a dossier.
#[derive(Debug)]
pub struct Dossier {
    /// The messages, and what could not be read, in the order of the inputs.
    pub checked: Vec<Checked>,
    /// The conversations, in the order of their first messages.
    pub conversations: Vec<Standing>,
}

/// A message with a header that can be read.
struct Sent {
    at: usize,
    when: Option<DateTime<FixedOffset>>,
    reference: String,
    /// The message, when its elements are right.
    received: Option<Received>,
}

/// One conversation while it is checked.
#[derive(Default)]
struct Slot {
    conversation: Option<Conversation>,
    module: &'static str,
    release: &'static str,
    refused: usize,
    /// Whether a message of it cannot be used.
    gap: bool,
    /// The accepted messages, by Referentienummer, and where they are among all.
    places: Vec<(String, usize)>,
}

/// Checks the messages of a dossier. What cannot be read is [`Trouble`] among the results.
#[must_use]
pub fn check(inputs: Vec<Result<Input, Trouble>>, settings: &Settings) -> Dossier {
    let mut messages = Vec::new();
    for input in inputs {
        match input {
            Ok(input) => messages.extend(lines::read(&input, settings.options.limits.size)),
            Err(trouble) => messages.push(Message::trouble(trouble)),
        }
    }
    let mut reports: Vec<Option<Report>> = Vec::new();
    let mut sent: Vec<Sent> = Vec::new();
    for (at, message) in messages.iter().enumerate() {
        let found = message.bytes().map(|bytes| examine(bytes, &settings.options));
        let Some(Examined { report, received, header }) = found else {
            reports.push(None);
            continue;
        };
        reports.push(Some(report));
        let of = received.as_ref().and_then(Received::header).or(header.as_ref());
        let when = of.map(|header| header.verzonden_op);
        let reference = of.map(|header| header.conversatie_referentienummer.to_string());
        if received.is_some() || reference.is_some() {
            sent.push(Sent { at, when, reference: reference.unwrap_or_default(), received });
        }
    }
    // A stable sort: messages of the same moment keep the order of the inputs. Those without a header come last.
    sent.sort_by_key(|sent| (sent.when.is_none(), sent.when));
    let mut known = settings.directory.clone().map_or_else(Known::new, |known| Known::new().with_directory(known));
    let mut slots: Vec<(String, Slot)> = Vec::new();
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    for Sent { at, reference, received, .. } in sent {
        let number = *numbers.entry(reference.clone()).or_insert_with(|| {
            slots.push((reference, Slot::default()));
            slots.len() - 1
        });
        let Some((_, slot)) = slots.get_mut(number) else { continue };
        match received {
            Some(message) => {
                let mut report = slot.take(at, message, settings.collected, &mut known);
                put(&mut reports, &messages, at, &mut report, settings);
            }
            // Which step it was cannot be told, so the order of what comes after it is not checked.
            None => {
                slot.refused += 1;
                slot.gap = true;
            }
        }
    }
    for (_, slot) in &slots {
        for deadline in slot.conversation.iter().flat_map(Conversation::deadlines) {
            let at = slot.places.iter().rev().find(|(reference, _)| *reference == deadline.reference);
            if let Some(&(_, at)) = at {
                let mut report = Conversation::deadline_report(&deadline, settings.now);
                put(&mut reports, &messages, at, &mut report, settings);
            }
        }
    }
    let conversations =
        slots.into_iter().filter(|(name, _)| !name.is_empty()).map(|(name, slot)| slot.standing(name)).collect();
    let checked = messages.into_iter().zip(reports).map(|(message, report)| message.checked(report)).collect();
    Dossier { checked, conversations }
}

/// Puts what a conversation says of a message with what the message says by itself.
fn put(reports: &mut [Option<Report>], messages: &[Message], at: usize, report: &mut Report, settings: &Settings) {
    if let (Some(Some(own)), Some(bytes)) = (reports.get_mut(at), messages.get(at).and_then(Message::bytes)) {
        place(report, bytes, &settings.options);
        own.join(std::mem::take(report));
    }
}

impl Slot {
    /// Takes a message in and gives what the conversation says of it. Without its beginning, or after a message that
    /// cannot be used, it says that the order is not checked.
    fn take(
        &mut self,
        at: usize,
        message: Received,
        collected: Option<DateTime<FixedOffset>>,
        known: &mut Known,
    ) -> Report {
        if self.module.is_empty() {
            let info = message.info();
            (self.module, self.release) = (info.module.id, info.release.number);
        }
        if self.gap || (self.conversation.is_none() && self.refused > 0 && !message.info().starts) {
            self.refused += 1;
            return Conversation::unconnected(&message);
        }
        let reference = message.header().map(|header| header.referentienummer.as_str().to_owned()).unwrap_or_default();
        let receipt = Receipt::from(collected).among(known);
        let result = match &mut self.conversation {
            Some(conversation) => conversation.apply_received(message, receipt),
            None => Conversation::start_received(message, receipt).map(|(conversation, next)| {
                self.conversation = Some(conversation);
                next
            }),
        };
        match result {
            Ok(next) => {
                self.places.push((reference, at));
                next.into_report()
            }
            Err(report) => {
                self.refused += 1;
                report
            }
        }
    }

    fn standing(self, reference: String) -> Standing {
        let state = self.conversation.as_ref().map(Conversation::state);
        Standing {
            reference,
            module: self.module,
            release: self.release,
            state: state.map(|state| state.name),
            end: state.is_some_and(|state| state.end),
            messages: self.places.len(),
            refused: self.refused,
            deadlines: self.conversation.as_ref().map(Conversation::deadlines).unwrap_or_default(),
        }
    }
}

impl Message {
    /// The message with its report, as the renderers want it.
    fn checked(self, report: Option<Report>) -> Checked {
        let (name, line) = (self.name().to_owned(), self.line());
        let outcome = match (self.into_bytes(), report) {
            (Ok(bytes), Some(report)) => Outcome::of(report.on_line(line), bytes),
            (Err(trouble), _) => Outcome::Trouble(trouble),
            (Ok(_), None) => Outcome::Trouble(Trouble::new(name.clone(), crate::TroubleKind::Internal)),
        };
        Checked { name, outcome }
    }
}
