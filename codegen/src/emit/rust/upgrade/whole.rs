//! `From`, for contents of which every value goes over whole.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::super::paths;
use super::Conversions;
use crate::catalogue::{Codes, Composite, Content, Element, Holds, Type};
use crate::names::rust_variant;
use crate::upgrade::{How, Table};

/// The implementation; nothing when it cannot be written as a plain move.
pub(super) fn emit(conversions: &Conversions<'_>, table: &Table) -> Option<TokenStream> {
    let (old, new) = (conversions.ty(table.from)?, conversions.ty(table.to)?);
    let body = match (&old.content, &new.content) {
        (Content::Composite(from), Content::Composite(to)) => composite(conversions, table, from, to)?,
        (Content::Codes(from), Content::Codes(to)) => codes(old, from, to),
        _ => return None,
    };
    let (old, new) = (paths::path(old), paths::path(new));
    Some(quote! {
        impl From<#old> for #new {
            fn from(old: #old) -> Self {
                #body
            }
        }
    })
}

fn composite(conversions: &Conversions<'_>, table: &Table, from: &Composite, to: &Composite) -> Option<TokenStream> {
    let mut fields = Vec::new();
    for row in &table.rows {
        let target = to.elements.get(row.to?)?;
        let field = paths::field(&target.name);
        let value = match row.from.and_then(|place| from.elements.get(place)) {
            Some(source) => moved(conversions, source, target, row.how)?,
            None if target.item.is_some() => quote!(Vec::new()),
            None => quote!(None),
        };
        fields.push(quote!(#field: #value));
    }
    Some(quote!(Self { #(#fields),* }))
}

/// The value of an element, as the new one holds it.
fn moved(conversions: &Conversions<'_>, source: &Element, target: &Element, how: How) -> Option<TokenStream> {
    let field = paths::field(&source.name);
    let inner = |value: TokenStream| inner(conversions, value, target, how);
    // What is done with each value of a list or an optional element; nothing when it stays as it is.
    let each = match how {
        How::Keep => None,
        How::Convert(_) => Some(quote!(.map(Into::into))),
        _ => {
            let value = inner(quote!(value))?;
            Some(quote!(.map(|value| #value)))
        }
    };
    Some(match (source.item.is_some(), source.min, target.item.is_some(), target.min) {
        (true, _, true, _) if each.is_none() => quote!(old.#field),
        (true, _, true, _) | (false, 0, true, _) => quote!(old.#field.into_iter() #each .collect()),
        (false, 0, false, 0) => quote!(old.#field #each),
        (false, 1.., true, _) => {
            let value = inner(quote!(old.#field))?;
            quote!(vec![#value])
        }
        (false, 1.., false, 0) => {
            let value = inner(quote!(old.#field))?;
            quote!(Some(#value))
        }
        (false, 1.., false, _) => inner(quote!(old.#field))?,
        _ => return None,
    })
}

fn inner(conversions: &Conversions<'_>, value: TokenStream, target: &Element, how: How) -> Option<TokenStream> {
    Some(match how {
        How::Keep => value,
        How::Convert(_) => quote!(#value.into()),
        How::Wrap(part, table) => {
            let Holds::Type(choice) = target.holds else { return None };
            let element = conversions.composite(choice)?.elements.get(part)?;
            let (choice, constructor) = (paths::path(conversions.ty(choice)?), paths::field(&element.name));
            let value = if table.is_some() { quote!(#value.into()) } else { value };
            let value = if element.item.is_some() { quote!(vec![#value]) } else { value };
            quote!(#choice::#constructor(#value))
        }
        How::None | How::Read | How::Unwrap(..) => return None,
    })
}

/// Code by code. A code that the old open list did not know may be one that the new one knows.
fn codes(old: &Type, from: &Codes, to: &Codes) -> TokenStream {
    let old = paths::path(old);
    let arms = from.codes.iter().map(|code| {
        let (text, variant) = (&code.code, format_ident!("{}", rust_variant(&code.code)));
        if to.codes.iter().any(|other| other.code == code.code) {
            quote!(#old::#variant => Self::#variant,)
        } else {
            quote!(#old::#variant => Self::Onbekend(#text.to_owned()),)
        }
    });
    let unknown = (!from.closed).then(|| {
        quote! {
            #old::Onbekend(code) => <Self as crate::SimpleValue>::parse(&code).unwrap_or(Self::Onbekend(code)),
        }
    });
    quote! {
        match old {
            #(#arms)*
            #unknown
        }
    }
}
