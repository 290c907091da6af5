//! Elements that a rule forbids by name, such as a BSN where nobody may send one.

use super::super::node::{Loc, MESSAGE, Node, Twist};
use super::super::value::bsn;
use super::trick::{Trial, below};

/// Adds one of the forbidden elements to the message or a part of it. A message whose own table has an element of that
/// name may have it there, and nowhere else.
pub(super) fn add(trial: &mut Trial<'_>) -> Option<()> {
    let info = trial.document.info;
    let forbidden = trial.dice.pick(info.forbidden)?;
    let mut rows = Vec::new();
    below(info.shape, &mut vec![MESSAGE], &mut rows);
    let parts = std::iter::once(vec![MESSAGE]).chain(rows.into_iter().map(|(loc, _)| loc));
    let places: Vec<(Loc, (&str, &str))> = parts
        .flat_map(|loc| forbidden.names.iter().map(move |&names| (loc.clone(), names)))
        .filter(|(loc, (name, _))| match trial.document.node(loc) {
            Some(Node::Record(record)) => record.shape.elements.iter().all(|element| element.name != *name),
            _ => false,
        })
        .collect();
    let (loc, (name, json)) = trial.dice.pick(&places)?;
    let value = bsn::bsn(trial.dice);
    trial.document.record_mut(loc)?.twist = Some(Twist::Stranger(name, json, value));
    Some(())
}
