//! Simple types: their kind and limits as numbers.

use crate::catalogue::{Kind, Pattern, Privacy, SimpleType, Text};
use crate::diagnostic::{Diagnostic, part};
use crate::model::{self, Simple};
use crate::pattern;

pub(super) fn resolve(simple: &Simple) -> Result<SimpleType, Box<Diagnostic>> {
    let kind = kind(simple)?;
    let (low, high) = match kind {
        Kind::Text | Kind::Lines | Kind::Uri => (1, i64::from(u32::MAX)),
        Kind::Date => (1900, 2199),
        Kind::Amount => (0, 9_999_999_999),
        Kind::Percentage => (0, 10_000),
        Kind::Integer => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (0, 0),
    };
    let text = |text: &Option<model::Text>| text.as_ref().map(|text| text.value.clone()).unwrap_or_default();
    Ok(SimpleType {
        name: simple.name.value.clone(),
        kind,
        low: bound(kind, simple.min.as_ref(), low)?,
        high: bound(kind, simple.max.as_ref(), high)?,
        pattern: simple.pattern.as_ref().map(self::pattern).transpose()?,
        privacy: privacy(&simple.privacy)?,
        text: Text { nl: text(&simple.nl), en: text(&simple.en) },
        source: simple.source.text.value.clone(),
        constraint: simple.constraint.text.value.clone(),
    })
}

fn kind(simple: &Simple) -> Result<Kind, Box<Diagnostic>> {
    Ok(match simple.kind.as_str() {
        "text" if simple.lines => Kind::Lines,
        "text" => Kind::Text,
        "date" => Kind::Date,
        "datetime" => Kind::DateTime,
        "amount" => Kind::Amount,
        "percentage" => Kind::Percentage,
        "integer" => Kind::Integer,
        "boolean" => Kind::Boolean,
        "uuid" => Kind::Uuid,
        "bsn" => Kind::Bsn,
        "iban" => Kind::Iban,
        "postcode" => Kind::Postcode,
        "base64" => Kind::Base64,
        "uri" => Kind::Uri,
        other => {
            return Err(Box::new(Diagnostic::new(
                "unknown-kind",
                &simple.kind.span,
                format!("there is no kind `{other}`"),
            )));
        }
    })
}

/// A bound as a number: of an amount and a percentage in hundredths.
fn bound(kind: Kind, text: Option<&model::Text>, default: i64) -> Result<i64, Box<Diagnostic>> {
    let Some(text) = text else { return Ok(default) };
    let wrong = || Box::new(Diagnostic::new("wrong-bound", &text.span, format!("`{text}` is no bound of this kind")));
    let number = text.as_str().replace('_', "");
    if matches!(kind, Kind::Amount | Kind::Percentage) {
        let (whole, decimals) = number.split_once('.').unwrap_or((&number, "00"));
        let decimals = if decimals.len() == 2 { decimals } else { return Err(wrong()) };
        return format!("{whole}{decimals}").parse().map_err(|_| wrong());
    }
    number.parse().map_err(|_| wrong())
}

pub(super) fn pattern(text: &model::Text) -> Result<Pattern, Box<Diagnostic>> {
    match pattern::compile(text.as_str()) {
        Ok(automaton) => Ok(Pattern { text: text.value.clone(), automaton }),
        Err(error) => Err(Box::new(Diagnostic::new("wrong-pattern", &part(text, error.span), error.message))),
    }
}

pub(super) fn privacy(text: &model::Text) -> Result<Privacy, Box<Diagnostic>> {
    Ok(match text.as_str() {
        "none" => Privacy::None,
        "personal" => Privacy::Personal,
        "sensitive" => Privacy::Sensitive,
        other => {
            return Err(Box::new(Diagnostic::new(
                "unknown-privacy",
                &text.span,
                format!("there is no privacy `{other}`"),
            )));
        }
    })
}
