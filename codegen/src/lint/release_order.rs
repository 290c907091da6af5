//! The releases of a module stand from old to new, each once: upgrades and diffs go from one to the next.

use crate::diagnostic::Diagnostic;
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for module in &defs.modules {
        if module.releases.is_empty() {
            let message = format!("module `{}` has no release", module.id);
            let help = "add a row to `releases`";
            out.push(Diagnostic::new("release-order", &module.id.span, message).help(help));
        }
        for (older, newer) in module.releases.iter().zip(module.releases.iter().skip(1)) {
            if newer.number <= older.number {
                let message = format!("release {} stands after {}", newer.text, older.text);
                let diagnostic = Diagnostic::new("release-order", &newer.text.span, message)
                    .also(&older.text.span, "the release before it")
                    .help("write the releases from old to new, each once");
                out.push(diagnostic);
            }
        }
    }
}
