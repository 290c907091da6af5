//! A state that nothing leads out of is an end, and says so; else a conversation would stay open for ever.

use crate::diagnostic::Diagnostic;
use crate::lint::views::conversation_releases;
use crate::model::Definitions;
use crate::model::conversation::ANY;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for conversation in &defs.conversations {
        for state in conversation.states.iter().filter(|state| !state.end) {
            let name = &state.name;
            let stuck = conversation_releases(defs, conversation).into_iter().find(|steps| {
                let reached = steps.iter().any(|step| step.to.as_ref() == Some(name));
                let left = steps.iter().any(|step| {
                    let from = step.from.iter().any(|from| from == name || *from == ANY);
                    from && step.to.as_ref().is_some_and(|to| to != name)
                });
                reached && !left && !state.rest
            });
            if stuck.is_some() {
                let message = format!("no step leads out of state `{name}`, and it is no end");
                let help = "add the step, or write `end = true`, or `rest = true` when messages still come and go";
                out.push(Diagnostic::new("dead-end", &name.span, message).help(help));
            }
        }
    }
}
