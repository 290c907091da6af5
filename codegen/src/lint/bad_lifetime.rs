//! `until` is the first release without a thing, so it must be later than `since`; else the thing is never
//! there. And a module can have only one bound, else it would be unclear which one holds.

use crate::diagnostic::Diagnostic;
use crate::lint::views::living;
use crate::model::{Definitions, Number};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for thing in living(defs) {
        let life = thing.life;
        for (key, bounds) in [("since", &life.since), ("until", &life.until)] {
            if let Some(letters) = twice(bounds) {
                let module = if letters.is_empty() { "all modules" } else { letters };
                let message = format!("`{key}` of {} `{}` has two releases for {module}", thing.what, thing.name);
                let help = "write one release, or one release per module, as in SR 1.0, BR 2.0";
                out.push(Diagnostic::new("bad-lifetime", &life.span, message).help(help));
            }
        }
        for (letters, until) in &life.until {
            let since = life.since.iter().find(|(other, _)| other == letters);
            if let Some((_, since)) = since.filter(|(_, since)| since >= until) {
                let message = format!("{} `{}` ends before it begins", thing.what, thing.name);
                let diagnostic = Diagnostic::new("bad-lifetime", &life.span, message)
                    .label(format!("since {since}, and gone from {until} on"))
                    .help("`until` is the first release without it; it must be later than `since`");
                out.push(diagnostic);
            }
        }
    }
}

/// The letters that have a second bound; none at all must be alone.
fn twice(bounds: &[(String, Number)]) -> Option<&str> {
    let mut rest = bounds;
    while let Some(((letters, _), others)) = rest.split_first() {
        if others.iter().any(|(other, _)| other == letters) {
            return Some(letters);
        }
        rest = others;
    }
    (bounds.len() > 1 && bounds.iter().any(|(letters, _)| letters.is_empty())).then_some("")
}
