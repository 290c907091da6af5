//! The interpreter of rules.
//!
//! It means exactly what the Rust of the rule compiler means. `None` is an absent operand on its way out: it leaves the
//! item of a list that it was read from, else the rule, which then does not apply. Nothing here recurses on an input, only
//! on a rule, and the compiler bounds how deep a rule is.

mod condition;
mod list;
mod number;
mod path;
mod unique;

use super::program::{Assertion, Rule};
use super::view::{Input, View};
use crate::check::{Checker, Context};

/// One evaluation of a rule.
struct Eval<'e, 'w, 'a> {
    input: Input<'w, 'a>,
    context: &'e Context,
    /// What the rule runs on.
    scope: View,
    /// What holds the list of `each`.
    outer: View,
    /// The variables of the lambdas around the expression.
    bound: Vec<(usize, View)>,
}

/// Evaluates a rule on a composite.
pub(super) fn rule(rule: &Rule, on: View, input: Input<'_, '_>, c: &mut Checker<'_>) {
    let Some(each) = &rule.each else { return once(rule, on, on, input, c) };
    let items = input.list(on, &each.path.steps);
    for (index, item) in items.enumerate() {
        let check = |c: &mut Checker<'_>| once(rule, item, on, input, c);
        if each.parts.is_empty() {
            c.item(each.name, index, check);
        } else {
            c.item_of(each.parts, each.name, index, check);
        }
    }
}

fn once(rule: &Rule, scope: View, outer: View, input: Input<'_, '_>, c: &mut Checker<'_>) {
    match &rule.assertion {
        Assertion::Holds(condition) => c.rule(rule.rule, |context| {
            let mut eval = Eval { input, context, scope, outer, bound: Vec::new() };
            if let Some(when) = &rule.when
                && !eval.condition(when)?
            {
                return Some(true);
            }
            eval.condition(condition)
        }),
        Assertion::Unique(lists) => c.unique(rule.rule, |unique| {
            // Nothing in such a rule may ask when the message was sent.
            let context = &Context::default();
            let mut eval = Eval { input, context, scope, outer, bound: Vec::new() };
            if rule.when.as_ref().is_none_or(|when| eval.condition(when) == Some(true)) {
                for list in lists {
                    eval.collect(list, unique);
                }
            }
        }),
    }
}
