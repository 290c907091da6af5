//! The process in the catalogue: the conversation of each release, the rules on it, and the calendar.

use proc_macro2::TokenStream;

use super::{Severity, Text};
use crate::cel::typed::Bool;

/// The conversation of one release of a module.
#[derive(Debug)]
pub struct Conversation {
    /// Its module, in [`Catalogue::modules`](super::Catalogue::modules).
    pub module: usize,
    /// Its release, in [`Module::releases`](super::Module::releases).
    pub release: usize,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// The states that are reached in this release.
    pub states: Vec<State>,
    /// What moves it; first those that change the state, in the order of the file.
    pub steps: Vec<Step>,
    /// What answers what.
    pub answers: Vec<Answer>,
    /// Which form of a message is for which mark of a receiver.
    pub sectors: Vec<Sector>,
    /// What it is.
    pub text: Text,
    /// Where it stands.
    pub source: String,
}

/// Who takes part in a conversation.
#[derive(Debug)]
pub struct Participant {
    /// The role.
    pub role: String,
    /// Whether it may start.
    pub starts: bool,
    /// The document in the header that it must send when it starts.
    pub consent: Option<String>,
    /// Whether it must send that in every message.
    pub every: bool,
    /// Where the row stands.
    pub source: String,
}

/// Where a conversation can stand.
#[derive(Debug)]
pub struct State {
    /// Its name.
    pub name: String,
    /// Whether it is over then.
    pub end: bool,
    /// Whether it may stay there.
    pub rest: bool,
    /// What it means.
    pub text: Text,
    /// Where the row stands.
    pub source: String,
}

/// A message that moves a conversation, or may be sent beside it.
#[derive(Debug)]
pub struct Step {
    /// Whether it may be a first message.
    pub first: bool,
    /// The states it may be sent in, in [`Conversation::states`].
    pub from: Vec<usize>,
    /// Whether these are all open states, whichever there are.
    pub anywhere: bool,
    /// Whether it stands beside the order of messages: it changes no state and stops no deadline.
    pub aside: bool,
    /// The messages, in [`Catalogue::messages`](super::Catalogue::messages).
    pub messages: Vec<usize>,
    /// Who sends them.
    pub by: Vec<String>,
    /// What the content must say.
    pub when: Option<Condition>,
    /// Where it goes, unless the state stays.
    pub to: Option<usize>,
    /// Whether it must be the same of these messages that was sent before.
    pub same: bool,
    /// The rule whose finding tells of the step.
    pub finding: Option<String>,
    /// The rule that is broken when the messages come in no right state.
    pub otherwise: Option<String>,
    /// Where the row stands.
    pub source: String,
}

/// What the content of a message must say.
#[derive(Debug)]
pub struct Condition {
    /// As it was written.
    pub cel: String,
    /// An expression in Rust on `item`: an `Option<bool>`.
    pub rust: TokenStream,
    /// As it was checked, for whoever evaluates it without compiling.
    pub typed: Bool,
}

/// What answers what.
#[derive(Debug)]
pub struct Answer {
    /// The messages that ask.
    pub questions: Vec<usize>,
    /// The messages that answer.
    pub answers: Vec<usize>,
    /// Within how many working days.
    pub days: Option<u32>,
    /// Who answers.
    pub by: Vec<String>,
    /// Where the row stands.
    pub source: String,
}

/// Forms of a message and the marks they are for.
#[derive(Debug)]
pub struct Sector {
    /// The messages.
    pub messages: Vec<usize>,
    /// The marks.
    pub marks: Vec<String>,
    /// Where the row stands.
    pub source: String,
}

/// A rule on the messages of a conversation together.
#[derive(Debug)]
pub struct ProcessRule {
    /// Its id.
    pub id: String,
    /// How bad a finding is.
    pub severity: Severity,
    /// The letters of the modules it is about; none is all.
    pub modules: Vec<String>,
    /// The working days it speaks of.
    pub days: Option<u32>,
    /// What is wrong.
    pub text: Text,
    /// Where it stands.
    pub source: String,
}

/// The working days.
#[derive(Debug, Default)]
pub struct Calendar {
    /// The days of the week without work, counted from Monday, 0.
    pub weekend: Vec<u8>,
    /// The holidays.
    pub holidays: Vec<Holiday>,
    /// What it is.
    pub text: Text,
    /// Where it stands.
    pub source: String,
}

/// A holiday.
#[derive(Debug)]
pub struct Holiday {
    /// Its name.
    pub name: String,
    /// When it is.
    pub day: Day,
    /// The day of the week on which it is moved, counted from Monday, and by how many days.
    pub moved: Option<(u8, i64)>,
    /// What it is.
    pub text: Text,
    /// Where it stands.
    pub source: String,
}

/// When a holiday is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// On this month and day.
    Fixed(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
}
