//! A rule on several messages names them by their ids, and they are messages of the module it stands in.

use crate::diagnostic::{Diagnostic, closest};
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for shared in defs.shared_rules.iter().filter(|shared| !shared.module.is_empty()) {
        let messages = || defs.messages.iter().filter(|message| message.module == shared.module);
        for name in shared.on.iter().filter(|name| !messages().any(|message| message.id == **name)) {
            let help = match closest(name.as_str(), messages().map(|message| message.id.as_str())) {
                Some(likely) => format!("did you mean `{likely}`?"),
                None => "use the id of a message of this module, its name today".to_owned(),
            };
            let message = format!("module {} has no message `{name}`", shared.module);
            out.push(Diagnostic::new("unknown-message", &name.span, message).label("no such message").help(help));
        }
    }
}
