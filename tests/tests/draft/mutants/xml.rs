//! Changes to XML.

use std::ops::Range;

use super::{Dice, VALUES};

/// An element: its name, its whole text and what stands between its tags.
struct Element {
    name: String,
    whole: Range<usize>,
    inner: Range<usize>,
}

/// An XML message with so many changes.
pub(super) fn mutant(text: &str, changes: usize, dice: &mut Dice) -> String {
    let mut text = text.to_owned();
    for _ in 0..changes {
        change(&mut text, dice);
    }
    text
}

fn change(text: &mut String, dice: &mut Dice) {
    let elements = elements(text);
    if elements.is_empty() {
        return;
    }
    let (element, other) = (dice.pick(&elements), dice.pick(&elements));
    let (whole, inner) = (element.whole.clone(), element.inner.clone());
    let leaf = !text[inner.clone()].contains('<');
    let copy = text[whole.clone()].to_owned();
    match dice.below(12) {
        0 | 1 => text.replace_range(whole, ""),
        2 => text.insert_str(whole.end, &copy),
        3 => text.replace_range(inner, ""),
        4 => {
            let new = copy.replace(&format!("<{}", element.name), &format!("<{}x", element.name));
            text.replace_range(whole, &new.replace(&format!("</{}", element.name), &format!("</{}x", element.name)));
        }
        5 => {
            let new = text[other.inner.clone()].to_owned();
            text.replace_range(inner, &new);
        }
        6 => text.insert_str(whole.start + 1 + element.name.len(), " id=\"1\""),
        7 => text.insert_str(inner.start, if leaf { " " } else { "tekst" }),
        8 | 9 if leaf => {
            let new: &&str = dice.pick(VALUES);
            text.replace_range(inner, new);
        }
        _ if leaf => {
            let new = dice.tweak(&text[inner.clone()]);
            text.replace_range(inner, &new);
        }
        _ => text.insert_str(other.whole.start, &copy),
    }
}

/// The elements of a text, as far as their tags fit together.
fn elements(text: &str) -> Vec<Element> {
    let mut open: Vec<(String, usize, usize)> = Vec::new();
    let mut found = Vec::new();
    for (start, _) in text.match_indices('<') {
        let Some(length) = text[start..].find('>') else { break };
        let (end, tag) = (start + length + 1, &text[start + 1..start + length]);
        if let Some(name) = tag.strip_prefix('/') {
            if let Some((opened, from, inner)) = open.pop()
                && opened == name
            {
                found.push(Element { name: opened, whole: from..end, inner: inner..start });
            }
        } else if !tag.starts_with(['?', '!']) && !tag.ends_with('/') {
            let name = tag.split(char::is_whitespace).next().unwrap_or_default();
            open.push((name.to_owned(), start, end));
        }
    }
    // The envelope is left as it is.

    found.retain(|element| !element.name.contains(':'));
    found
}
