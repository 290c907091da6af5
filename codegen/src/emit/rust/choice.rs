//! Choices: instead of a builder, a constructor for each part.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, paths};
use crate::catalogue::{Catalogue, Composite, Type};

/// The constructors of a composite of which exactly one part is filled.
pub(super) fn emit(catalogue: &Catalogue, ty: &Type, composite: &Composite) -> TokenStream {
    let ident = paths::ident(ty);
    let nothing = composite.elements.iter().map(|element| {
        let field = paths::field(&element.name);
        let empty = if element.item.is_some() { quote!(Vec::new()) } else { quote!(None) };
        quote!(#field: #empty)
    });
    let constructors = composite.elements.iter().map(|element| {
        let (field, value) = (paths::field(&element.name), paths::value_type(catalogue, element.holds));
        let doc = docs::lines(&format!("Chooses `{}`.", element.name));
        let (parameter, filled) = match element.item {
            Some(_) => (quote!(items: Vec<#value>), quote!(items)),
            None => (quote!(part: #value), quote!(Some(part))),
        };
        quote! {
            #doc
            #[must_use]
            pub fn #field(#parameter) -> Self {
                Self { #field: #filled, ..Self::nothing() }
            }
        }
    });
    quote! {
        impl #ident {
            #(#constructors)*

            fn nothing() -> Self {
                Self { #(#nothing),* }
            }
        }
    }
}
