//! Limits. The lowest may not be above the highest; a row may only narrow what its type allows, since a
//! value that the type refuses never gets as far as the row; and not every type can be limited.

use crate::diagnostic::{Diagnostic, part};
use crate::lint::views::elements;
use crate::model::{Definitions, Element, Simple, Span, Text};

/// Kinds with a length or a size.
const SIZED: &[&str] = &["text", "uri", "base64", "integer", "amount", "percentage"];

/// Kinds whose limits count characters.
const LENGTHS: &[&str] = &["text", "uri", "base64"];

/// Kinds that are read as text.
const TEXTS: &[&str] = &["text", "uri", "bsn", "iban", "postcode"];

const CODE: &str = "bad-limit";

pub(super) fn check(defs: &Definitions, out: &mut Vec<Diagnostic>) {
    for simple in &defs.simple {
        of_type(simple, out);
    }
    for element in elements(defs) {
        match defs.simple.iter().find(|simple| simple.name == element.ty) {
            Some(simple) => of_row(element, simple, out),
            None => not_simple(element, out),
        }
    }
}

fn of_type(simple: &Simple, out: &mut Vec<Diagnostic>) {
    let kind = simple.kind.as_str();
    let limit = simple.min.as_ref().or(simple.max.as_ref());
    if let Some(limit) = limit.filter(|_| !SIZED.contains(&kind)) {
        out.push(no_size(&limit.span, kind));
    }
    if let Some(pattern) = simple.pattern.as_ref().filter(|_| !TEXTS.contains(&kind)) {
        out.push(no_pattern(pattern, kind));
    }
    if simple.lines && kind != "text" {
        let message = format!("a type of kind `{kind}` has no lines");
        let help = "take `lines` out, or make the kind `text`";
        out.push(Diagnostic::new(CODE, &simple.kind.span, message).help(help));
    }
    if let (Some(min), Some(max)) = (&simple.min, &simple.max)
        && let (Some(low), Some(high)) = (cents(min.as_str()), cents(max.as_str()))
        && low > high
    {
        out.push(turned(&min.span, min.as_str(), &max.span, max.as_str()));
    }
    if let Some(min) = simple.min.as_ref().filter(|min| cents(min.as_str()).is_some_and(|low| low < 0)) {
        negative(&min.span, kind, out);
    }
}

fn of_row(element: &Element, simple: &Simple, out: &mut Vec<Diagnostic>) {
    let kind = simple.kind.as_str();
    let limit = element.min.as_ref().or(element.max.as_ref());
    if let Some((_, span)) = limit.filter(|_| !SIZED.contains(&kind)) {
        out.push(no_size(span, kind));
        return;
    }
    if let Some(pattern) = element.pattern.as_ref().filter(|_| !TEXTS.contains(&kind)) {
        out.push(no_pattern(pattern, kind));
    }
    if let (Some((min, min_span)), Some((max, max_span))) = (&element.min, &element.max)
        && min > max
    {
        out.push(turned(min_span, &min.to_string(), max_span, &max.to_string()));
        return;
    }
    if let Some((_, span)) = element.min.as_ref().filter(|(min, _)| *min < 0 && LENGTHS.contains(&kind)) {
        negative(span, kind, out);
        return;
    }
    for (key, limit) in [("min", &element.min), ("max", &element.max)] {
        let Some((limit, span)) = limit else { continue };
        let value = i128::from(*limit) * 100;
        let below = simple.min.as_ref().filter(|min| cents(min.as_str()).is_some_and(|low| value < low));
        let above = simple.max.as_ref().filter(|max| cents(max.as_str()).is_some_and(|high| value > high));
        let Some(own) = below.or(above) else { continue };
        let message = format!("`{key}` of `{}` is wider than its type `{}` allows", element.name, simple.name);
        let diagnostic = Diagnostic::new(CODE, span, message)
            .label(format!("the type allows {own}"))
            .also(&own.span, format!("limit of `{}`", simple.name))
            .help(format!("take `{key}` out here, or choose a type that allows {limit}"));
        out.push(diagnostic);
    }
}

/// A row of a composite or a code list.
fn not_simple(element: &Element, out: &mut Vec<Diagnostic>) {
    let limits = element.min.as_ref().or(element.max.as_ref()).map(|(_, span)| span);
    if let Some(span) = limits.or(element.pattern.as_ref().map(|pattern| &pattern.span)) {
        let message = format!("`{}` is no simple type and has no limits", element.ty);
        let help = "take `min`, `max` and `pattern` out; the limits of a part stand with the part";
        out.push(Diagnostic::new(CODE, span, message).help(help));
    }
}

/// A negative lowest limit, which only numbers can have.
fn negative(span: &Span, kind: &str, out: &mut Vec<Diagnostic>) {
    if LENGTHS.contains(&kind) {
        let message = "a text cannot have fewer than 0 characters";
        out.push(Diagnostic::new(CODE, span, message).help("write 0 or more, or take `min` out"));
    }
}

fn no_size(span: &Span, kind: &str) -> Diagnostic {
    let message = format!("a type of kind `{kind}` has no `min` or `max`");
    Diagnostic::new(CODE, span, message).help(format!("take it out; only these kinds have one: {}", SIZED.join(", ")))
}

fn no_pattern(pattern: &Text, kind: &str) -> Diagnostic {
    let message = format!("a type of kind `{kind}` has no `pattern`");
    let whole = part(pattern, 0..pattern.as_str().len());
    Diagnostic::new(CODE, &whole, message).help(format!("take it out; only these kinds have one: {}", TEXTS.join(", ")))
}

fn turned(min_span: &Span, min: &str, max_span: &Span, max: &str) -> Diagnostic {
    Diagnostic::new(CODE, min_span, format!("no value is at least {min} and at most {max}"))
        .label("the lowest")
        .also(max_span, "the highest")
        .help("turn them round")
}

/// A limit in hundredths: `200` and `200.00` are the same.
fn cents(limit: &str) -> Option<i128> {
    let (whole, decimals) = limit.split_once('.').unwrap_or((limit, "00"));
    (decimals.len() == 2).then_some(())?;
    format!("{whole}{decimals}").parse().ok()
}
