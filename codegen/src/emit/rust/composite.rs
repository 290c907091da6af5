//! A composite: its struct, its table, and how it is decoded, encoded and checked.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{builder, choice, docs, paths, rules, shape};
use crate::catalogue::{Catalogue, Composite, Content, Element, Holds, Type};

/// The file of a composite.
pub(super) fn emit(catalogue: &Catalogue, ty: &Type, composite: &Composite) -> TokenStream {
    let ident = paths::ident(ty);
    let imports = paths::imports(catalogue, ty);
    let doc = docs::doc(&ty.text, &[format!("`{}` of the standard.", ty.name), docs::provenance(&ty.source)]);
    let fields = composite.elements.iter().map(|element| field(catalogue, element));
    let decode = composite.elements.iter().enumerate().map(|(index, element)| {
        let (field, method, index) = (paths::field(&element.name), method(element), super::place(index));
        quote!(d.#method(#index, &mut self.#field)?;)
    });
    let stand_in = composite.elements.iter().map(|element| {
        let field = paths::field(&element.name);
        let value = match (element.item.is_some(), element.min) {
            (true, _) => quote!(Vec::new()),
            (false, 0) => quote!(None),
            (false, _) => quote!(crate::codec::Value::stand_in()),
        };
        quote!(#field: #value)
    });
    let encode = composite.elements.iter().enumerate().map(|(index, element)| {
        let (field, method, index) = (paths::field(&element.name), method(element), super::place(index));
        match method.to_string().as_str() {
            "optional" => quote!(e.optional(#index, self.#field.as_ref());),
            _ => quote!(e.#method(#index, &self.#field);),
        }
    });
    let check = check(catalogue, composite);
    let checker = if check.is_empty() { quote!(_) } else { quote!(c) };
    let shape = shape::shape(catalogue, ty, composite);
    let shape_imports = shape_imports(composite);
    let rules = rules::module(composite);
    let schema_file = format!("/{}", super::schema_path(ty));
    let made =
        if composite.choice { choice::emit(catalogue, ty, composite) } else { builder::emit(catalogue, ty, composite) };
    let checks = if composite.choice {
        quote!(
            use crate::check::Checker;
        )
    } else {
        quote!(
            use crate::check::{Checker, Required};
        )
    };
    quote! {
        #(use #imports;)*
        #checks
        use crate::codec::{Composite, Decoder, Encoder};
        #shape_imports

        #doc
        #[derive(Clone, PartialEq)]
        pub struct #ident {
            #(#fields)*
        }

        impl Composite for #ident {
            const SHAPE: &'static Shape = &SHAPE;

            fn stand_in() -> Self {
                Self { #(#stand_in),* }
            }

            fn decode<D: Decoder>(&mut self, d: &mut D) -> Option<()> {
                #(#decode)*
                Some(())
            }

            fn encode<E: Encoder>(&self, e: &mut E) {
                #(#encode)*
            }

            fn check(&self, #checker: &mut Checker<'_>) {
                #check
            }
        }

        crate::adapters::composite!(#ident, #schema_file);

        #shape

        #rules
        #made
    }
}

fn shape_imports(composite: &Composite) -> TokenStream {
    let mut names = vec!["Element", "Privacy", "Shape", "Type"];
    if !composite.elsewhere.is_empty() {
        names.push("Elsewhere");
    }
    if composite.elements.iter().any(|element| element.pattern.is_some()) {
        names.extend(["Pattern", "Position"]);
    }
    names.sort_unstable();
    let names = names.into_iter().map(|name| format_ident!("{}", name));
    quote!(use crate::shape::{#(#names),*};)
}

fn field(catalogue: &Catalogue, element: &Element) -> TokenStream {
    let field = paths::field(&element.name);
    let ty = paths::value_type(catalogue, element.holds);
    let ty = match (element.item.is_some(), element.min) {
        (true, _) => quote!(Vec<#ty>),
        (false, 0) => quote!(Option<#ty>),
        (false, _) => ty,
    };
    let name = element.item.as_ref().map_or_else(|| element.name.clone(), |item| format!("{}/{item}", element.name));
    let facts = [format!("`{name}`, {}, {}.", element.cardinality(), element.life), docs::provenance(&element.source)];
    let doc = docs::doc(&element.text, &facts);
    quote!(#doc pub #field: #ty,)
}

/// How a decoder and an encoder are asked for an element.
fn method(element: &Element) -> proc_macro2::Ident {
    match (element.item.is_some(), element.min) {
        (true, _) => format_ident!("many"),
        (false, 0) => format_ident!("optional"),
        (false, _) => format_ident!("one"),
    }
}

/// The body of `check`: its own rules, then the parts that have rules.
fn check(catalogue: &Catalogue, composite: &Composite) -> TokenStream {
    let own = composite.rules.iter().map(|rule| &rule.compiled.check);
    let parts = composite.elements.iter().filter(|element| has_rules(catalogue, element)).map(|element| {
        let (name, field) = (&element.name, paths::field(&element.name));
        match (element.item.is_some(), element.min) {
            (true, _) => quote! {
                for (index, item) in self.#field.iter().enumerate() {
                    c.item(#name, index, |c| item.check(c));
                }
            },
            (false, 0) => quote! {
                if let Some(part) = &self.#field {
                    c.part(#name, |c| part.check(c));
                }
            },
            (false, _) => quote!(c.part(#name, |c| self.#field.check(c));),
        }
    });
    quote!(#(#own)* #(#parts)*)
}

fn has_rules(catalogue: &Catalogue, element: &Element) -> bool {
    let Holds::Type(id) = element.holds else { return false };
    matches!(catalogue.types.get(id.0).map(|ty| &ty.content), Some(Content::Composite(composite)) if composite.has_rules)
}
