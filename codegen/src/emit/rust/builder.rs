//! Builders: a setter per element, and a `build` that says by name what is missing or wrong.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{docs, paths};
use crate::catalogue::{Catalogue, Composite, Type};

/// The builder of a composite.
pub(super) fn emit(catalogue: &Catalogue, ty: &Type, composite: &Composite) -> TokenStream {
    let ident = paths::ident(ty);
    let builder = format_ident!("{}Builder", ident);
    let new_doc = docs::lines(&format!("Begins a `{}`; [`{builder}::build`] says what is missing.", ty.name));
    let builder_doc = docs::lines(&format!("Builds a [`{ident}`]."));
    let build_doc = docs::lines(
        "The finished value.\n\n# Errors\nA report that names every element that is missing, or everything that is wrong. Rules that need the header are not checked.",
    );
    let elements = || {
        composite.elements.iter().enumerate().map(|(index, element)| {
            let field = paths::field(&element.name);
            let value = paths::value_type(catalogue, element.holds);
            (index, element, field, value)
        })
    };
    let fields = elements().map(|(_, element, field, value)| match element.item {
        Some(_) => quote!(pub(crate) #field: Vec<#value>,),
        None => quote!(pub(crate) #field: Option<#value>,),
    });
    let setters = elements().map(|(_, element, field, value)| {
        let doc = docs::lines(&format!("Sets `{}`.", element.name));
        match element.item {
            Some(_) => quote! {
                #doc
                #[must_use]
                pub fn #field(mut self, items: impl IntoIterator<Item = #value>) -> Self {
                    self.#field = items.into_iter().collect();
                    self
                }
            },
            None => {
                let maybe = (element.min == 0).then(|| {
                    let doc = docs::lines(&format!("Sets `{}`, or leaves it out.", element.name));
                    let maybe = format_ident!("maybe_{}", field.to_string().trim_start_matches("r#"));
                    quote! {
                        #doc
                        #[must_use]
                        pub fn #maybe(mut self, value: Option<#value>) -> Self {
                            self.#field = value;
                            self
                        }
                    }
                });
                quote! {
                    #doc
                    #[must_use]
                    pub fn #field(mut self, value: #value) -> Self {
                        self.#field = Some(value);
                        self
                    }
                    #maybe
                }
            }
        }
    });
    let required = composite.elements.iter().any(|element| element.min > 0);
    let mutable = if required { quote!(mut) } else { quote!() };
    let values = elements().map(|(index, element, field, _)| {
        let index = super::place(index);
        match (element.item.is_some(), element.min) {
            (_, 0) => quote!(#field: self.#field,),
            (false, _) => quote!(#field: required.take(#index, self.#field),),
            (true, _) => quote!(#field: required.items(#index, self.#field),),
        }
    });
    quote! {
        impl #ident {
            #new_doc
            #[must_use]
            pub fn builder() -> #builder {
                #builder::default()
            }
        }

        #builder_doc
        #[derive(Clone, Default)]
        pub struct #builder {
            #(#fields)*
        }

        impl #builder {
            #(#setters)*

            #build_doc
            pub fn build(self) -> Result<#ident, crate::Report> {
                let #mutable required = Required::new(#ident::SHAPE);
                let value = #ident { #(#values)* };
                required.finish(value)
            }
        }
    }
}
