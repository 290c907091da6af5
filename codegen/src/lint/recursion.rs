//! A composite that holds itself, through others or not, would have no end: schemas would need recursion,
//! which other platforms' tools do not digest, and a required one could never be written.

use crate::diagnostic::Diagnostic;
use crate::model::{Composite, Definitions, Element};

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for (number, start) in defs.composites.iter().enumerate() {
        let Some(path) = back(defs, start) else { continue };
        // A ring is told once, at the first of its composites.
        let earlier = defs.composites.iter().take(number);
        if earlier.into_iter().any(|other| path.iter().any(|element| element.ty == other.name)) {
            continue;
        }
        let Some((last, before)) = path.split_last() else { continue };
        let mut diagnostic =
            Diagnostic::new("recursion", &last.ty.span, format!("composite `{}` holds itself", start.name))
                .label(format!("here `{}` is inside itself", start.name))
                .help("take one of these elements out, or give it another type");
        for element in before {
            diagnostic =
                diagnostic.also(&element.ty.span, format!("`{}` is in it through `{}`", element.ty, element.name));
        }
        out.push(diagnostic);
    }
}

/// The shortest way of elements from a composite back to itself.
fn back<'d>(defs: &'d Definitions, start: &'d Composite) -> Option<Vec<&'d Element>> {
    let mut ways: Vec<Vec<&Element>> = vec![Vec::new()];
    let mut seen: Vec<&str> = Vec::new();
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        let here = way.last().map_or(Some(start), |element: &&Element| {
            defs.composites.iter().find(|composite| composite.name == element.ty)
        });
        for element in here.into_iter().flat_map(|composite| &composite.elements) {
            let mut longer = way.clone();
            longer.push(element);
            if element.ty == start.name {
                return Some(longer);
            }
            if !seen.contains(&element.ty.as_str()) {
                seen.push(element.ty.as_str());
                ways.push(longer);
            }
        }
    }
    None
}
