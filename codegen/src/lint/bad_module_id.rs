//! A module's id stands in XML namespaces, in JSON and in file names, so it is lower-case words with
//! hyphens between them: `meldingen-bewindvoering`.

use crate::diagnostic::Diagnostic;
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for module in &defs.modules {
        let id = module.id.as_str();
        let word = |word: &str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if !id.split('-').all(word) || id.starts_with(|first: char| first.is_ascii_digit()) {
            let diagnostic =
                Diagnostic::new("bad-module-id", &module.id.span, format!("`{id}` cannot be a module's id")).help(
                    "use lower-case letters without accents, and `-` between words, as in meldingen-bewindvoering",
                );
            out.push(diagnostic);
        }
    }
}
