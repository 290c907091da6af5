//! Tests of the compiler: tables of expressions with what they become.

#![allow(clippy::unwrap_used, clippy::panic)]

mod errors;
mod facts;
mod parse;
mod places;
mod rust;
mod schema;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Compiled, RuleError, RuleText, compile};

/// Compiles a rule against the tables of the tests.
fn compiled(text: &RuleText<'_>) -> Result<Compiled, RuleError> {
    compile(&schema::Tables, schema::VOORSTEL, &quote!(&RULE), text)
}

/// A rule of three parts: `each @ when @ assert`, the first two of which may be empty or left out.
fn rule(text: &str) -> RuleText<'_> {
    let parts: Vec<&str> = text.split('@').map(str::trim).collect();
    match parts.as_slice() {
        [assert] => RuleText { assert, ..RuleText::default() },
        [when, assert] => RuleText { when: Some(when), assert, ..RuleText::default() },
        ["", when, assert] => RuleText { when: Some(when), assert, ..RuleText::default() },
        [each, "", assert] => RuleText { each: Some(each), assert, ..RuleText::default() },
        [each, when, assert] => RuleText { each: Some(each), when: Some(when), assert, ..RuleText::default() },
        _ => panic!("{text}"),
    }
}

/// Statements as `prettyplease` writes them, without the function around them.
fn pretty(tokens: &TokenStream) -> String {
    let file = syn::parse2(quote!(fn check() { #tokens })).unwrap();
    let text = prettyplease::unparse(&file);
    let body = text.strip_prefix("fn check() {\n").and_then(|text| text.strip_suffix("}\n")).unwrap();
    body.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}
