//! The simple types: a constant for each, and a Rust type for each that is a text.

use quote::{format_ident, quote};

use super::{Output, docs, paths, shape};
use crate::catalogue::{Catalogue, Kind, SimpleType};
use crate::names::rust_type;
use crate::source::Sources;

const FILE: &str = "types/simple.toml";

pub(super) fn emit(catalogue: &Catalogue, sources: &Sources) -> Output {
    let statics = catalogue.simple.iter().map(constant);
    let types = catalogue.simple.iter().filter(|simple| is_text(simple)).map(|simple| {
        let (ident, constant) = (format_ident!("{}", rust_type(&simple.name)), paths::simple_static(simple));
        let facts = [
            format!("`{}` of the standard.", simple.name),
            docs::provenance(&simple.source),
            format!("Limits: {}.", simple.constraint),
        ];
        let doc = docs::doc(&simple.text, &facts);
        quote! {
            crate::value::text_type!(#doc #ident, &#constant);
            crate::codec::simple_values!(#ident);
        }
    });
    let all = catalogue.simple.iter().map(paths::simple_static);
    let tokens = quote! {
        use crate::shape::{Kind, Pattern, Position, Privacy, SimpleType};
        #(#types)*
        #(#statics)*
        /// Every simple type of the standard.
        pub static ALL: &[&SimpleType] = &[#(&#all),*];
    };
    let files: Vec<&str> =
        sources.files.iter().map(|file| file.path.as_str()).filter(|path| path.ends_with(FILE)).collect();
    Output { path: "simple.rs".into(), text: super::source(&tokens, &files, sources) }
}

fn is_text(simple: &SimpleType) -> bool {
    matches!(simple.kind, Kind::Text | Kind::Lines | Kind::Postcode | Kind::Uri)
}

fn constant(simple: &SimpleType) -> proc_macro2::TokenStream {
    let ident = paths::simple_static(simple);
    let SimpleType { name, source, .. } = simple;
    let (low, high) = (super::number(simple.low), super::number(simple.high));
    let kind = format_ident!("{}", format!("{:?}", simple.kind));
    let privacy = shape::privacy(simple.privacy);
    let pattern = match &simple.pattern {
        Some(pattern) => {
            let pattern = shape::pattern(pattern);
            quote!(Some(&#pattern))
        }
        None => quote!(None),
    };
    let doc = docs::lines(&format!("`{name}`."));
    quote! {
        #doc
        pub static #ident: SimpleType = SimpleType {
            name: #name,
            kind: Kind::#kind,
            low: #low,
            high: #high,
            pattern: #pattern,
            privacy: #privacy,
            source: #source,
        };
    }
}
