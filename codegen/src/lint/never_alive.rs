//! What is in no release is dead text: an element whose lifetime lies outside that of its message, a code
//! that no use of its list reaches, a message that ended before the first release of its module.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{living, releases};
use crate::model::Definitions;

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for thing in living(defs) {
        // What stands in a message that is never there, or in an unused type, is said there.
        if thing.moments.is_empty() || thing.moments.iter().any(|moment| moment.has(thing.life)) {
            continue;
        }
        // A bound with a mistake of its own is said there too.
        let ends_early =
            thing.life.until.iter().any(|(letters, until)| {
                thing.life.since.iter().any(|(other, since)| other == letters && since >= until)
            });
        let known = |number| defs.modules.iter().flat_map(releases).any(|release| release.number == number);
        let unknown = thing.life.since.iter().chain(&thing.life.until).any(|&(_, number)| !known(number));
        if ends_early || unknown {
            continue;
        }
        let used: Vec<String> = thing.moments.iter().map(ToString::to_string).collect();
        let message = format!("{} `{}` is in no release", thing.what, thing.name);
        let holder = match thing.what {
            "code" => "its code list is used",
            "element" | "rule" => "its message or composite is used",
            _ => "the module is",
        };
        let label = match used.as_slice() {
            [first, .., last] => format!("{holder} in {first} up to {last}"),
            _ => format!("{holder} only in {}", used.concat()),
        };
        let help = "change `since` or `until`, or take the row out";
        out.push(Diagnostic::new("never-alive", &thing.life.span, message).label(label).help(help));
    }
}
