//! A rule as one expression of full CEL, for engines of other languages.
//!
//! In the subset a name on its own is an element of the composite the rule is on, or of the item of `each`. Full CEL
//! knows only the variables that its host gives it: `this`, the composite, and `sent`, the date of sending. So each
//! such name gets `this.` in front, and `each` becomes an `all` with guards, for CEL refuses to read what is absent.
//! Nothing else of the text changes. The functions that CEL does not have, the host must bring; what absent values
//! mean in a sum or a comparison as well.

use super::ast::{Expr, ExprKind};
use super::error::RuleError;
use super::{Part, RuleText, parse};

/// The variable for an item of `each`; no element is written like this.
const ITEM: &str = "item";

/// The whole rule.
///
/// # Errors
/// When a part is not an expression.
pub fn full(text: &RuleText<'_>) -> Result<String, RuleError> {
    let scope = if text.each.is_some() { ITEM } else { "this" };
    let part = |part: Part, text: &str, scope: &str| {
        parse(text).map(|expr| prefixed(text, &expr, scope)).map_err(|error| error.of(part))
    };
    let assert = part(Part::Assert, text.assert, scope)?;
    let body = match text.when {
        Some(when) => format!("!({}) || ({assert})", part(Part::When, when, scope)?),
        None => assert,
    };
    let Some(each) = text.each else { return Ok(body) };
    let list = part(Part::Each, each, "this")?;
    // `has` of every step: has(this.A), has(this.A.B).
    let ends = list.match_indices('.').skip(1).map(|(at, _)| at).chain([list.len()]);
    let guards: String = ends.filter_map(|end| list.get(..end)).map(|path| format!("!has({path}) || ")).collect();
    Ok(format!("{guards}{list}.all({ITEM}, {body})"))
}

/// The text on one line with `scope.` before every name of an element.
fn prefixed(text: &str, expr: &Expr, scope: &str) -> String {
    let mut places = Vec::new();
    names(text, expr, &mut Vec::new(), &mut places);
    places.sort_unstable();
    let mut out = String::new();
    let mut from = 0;
    for place in places {
        out.push_str(text.get(from..place).unwrap_or_default());
        out.push_str(scope);
        out.push('.');
        from = place;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the names of elements stand. The tree is no deeper than [`super::MAX_DEPTH`].
fn names<'e>(text: &str, expr: &'e Expr, bound: &mut Vec<&'e str>, places: &mut Vec<usize>) {
    match &expr.kind {
        ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::Text(_) => {}
        ExprKind::Name(name) => {
            if !["this", "sent"].contains(&name.as_str()) && !bound.contains(&name.as_str()) {
                // The span of a name between parentheses is that of the parentheses.
                let within = text.get(expr.span.clone()).and_then(|text| text.find(name.as_str()));
                places.push(expr.span.start + within.unwrap_or_default());
            }
        }
        ExprKind::Select(inner, _) | ExprKind::Not(inner) => names(text, inner, bound, places),
        ExprKind::Binary(_, left, right) => {
            names(text, left, bound, places);
            names(text, right, bound, places);
        }
        ExprKind::List(items) | ExprKind::Call(_, items) => {
            for item in items {
                names(text, item, bound, places);
            }
        }
        ExprKind::Method(target, _, arguments) => {
            names(text, target, bound, places);
            let variable = arguments.first().and_then(|first| match &first.kind {
                ExprKind::Name(name) => Some(name.as_str()),
                _ => None,
            });
            bound.extend(variable);
            for argument in arguments.iter().skip(usize::from(variable.is_some())) {
                names(text, argument, bound, places);
            }
            bound.truncate(bound.len() - usize::from(variable.is_some()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(each: Option<&str>, when: Option<&str>, assert: &str) -> String {
        full(&RuleText { each, when, assert, at: None }).unwrap_or_else(|error| format!("{error:?}"))
    }

    #[test]
    fn an_element_is_read_from_this() {
        assert_eq!(of(None, None, "has(X) &&\n  Y.Z <= sent"), "has(this.X) && this.Y.Z <= sent");
    }

    #[test]
    fn a_variable_stays_and_hides_nothing_outside_its_list() {
        assert_eq!(
            of(None, Some("A.all(v, v.B == C)"), "sum(A.map(v, v.B)) == v"),
            "!(this.A.all(v, v.B == this.C)) || (sum(this.A.map(v, v.B)) == this.v)"
        );
    }

    #[test]
    fn a_text_that_looks_like_a_name_stays() {
        assert_eq!(of(None, None, "X in ['X', 'Y']"), "this.X in ['X', 'Y']");
    }

    #[test]
    fn a_name_between_parentheses_is_found() {
        assert_eq!(of(None, None, "!(X) || ((Y))"), "!(this.X) || ((this.Y))");
    }

    #[test]
    fn each_is_an_all_over_the_items() {
        assert_eq!(
            of(Some("A.L"), Some("has(X)"), "X <= this.Y"),
            "!has(this.A) || !has(this.A.L) || this.A.L.all(item, !(has(item.X)) || (item.X <= this.Y))"
        );
    }
}
