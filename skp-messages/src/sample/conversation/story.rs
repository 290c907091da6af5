//! A conversation while it is made: who takes part, what was sent, and what the state machine makes of it.
//!
//! The state machine of this crate decides what is right; nothing here knows a module.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::super::dice::Dice;
use super::super::node::{Document, MESSAGE, Slot};
use super::super::value;
use super::super::{Form, Sample, found};
use crate::conversation::{Conversation, History, Known, Receipt, START};
use crate::shape::{self, MessageInfo, Role, Rule, Transition};
use crate::{Format, Layout, dutch_date};

/// Someone who takes part.
#[derive(Debug, Clone)]
pub(super) struct Party {
    pub(super) id: String,
    pub(super) role: Role,
}

/// A message that was accepted.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    pub(super) document: Document,
    pub(super) reference: String,
    /// 0 for the one who started, 1 for the other.
    pub(super) side: usize,
    pub(super) when: DateTime<FixedOffset>,
}

impl Sent {
    pub(super) const fn info(&self) -> &'static MessageInfo {
        self.document.info
    }

    pub(super) fn text(&self) -> String {
        self.document.write(Format::Json, Layout::Compact, Form::Envelope)
    }
}

/// The conversation so far.
pub(super) struct Story {
    pub(super) table: &'static shape::Conversation,
    pub(super) reference: String,
    pub(super) parties: [Party; 2],
    pub(super) sent: Vec<Sent>,
    /// The content of the messages, for documents to read.
    pub(super) earlier: Arc<Vec<Slot>>,
    pub(super) thread: Option<Conversation>,
    known: Known,
    nothing: History,
    /// What earlier messages must say for a rule to be broken later.
    pub(super) pins: &'static [Pin],
}

/// That an element of a message has this code; absent when there is none. A message of this id.
pub(super) type Pin = (&'static str, &'static str, Option<&'static str>);

/// A message that could be sent next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    pub(super) info: &'static MessageInfo,
    pub(super) side: usize,
    pub(super) transition: &'static Transition,
}

impl Story {
    /// Nothing sent yet. The one with this role starts.
    pub(super) fn new(table: &'static shape::Conversation, starter: Role, dice: &mut Dice) -> Self {
        let others: Vec<Role> = table.participants.iter().map(|row| row.role).filter(|role| *role != starter).collect();
        let answering = table.participants.iter().find(|row| !row.starts && row.role != starter).map(|row| row.role);
        let other = answering.or_else(|| dice.pick(&others).copied()).unwrap_or(starter);
        let mut party = |role| Party { id: value::uuid(dice), role };
        let parties = [party(starter), party(other)];
        Self {
            table,
            reference: value::uuid(dice),
            parties,
            sent: Vec::new(),
            earlier: Arc::default(),
            thread: None,
            known: Known::new(),
            nothing: History::new(),
            pins: &[],
        }
    }

    /// The messages as the rules on facts read them.
    pub(super) fn history(&self) -> &History {
        self.thread.as_ref().map_or(&self.nothing, Conversation::history)
    }

    /// The name of the state; that of no state before the first message.
    pub(super) fn state(&self) -> &'static str {
        self.thread.as_ref().map_or(START, |thread| thread.state().name)
    }

    /// What may be sent next, by either side.
    pub(super) fn choices(&self) -> Vec<Choice> {
        let here = self.table.transitions.iter().filter(|transition| starts_from(transition, self.state()));
        here.flat_map(|transition| self.with(transition)).collect()
    }

    /// The messages of a step, by those sides that may send them.
    pub(super) fn with(&self, transition: &'static Transition) -> Vec<Choice> {
        let sides = self.parties.iter().enumerate().filter(|(side, party)| {
            let first = self.sent.is_empty();
            transition.by.contains(&party.role) && (!first || *side == 0)
        });
        let choice = |side| transition.messages.iter().map(move |&info| Choice { info, side, transition });
        sides
            .flat_map(|(side, _)| choice(side))
            .filter(|choice| choice.info.from.contains(&self.role(choice.side)))
            .collect()
    }

    pub(super) fn role(&self, side: usize) -> Role {
        self.parties.get(side).map_or("", |party| party.role)
    }

    /// A moment after the last message, before the deadlines that are open.
    pub(super) fn moment(&self, dice: &mut Dice) -> DateTime<FixedOffset> {
        let Some(last) = self.sent.last().map(|sent| sent.when) else {
            // 2022-01-03T08:00:00Z and two years on, so that the end of a long conversation is no future.
            let start = DateTime::from_timestamp(1_641_196_800 + dice.range(0, 60_000_000), 0).unwrap_or_default();
            return start
                .with_timezone(&FixedOffset::east_opt(3_600).unwrap_or_else(|| start.fixed_offset().timezone()));
        };
        let due = self.thread.iter().flat_map(Conversation::deadlines).map(|deadline| deadline.due).min();
        let days = match due {
            Some(due) => (due - dutch_date(&last)).num_days().max(1) - 1,
            None if dice.chance(40) => dice.range(20, 200),
            None => dice.range(0, 4),
        };
        let seconds = dice.range(600, (days * 86_400).max(3_600));
        last.checked_add_signed(chrono::TimeDelta::seconds(seconds)).unwrap_or(last)
    }

    /// The message that a message of this kind from this side answers: an open question first.
    pub(super) fn answered(&self, info: &'static MessageInfo, side: usize) -> Option<String> {
        let role = self.role(side);
        let open = self.thread.iter().flat_map(Conversation::deadlines).find(|deadline| {
            deadline.answers.iter().any(|answer| std::ptr::eq(*answer, info)) && deadline.by.contains(&role)
        });
        if let Some(deadline) = open {
            return Some(deadline.reference);
        }
        let others = || self.sent.iter().rev().filter(|sent| sent.side != side);
        let asks = |sent: &&Sent| {
            self.table.answers.iter().any(|row| {
                row.questions.iter().any(|question| std::ptr::eq(*question, sent.info()))
                    && row.answers.iter().any(|answer| std::ptr::eq(*answer, info))
            })
        };
        let question = others().find(asks).or_else(|| others().next().filter(|_| info.answers));
        question.map(|sent| sent.reference.clone())
    }

    /// Sends a message. Gives false, and leaves everything as it was, when the conversation has anything against it.
    pub(super) fn send(&mut self, sent: Sent) -> bool {
        let clean = self.take(&sent.text());
        if clean {
            let body = sent.document.slot(&[MESSAGE]).cloned().unwrap_or_default();
            Arc::make_mut(&mut self.earlier).push(body);
            self.sent.push(sent);
        } else {
            self.thread = None;
            self.known = Known::new();
            for text in self.sent.iter().map(Sent::text).collect::<Vec<_>>() {
                self.take(&text);
            }
        }
        clean
    }

    fn take(&mut self, text: &str) -> bool {
        let Ok(received) = crate::read(text.as_bytes()) else { return false };
        let receipt = Receipt::default().among(&mut self.known);
        let next = match &mut self.thread {
            Some(thread) => thread.apply_received(received, receipt),
            None => Conversation::start_received(received, receipt).map(|(thread, next)| {
                self.thread = Some(thread);
                next
            }),
        };
        next.is_ok_and(|next| next.report().findings().is_empty())
    }

    /// The messages as samples.
    pub(super) fn samples(self, seed: u64) -> Vec<Sample> {
        self.sent.into_iter().map(|sent| sample(sent, seed)).collect()
    }
}

/// A message on its own.
pub(super) fn sample(sent: Sent, seed: u64) -> Sample {
    let report = crate::validate(sent.text().as_bytes(), &crate::Options::default());
    let mut document = sent.document;
    document.earlier = Arc::default();
    let infos: Vec<&'static Rule> = found(&report);
    Sample { document, seed, infos }
}

/// Whether a step can be taken in a state.
pub(super) fn starts_from(transition: &Transition, state: &str) -> bool {
    if state == START { transition.first } else { transition.from.contains(&state) }
}
