//! Messages with something wrong, or only changed: each mutation is a row with its name and a function on the content, so that
//! JSON and XML of the same mutated content exist.

mod element;
mod root;
mod text;

use std::collections::BTreeMap;

use super::content::{Content, Node, Way};
use super::dice::Dice;

/// One way to change a message.
pub struct Mutation {
    /// What it is called where a disagreement is told.
    pub name: &'static str,
    /// How often it is picked, compared with the others.
    weight: usize,
    /// Changes the message, if it can.
    apply: fn(&mut Content, &mut Dice, &Pool) -> Option<Effect>,
}

/// What a change means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What was done, and where; it holds no value.
    pub what: String,
    /// Whether both formats must get the same verdict.
    pub same: bool,
}

impl Effect {
    /// A change that means the same in both formats.
    fn same(what: impl Into<String>) -> Self {
        Self { what: what.into(), same: true }
    }

    /// A change of which one format thinks otherwise than the other: order, white space, types of JSON, attributes.
    fn apart(what: impl Into<String>) -> Self {
        Self { what: what.into(), same: false }
    }
}

/// Elements of other messages of the same kind, by the name of their table and their own.
#[derive(Debug, Default)]
pub struct Pool(BTreeMap<(&'static str, &'static str), Vec<Node>>);

/// No more elements of one name are kept.
const KEPT: usize = 40;

impl Pool {
    /// Keeps the elements of a message.
    pub fn add(&mut self, content: &Content) {
        for way in content.ways() {
            let (Some(shape), Some(node)) = (content.shape(&way), content.node(&way)) else { continue };
            for child in node.children() {
                let Some(row) = child.row.filter(|_| !child.json.is_empty()) else { continue };
                let kept = self.0.entry((shape.name, row.name)).or_default();
                if kept.len() < KEPT {
                    kept.push(child.clone());
                }
            }
        }
    }

    /// An element of a table.
    fn pick(&self, table: &'static str, name: &'static str, dice: &mut Dice) -> Option<Node> {
        dice.pick(self.0.get(&(table, name))?).cloned()
    }
}

/// Every mutation.
fn all() -> impl Iterator<Item = &'static Mutation> {
    element::MUTATIONS.iter().chain(text::MUTATIONS).chain(root::MUTATIONS)
}

/// Changes a message once, and now and then two or three times; gives what was done.
pub fn mutate(content: &mut Content, dice: &mut Dice, pool: &Pool) -> Effect {
    let times = [1, 1, 1, 1, 1, 2, 3].get(dice.below(7)).copied().unwrap_or(1);
    let mut effect = Effect::same("");
    let weight: usize = all().map(|mutation| mutation.weight).sum();
    let (mut done, mut tries) = (0, 0);
    while done < times && tries < 50 {
        tries += 1;
        let mut drawn = dice.below(weight);
        let picked = all().find(|mutation| {
            let found = drawn < mutation.weight;
            drawn = drawn.saturating_sub(mutation.weight);
            found
        });
        let Some(mutation) = picked else { continue };
        if let Some(one) = (mutation.apply)(content, dice, pool) {
            done += 1;
            let gap = if effect.what.is_empty() { "" } else { "; " };
            effect.what.push_str(&format!("{gap}{}: {}", mutation.name, one.what));
            effect.same &= one.same;
        }
    }
    effect
}

/// The names from the message down to an element.
fn place(content: &Content, way: &[usize]) -> String {
    let names = (1..=way.len()).filter_map(|length| content.node(way.get(..length)?)).map(|node| node.name.as_str());
    names.collect::<Vec<_>>().join("/")
}

/// One of the elements and items of a message for which this is true, but no whole part.
fn find(content: &Content, dice: &mut Dice, fits: impl Fn(&Node) -> bool) -> Option<Way> {
    let inside = |way: &Way| way.len() > 1 && content.node(way).is_some_and(&fits);
    let ways: Vec<Way> = content.ways().into_iter().filter(inside).collect();
    dice.pick(&ways).cloned()
}
