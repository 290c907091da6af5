//! A step that names a rule names one of the rules on conversations.

use crate::diagnostic::{Diagnostic, closest};
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let ids = || defs.process_rules.iter().map(|rule| rule.id.as_str());
    let steps = defs.conversations.iter().flat_map(|conversation| &conversation.steps);
    for id in steps.flat_map(|step| step.finding.iter().chain(&step.otherwise)) {
        if ids().any(|known| known == id.as_str()) {
            continue;
        }
        let help = match closest(id.as_str(), ids()) {
            Some(likely) => format!("did you mean `{likely}`?"),
            None => "name a row of the file with `process = [ … ]`".to_owned(),
        };
        let message = format!("there is no rule `{id}` on conversations");
        out.push(Diagnostic::new("unknown-rule", &id.span, message).label("no such rule").help(help));
    }
}
