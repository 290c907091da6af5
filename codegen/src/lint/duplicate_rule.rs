//! One id names one rule, since a finding shows the id. Only a general rule (`SR-ALG-002`) may be written
//! again, in another file and for other messages, where the same rule needs other words. A rule on conversations
//! (`PROC-014a`) stands in the file of each module that has it.

use crate::diagnostic::Diagnostic;
use crate::model::{Definitions, Text};

/// Where a rule is written.
struct Written<'d> {
    id: &'d Text,
    /// The module, and the messages or composites it is on; none is every one.
    module: &'d str,
    on: Vec<&'d str>,
}

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let written = written(defs);
    for (number, rule) in written.iter().enumerate() {
        let Some(first) = written.iter().take(number).find(|first| first.id == rule.id && !apart(first, rule)) else {
            continue;
        };
        let diagnostic =
            Diagnostic::new("duplicate-rule", &rule.id.span, format!("there is already a rule `{}`", rule.id))
                .label("the second one")
                .also(&first.id.span, "the first one")
                .help("give it the next free number");
        out.push(diagnostic);
    }
}

fn written(defs: &Definitions) -> Vec<Written<'_>> {
    let mut written = Vec::new();
    for module in &defs.modules {
        let forbidden = module.forbidden.iter().map(|forbidden| &forbidden.rule);
        written.extend(forbidden.map(|id| Written { id, module: module.id.as_str(), on: Vec::new() }));
    }
    for message in &defs.messages {
        let of = |id| Written { id, module: message.module.as_str(), on: vec![message.id.as_str()] };
        written.extend(message.rules.iter().map(|rule| of(&rule.id)));
    }
    for composite in &defs.composites {
        let of = |id| Written { id, module: "", on: vec![composite.name.as_str()] };
        written.extend(composite.rules.iter().map(|rule| of(&rule.id)));
    }
    for shared in &defs.shared_rules {
        let on = shared.on.iter().map(Text::as_str).collect();
        written.push(Written { id: &shared.rule.id, module: &shared.module, on });
    }
    for fact in &defs.facts {
        written.push(Written { id: &fact.rule.id, module: fact.module.as_str(), on: Vec::new() });
    }
    written.extend(defs.process_rules.iter().map(|rule| Written { id: &rule.id, module: "", on: Vec::new() }));
    written
}

/// Whether a general rule is written twice for different messages, or one on conversations for different modules.
fn apart(one: &Written<'_>, two: &Written<'_>) -> bool {
    let everywhere = one.on.is_empty() || two.on.is_empty();
    let general = one.id.as_str().contains("-ALG-") || one.id.as_str().starts_with("ALG-");
    let same_words = one.id.span == two.id.span && one.module != two.module;
    same_words
        || (one.id.as_str().starts_with("PROC-") && one.module != two.module)
        || general
            && one.id.span.file != two.id.span.file
            && (one.module != two.module || !(everywhere || one.on.iter().any(|name| two.on.contains(name))))
}
