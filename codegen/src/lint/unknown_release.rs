//! `since` and `until` are releases of a module that uses the row. Only a `since` from before a module's
//! first release may be that of another module: the row is then there from the module's start.

use crate::diagnostic::Diagnostic;
use crate::lint::views::{Living, living, modules};
use crate::model::{Definitions, Module, Number};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for thing in living(defs) {
        // What stands in something unused is told there.
        let users = modules(&thing.moments);
        if users.is_empty() {
            continue;
        }
        for (letters, number) in &thing.life.since {
            let early = users.iter().any(|module| module.releases.iter().all(|release| *number < release.number));
            let other = defs.modules.iter().any(|module| has(module, *number));
            if !(letters.is_empty() && early && other) {
                bound(defs, &thing, "since", letters, *number, &users, out);
            }
        }
        for (letters, number) in &thing.life.until {
            bound(defs, &thing, "until", letters, *number, &users, out);
        }
    }
}

fn has(module: &Module, number: Number) -> bool {
    module.releases.iter().any(|release| release.number == number)
}

fn bound(
    defs: &Definitions,
    thing: &Living<'_>,
    key: &str,
    letters: &str,
    number: Number,
    users: &[&Module],
    out: &mut Vec<Diagnostic>,
) {
    let Living { what, name, life, .. } = thing;
    if letters.is_empty() {
        if !users.iter().any(|module| has(module, number)) {
            let releases: Vec<String> = users.iter().map(|module| releases(module)).collect();
            let message = format!("`{key}` of {what} `{name}` is {number}, which is not a release");
            let help = format!("the releases are: {}", releases.join("; "));
            out.push(Diagnostic::new("unknown-release", &life.span, message).help(help));
        }
        return;
    }
    let Some(module) = defs.modules.iter().find(|module| module.code == letters) else { return };
    if !users.iter().any(|user| std::ptr::eq(*user, module)) {
        let message = format!("`{key}` of {what} `{name}` names module {letters}, which does not use it");
        let help = format!("take {letters} {number} out, or use it in a message of {}", module.id);
        out.push(Diagnostic::new("unknown-release", &life.span, message).help(help));
    } else if !has(module, number) {
        let message = format!("`{key}` of {what} `{name}` is {letters} {number}, which is not a release");
        let help = format!("the releases are: {}", releases(module));
        out.push(Diagnostic::new("unknown-release", &life.span, message).help(help));
    }
}

fn releases(module: &Module) -> String {
    let numbers: Vec<&str> = module.releases.iter().map(|release| release.text.as_str()).collect();
    format!("{} {}", module.id, numbers.join(", "))
}
