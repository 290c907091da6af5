//! Constant tables: the shape of a composite, patterns, and the words for privacy and severity.

use proc_macro2::TokenStream;
use quote::quote;

use super::paths;
use crate::catalogue::{Catalogue, Composite, Content, Element, Holds, Pattern, Privacy, Severity, Type};
use crate::names::json_name;

/// The `static`s of a shape and of its rows.
pub(super) fn shape(catalogue: &Catalogue, ty: &Type, composite: &Composite) -> TokenStream {
    let (name, source, choice) = (&ty.name, &ty.source, composite.choice);
    let elements = composite.elements.iter().map(|element| row(catalogue, element));
    let elsewhere = composite.elsewhere.iter().map(|row| {
        let (name, json) = (&row.name, json_name(&row.name));
        let (since, until) = (row.since.clone().unwrap_or_default(), row.until.clone().unwrap_or_default());
        quote!(Elsewhere { name: #name, json: #json, since: #since, until: #until })
    });
    let rules = composite.rules.iter().map(|rule| {
        let ident = super::rules::ident(&rule.id);
        quote!(&rules::#ident)
    });
    let count = proc_macro2::Literal::usize_unsuffixed(composite.elements.len());
    quote! {
        static SHAPE: Shape = Shape {
            name: #name,
            choice: #choice,
            elements: &ELEMENTS,
            predicted: &crate::straight::Predicted::all(&ELEMENTS),
            elsewhere: &[#(#elsewhere),*],
            rules: &[#(#rules),*],
            source: #source,
        };

        static ELEMENTS: [Element; #count] = [#(#elements),*];
    }
}

fn row(catalogue: &Catalogue, element: &Element) -> TokenStream {
    let (name, json, source) = (&element.name, json_name(&element.name), &element.source);
    let item = optional(element.item.as_ref().map(|item| quote!(#item)));
    let min = super::number(element.min);
    let ty = held(catalogue, element.holds);
    let low = optional(element.low.map(bound));
    let high = optional(element.high.map(bound));
    let pattern = optional(element.pattern.as_ref().map(|pattern| {
        let pattern = self::pattern(pattern);
        quote!(&#pattern)
    }));
    let privacy = privacy(element.privacy);
    quote! {
        Element {
            name: #name,
            json: #json,
            item: #item,
            min: #min,
            ty: #ty,
            low: #low,
            high: #high,
            pattern: #pattern,
            privacy: #privacy,
            source: #source,
        }
    }
}

fn bound(value: u32) -> TokenStream {
    let value = super::number(value);
    quote!(#value)
}

fn held(catalogue: &Catalogue, holds: Holds) -> TokenStream {
    match holds {
        Holds::Simple(id) => {
            let simple = catalogue.simple.get(id.0).map(paths::simple_static);
            quote!(Type::Simple(&crate::simple::#simple))
        }
        Holds::Type(id) => match catalogue.types.get(id.0) {
            Some(ty) => {
                let ident = paths::ident(ty);
                match ty.content {
                    Content::Codes(_) => quote!(Type::Code(#ident::LIST)),
                    Content::Composite(_) => quote!(Type::Composite(#ident::SHAPE)),
                }
            }
            None => TokenStream::new(),
        },
    }
}

/// `Pattern::new(…)`.
pub(super) fn pattern(pattern: &Pattern) -> TokenStream {
    let (text, automaton) = (&pattern.text, &pattern.automaton);
    let (empty, first, last) = (automaton.empty, hex(automaton.first), hex(automaton.last));
    let positions = automaton.positions.iter().map(|(ranges, next)| {
        let ranges = ranges.iter().map(|(low, high)| quote!((#low, #high)));
        let next = hex(*next);
        quote!(Position { ranges: &[#(#ranges),*], next: #next })
    });
    quote! {
        Pattern::new(#text, #empty, #first, #last, &[#(#positions),*])
    }
}

/// A set of positions reads best in hexadecimal.
fn hex(set: u64) -> TokenStream {
    format!("{set:#x}").parse().unwrap_or_else(|_| quote!(#set))
}

pub(super) fn privacy(privacy: Privacy) -> TokenStream {
    match privacy {
        Privacy::None => quote!(Privacy::None),
        Privacy::Personal => quote!(Privacy::Personal),
        Privacy::Sensitive => quote!(Privacy::Sensitive),
    }
}

pub(super) fn severity(severity: Severity) -> TokenStream {
    match severity {
        Severity::Error => quote!(Severity::Error),
        Severity::Warning => quote!(Severity::Warning),
        Severity::Info => quote!(Severity::Info),
    }
}

fn optional(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}
