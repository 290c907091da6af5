//! Carrying out a conversion: each value to its place in the new table.
//!
//! Whether the result is complete and fits is not decided here but by the walker, as for every other input.

use super::draft::{Draft, Held};
use crate::finding::{Path, PathStep};
use crate::shape::{Conversion, Element, How};

/// Carries out a conversion. `path` is where the draft stands in its message; what has no place goes to `lost`.
pub(super) fn apply(conversion: &Conversion, old: Draft, path: &mut Path, lost: &mut Vec<Path>) -> Draft {
    let mut new = Draft::empty(conversion.to);
    for (index, (element, values)) in conversion.from.elements.iter().zip(old.elements).enumerate() {
        if values.is_empty() {
            continue;
        }
        let row = conversion.rows.iter().find(|&&(from, ..)| from == index);
        let target = row.and_then(|&(_, to, how)| Some((conversion.to.elements.get(to)?, to, how)));
        path.steps.push(step(element));
        match target {
            None => lost.push(path.clone()),
            Some((target, to, how)) => {
                let mut made = Vec::new();
                for (number, value) in values.into_iter().enumerate() {
                    at_item(path, element, number);
                    if !target.is_list() && !made.is_empty() {
                        lost.push(path.clone());
                        continue;
                    }
                    made.extend(held(how, value, target, path, lost));
                }
                if let Some(place) = new.elements.get_mut(to) {
                    *place = made;
                }
            }
        }
        path.steps.pop();
    }
    new
}

/// Carries over one value; nothing when what it becomes is empty.
fn held(how: How, value: Held, target: &Element, path: &mut Path, lost: &mut Vec<Path>) -> Option<Held> {
    match how {
        How::Keep => Some(value),
        How::Convert(inner) => Some(part(Some(inner), value, path, lost)),
        How::Wrap(at, inner) => {
            let crate::shape::Type::Composite(choice) = target.ty else { return None };
            let value = part(inner, value, path, lost);
            let mut draft = Draft::empty(choice);
            draft.elements.get_mut(at)?.push(value);
            Some(Held::Part(draft))
        }
        How::Unwrap(at, inner) => {
            let Held::Part(choice) = value else { return None };
            let mut found = None;
            for (index, (element, values)) in choice.shape.elements.iter().zip(choice.elements).enumerate() {
                for (number, value) in values.into_iter().enumerate() {
                    path.steps.push(step(element));
                    at_item(path, element, number);
                    if index == at && found.is_none() {
                        found = Some(part(inner, value, path, lost));
                    } else {
                        lost.push(path.clone());
                    }
                    path.steps.pop();
                }
            }
            found
        }
    }
}

fn part(inner: Option<&Conversion>, value: Held, path: &mut Path, lost: &mut Vec<Path>) -> Held {
    match (inner, value) {
        (Some(inner), Held::Part(draft)) => Held::Part(apply(inner, draft, path, lost)),
        (_, value) => value,
    }
}

pub(super) fn step(element: &Element) -> PathStep {
    PathStep { name: element.name.into(), json: element.json.into(), item: None }
}

/// Makes the last step that of an item, when the element is a list.
fn at_item(path: &mut Path, element: &Element, number: usize) {
    if let (Some(last), Some(item)) = (path.steps.last_mut(), element.item) {
        last.item = Some((item, number));
    }
}
