//! Simple types: what the runtime's `check::simple` accepts, as far as a schema can say it.

use super::{annotation, pattern};
use crate::catalogue::{Element, Kind, SimpleType};
use crate::emit::xml::Node;

/// No limit was given.
const UNLIMITED: i64 = u32::MAX as i64;

/// The limits of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    low: Option<u32>,
    high: Option<u32>,
    pattern: Option<String>,
}

impl Row {
    /// Those of an element, when it has any.
    pub(super) fn of(element: &Element) -> Option<Self> {
        let pattern = element.pattern.as_ref().map(|own| own.text.clone());
        let row = Self { low: element.low, high: element.high, pattern };
        (row.low.is_some() || row.high.is_some() || row.pattern.is_some()).then_some(row)
    }
}

/// The definition of a type.
pub(super) fn definition(name: String, ty: &SimpleType) -> Node {
    let (base, facets) = facets(ty);
    let note = annotation(&ty.text, &ty.source, &[("constraint", &ty.constraint)]);
    let patterns = patterns(ty);
    let (last, before) = patterns.split_last().map_or((None, &[][..]), |(last, before)| (Some(last), before));
    // Each pattern but the last is a step of its own below the type.
    let steps = before.iter().fold(None, |inner, pattern| {
        let restriction = restrict(base, inner).child(pattern::facet(pattern));
        Some(Node::new("xs:simpleType").child(restriction))
    });
    let restriction = restrict(base, steps).children(last.map(|last| pattern::facet(last))).children(facets);
    Node::new("xs:simpleType").with("name", name).child(note).child(restriction)
}

/// A restriction of a type of the schema language, or of a step that restricts one.
fn restrict(base: &str, step: Option<Node>) -> Node {
    match step {
        Some(step) => Node::new("xs:restriction").child(step),
        None => Node::new("xs:restriction").with("base", base),
    }
}

/// The type that a type restricts, and its facets other than patterns.
fn facets(ty: &SimpleType) -> (&'static str, Vec<Node>) {
    let facet = |name: &'static str, value: String| Node::new(name).with("value", value);
    match ty.kind {
        Kind::Text if ty.pattern.is_none() => ("xs:string", length(ty.low.max(1), ty.high)),
        Kind::Lines => ("xs:string", length(ty.low.max(1), ty.high)),
        Kind::Text | Kind::Uri => ("xs:token", length(ty.low.max(1), ty.high)),
        Kind::Date => {
            let bounds = vec![
                facet("xs:minInclusive", format!("{:04}-01-01", ty.low)),
                facet("xs:maxInclusive", format!("{:04}-12-31", ty.high)),
            ];
            ("xs:date", bounds)
        }
        Kind::DateTime => ("xs:dateTime", Vec::new()),
        Kind::Amount | Kind::Percentage => ("xs:decimal", range(hundredths(ty.low), hundredths(ty.high))),
        Kind::Integer => {
            let fits = i32::try_from(ty.low).is_ok() && i32::try_from(ty.high).is_ok();
            (if fits { "xs:int" } else { "xs:long" }, range(ty.low.to_string(), ty.high.to_string()))
        }
        Kind::Boolean => ("xs:boolean", Vec::new()),
        Kind::Bsn => ("xs:token", vec![facet("xs:length", "9".to_owned())]),
        Kind::Uuid | Kind::Iban | Kind::Postcode => ("xs:token", Vec::new()),
        Kind::Base64 => ("xs:base64Binary", Vec::new()),
    }
}

/// The patterns of a type, each of which must hold.
fn patterns(ty: &SimpleType) -> Vec<String> {
    let own = ty.pattern.as_ref();
    let of_own = |text: fn() -> String| {
        let mut all = Vec::new();
        // Only a pattern that allows too much needs another below it.
        if own.is_none_or(|own| pattern::fits_control(&own.automaton)) {
            all.push(text());
        }
        all.extend(own.map(|own| pattern::own(&own.text)));
        all
    };
    match ty.kind {
        Kind::Text => of_own(pattern::line),
        Kind::Lines => of_own(pattern::lines),
        Kind::Uri => of_own(pattern::writable),
        Kind::Date => vec![pattern::DATE.to_owned()],
        Kind::DateTime => vec![pattern::MOMENT.to_owned()],
        Kind::Amount | Kind::Percentage => vec![pattern::HUNDREDTHS.to_owned()],
        Kind::Integer => vec![pattern::INTEGER.to_owned()],
        Kind::Boolean => vec![pattern::BOOLEAN.to_owned()],
        Kind::Uuid => vec![pattern::UUID.to_owned(), pattern::NOT_NIL.to_owned()],
        Kind::Bsn => vec![pattern::NOT_ZERO.to_owned()],
        Kind::Iban => vec![pattern::IBAN.to_owned()],
        Kind::Postcode => own.map(|own| pattern::postcode(&own.text)).into_iter().collect(),
        Kind::Base64 => vec![pattern::PDF.to_owned()],
    }
}

/// The definition of a type with the limits of a row.
pub(super) fn narrowed(name: String, base: String, ty: &SimpleType, row: &Row) -> Node {
    let (low, high) = (row.low.map(i64::from), row.high.map(i64::from));
    let limits = match ty.kind {
        Kind::Text | Kind::Lines | Kind::Uri => length(low.unwrap_or(0), high.unwrap_or(UNLIMITED)),
        Kind::Date => {
            let day = |name: &'static str, year: Option<i64>, day: &str| {
                year.map(|year| Node::new(name).with("value", format!("{year:04}-{day}")))
            };
            let bounds = [day("xs:minInclusive", low, "01-01"), day("xs:maxInclusive", high, "12-31")];
            bounds.into_iter().flatten().collect()
        }
        Kind::Amount | Kind::Percentage | Kind::Integer => {
            let bound = |name: &'static str, value: Option<i64>| {
                value.map(|value| Node::new(name).with("value", value.to_string()))
            };
            [bound("xs:minInclusive", low), bound("xs:maxInclusive", high)].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    };
    let own = row.pattern.as_ref().map(|own| pattern::facet(&pattern::own(own)));
    let restriction = Node::new("xs:restriction").with("base", base).children(own).children(limits);
    Node::new("xs:simpleType").with("name", name).child(restriction)
}

fn length(low: i64, high: i64) -> Vec<Node> {
    let facet = |name: &'static str, value: i64| Node::new(name).with("value", value.to_string());
    let low = (low > 0).then(|| facet("xs:minLength", low));
    let high = (high < UNLIMITED).then(|| facet("xs:maxLength", high));
    low.into_iter().chain(high).collect()
}

fn range(low: String, high: String) -> Vec<Node> {
    vec![Node::new("xs:minInclusive").with("value", low), Node::new("xs:maxInclusive").with("value", high)]
}

/// A number of hundredths as a decimal.
fn hundredths(value: i64) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}
