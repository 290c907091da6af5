//! What follows: the state a conversation is in, what may be sent now, and what is still to be answered.

use chrono::NaiveDate;

use crate::finding::Report;
use crate::shape::{MessageInfo, Role, State};

/// Where a conversation stands after a message.
#[derive(Debug, Clone)]
pub struct Next {
    pub(super) state: &'static State,
    pub(super) may_follow: Vec<Follow>,
    pub(super) deadlines: Vec<Deadline>,
    pub(super) report: Report,
}

impl Next {
    /// The state.
    #[must_use]
    pub const fn state(&self) -> &'static State {
        self.state
    }

    /// What may be sent now, in the order of the definitions.
    #[must_use]
    pub fn may_follow(&self) -> &[Follow] {
        &self.may_follow
    }

    /// The questions that have a deadline and no answer yet, oldest first.
    #[must_use]
    pub fn deadlines(&self) -> &[Deadline] {
        &self.deadlines
    }

    /// Warnings on the message, and which rules were checked and which not. It has no errors.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// The report taken out.
    #[must_use]
    pub fn into_report(self) -> Report {
        self.report
    }
}

/// A message that may be sent now.
#[derive(Debug, Clone)]
pub struct Follow {
    /// Which.
    pub message: &'static MessageInfo,
    /// Who sends it.
    pub by: &'static [Role],
    /// What its content must say, in CEL; `None` when anything will do.
    pub when: Option<&'static str>,
    /// The state it leads to; `None` when the state stays.
    pub to: Option<&'static str>,
    /// The last day, in Dutch time, when it answers something with a deadline.
    pub due: Option<NaiveDate>,
}

/// A question that is to be answered before the end of a day.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// The message that asks.
    pub question: &'static MessageInfo,
    /// Its Referentienummer.
    pub reference: String,
    /// The messages that answer it.
    pub answers: &'static [&'static MessageInfo],
    /// Who answers.
    pub by: &'static [Role],
    /// The last day, in Dutch time.
    pub due: NaiveDate,
}
