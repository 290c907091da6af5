//! Letters before a release number say for which module the bound holds; they must be those of a module.
//! Modules that the standard has but these definitions do not have yet are accepted: a code list may already
//! say since when it is theirs.

use crate::diagnostic::Diagnostic;
use crate::lint::views::living;
use crate::model::Definitions;

/// The letters of the modules of the standard.
const STANDARD: &[&str] = &["SR", "SI", "BR", "MB", "WB", "VS"];

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for letters in defs.process_rules.iter().flat_map(|rule| &rule.modules) {
        if !STANDARD.contains(&letters.as_str()) && !defs.modules.iter().any(|module| module.code == *letters) {
            let message = format!("there is no module with the letters {letters}");
            out.push(Diagnostic::new("unknown-module", &letters.span, message));
        }
    }
    for thing in living(defs) {
        for (letters, _) in thing.life.since.iter().chain(&thing.life.until) {
            let known = defs.modules.iter().any(|module| module.code == letters.as_str());
            if letters.is_empty() || known || STANDARD.contains(&letters.as_str()) {
                continue;
            }
            let defined = defs.modules.iter().map(|module| module.code.as_str());
            let mut all: Vec<&str> = STANDARD.iter().copied().chain(defined).collect();
            all.sort_unstable();
            all.dedup();
            let message = format!("there is no module with the letters {letters}");
            let help = format!("the letters are: {}; a release without letters holds for every module", all.join(", "));
            out.push(Diagnostic::new("unknown-module", &thing.life.span, message).help(help));
        }
    }
}
