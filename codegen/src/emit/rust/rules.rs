//! Rules as constants, beside the type they run on.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{docs, shape};
use crate::catalogue::conversation::ProcessRule;
use crate::catalogue::{Composite, Forbidden, Rule, Severity, Text};

/// The constant of a rule.
pub(super) fn ident(id: &str) -> Ident {
    format_ident!("{}", id.replace('-', "_").to_uppercase())
}

/// The module with the rules of a composite; nothing when it has none.
pub(super) fn module(composite: &Composite) -> TokenStream {
    if composite.rules.is_empty() {
        return TokenStream::new();
    }
    let rules = composite.rules.iter().map(rule);
    quote! {
        mod rules {
            use crate::shape::{Rule, Severity, Step};
            #(#rules)*
        }
    }
}

/// The constant of a rule, behind its condition as a comment.
pub(super) fn rule(rule: &Rule) -> TokenStream {
    let compiled = &rule.compiled;
    let parts = Parts {
        id: &rule.id,
        severity: rule.severity,
        text: &rule.text,
        cel: &rule.cel,
        at: compiled.at.clone(),
        reads: compiled.reads.clone(),
        needs_sent: compiled.needs_sent,
        source: &rule.source,
    };
    let comment = docs::lines(&format!("`{}`", rule.cel));
    let tokens = constant(&parts);
    quote!(#comment #tokens)
}

/// The constant of a rule that forbids elements by name.
pub(super) fn forbidden(forbidden: &Forbidden) -> TokenStream {
    constant(&Parts {
        id: &forbidden.rule,
        severity: forbidden.severity,
        text: &forbidden.text,
        cel: "",
        at: quote!(&[]),
        reads: quote!(&[]),
        needs_sent: false,
        source: &forbidden.source,
    })
}

/// The constant of a rule on the messages of a conversation together.
pub(super) fn process(rule: &ProcessRule) -> TokenStream {
    constant(&Parts {
        id: &rule.id,
        severity: rule.severity,
        text: &rule.text,
        cel: "",
        at: quote!(&[]),
        reads: quote!(&[]),
        needs_sent: false,
        source: &rule.source,
    })
}

struct Parts<'r> {
    id: &'r str,
    severity: Severity,
    text: &'r Text,
    cel: &'r str,
    at: TokenStream,
    reads: TokenStream,
    needs_sent: bool,
    source: &'r str,
}

fn constant(parts: &Parts<'_>) -> TokenStream {
    let Parts { id, text: Text { nl, en }, cel, at, reads, needs_sent, source, .. } = parts;
    let (ident, severity) = (ident(id), shape::severity(parts.severity));
    quote! {
        pub static #ident: Rule = Rule {
            id: #id,
            severity: #severity,
            nl: #nl,
            en: #en,
            help_nl: "",
            help_en: "",
            cel: #cel,
            at: #at,
            reads: #reads,
            needs_sent: #needs_sent,
            source: #source,
        };
    }
}
