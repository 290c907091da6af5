//! From which release on something new is there: the draft of each module that has it in a published release.

use super::target::Target;
use super::{Refusal, World};
use crate::catalogue::{Catalogue, Module, Release, Status};
use crate::emit::released::View;

/// The value of `since`; `None` when no published release has what the new thing is put in, so that it can be there
/// from the start.
pub(super) fn since(world: &World<'_>, target: &Target<'_>) -> Result<Option<String>, Refusal> {
    let name = target.name();
    // Several modules may have a message of one name.
    let here = |module: &Module| match target {
        Target::Message(message) if message.modules.is_empty() => module.id == message.module,
        Target::Message(message) => message.modules.iter().any(|of| *of == *module.id),
        Target::Composite(_) => true,
    };
    let mut bounds: Vec<(&Module, String)> = Vec::new();
    for (at, module) in world.catalogue.modules.iter().enumerate().filter(|(_, module)| here(module)) {
        let published = module
            .releases
            .iter()
            .enumerate()
            .any(|(number, release)| release.status != Status::Draft && has(&world.catalogue, at, number, name));
        if published {
            bounds.push((module, draft(module)?.number.to_string()));
        }
    }
    let Some((_, first)) = bounds.first() else { return Ok(None) };
    let letters = |(module, number): &(&Module, String)| format!("{} {number}", module.code);
    // One module and no other that has it needs no letters.
    let users = world.catalogue.modules.iter().enumerate().filter(|(at, module)| {
        here(module) && (0..module.releases.len()).any(|number| has(&world.catalogue, *at, number, name))
    });
    Ok(Some(match users.count() {
        1 => first.clone(),
        _ => bounds.iter().map(letters).collect::<Vec<_>>().join(", "),
    }))
}

/// The newest release of a module, when that is a draft.
pub(super) fn draft(module: &Module) -> Result<&Release, Refusal> {
    module
        .releases
        .last()
        .filter(|release| release.status == Status::Draft)
        .ok_or_else(|| Refusal::NoDraft(module.id.clone()))
}

/// Whether a release has a message, or uses a type, of this name.
fn has(catalogue: &Catalogue, module: usize, release: usize, name: &str) -> bool {
    View::of(catalogue, module, release).is_some_and(|view| {
        let message = view.messages.iter().any(|message| {
            let now = catalogue.types.get(message.ty.0);
            message.id == name || now.is_some_and(|ty| ty.name == name)
        });
        message || view.types.iter().any(|ty| ty.name == name)
    })
}
