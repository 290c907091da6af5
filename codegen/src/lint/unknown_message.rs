//! A rule on several messages, and a conversation, names messages by their ids, and they are messages of the module
//! it stands in.

use crate::diagnostic::{Diagnostic, closest};
use crate::lint::views::named_messages;
use crate::model::{Definitions, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for shared in defs.shared_rules.iter().filter(|shared| !shared.module.is_empty()) {
        exist(defs, &shared.module, shared.on.iter(), out);
    }
    for conversation in &defs.conversations {
        exist(defs, &conversation.folder, named_messages(conversation), out);
    }
}

/// Reports the names that no message of the module has.
fn exist<'d>(defs: &Definitions, module: &str, names: impl Iterator<Item = &'d Text>, out: &mut Vec<Diagnostic>) {
    let messages = || defs.messages.iter().filter(|message| message.module == module);
    for name in names.filter(|name| !messages().any(|message| message.id == **name)) {
        let help = match closest(name.as_str(), messages().map(|message| message.id.as_str())) {
            Some(likely) => format!("did you mean `{likely}`?"),
            None => "use the id of a message of this module, its name today".to_owned(),
        };
        let message = format!("module {module} has no message `{name}`");
        out.push(Diagnostic::new("unknown-message", &name.span, message).label("no such message").help(help));
    }
}
