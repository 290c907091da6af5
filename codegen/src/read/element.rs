//! A row of an element table.

use super::table::Table;
use crate::diagnostic::{Diagnostic, part};
use crate::model::{Element, Text};

/// Reads the rows of `elements`.
pub(super) fn read_all(table: &mut Table<'_>, out: &mut Vec<Diagnostic>) -> Vec<Element> {
    table.rows("elements", out).into_iter().map(|row| read(row, out)).collect()
}

fn read(mut row: Table<'_>, out: &mut Vec<Diagnostic>) -> Element {
    let (name, item) = names(row.text("name", out));
    let ty = row.text("type", out);
    let card = row.optional_text("card", out);
    let count = card.as_ref().map_or((1, Some(1)), |card| count(card, out));
    let element = Element {
        name,
        item,
        ty,
        card,
        count,
        was: row.optional_text("was", out),
        life: row.lifetime(out),
        min: row.integer("min", out),
        max: row.integer("max", out),
        pattern: row.optional_text("pattern", out),
        privacy: row.optional_text("privacy", out),
        group: row.optional_text("group", out),
        source: row.provenance("source", out),
    };
    row.finish(out);
    element
}

/// `Wrapper/Item`, or one name.
fn names(written: Text) -> (Text, Option<Text>) {
    let Some((wrapper, item)) = written.as_str().split_once('/') else { return (written, None) };
    let piece =
        |range: std::ops::Range<usize>, value: &str| Text { value: value.to_owned(), span: part(&written, range) };
    let end = written.as_str().len();
    let item = piece(end - item.len()..end, item);
    (piece(0..wrapper.len(), wrapper), Some(item))
}

/// `1`, `0..1`, `1..*` or other numbers.
fn count(card: &Text, out: &mut Vec<Diagnostic>) -> (u32, Option<u32>) {
    let number = |digits: &str| {
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
        if plain { digits.parse::<u32>().ok() } else { None }
    };
    let (least, most) = card.as_str().split_once("..").unwrap_or((card.as_str(), card.as_str()));
    let least = number(least);
    let most = if most == "*" { Some(None) } else { number(most).map(Some) };
    match (least, most) {
        (Some(least), Some(None)) => (least, None),
        (Some(least), Some(Some(most))) if least <= most && most > 0 => (least, Some(most)),
        _ => {
            let diagnostic = Diagnostic::new("bad-cardinality", &card.span, format!("`{card}` is not a cardinality"))
                .label("how often the element stands there")
                .help("write 0..1, 1..* or 0..*; leave `card` out for exactly once");
            out.push(diagnostic);
            (1, Some(1))
        }
    }
}
