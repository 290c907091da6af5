//! A rule's id says to what it belongs. `SR-BV-004a`: letters of the module, of the message (or ALG), three
//! digits, and a letter when one row of the process description became several rules. Rules of composites
//! begin with TYP, those of the header have the module's letters only: `KOP-005`; those on conversations have PROC.

use crate::diagnostic::Diagnostic;
use crate::lint::views::module;
use crate::model::{Definitions, Text};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    let letters = |id: &str| module(defs, id).map(|module| module.code.as_str());
    for message in &defs.messages {
        let Some(module) = letters(&message.module) else { continue };
        for rule in &message.rules {
            if message.header {
                expect(&rule.id, &format!("{module}-001"), |parts| matches!(parts, [of, _] if *of == module), out);
            } else {
                let code = message.code.as_str();
                // A rule of several modules has the letters ALG where others have those of one.
                let fits = |parts: &[&str]| match parts {
                    ["ALG", on, _] => *on == code,
                    [of, on, _] => *of == module && (*on == code || *on == "ALG"),
                    _ => false,
                };
                expect(&rule.id, &format!("{module}-{code}-001"), fits, out);
            }
        }
    }
    for composite in &defs.composites {
        let letters: String = composite.name.as_str().chars().take(3).collect();
        let example = format!("TYP-{}-001", letters.to_uppercase());
        for rule in &composite.rules {
            expect(&rule.id, &example, |parts| matches!(parts, ["TYP", _, _]), out);
        }
    }
    for shared in &defs.shared_rules {
        let of = if shared.module.is_empty() { Some("TYP") } else { letters(&shared.module) };
        expect_of(&shared.rule.id, of, out);
    }
    for fact in &defs.facts {
        expect(&fact.rule.id, "PROC-014", |parts| matches!(parts, ["PROC", _]), out);
    }
    for rule in &defs.process_rules {
        expect(&rule.id, "PROC-001", |parts| matches!(parts, ["PROC", _]), out);
    }
    for module in &defs.modules {
        for forbidden in &module.forbidden {
            expect_of(&forbidden.rule, Some(module.code.as_str()), out);
        }
    }
}

/// An id of three parts that begins with these letters.
fn expect_of(id: &Text, letters: Option<&str>, out: &mut Vec<Diagnostic>) {
    let Some(letters) = letters else { return };
    expect(id, &format!("{letters}-ALG-001"), |parts| matches!(parts, [of, _, _] if *of == letters), out);
}

fn expect(id: &Text, example: &str, fits: impl Fn(&[&str]) -> bool, out: &mut Vec<Diagnostic>) {
    let parts: Vec<&str> = id.as_str().split('-').collect();
    let form = parts.split_last().is_some_and(|(number, letters)| {
        let capitals = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase());
        is_number(number) && letters.iter().all(capitals)
    });
    if !form || !fits(&parts) {
        let message = format!("`{id}` is not the id of a rule of this file");
        let help = format!("write it as {example}; several rules out of one are {example}a, {example}b");
        out.push(Diagnostic::new("bad-rule-id", &id.span, message).help(help));
    }
}

/// Three digits and at most one small letter.
fn is_number(part: &str) -> bool {
    let digits = part.strip_suffix(|last: char| last.is_ascii_lowercase()).unwrap_or(part);
    digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
