//! Changes to values: other texts, the limits of the row, codes, check digits, other kinds.

use skp_messages::shape::{Element, Kind, Type};

use super::{Effect, Mutation, Pool, find, place};
use crate::prove::content::{Content, Literal, Node, Value};
use crate::prove::dice::Dice;
use crate::prove::values::{TEXTS, long_texts};

pub(super) const MUTATIONS: &[Mutation] = &[
    Mutation { name: "other text", weight: 8, apply: other },
    Mutation { name: "long text", weight: 1, apply: long },
    Mutation { name: "digit or letter", weight: 6, apply: tweak },
    Mutation { name: "at or beyond a limit", weight: 6, apply: limit },
    Mutation { name: "code", weight: 5, apply: code },
    Mutation { name: "empty text", weight: 1, apply: empty },
    Mutation { name: "white space", weight: 2, apply: space },
    Mutation { name: "literal", weight: 2, apply: literal },
    Mutation { name: "value of another element", weight: 3, apply: foreign },
];

/// The place of a text, the text and its literal.
fn text(content: &Content, dice: &mut Dice, fits: impl Fn(&Node) -> bool) -> Option<(Vec<usize>, String, Literal)> {
    let way = find(content, dice, |node| matches!(node.value, Value::Text(..)) && fits(node))?;
    match &content.node(&way)?.value {
        Value::Text(text, literal) => Some((way.clone(), text.clone(), *literal)),
        _ => None,
    }
}

/// Writes a text in place of another. White space around it means nothing in XML, and a number that JSON does not write so is
/// a text there.
fn put(content: &mut Content, way: &[usize], text: String) -> Option<Effect> {
    let what = place(content, way);
    let node = content.node_mut(way)?;
    let Value::Text(old, literal) = &mut node.value else { return None };
    let spaced = text.split([' ', '\t', '\n', '\r']).collect::<Vec<_>>().join(" ") != text
        || text.trim_matches(' ') != text
        || text.contains("  ");
    *old = text;
    let base64 = matches!(node.row.map(|row| row.ty), Some(Type::Simple(simple)) if simple.kind == Kind::Base64);
    // In JSON the header alone says which message it is, in XML the namespace says so too.
    let names = ["Berichtheader/Module", "Berichtheader/Release", "Berichtheader/Bericht"].contains(&&*what);
    Some(if spaced || base64 || names || *literal != Literal::String {
        Effect::apart(what)
    } else {
        Effect::same(what)
    })
}

fn other(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (way, ..) = text(content, dice, |_| true)?;
    put(content, &way, (*dice.pick(TEXTS)?).to_owned())
}

fn long(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (way, ..) = text(content, dice, |_| true)?;
    let texts = long_texts();
    put(content, &way, dice.pick(&texts)?.clone())
}

/// One character of the text another one; mostly still a value of the same kind. Breaks check digits.
fn tweak(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (way, text, _) = text(content, dice, |_| true)?;
    let mut letters: Vec<char> = text.chars().collect();
    let at = dice.below(letters.len());
    let new = match letters.get(at) {
        Some(old) if old.is_ascii_digit() => u8::try_from(dice.below(10)).map(|digit| char::from(b'0' + digit)).ok()?,
        Some(old) if dice.below(2) == 0 && old.is_ascii_lowercase() => old.to_ascii_uppercase(),
        Some(old) if dice.below(2) == 0 && old.is_ascii_uppercase() => old.to_ascii_lowercase(),
        _ => *dice.pick(&['x', 'Q', '-', '.', '7', '\u{e9}', '@', '/', '+'])?,
    };
    if let Some(old) = letters.get_mut(at) {
        *old = new;
    }
    match dice.below(6) {
        0 => drop(letters.pop()),
        1 => letters.push(new),
        _ => {}
    }
    put(content, &way, letters.into_iter().collect())
}

/// A value at a limit of its row or type, or one step beyond.
fn limit(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (way, text, _) = text(content, dice, |node| node.row.is_some())?;
    let row = content.node(&way)?.row?;
    put(content, &way, at_limit(row, &text, dice)?)
}

fn at_limit(row: &Element, old: &str, dice: &mut Dice) -> Option<String> {
    let Type::Simple(simple) = row.ty else { return None };
    let unit = if matches!(simple.kind, Kind::Amount | Kind::Percentage) { 100 } else { 1 };
    let low = row.low.map_or(simple.low, |low| i64::from(low) * unit);
    let high = row.high.map_or(simple.high, |high| i64::from(high) * unit);
    let beyond = *dice.pick(&[-1, 0, 1])?;
    let limit = *dice.pick(&[low, high])? + beyond;
    Some(match simple.kind {
        Kind::Text | Kind::Lines | Kind::Uri => {
            let length = usize::try_from(limit).ok().filter(|length| *length < 10_000)?;
            let filler = *dice.pick(&['x', '\u{e9}', '\u{1d4d0}', '1'])?;
            old.chars().chain(std::iter::repeat(filler)).take(length).collect()
        }
        Kind::Date => {
            let rest = dice.pick(&["-01-01", "-12-31", "-02-29", "-06-31", "-00-10", "-13-01"])?;
            format!("{limit:04}{rest}")
        }
        Kind::Amount | Kind::Percentage => {
            let sign = if limit < 0 { "-" } else { "" };
            let (whole, cents) = (limit.unsigned_abs() / 100, limit.unsigned_abs() % 100);
            match dice.below(4) {
                0 if cents == 0 => format!("{sign}{whole}"),
                1 if cents % 10 == 0 => format!("{sign}{whole}.{}", cents / 10),
                2 => format!("{sign}{whole}.{cents:02}0"),
                _ => format!("{sign}{whole}.{cents:02}"),
            }
        }
        Kind::Integer => limit.to_string(),
        _ => return None,
    })
}

/// A code that the list does not have, or does not have in this release.
fn code(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let is_code = |node: &Node| matches!(node.row.map(|row| row.ty), Some(Type::Code(_)));
    let (way, text, _) = text(content, dice, is_code)?;
    let Some(Type::Code(list)) = content.node(&way)?.row.map(|row| row.ty) else { return None };
    let new = match dice.below(6) {
        0 | 1 => dice.pick(list.codes)?.code.to_owned(),
        2 => (*dice.pick(list.elsewhere)?).to_owned(),
        3 => text.to_lowercase(),
        4 => format!("{text}_"),
        _ => "ONBEKEND".to_owned(),
    };
    put(content, &way, new)
}

fn empty(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (way, ..) = text(content, dice, |_| true)?;
    put(content, &way, String::new())
}

fn space(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (way, text, _) = text(content, dice, |_| true)?;
    let gap = *dice.pick(&[" ", "\n", "\t", "\r", "\r\n", "\u{a0}", "  ", "\u{85}", "\u{2028}"])?;
    let at = text.char_indices().map(|(at, _)| at).nth(dice.below(text.chars().count()))?;
    let new = match dice.below(4) {
        0 => format!("{gap}{text}"),
        1 => format!("{text}{gap}"),
        2 => gap.to_owned(),
        _ => format!("{}{gap}{}", text.get(..at)?, text.get(at..)?),
    };
    put(content, &way, new)
}

/// The same text as another kind of literal of JSON.
fn literal(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (way, text, old) = text(content, dice, |_| true)?;
    let new = *dice.pick(&[Literal::String, Literal::Number, Literal::Boolean])?;
    let text = match dice.below(3) {
        0 => (*dice
            .pick(&["1", "1.0", "1e2", "1E+2", "-0", "-0.0", "0.5", "true", "1.50", "100.0", "12e-1", "1e400"])?)
        .to_owned(),
        _ => text,
    };
    let what = place(content, &way);
    content.node_mut(&way)?.value = Value::Text(text, new);
    (new != old).then(|| Effect::apart(what))
}

/// The value that another element of the message has.
fn foreign(content: &mut Content, dice: &mut Dice, _: &Pool) -> Option<Effect> {
    let (_, value, _) = text(content, dice, |_| true)?;
    let (way, ..) = text(content, dice, |_| true)?;
    put(content, &way, value)
}
