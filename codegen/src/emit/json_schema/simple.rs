//! Simple types: what the runtime's `check::simple` accepts, as far as a schema can say it.

use super::composite::described;
use super::{pattern, range};
use crate::catalogue::{Element, Kind, SimpleType};
use crate::emit::json::{Object, Value};

/// No limit was given.
const UNLIMITED: i64 = u32::MAX as i64;

/// The schema of a type.
pub(super) fn schema(ty: &SimpleType) -> Object {
    let head =
        described(Object::new().with("title", &ty.name), &ty.text, &ty.source).with("x-constraint", &ty.constraint);
    let mut checks = Checks::default();
    let own = ty.pattern.as_ref().map(|own| (pattern::anchored(&own.text), pattern::fits_blank(&own.automaton)));
    let own_fits_blank = own.as_ref().is_none_or(|(_, fits_blank)| *fits_blank);
    match ty.kind {
        Kind::Text => {
            checks.length(ty.low.max(1), ty.high);
            checks.not_control = true;
            checks.not_collapsed = ty.pattern.as_ref().is_some_and(|own| pattern::fits_space(&own.automaton));
            if own_fits_blank {
                checks.patterns.push(pattern::NOT_BLANK.to_owned());
            }
        }
        Kind::Lines => {
            checks.length(ty.low.max(1), ty.high);
            checks.patterns.push(pattern::LINES.to_owned());
            if own_fits_blank {
                checks.patterns.push(pattern::NOT_BLANK_LINES.to_owned());
            }
        }
        Kind::Uri => {
            checks.length(ty.low.max(1), ty.high);
            checks.not_control = true;
        }
        Kind::Date => {
            checks.length(10, 10);
            checks.patterns.push(pattern::DATE.to_owned());
            checks.patterns.extend(bounds(ty.kind, ty.low, ty.high));
        }
        Kind::DateTime => {
            checks.patterns.extend([pattern::MOMENT.to_owned(), pattern::NOT_YEAR_0.to_owned()]);
            checks.not_control = true;
        }
        Kind::Amount | Kind::Percentage => {
            checks.patterns.extend(bounds(ty.kind, ty.low, ty.high));
            checks.not_control = true;
        }
        Kind::Integer => return head.with("type", "integer").with("minimum", ty.low).with("maximum", ty.high),
        Kind::Boolean => return head.with("type", "boolean"),
        Kind::Uuid => {
            checks.length(36, 36);
            checks.patterns.extend([pattern::UUID.to_owned(), pattern::NOT_NIL.to_owned()]);
        }
        Kind::Bsn => {
            checks.length(9, 9);
            checks.patterns.extend([pattern::BSN.to_owned(), pattern::NOT_ZERO.to_owned()]);
        }
        Kind::Iban => {
            checks.patterns.push(pattern::IBAN.to_owned());
            checks.not_control = true;
        }
        Kind::Postcode => {
            checks.patterns.extend(ty.pattern.as_ref().map(|own| pattern::postcode(&own.text)));
            checks.not_control = true;
        }
        Kind::Base64 => {
            checks.patterns.extend([pattern::BASE64.to_owned(), pattern::PDF.to_owned()]);
            checks.not_control = true;
        }
    }
    if let Some((own, _)) = own.filter(|_| !matches!(ty.kind, Kind::Bsn | Kind::Iban | Kind::Postcode)) {
        checks.patterns.insert(0, own);
    }
    checks.add_to(head.with("type", "string"))
}

/// A value of a type with the limits of its row.
pub(super) fn narrowed(value: Object, ty: &SimpleType, element: &Element) -> Object {
    let mut checks = Checks::default();
    let (low, high) = (element.low.map(i64::from), element.high.map(i64::from));
    match ty.kind {
        Kind::Text | Kind::Lines | Kind::Uri => (checks.low, checks.high) = (low, high),
        Kind::Date | Kind::Amount | Kind::Percentage if low.is_some() || high.is_some() => {
            // A row gives its limits in whole euros or percents, a type in hundredths.
            let unit = if ty.kind == Kind::Date { 1 } else { 100 };
            let low = low.map_or(ty.low, |low| low * unit);
            let high = high.map_or(ty.high, |high| high * unit);
            checks.patterns.extend(bounds(ty.kind, low, high));
        }
        Kind::Integer if low.is_some() || high.is_some() => {
            let value = low.into_iter().fold(value.with("type", "integer"), |value, low| value.with("minimum", low));
            return high.into_iter().fold(value, |value, high| value.with("maximum", high));
        }
        _ => {}
    }
    checks.patterns.extend(element.pattern.as_ref().map(|own| pattern::anchored(&own.text)));
    if checks == Checks::default() { value } else { checks.add_to(value.with("type", "string")) }
}

/// The pattern of a range.
fn bounds(kind: Kind, low: i64, high: i64) -> Option<String> {
    let (low, high) = (u64::try_from(low).ok()?, u64::try_from(high).ok()?);
    Some(match kind {
        Kind::Date => format!("^{}-", range::fixed(low, high, 4)),
        _ => format!("^{}$", range::hundredths(low, high)),
    })
}

/// Keywords for strings.
#[derive(Default, PartialEq, Eq)]
struct Checks {
    low: Option<i64>,
    high: Option<i64>,
    patterns: Vec<String>,
    not_control: bool,
    not_collapsed: bool,
}

impl Checks {
    const fn length(&mut self, low: i64, high: i64) {
        (self.low, self.high) = (Some(low), if high == UNLIMITED { None } else { Some(high) });
    }

    fn add_to(self, schema: Object) -> Object {
        let schema = self.low.into_iter().fold(schema, |schema, low| schema.with("minLength", low));
        let schema = self.high.into_iter().fold(schema, |schema, high| schema.with("maxLength", high));
        let mut patterns = self.patterns.into_iter();
        let schema = patterns.next().into_iter().fold(schema, |schema, first| schema.with("pattern", first));
        let others: Vec<Value> = patterns.map(|other| Object::new().with("pattern", other).into()).collect();
        let schema = if others.is_empty() { schema } else { schema.with("allOf", others) };
        let not = |pattern: &str| Object::new().with("pattern", pattern);
        match (self.not_control, self.not_collapsed) {
            (true, true) => schema.with("not", not(&format!("{}|{}", pattern::CONTROL, pattern::COLLAPSED))),
            (true, false) => schema.with("not", not(pattern::CONTROL)),
            (false, _) => schema,
        }
    }
}
