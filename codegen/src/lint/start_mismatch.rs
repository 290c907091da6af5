//! A message that starts a conversation says so in its own file (`starts = true`), and only such a message does.
//! Modules without a conversation are left alone.

use crate::diagnostic::Diagnostic;
use crate::model::Definitions;
use crate::model::conversation::START;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for conversation in &defs.conversations {
        let starting = || {
            let steps = conversation.steps.iter().filter(|step| step.from.iter().any(|from| *from == START));
            steps.flat_map(|step| &step.messages)
        };
        for message in defs.messages.iter().filter(|message| message.module == conversation.folder && !message.header) {
            let step = starting().find(|name| **name == message.id);
            match (message.starts, step) {
                (true, None) => {
                    let text = format!("`{}` starts a conversation, but no step from START has it", message.id);
                    let diagnostic = Diagnostic::new("start-mismatch", &message.id.span, text)
                        .also(&conversation.module.span, "the conversation of its module")
                        .help("add the step, or write `starts = false`");
                    out.push(diagnostic);
                }
                (false, Some(step)) => {
                    let text = format!("a conversation starts with `{step}`, but its file does not say so");
                    let diagnostic = Diagnostic::new("start-mismatch", &step.span, text)
                        .also(&message.id.span, "the message")
                        .help("write `starts = true` in the file of the message, or change the step");
                    out.push(diagnostic);
                }
                _ => {}
            }
        }
    }
}
