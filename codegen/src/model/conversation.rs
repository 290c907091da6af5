//! The process as read: conversations, the rules on them, and the calendar of their deadlines.

use super::{Bilingual, Lifetime, Provenance, Span, Text};

/// The name from which first messages start; it is no state of its own.
pub const START: &str = "START";
/// Stands for every open state.
pub const ANY: &str = "*";

/// The conversation of a module.
#[derive(Debug)]
pub struct Conversation {
    /// The id of the module of the folder it stands in.
    pub folder: String,
    /// The module's id as the file says it.
    pub module: Text,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// Where it can stand.
    pub states: Vec<State>,
    /// What moves it.
    pub steps: Vec<Step>,
    /// What may be sent in every open state and moves nothing.
    pub aside: Vec<Aside>,
    /// What answers what, and by when.
    pub answers: Vec<Answer>,
    /// Which form of a message is for which mark of a receiver.
    pub sectors: Vec<Sector>,
    /// Where it stands.
    pub source: Provenance,
    /// Its texts; key `conversation` for the whole, one per state.
    pub texts: Bilingual,
}

/// Who takes part in a conversation.
#[derive(Debug)]
pub struct Participant {
    /// The role.
    pub role: Text,
    /// Whether it may start.
    pub starts: bool,
    /// The document in the header that it must send when it starts.
    pub consent: Option<Text>,
    /// Whether it must send that in every message.
    pub every: bool,
    /// Where the row stands.
    pub source: Provenance,
}

/// Where a conversation can stand.
#[derive(Debug)]
pub struct State {
    /// Its name.
    pub name: Text,
    /// Whether it is over then.
    pub end: bool,
    /// Whether it may stay there, though messages may still follow.
    pub rest: bool,
    /// Where the row stands.
    pub source: Provenance,
}

/// A message that moves a conversation.
#[derive(Debug)]
pub struct Step {
    /// The states it may be sent in; `START` for a first message, `*` for every open state.
    pub from: Vec<Text>,
    /// The messages.
    pub messages: Vec<Text>,
    /// Who sends them.
    pub by: Vec<Text>,
    /// What the content must say, in CEL.
    pub when: Option<Text>,
    /// Where it goes; left out when the state stays.
    pub to: Option<Text>,
    /// Whether it must be the same of these messages that was sent before.
    pub same: bool,
    /// The rule whose finding tells of the step.
    pub finding: Option<Text>,
    /// The rule that is broken when the messages come in no right state, instead of the general one.
    pub otherwise: Option<Text>,
    /// In which releases it is alive.
    pub life: Lifetime,
    /// Where the row stands.
    pub source: Provenance,
}

/// Messages that may be sent in every open state and move nothing.
#[derive(Debug)]
pub struct Aside {
    /// The messages.
    pub messages: Vec<Text>,
    /// Who sends them.
    pub by: Vec<Text>,
    /// Where the row stands.
    pub source: Provenance,
}

/// What answers what.
#[derive(Debug)]
pub struct Answer {
    /// The messages that ask.
    pub questions: Vec<Text>,
    /// The messages that answer.
    pub answers: Vec<Text>,
    /// Within how many working days.
    pub days: Option<(i64, Span)>,
    /// Who answers.
    pub by: Vec<Text>,
    /// Where to point at the row.
    pub place: Span,
    /// Where the row stands.
    pub source: Provenance,
}

/// Forms of a message and the marks they are for.
#[derive(Debug)]
pub struct Sector {
    /// The messages.
    pub messages: Vec<Text>,
    /// The marks of the receiver in the participant directory.
    pub marks: Vec<Text>,
    /// Where the row stands.
    pub source: Provenance,
}

/// A rule on the messages of a conversation together.
#[derive(Debug)]
pub struct ProcessRule {
    /// Its id.
    pub id: Text,
    /// `fout`, `waarschuwing` or `info`.
    pub severity: Text,
    /// The letters of the modules it is about; none is all.
    pub modules: Vec<Text>,
    /// The working days it speaks of.
    pub days: Option<(i64, Span)>,
    /// Where it stands.
    pub source: Provenance,
    /// What is wrong, in Dutch.
    pub nl: Option<Text>,
    /// In English.
    pub en: Option<Text>,
}

/// The working days.
#[derive(Debug)]
pub struct Calendar {
    /// Its name.
    pub name: Text,
    /// The days of the week without work.
    pub weekend: Vec<Text>,
    /// The holidays.
    pub holidays: Vec<Holiday>,
    /// Where it stands.
    pub source: Provenance,
    /// Its texts; key `calendar` for the whole, one per holiday.
    pub texts: Bilingual,
}

/// A holiday.
#[derive(Debug)]
pub struct Holiday {
    /// Its name.
    pub name: Text,
    /// The month, of a holiday with a date of its own.
    pub month: Option<(i64, Span)>,
    /// The day of the month.
    pub day: Option<(i64, Span)>,
    /// So many days after Easter Sunday.
    pub easter: Option<(i64, Span)>,
    /// The day of the week on which it is moved.
    pub when: Option<Text>,
    /// By how many days it is moved then.
    pub shift: Option<(i64, Span)>,
    /// Where the row stands.
    pub source: Provenance,
}

impl Conversation {
    /// The state of this name.
    #[must_use]
    pub fn state(&self, name: &str) -> Option<&State> {
        self.states.iter().find(|state| state.name == *name)
    }
}
