//! Changes to elements: which there are, in which order, under which name.

use super::{Effect, Mutation, Pool, find, place};
use crate::prove::content::{Content, Literal, Node, Value};
use crate::prove::dice::Dice;

pub(super) const MUTATIONS: &[Mutation] = &[
    Mutation { name: "dropped", weight: 4, apply: drop_one },
    Mutation { name: "repeated", weight: 3, apply: repeat },
    Mutation { name: "swapped", weight: 2, apply: swap },
    Mutation { name: "renamed", weight: 2, apply: rename },
    Mutation { name: "stranger", weight: 2, apply: stranger },
    Mutation { name: "list emptied", weight: 2, apply: empty_list },
    Mutation { name: "added", weight: 6, apply: add },
    Mutation { name: "moved", weight: 2, apply: move_one },
    Mutation { name: "nil", weight: 1, apply: nil },
    Mutation { name: "text for elements", weight: 1, apply: text_for_elements },
    Mutation { name: "elements for text", weight: 1, apply: elements_for_text },
    Mutation { name: "emptied", weight: 1, apply: empty_part },
    Mutation { name: "attribute", weight: 1, apply: attribute },
];

fn any(_: &Node) -> bool {
    true
}

fn drop_one(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, any)?;
    let what = place(content, &way);
    let (siblings, at) = content.siblings(&way)?;
    siblings.remove(at);
    Some(Effect::same(what))
}

fn repeat(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, any)?;
    let what = place(content, &way);
    let (siblings, at) = content.siblings(&way)?;
    let copy = siblings.get(at)?.clone();
    siblings.insert(at, copy);
    Some(Effect::same(what))
}

fn swap(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, any)?;
    let what = place(content, &way);
    let (siblings, at) = content.siblings(&way)?;
    let other = dice.below(siblings.len());
    if other == at {
        return None;
    }
    siblings.swap(at, other);
    Some(Effect::apart(what))
}

fn rename(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, any)?;
    let what = place(content, &way);
    let node = content.node_mut(&way)?;
    // An item has a name in XML only.
    let effect = if node.json.is_empty() { Effect::apart(what) } else { Effect::same(what) };
    node.name.push('x');
    node.json.push('x');
    Some(effect)
}

fn stranger(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, |node| !node.json.is_empty())?;
    let what = place(content, &way);
    let (siblings, at) = content.siblings(&way)?;
    let value = Value::Text("x".to_owned(), Literal::String);
    siblings.insert(at, Node { name: "Vreemd".to_owned(), json: "vreemd".to_owned(), value, attribute: "", row: None });
    Some(Effect::same(what))
}

fn empty_list(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, |node| matches!(node.value, Value::List(_)))?;
    let what = place(content, &way);
    content.node_mut(&way)?.children_mut()?.clear();
    Some(Effect::same(what))
}

fn empty_part(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, |node| matches!(node.value, Value::Part(_)))?;
    let what = place(content, &way);
    content.node_mut(&way)?.children_mut()?.clear();
    Some(Effect::same(what))
}

/// Puts an element of another message where its table has it: an optional one, or the second part of a choice.
fn add(content: &mut Content, dice: &mut Dice, pool: &Pool) -> Option<Effect> {
    let ways = content.ways();
    let way = dice.pick(&ways)?.clone();
    let shape = content.shape(&way)?;
    let what = place(content, &way);
    let Value::Part(children) = &mut content.node_mut(&way)?.value else { return None };
    let absent = |name: &str| children.iter().all(|child| child.name != name);
    let absent: Vec<_> = shape.elements.iter().filter(|element| absent(element.name)).collect();
    let row = *dice.pick(&absent)?;
    let node = pool.pick(shape.name, row.name, dice)?;
    let number = |name: &str| shape.elements.iter().position(|element| element.name == name);
    let own = number(row.name);
    let at = children.iter().take_while(|child| number(&child.name) < own).count();
    children.insert(at, node);
    Some(Effect::same(format!("{what}/{}", row.name)))
}

fn move_one(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (from, to) =
        (find(content, dice, |node| !node.json.is_empty())?, find(content, dice, |node| !node.json.is_empty())?);
    let what = format!("{} to {}", place(content, &from), place(content, &to));
    let node = content.node(&from)?.clone();
    let (siblings, at) = content.siblings(&to)?;
    siblings.insert(at, node);
    if siblings.len() > 60 {
        return None;
    }
    Some(Effect::apart(what))
}

fn nil(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, any)?;
    let what = place(content, &way);
    content.node_mut(&way)?.value = Value::Nil;
    Some(Effect::same(what))
}

fn text_for_elements(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, |node| matches!(node.value, Value::Part(_) | Value::List(_)))?;
    let what = place(content, &way);
    content.node_mut(&way)?.value = Value::Text("x".to_owned(), Literal::String);
    Some(Effect::same(what))
}

fn elements_for_text(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let way = find(content, dice, |node| matches!(node.value, Value::Text(..)))?;
    let what = place(content, &way);
    let node = content.node_mut(&way)?;
    let value = std::mem::replace(&mut node.value, Value::Nil);
    let inner = Node { name: "Waarde".to_owned(), json: "waarde".to_owned(), value, attribute: "", row: None };
    node.value = Value::Part(vec![inner]);
    Some(Effect::same(what))
}

/// Attributes: unknown ones, and those that say something of the schema.
fn attribute(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let ways = content.ways();
    let way = dice.pick(&ways)?.clone();
    let what = place(content, &way);
    let node = content.node_mut(&way)?;
    node.attribute = dice.pick(&[
        " id=\"1\"",
        " xml:lang=\"nl\"",
        " xmlns:e=\"urn:e\" e:id=\"1\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:a a.xsd\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"a.xsd\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"false\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Onbekend\"",
        " xmlns:e=\"urn:e\"",
    ])?;
    Some(Effect::apart(what))
}
