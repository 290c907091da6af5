//! A deadline is one of an answer: a row of `answers` names what answers, a positive number of working days,
//! and who answers is a sender of the answers.

use crate::diagnostic::Diagnostic;
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for answer in defs.conversations.iter().flat_map(|conversation| &conversation.answers) {
        let span = answer.days.as_ref().map_or(&answer.place, |(_, span)| span);
        if answer.answers.is_empty() || answer.questions.is_empty() {
            let what = if answer.days.is_some() { "this deadline has" } else { "this row has" };
            let missing = if answer.answers.is_empty() { "no answer" } else { "no question" };
            let help = "name the messages in `questions` and `answers`";
            out.push(Diagnostic::new("deadline-without-answer", span, format!("{what} {missing}")).help(help));
        }
        if answer.days.as_ref().is_some_and(|(days, _)| !(1..=366).contains(days)) {
            let message = "a deadline is 1 up to 366 working days";
            let help = "leave `days` out when there is none";
            out.push(Diagnostic::new("deadline-without-answer", span, message).help(help));
        }
    }
}
