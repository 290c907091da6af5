//! A conversation is that of the module of its folder, and a module has one. What it and its participants name
//! of messages exists: the `subject` in some message, the consent document in the header.

use crate::diagnostic::Diagnostic;
use crate::model::{Definitions, Message, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for (number, conversation) in defs.conversations.iter().enumerate() {
        let module = &conversation.module;
        if conversation.folder != module.as_str() {
            let message = format!("this folder is that of module {}, not of `{module}`", conversation.folder);
            out.push(Diagnostic::new("wrong-module", &module.span, message).help("move the file, or change the id"));
        } else if let Some(first) = defs.conversations.iter().take(number).find(|other| other.module == *module) {
            let diagnostic = Diagnostic::new("wrong-module", &module.span, "this module already has a conversation")
                .label("the second one")
                .also(&first.module.span, "the first one");
            out.push(diagnostic);
        }
        let mut named = |element: &Text, messages: &dyn Fn(&Message) -> bool, of: &str| {
            let mut rows = defs.messages.iter().filter(|message| messages(message)).flat_map(|one| &one.elements);
            if !rows.any(|row| row.name == *element) {
                let message = format!("{of} element `{element}`");
                out.push(Diagnostic::new("wrong-module", &element.span, message).label("no such element"));
            }
        };
        for element in conversation.subject.iter().chain(&conversation.learned) {
            let own = |message: &Message| !message.header && message.module == conversation.folder;
            named(element, &own, "no message of this module has an");
        }
        for element in conversation.participants.iter().filter_map(|participant| participant.consent.as_ref()) {
            named(element, &|message| message.header, "the header has no");
        }
    }
}
