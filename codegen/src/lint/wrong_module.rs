//! A conversation is that of the module of its folder, and a module has one. The consent document that a participant
//! must send is an element of the header.

use crate::diagnostic::Diagnostic;
use crate::model::{Definitions, Text};

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
        let in_header = |element: &Text| {
            let mut rows = defs.messages.iter().filter(|message| message.header).flat_map(|header| &header.elements);
            rows.any(|row| row.name == *element)
        };
        for element in conversation.participants.iter().filter_map(|participant| participant.consent.as_ref()) {
            if !in_header(element) {
                let message = format!("the header has no element `{element}`");
                out.push(Diagnostic::new("wrong-module", &element.span, message).label("no such element"));
            }
        }
    }
}
