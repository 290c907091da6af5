//! Earlier messages of the conversation, as rules on facts see them.

use std::collections::HashSet;

use proc_macro2::Ident;

use super::ast::{Expr, ExprKind};
use super::rust::keyword_safe;
use super::ty::Presence;

/// A name that a rule gives to an earlier message.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// The name.
    pub name: &'a str,
    /// The composite that the message is; `None` when there is no such message in the release.
    pub composite: Option<usize>,
}

/// An earlier message within the checker.
#[derive(Debug)]
pub struct Binding {
    /// Its name in the rule.
    pub name: String,
    /// Its name in Rust.
    pub ident: Ident,
    /// The composite it is; `None` when it is never there.
    pub composite: Option<usize>,
    /// Optional when the rule asks whether it is there; the rule does not apply without one that is required.
    pub presence: Presence,
}

/// The earlier messages that these expressions may read.
pub fn bindings<'e>(earlier: &[Earlier<'_>], expressions: impl Iterator<Item = &'e Expr>) -> Vec<Binding> {
    let mut asked = HashSet::new();
    for expression in expressions {
        collect(expression, &mut asked);
    }
    let binding = |earlier: &Earlier<'_>| Binding {
        name: earlier.name.to_owned(),
        ident: keyword_safe(earlier.name),
        composite: earlier.composite,
        presence: if asked.contains(earlier.name) { Presence::Optional } else { Presence::Required },
    };
    earlier.iter().map(binding).collect()
}

/// The names X of every `has(X)`. The depth of an expression is limited by the parser.
fn collect<'e>(expr: &'e Expr, asked: &mut HashSet<&'e str>) {
    match &expr.kind {
        ExprKind::Call(name, arguments) => {
            if let ("has", [Expr { kind: ExprKind::Name(asks), .. }]) = (name.text.as_str(), arguments.as_slice()) {
                asked.insert(asks);
            }
            arguments.iter().for_each(|argument| collect(argument, asked));
        }
        ExprKind::Not(inner) | ExprKind::Select(inner, _) => collect(inner, asked),
        ExprKind::Binary(_, left, right) => {
            collect(left, asked);
            collect(right, asked);
        }
        ExprKind::Method(target, _, arguments) => {
            collect(target, asked);
            arguments.iter().for_each(|argument| collect(argument, asked));
        }
        ExprKind::List(items) => items.iter().for_each(|item| collect(item, asked)),
        ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::Text(_) | ExprKind::Name(_) => {}
    }
}
