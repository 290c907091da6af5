//! A new element in the table of a message or composite.

use super::since::since;
use super::target::Target;
use super::{Made, Refusal, World, to_write};
use crate::layout::edit::{Edit, quoted};
use crate::source::Sources;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct NewElement {
    /// The message or composite.
    pub table: String,
    /// The name, or `Wrapper/Item` of a list.
    pub name: String,
    /// The type.
    pub ty: String,
    /// The cardinality, unless exactly once.
    pub card: Option<String>,
    /// The first release with it; left out: the draft.
    pub since: Option<String>,
    /// The element before it; left out: the last.
    pub after: Option<String>,
    /// The heading in the documentation; left out: that of the element before it.
    pub group: Option<String>,
}

/// Makes the row and its texts.
///
/// # Errors
/// When there is no such table, nothing new can be put in a release, or the row would be wrong.
pub fn element(sources: &Sources, new: &NewElement) -> Result<Made, Refusal> {
    let world = World::of(sources)?;
    let target = Target::find(&world, &new.table)?;
    let rows = target.elements();
    let before = match &new.after {
        Some(after) => {
            let names = || rows.iter().map(|row| row.name.value.clone()).collect();
            Some(
                rows.iter()
                    .rfind(|row| row.name == **after)
                    .ok_or_else(|| Refusal::Unknown("element", after.clone(), names()))?,
            )
        }
        None => rows.last(),
    };
    let since = match &new.since {
        Some(since) => Some(since.clone()),
        None => since(&world, &target)?,
    };
    let group =
        new.group.clone().or_else(|| before.and_then(|row| row.group.as_ref().map(|group| group.value.clone())));
    let cells = [
        ("name", Some(new.name.clone())),
        ("type", Some(new.ty.clone())),
        ("card", new.card.clone().filter(|card| card != "1")),
        ("since", since),
        ("group", group),
        ("source", Some("proposed".to_owned())),
    ];
    let cells = cells.into_iter().filter_map(|(key, value)| Some((key, quoted(&value?)))).collect();
    let after = before.map(|row| row.name.value.clone());
    let mut edits = vec![Edit::Row { list: "elements", after: after.clone(), cells }];
    let name = new.name.split('/').next().unwrap_or_default();
    // An element that comes back with another row keeps its text.
    if !rows.iter().any(|row| row.name == *name) {
        edits.extend(to_write(name, after.as_deref()));
    }
    let file = world.edited(target.file(), &edits)?;
    world.made(vec![file], format!("{}.{name}", target.name())).map(|(made, _)| made)
}
