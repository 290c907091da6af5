//! A new release of a module: a draft that has what the release before it has.

use super::{Made, Refusal, World, to_write};
use crate::layout::edit::{Edit, quoted};
use crate::source::Sources;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct NewRelease {
    /// The module, by id or letters.
    pub module: String,
    /// The number.
    pub number: String,
    /// The first day on which it is to be in force.
    pub valid_from: Option<String>,
    /// The last day on which it is to be in force.
    pub valid_until: Option<String>,
}

/// Makes the row and its texts.
///
/// # Errors
/// When there is no such module, or the release would be wrong.
pub fn release(sources: &Sources, new: &NewRelease) -> Result<Made, Refusal> {
    let world = World::of(sources)?;
    let named = |text: &str| text.eq_ignore_ascii_case(&new.module);
    let module = world.defs.modules.iter().find(|module| named(module.id.as_str()) || named(module.code.as_str()));
    let module = module.ok_or_else(|| {
        let known = world.defs.modules.iter().map(|module| module.id.value.clone()).collect();
        Refusal::Unknown("module", new.module.clone(), known)
    })?;
    if let Some(known) = module.releases.iter().find(|release| release.text == *new.number) {
        let (path, _) = world.text(known.text.span.file);
        return Err(Refusal::Exists("release", format!("{} {}", module.id, new.number), path.to_owned()));
    }
    let cells = [
        ("number", Some(new.number.clone())),
        ("status", Some("draft".to_owned())),
        ("valid_from", new.valid_from.clone()),
        ("valid_until", new.valid_until.clone()),
        ("source", Some("proposed".to_owned())),
        ("content", Some("proposed".to_owned())),
    ];
    let cells = cells.into_iter().filter_map(|(key, value)| Some((key, quoted(&value?)))).collect();
    let last = module.releases.last().map(|release| release.text.value.clone());
    let mut edits = vec![Edit::Row { list: "releases", after: None, cells }];
    edits.extend(to_write(&new.number, last.as_deref()));
    let file = world.edited(module.id.span.file, &edits)?;
    world.made(vec![file], format!("{} {}", module.id, new.number)).map(|(made, _)| made)
}
