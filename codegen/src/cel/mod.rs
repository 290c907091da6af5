//! The compiler of rules: from an expression in a subset of CEL to Rust.
//!
//! The rules of the definitions are written in CEL (<https://cel.dev>), so that other languages can run the
//! same text. Here they are compiled: [`parse`] makes a tree, the checker resolves every name against the
//! element tables and sees that types fit, and the emitter writes a closure for the runtime. Everything
//! that can be wrong is an [`Error`] with a place in the text, and what compiles here also compiles in Rust.
//!
//! This module knows neither definition files nor releases: the caller gives it a [`Schema`].
//!
//! Where a value is absent: in `+`, `-` and `sum` it counts as 0.00; in anything else the rule does not
//! apply. Inside `all`, `exists`, `filter` and a `map` of `sum` that goes for the one item when the value is
//! read from the item.

mod ast;
mod bound;
mod check;
mod earlier;
mod error;
mod full;
mod lexer;
mod parser;
mod reads;
mod rust;
mod suggest;
#[cfg(test)]
mod tests;
mod ty;
pub mod typed;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;

pub use ast::{Cmp, Expr, ExprKind, MAX_DEPTH, Name, Op};
pub use earlier::Earlier;
pub use error::{Error, ErrorKind, Part, RuleError, Span};
pub use full::full;
pub use lexer::Literal;
pub use parser::parse;
pub(crate) use reads::rule_path;
pub(crate) use rust::keyword_safe as binding_ident;
pub use ty::{Field, Presence, Schema, Ty};

/// The expressions of a rule.
#[derive(Debug, Clone, Copy, Default)]
pub struct RuleText<'a> {
    /// The list whose items the rule runs on.
    pub each: Option<&'a str>,
    /// The condition under which the rule applies.
    pub when: Option<&'a str>,
    /// The condition that must hold.
    pub assert: &'a str,
    /// Where a finding points, when not at the first element of `assert`.
    pub at: Option<&'a str>,
}

/// A rule in Rust.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// Statements for the body of `fn check(&self, c: &mut Checker<'_>)`.
    pub check: TokenStream,
    /// Where a finding points: a `RulePath`.
    pub at: TokenStream,
    /// Every element the rule reads: a `&'static [RulePath]`.
    pub reads: TokenStream,
    /// Whether the rule reads the date of sending.
    pub needs_sent: bool,
    /// The paths that the tokens expect to be imported, such as `rust_decimal::Decimal`.
    pub imports: BTreeSet<&'static str>,
    /// The earlier messages that the rule can do without, because it asks whether they are there.
    pub asked: Vec<String>,
    /// The length of every list that the rule goes through and that the message or an earlier one holds itself.
    pub lengths: Vec<TokenStream>,
    /// The rule as it was checked, for whoever evaluates it without compiling it.
    pub typed: typed::Rule,
}

/// Compiles a rule of the composite `root`; `rule` is the path of its constant, such as `&rules::SR_BV_004A`.
pub fn compile(
    schema: &dyn Schema,
    root: usize,
    rule: &TokenStream,
    text: &RuleText<'_>,
) -> Result<Compiled, RuleError> {
    let parts = Parts::parse(text)?;
    parts.compile(check::Checker::new(schema, root), rust::Emitter::new(parts.each.is_some(), "self"), rule)
}

/// Compiles a rule on the message `root` that reads messages before it. In its Rust the message is `this`, and
/// the earlier ones are fields of `e`.
pub fn compile_fact(
    schema: &dyn Schema,
    root: usize,
    earlier: &[Earlier<'_>],
    rule: &TokenStream,
    text: &RuleText<'_>,
) -> Result<Compiled, RuleError> {
    let parts = Parts::parse(text)?;
    let expressions = parts.each.iter().chain(&parts.when).chain([&parts.assert]);
    let bindings = earlier::bindings(earlier, expressions);
    let checker = check::Checker::new(schema, root).with_earlier(bindings);
    parts.compile(checker, rust::Emitter::new(parts.each.is_some(), "this"), rule)
}

/// The expressions of a rule, parsed.
struct Parts {
    each: Option<Expr>,
    when: Option<Expr>,
    assert: Expr,
    at: Option<Expr>,
}

impl Parts {
    fn parse(text: &RuleText<'_>) -> Result<Self, RuleError> {
        let parsed = |part: Part, text: &str| parse(text).map_err(|error| error.of(part));
        let optional = |part: Part, text: Option<&str>| text.map(|text| parsed(part, text)).transpose();
        Ok(Self {
            each: optional(Part::Each, text.each)?,
            when: optional(Part::When, text.when)?,
            assert: parsed(Part::Assert, text.assert)?,
            at: optional(Part::At, text.at)?,
        })
    }

    fn compile(
        &self,
        mut checker: check::Checker<'_>,
        mut emitter: rust::Emitter,
        rule: &TokenStream,
    ) -> Result<Compiled, RuleError> {
        let Self { each, when, assert, at } = self;
        let each = each.as_ref().map(|each| checker.each(each)).transpose().map_err(|error| error.of(Part::Each))?;
        let when = when.as_ref().map(|when| checker.when(when)).transpose().map_err(|error| error.of(Part::When))?;
        let sent_in_when = checker.sent.is_some();
        let assertion = checker.assertion(assert).map_err(|error| error.of(Part::Assert))?;
        if let (typed::Assertion::Unique(_), Some(span)) = (&assertion, &checker.sent) {
            let part = if sent_in_when { Part::When } else { Part::Assert };
            let message = "`sent` cannot be used in a rule with `unique`";
            return Err(Error::meaning(span.clone(), message).of(part));
        }
        let at = at.as_ref().map(|at| checker.at(at)).transpose().map_err(|error| error.of(Part::At))?;

        let check = emitter.rule(rule, each.as_ref(), when.as_ref(), &assertion);
        let at = at.map_or_else(|| checker.reads.default_place(), |at| reads::steps(&at));
        let (reads, earlier, needs_sent) = (checker.reads.paths(), checker.reads.earlier(), checker.sent.is_some());
        Ok(Compiled {
            check,
            at: reads::rule_path(&at),
            reads: reads::tokens(&reads),
            needs_sent,
            imports: emitter.imports,
            asked: checker.asked(),
            lengths: emitter.lengths,
            typed: typed::Rule { each, when, assertion, at, reads, earlier, needs_sent },
        })
    }
}

/// Compiles a condition on the composite `root` that stands alone: an expression in Rust on `item`, an
/// `Option<bool>`, and its checked form.
pub fn condition(schema: &dyn Schema, root: usize, text: &str) -> Result<(TokenStream, typed::Bool), RuleError> {
    let of = |error: Error| error.of(Part::When);
    let parsed = parse(text).map_err(of)?;
    let mut checker = check::Checker::new(schema, root);
    let condition = checker.when(&parsed).map_err(of)?;
    if let Some(span) = &checker.sent {
        return Err(of(Error::meaning(span.clone(), "`sent` cannot be used in a condition that stands alone")));
    }
    Ok((rust::Emitter::new(true, "item").expression(&condition), condition))
}
