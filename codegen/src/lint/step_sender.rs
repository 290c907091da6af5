//! Who sends the messages of a step is one of their senders and takes part in the conversation; who starts it
//! may start.

use crate::diagnostic::Diagnostic;
use crate::lint::views::senders;
use crate::model::conversation::START;
use crate::model::{Definitions, Message};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for conversation in &defs.conversations {
        let of = |role: &str| conversation.participants.iter().find(|participant| participant.role == *role);
        let message = |id: &str| -> Option<&Message> {
            defs.messages.iter().find(|message| message.module == conversation.folder && message.id == *id)
        };
        for (messages, by) in senders(conversation) {
            for role in by {
                if of(role.as_str()).is_none() {
                    let text = format!("`{role}` does not take part in this conversation");
                    let help = "add a row to `participants`, or change the role";
                    out.push(Diagnostic::new("step-sender", &role.span, text).help(help));
                    continue;
                }
                let other =
                    messages.iter().filter_map(|id| message(id.as_str())).find(|sent| !sent.from.contains(role));
                if let Some(sent) = other {
                    let text = format!("`{role}` does not send `{}`", sent.id);
                    let roles: Vec<&str> = sent.from.iter().map(crate::model::Text::as_str).collect();
                    let diagnostic = Diagnostic::new("step-sender", &role.span, text)
                        .also(&sent.id.span, format!("sent by {}", roles.join(", ")));
                    out.push(diagnostic);
                }
            }
        }
        for step in conversation.steps.iter().filter(|step| step.from.iter().any(|from| *from == START)) {
            for role in step.by.iter().filter(|role| of(role.as_str()).is_some_and(|participant| !participant.starts)) {
                let text = format!("`{role}` starts a conversation here, but its row does not say that it may");
                let help = "write `starts = true` in its row of `participants`";
                out.push(Diagnostic::new("step-sender", &role.span, text).help(help));
            }
        }
    }
}
