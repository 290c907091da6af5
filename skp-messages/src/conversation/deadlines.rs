//! Which questions are open, and until when.

use chrono::NaiveDate;

use super::desk::{Desk, Incoming, said};
use super::last_day;
use super::next::Deadline;
use crate::dutch_date;
use crate::generated_process::PROC_005;
use crate::shape::{Answer, Conversation, MessageInfo, Transition};

/// The open questions of a conversation, oldest first.
#[derive(Debug, Default)]
pub(super) struct Deadlines {
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    question: &'static MessageInfo,
    reference: String,
    answer: &'static Answer,
    due: Option<NaiveDate>,
}

impl Open {
    /// Whether a message of this id answers it; another release may have the answer as well.
    fn is_answered_by(&self, info: &MessageInfo) -> bool {
        self.answer.answers.iter().any(|answer| answer.id == info.id)
    }
}

impl Deadlines {
    /// Takes a message in that the conversation accepted: it may answer an open question and ask a new one.
    pub(super) fn take(
        &mut self,
        desk: &mut Desk<'_, '_>,
        table: &'static Conversation,
        transition: &Transition,
        state: &str,
    ) {
        let incoming = desk.incoming;
        if let Some(at) = self.answered(incoming)
            && let Some(due) = self.open.remove(at).due
        {
            let sent = dutch_date(&incoming.header.verzonden_op);
            let expected = || said(format!("uiterlijk {due}"), format!("on {due} at the latest"));
            desk.header(&PROC_005, sent <= due, "VerzondenOp", expected);
        }
        // What can no longer be answered is no longer waited for.
        let answerable = |open: &Open| {
            let answers = |transition: &Transition| transition.messages.iter().any(|info| open.is_answered_by(info));
            table.transitions.iter().any(|transition| transition.from.contains(&state) && answers(transition))
        };
        self.open.retain(answerable);
        // A message of which a rule says that it waits asks nothing yet.
        let waits = transition.finding.is_some() && transition.to.is_none();
        let asks = |answer: &&Answer| answer.questions.iter().any(|info| std::ptr::eq(*info, incoming.info));
        if let Some(answer) = table.answers.iter().find(asks).filter(|_| !waits) {
            let available = dutch_date(&incoming.header.verzonden_op);
            self.open.push(Open {
                question: incoming.info,
                reference: incoming.header.referentienummer.as_str().to_owned(),
                answer,
                due: answer.days.and_then(|days| last_day(available, days)),
            });
        }
    }

    /// The question that a message answers: the one AntwoordOp names, else the oldest.
    fn answered(&self, incoming: &Incoming<'_>) -> Option<usize> {
        let fits = |open: &Open| open.is_answered_by(incoming.info) && incoming.is_by(open.answer.by);
        match &incoming.header.antwoord_op {
            Some(named) => self.open.iter().position(|open| fits(open) && open.reference == named.as_str()),
            None => self.open.iter().position(fits),
        }
    }

    /// The last day on which a message is in time, when it answers something with a deadline.
    pub(super) fn due(&self, info: &MessageInfo) -> Option<NaiveDate> {
        self.open.iter().filter(|open| open.is_answered_by(info)).filter_map(|open| open.due).min()
    }

    /// The questions with a deadline.
    pub(super) fn list(&self) -> Vec<Deadline> {
        let deadline = |open: &Open| {
            Some(Deadline {
                question: open.question,
                reference: open.reference.clone(),
                answers: open.answer.answers,
                by: open.answer.by,
                due: open.due?,
            })
        };
        self.open.iter().filter_map(deadline).collect()
    }
}
