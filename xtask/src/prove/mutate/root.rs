//! Changes to what a message says it is: its release, its id, whether it has a header.

use skp_messages::catalogue;
use skp_messages::sample::Form;

use super::{Effect, Mutation, Pool};
use crate::prove::content::{Content, HEADER, Value};
use crate::prove::dice::Dice;

pub(super) const MUTATIONS: &[Mutation] = &[
    Mutation { name: "other release", weight: 2, apply: release },
    Mutation { name: "other message", weight: 1, apply: message },
    Mutation { name: "other form", weight: 1, apply: form },
];

/// Another release of the module, or none that there is; mostly the header says so too.
fn release(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let mut numbers: Vec<&str> = content.info.module.releases.iter().map(|release| release.number).collect();
    numbers.push("9.9");
    let number = (*dice.pick(&numbers)?).to_owned();
    if number == content.release {
        return None;
    }
    let agrees = agree(content, dice, "Release", &number);
    content.release.clone_from(&number);
    Some(if agrees { Effect::same(number) } else { Effect::apart(number) })
}

/// Another message of the module, or none that there is; mostly the header says so too.
fn message(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let module = content.info.module.id;
    let mut ids: Vec<&str> =
        catalogue::messages().iter().filter(|info| info.module.id == module).map(|info| info.id).collect();
    ids.push("Onbekend");
    let id = (*dice.pick(&ids)?).to_owned();
    if id == content.id {
        return None;
    }
    let agrees = agree(content, dice, "Bericht", &id);
    content.id.clone_from(&id);
    Some(if agrees { Effect::same(id) } else { Effect::apart(id) })
}

/// With or without a header. One that appears may not say what was changed before: JSON in an envelope knows only the header.
fn form(content: &mut Content, _: &mut Dice, _: &Pool) -> Option<Effect> {
    if content.parts.first()?.children().is_empty() {
        return None;
    }
    content.form = if content.form == Form::Bare { Form::Envelope } else { Form::Bare };
    let says = |field: &str, text: &str| {
        let header = content.parts.first().map_or(&[][..], |part| part.children());
        let mut fields = header.iter().filter(|node| node.name == field);
        fields.any(|node| matches!(&node.value, Value::Text(said, _) if said == text))
    };
    let agrees = content.form == Form::Bare || (says("Bericht", &content.id) && says("Release", &content.release));
    Some(if agrees { Effect::same("") } else { Effect::apart("") })
}

/// Mostly says the same in a field of the header. When it does not, JSON in an envelope knows only what the header says, and
/// XML also what the namespace says.
fn agree(content: &mut Content, dice: &mut Dice, field: &str, text: &str) -> bool {
    if dice.below(5) == 0 {
        return content.form == Form::Bare;
    }
    let mut said = content.form == Form::Bare;
    let header = content.node_mut(&[HEADER]).and_then(|node| node.children_mut());
    for node in header.into_iter().flatten().filter(|node| node.name == field) {
        if let Value::Text(old, _) = &mut node.value {
            text.clone_into(old);
            said = true;
        }
    }
    said
}
