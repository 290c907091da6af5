//! A new rule on a message or composite, with the next free number.

use super::since::since;
use super::target::Target;
use super::{Made, Refusal, World, to_write};
use crate::layout::edit::{Edit, quoted};
use crate::model::{Definitions, Rule};
use crate::source::Sources;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct NewRule {
    /// The message or composite.
    pub table: String,
    /// What must hold, in CEL; left out: that the first element is there, to be changed.
    pub assert: Option<String>,
    /// When it applies.
    pub when: Option<String>,
    /// The list on whose items it runs.
    pub each: Option<String>,
    /// `fout`, `waarschuwing` or `info`.
    pub severity: String,
    /// The first release with it; left out: the draft.
    pub since: Option<String>,
}

/// Makes the rule and its texts; [`Made::what`] is its id.
///
/// # Errors
/// When there is no such table, nothing new can be put in a release, or the rule would be wrong.
pub fn rule(sources: &Sources, new: &NewRule) -> Result<Made, Refusal> {
    let world = World::of(sources)?;
    let target = Target::find(&world, &new.table)?;
    let id = next(&world.defs, &prefix(&world, &target));
    let since = match &new.since {
        Some(since) => Some(since.clone()),
        None => since(&world, &target)?,
    };
    let first = target.elements().last().map(|row| format!("has({})", row.name)).unwrap_or_default();
    let cells = [
        ("id", Some(id.clone())),
        ("severity", Some(new.severity.clone())),
        ("each", new.each.clone()),
        ("when", new.when.clone()),
        ("assert", Some(new.assert.clone().unwrap_or(first))),
        ("since", since.clone()),
        ("source", Some("proposed".to_owned())),
    ];
    let cells = cells.into_iter().filter_map(|(key, value)| Some((key, quoted(&value?)))).collect();
    let mut edits = vec![Edit::Rule { cells }];
    edits.extend(to_write(&id, None));
    let file = world.edited(target.file(), &edits)?;
    let (made, _) = world.made(vec![file], id)?;
    let on = match &target {
        Target::Message(message) if !message.header && message.modules.is_empty() => {
            Some((message.module.clone(), message.id.value.clone()))
        }
        _ => None,
    };
    Ok(Made { on, since, ..made })
}

/// What the ids of the rules of a table begin with.
fn prefix(world: &World<'_>, target: &Target<'_>) -> String {
    match target {
        Target::Message(message) => {
            let module = world.defs.modules.iter().find(|module| module.id == message.module.as_str());
            let letters = module.map_or("", |module| module.code.as_str());
            match (message.header, message.modules.is_empty()) {
                (true, _) => format!("{letters}-"),
                (false, true) => format!("{letters}-{}-", message.code),
                (false, false) => format!("ALG-{}-", message.code),
            }
        }
        Target::Composite(composite) => {
            let own = composite.rules.iter().find_map(|rule| rule.id.as_str().rsplit_once('-'));
            let letters: String = composite.name.as_str().chars().filter(char::is_ascii_alphabetic).take(3).collect();
            own.map_or_else(|| format!("TYP-{}-", letters.to_uppercase()), |(letters, _)| format!("{letters}-"))
        }
    }
}

/// The next number behind a prefix, over all files: also those of shared rules and of rules that ended.
fn next(defs: &Definitions, prefix: &str) -> String {
    let messages = defs.messages.iter().flat_map(|message| &message.rules);
    let composites = defs.composites.iter().flat_map(|composite| &composite.rules);
    let shared = defs.shared_rules.iter().map(|shared| &shared.rule);
    let number = |rule: &Rule| {
        let digits =
            rule.id.as_str().strip_prefix(prefix)?.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        digits.parse::<u32>().ok()
    };
    let last = messages.chain(composites).chain(shared).filter_map(number).max().unwrap_or(0);
    format!("{prefix}{:03}", last + 1)
}
