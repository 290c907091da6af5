//! What is published or derived names a source, and the source stands in sources.toml: a reader must be
//! able to look it up.

use crate::diagnostic::{Diagnostic, closest, part};
use crate::lint::views::provenances;
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let known = || defs.sources.iter().map(|source| source.key.as_str());
    for cell in provenances(defs) {
        // Keys stand after the label, so that a key that looks like a word of the label is found at its place.
        let mut from = cell.text.as_str().find(':').unwrap_or_default();
        for key in &cell.keys {
            let start =
                cell.text.as_str().get(from..).and_then(|rest| rest.find(key.as_str())).unwrap_or_default() + from;
            from = start + key.len();
            if known().any(|known| known == key.as_str()) {
                continue;
            }
            let span = part(&cell.text, start..from);
            let remark = known().find_map(|known| Some((known, key.strip_prefix(known)?.strip_prefix(' ')?)));
            let help = match (remark, closest(key, known())) {
                (Some((key, remark)), _) => format!("put ( ) around the remark: {key} ({remark})"),
                (None, Some(likely)) => format!("did you mean `{likely}`?"),
                (None, None) => "add it to sources.toml; a remark goes after a `;` or between ( )".to_owned(),
            };
            let message = format!("there is no source `{key}`");
            out.push(Diagnostic::new("unknown-source", &span, message).label("no such source").help(help));
        }
    }
}
