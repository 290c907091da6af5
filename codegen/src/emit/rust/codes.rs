//! A code list: an enum with a variant per code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{docs, paths, shape};
use crate::catalogue::{Codes, Type};
use crate::names::rust_variant;

/// The file of a code list.
pub(super) fn emit(ty: &Type, codes: &Codes) -> TokenStream {
    let ident = paths::ident(ty);
    let kind = if codes.closed {
        "A closed list: another code is an error."
    } else {
        "An open list: another code is kept as it came, with a warning."
    };
    let doc = docs::doc(&ty.text, &[format!("Code list `{}`. {kind}", ty.name), docs::provenance(&ty.source)]);
    let variants = codes.codes.iter().map(|code| {
        let variant = format_ident!("{}", rust_variant(&code.code));
        let doc = docs::doc(&code.text, &[format!("Code `{}`. {}", code.code, docs::provenance(&code.source))]);
        quote!(#doc #variant,)
    });
    let unknown_variant = (!codes.closed).then(|| {
        let doc = docs::lines("A code that is not in the list, as it came.");
        quote!(#doc Onbekend(String),)
    });
    let to_text = codes.codes.iter().map(|code| {
        let (code, variant) = (&code.code, format_ident!("{}", rust_variant(&code.code)));
        quote!(Self::#variant => #code,)
    });
    let unknown_text = (!codes.closed).then(|| quote!(Self::Onbekend(code) => code,));
    let from_text = codes.codes.iter().map(|code| {
        let (code, variant) = (&code.code, format_ident!("{}", rust_variant(&code.code)));
        quote!(#code => Self::#variant,)
    });
    let other =
        if codes.closed { quote!(_ => return None,) } else { quote!(other => Self::Onbekend(other.to_owned()),) };
    let derives =
        if codes.closed { quote!(Clone, Copy, PartialEq, Eq, Hash) } else { quote!(Clone, PartialEq, Eq, Hash) };
    let first = codes.codes.first().map(|code| format_ident!("{}", rust_variant(&code.code)));
    let list = list(ty, codes);
    let schema_file = format!("/{}", super::schema_path(ty));
    quote! {
        use crate::shape::{Code, CodeList, Privacy};

        #doc
        #[derive(#derives)]
        pub enum #ident {
            #(#variants)*
            #unknown_variant
        }

        impl #ident {
            /// The list as data.
            pub const LIST: &'static CodeList = &LIST;

            /// The code as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#to_text)*
                    #unknown_text
                }
            }
        }

        impl crate::SimpleValue for #ident {
            fn parse(text: &str) -> Option<Self> {
                Some(match text {
                    #(#from_text)*
                    #other
                })
            }

            fn write(&self, out: &mut String) {
                out.push_str(self.as_str());
            }

            fn placeholder() -> Self {
                Self::#first
            }
        }

        crate::adapters::codes!(#ident, #schema_file);

        static LIST: CodeList = #list;
    }
}

fn list(ty: &Type, codes: &Codes) -> TokenStream {
    let (name, source, closed, integer) = (&ty.name, &ty.source, codes.closed, codes.integer);
    let privacy = shape::privacy(codes.privacy);
    let elsewhere = &codes.elsewhere;
    let rows = codes.codes.iter().map(|code| {
        let (text, source) = (&code.text, &code.source);
        let (code, nl, en) = (&code.code, &text.nl, &text.en);
        quote!(Code { code: #code, nl: #nl, en: #en, source: #source })
    });
    quote! {
        CodeList {
            name: #name,
            closed: #closed,
            integer: #integer,
            codes: &[#(#rows),*],
            elsewhere: &[#(#elsewhere),*],
            privacy: #privacy,
            source: #source,
        }
    }
}
