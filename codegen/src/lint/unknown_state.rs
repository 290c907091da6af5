//! A step goes from states of its conversation to one of them. `START` (the first message) and `*` (every open
//! state) stand in `from` only.

use crate::diagnostic::{Diagnostic, closest};
use crate::model::Definitions;
use crate::model::conversation::{ANY, START};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for conversation in &defs.conversations {
        let names = || conversation.states.iter().map(|state| state.name.as_str());
        for step in &conversation.steps {
            let from = step.from.iter().filter(|name| ![START, ANY].contains(&name.as_str()));
            for name in from.chain(&step.to).filter(|name| conversation.state(name.as_str()).is_none()) {
                let help = match closest(name.as_str(), names()) {
                    Some(likely) => format!("did you mean `{likely}`?"),
                    None => format!("the states are: {}", names().collect::<Vec<_>>().join(", ")),
                };
                let message = format!("there is no state `{name}` in this conversation");
                out.push(Diagnostic::new("unknown-state", &name.span, message).label("no such state").help(help));
            }
        }
    }
}
