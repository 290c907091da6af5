//! Every state is reached by a step from another one, or from the start.

use crate::diagnostic::Diagnostic;
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for conversation in &defs.conversations {
        for state in &conversation.states {
            let name = &state.name;
            let reached = conversation.steps.iter().any(|step| {
                step.to.as_ref() == Some(name) && step.from.iter().any(|from| from != name) && !step.messages.is_empty()
            });
            if !reached {
                let message = format!("no step leads to state `{name}`");
                let help = "give a step `to` this state, or take the state out";
                out.push(Diagnostic::new("unreachable-state", &name.span, message).help(help));
            }
        }
    }
}
