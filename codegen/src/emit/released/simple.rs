//! The simple types that the messages of the release use, with the limits that hold.

use super::{Line, View, texts};
use crate::catalogue::{Content, Holds, Kind, Privacy, SimpleType, Type};

pub(super) fn lines(view: &View<'_>) -> Vec<Line> {
    let roots = view.messages.iter().filter_map(|message| view.catalogue.types.get(message.ty.0));
    let tables: Vec<&Type> = roots.chain(view.types.iter().copied()).collect();
    let uses = |id: usize| {
        tables.iter().any(|ty| match &ty.content {
            Content::Composite(composite) => composite
                .elements
                .iter()
                .any(|element| matches!(element.holds, Holds::Simple(simple) if simple.0 == id)),
            Content::Codes(_) => false,
        })
    };
    let simple = view.catalogue.simple.iter().enumerate().filter(|(id, _)| uses(*id)).map(|(_, simple)| simple);
    let mut used: Vec<&SimpleType> = simple.collect();
    used.sort_by(|left, right| left.name.cmp(&right.name));
    let mut lines: Vec<Line> = used.iter().map(|simple| line(simple)).collect();
    lines.extend(used.iter().flat_map(|simple| texts(&simple.name, &simple.text)));
    lines
}

fn line(simple: &SimpleType) -> Line {
    let (min, max) = limits(simple);
    Line::new("type", &simple.name)
        .with("kind", kind(simple.kind))
        .with_some("min", min)
        .with_some("max", max)
        .with_some("pattern", simple.pattern.as_ref().map(|pattern| &pattern.text))
        .with("privacy", privacy(simple.privacy))
        .with("source", &simple.source)
        .with("constraint", &simple.constraint)
}

/// The limits of a type, where its kind has any.
fn limits(simple: &SimpleType) -> (Option<String>, Option<String>) {
    let hundredths = |value: i64| format!("{}.{:02}", value / 100, value.rem_euclid(100));
    match simple.kind {
        Kind::Text | Kind::Lines | Kind::Uri | Kind::Integer | Kind::Date => {
            let high = (simple.high != i64::from(u32::MAX)).then(|| simple.high.to_string());
            (Some(simple.low.to_string()), high)
        }
        Kind::Amount | Kind::Percentage => (Some(hundredths(simple.low)), Some(hundredths(simple.high))),
        _ => (None, None),
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Lines => "lines",
        Kind::Date => "date",
        Kind::DateTime => "datetime",
        Kind::Amount => "amount",
        Kind::Percentage => "percentage",
        Kind::Integer => "integer",
        Kind::Boolean => "boolean",
        Kind::Uuid => "uuid",
        Kind::Bsn => "bsn",
        Kind::Iban => "iban",
        Kind::Postcode => "postcode",
        Kind::Base64 => "base64",
        Kind::Uri => "uri",
    }
}

/// The word for how private a value is.
pub(super) const fn privacy(privacy: Privacy) -> &'static str {
    match privacy {
        Privacy::None => "none",
        Privacy::Personal => "personal",
        Privacy::Sensitive => "sensitive",
    }
}
