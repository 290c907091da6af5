//! Conversations: which message may follow which, who sends it, and by when it is answered.

use std::any::Any;

use super::{MessageInfo, Module, Release, Role, Rule};

/// The conversation of one release of a module, as data.
#[derive(Debug)]
pub struct Conversation {
    /// The module.
    pub module: &'static Module,
    /// The release.
    pub release: &'static Release,
    /// Who takes part.
    pub participants: &'static [Participant],
    /// Where it can stand.
    pub states: &'static [State],
    /// What moves it. Of several that fit, the first holds.
    pub transitions: &'static [Transition],
    /// What answers what.
    pub answers: &'static [Answer],
    /// Which form of a message is for which mark of a receiver.
    pub sectors: &'static [Sector],
    /// What it is about, in Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
    /// Where it stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

impl Conversation {
    /// The state of this name.
    #[must_use]
    pub fn state(&self, name: &str) -> Option<&'static State> {
        self.states.iter().find(|state| state.name == name)
    }
}

/// Who takes part in a conversation.
#[derive(Debug)]
pub struct Participant {
    /// The role.
    pub role: Role,
    /// Whether it may start.
    pub starts: bool,
    /// The document in the header that it must send when it starts.
    pub consent: Option<&'static str>,
    /// Whether it must send that in every message.
    pub every: bool,
    /// Where the row stands.
    pub source: &'static str,
}

/// Where a conversation can stand.
#[derive(Debug)]
pub struct State {
    /// Its name, `SALDO_GEVRAAGD`.
    pub name: &'static str,
    /// Whether the conversation is over then.
    pub end: bool,
    /// Whether the conversation may stay there, though messages may still follow.
    pub rest: bool,
    /// What it means, in Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
    /// Where the row stands.
    pub source: &'static str,
}

/// A message that moves a conversation, or that may be sent beside it.
#[derive(Debug)]
pub struct Transition {
    /// Whether it may be the first message.
    pub first: bool,
    /// The names of the states it may be sent in.
    pub from: &'static [&'static str],
    /// Whether those are all open states.
    pub anywhere: bool,
    /// Whether it stands beside the order of messages: it changes no state and stops no deadline.
    pub aside: bool,
    /// The messages.
    pub messages: &'static [&'static MessageInfo],
    /// Who sends them. A kredietbank (`KB`) may send what an `SHV2` may.
    pub by: &'static [Role],
    /// What the content must say.
    pub when: Option<Condition>,
    /// The state it leads to; `None` when the state stays.
    pub to: Option<&'static str>,
    /// Whether it must be the same of these messages that was sent before.
    pub same: bool,
    /// The rule whose finding tells of the step.
    pub finding: Option<&'static Rule>,
    /// The rule that is broken when the messages come in no right state, instead of `PROC-003`.
    pub otherwise: Option<&'static Rule>,
    /// Where the row stands.
    pub source: &'static str,
}

/// What the content of a message must say for a transition.
#[derive(Debug)]
pub struct Condition {
    /// In CEL.
    pub cel: &'static str,
    /// Whether a message of the type says so; `None` when what is asked is absent.
    pub holds: fn(&dyn Any) -> Option<bool>,
}

/// What answers what.
#[derive(Debug)]
pub struct Answer {
    /// The messages that ask.
    pub questions: &'static [&'static MessageInfo],
    /// The messages that answer.
    pub answers: &'static [&'static MessageInfo],
    /// Within how many working days; `None` when there is no deadline.
    pub days: Option<u32>,
    /// Who answers.
    pub by: &'static [Role],
    /// Where the row stands.
    pub source: &'static str,
}

/// Forms of a message, and the marks in the participant directory (SectorSchuldeiser) they are for.
#[derive(Debug)]
pub struct Sector {
    /// The messages.
    pub messages: &'static [&'static MessageInfo],
    /// The marks.
    pub marks: &'static [&'static str],
    /// Where the row stands.
    pub source: &'static str,
}

/// A rule on the messages of a conversation together.
#[derive(Debug)]
pub struct ProcessRule {
    /// The rule.
    pub rule: &'static Rule,
    /// The letters of the modules it is about; none is all.
    pub modules: &'static [&'static str],
    /// The working days it speaks of.
    pub days: Option<u32>,
}
