//! Where each type stands: its file, its module and the names it goes by in Rust.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::catalogue::{Catalogue, Content, Holds, Home, Kind, SimpleType, Type, TypeId};
use crate::names::{module_ident, release_ident, rust_field, rust_type};

/// The name of a type.
pub(super) fn ident(ty: &Type) -> Ident {
    format_ident!("{}", rust_type(&ty.name))
}

/// The field of an element.
pub(super) fn field(name: &str) -> Ident {
    let field = rust_field(name);
    match field.strip_prefix("r#") {
        Some(keyword) => format_ident!("r#{}", keyword),
        None => format_ident!("{}", field),
    }
}

/// The module of one type, in snake case.
pub(super) fn module(ty: &Type) -> Ident {
    format_ident!("{}", module_name(&ty.name))
}

fn module_name(name: &str) -> String {
    rust_field(name).trim_start_matches("r#").to_owned()
}

/// The folder of a home below the output, and its path below the crate.
pub(super) fn folder(home: &Home) -> Vec<String> {
    match home {
        Home::Shared { module: None, since } => vec!["shared".into(), format!("since_{}", number(since))],
        Home::Shared { module: Some(module), since } => {
            vec!["shared".into(), format!("{}_since_{}", module_ident(module), number(since))]
        }
        Home::Release { module, since } => vec![module_ident(module), release_ident(&since.to_string())],
    }
}

fn number(number: &crate::model::Number) -> String {
    number.to_string().replace('.', "_")
}

/// The file of a type.
pub(super) fn file(ty: &Type) -> String {
    let mut parts = folder(&ty.home);
    parts.push(format!("{}.rs", module_name(&ty.name)));
    parts.join("/")
}

/// The path of the module of a home from the crate.
pub(super) fn home_path(home: &Home) -> TokenStream {
    let parts = folder(home).into_iter().map(|part| format_ident!("{}", part));
    quote!(crate #(::#parts)*)
}

/// The path of a type from the crate.
pub(super) fn path(ty: &Type) -> TokenStream {
    let (home, ident) = (home_path(&ty.home), ident(ty));
    quote!(#home::#ident)
}

/// The constant of a simple type.
pub(super) fn simple_static(simple: &SimpleType) -> Ident {
    format_ident!("{}", module_name(&simple.name).to_uppercase())
}

/// The Rust type of a simple type.
pub(super) fn simple_type(simple: &SimpleType) -> TokenStream {
    match simple.kind {
        Kind::Text | Kind::Lines | Kind::Postcode | Kind::Uri => {
            let ident = format_ident!("{}", rust_type(&simple.name));
            quote!(#ident)
        }
        Kind::Date => quote!(NaiveDate),
        Kind::DateTime => quote!(DateTime<FixedOffset>),
        Kind::Amount => quote!(Bedrag),
        Kind::Percentage => quote!(Percentage),
        Kind::Integer if simple.low < 0 => quote!(i32),
        Kind::Integer => quote!(u32),
        Kind::Boolean => quote!(bool),
        Kind::Uuid => quote!(Uuid),
        Kind::Bsn => quote!(Bsn),
        Kind::Iban => quote!(Iban),
        Kind::Base64 => quote!(Base64),
    }
}

/// What has to be imported for a simple type.
fn simple_import(simple: &SimpleType) -> Option<TokenStream> {
    Some(match simple.kind {
        Kind::Text | Kind::Lines | Kind::Postcode | Kind::Uri => {
            let ident = format_ident!("{}", rust_type(&simple.name));
            quote!(crate::simple::#ident)
        }
        Kind::Date => quote!(chrono::NaiveDate),
        Kind::DateTime => quote!(chrono::{DateTime, FixedOffset}),
        Kind::Amount => quote!(crate::Bedrag),
        Kind::Percentage => quote!(crate::Percentage),
        Kind::Integer | Kind::Boolean => return None,
        Kind::Uuid => quote!(uuid::Uuid),
        Kind::Bsn => quote!(crate::Bsn),
        Kind::Iban => quote!(crate::Iban),
        Kind::Base64 => quote!(crate::Base64),
    })
}

/// The Rust type of one value of an element.
pub(super) fn value_type(catalogue: &Catalogue, holds: Holds) -> TokenStream {
    match holds {
        Holds::Simple(id) => catalogue.simple.get(id.0).map(simple_type).unwrap_or_default(),
        Holds::Type(id) => catalogue.types.get(id.0).map(|ty| ident(ty).into_token()).unwrap_or_default(),
    }
}

/// The imports of the types that a composite's elements and rules name, sorted.
pub(super) fn imports(catalogue: &Catalogue, ty: &Type) -> Vec<TokenStream> {
    let Content::Composite(composite) = &ty.content else { return Vec::new() };
    let mut used: Vec<TypeId> = Vec::new();
    let mut imports: Vec<String> = Vec::new();
    for element in &composite.elements {
        match element.holds {
            Holds::Simple(id) => {
                imports.extend(catalogue.simple.get(id.0).and_then(simple_import).map(|path| path.to_string()))
            }
            Holds::Type(id) => used.push(id),
        }
    }
    // A rule may name the codes of a part of a part.
    let text: String = composite.rules.iter().map(|rule| rule.compiled.check.to_string()).collect();
    for id in composite.elements.iter().flat_map(|element| match element.holds {
        Holds::Type(id) => catalogue.closure(id),
        Holds::Simple(_) => Vec::new(),
    }) {
        let codes = catalogue.types.get(id.0).filter(|ty| matches!(ty.content, Content::Codes(_)));
        if codes.is_some_and(|ty| text.contains(&format!("{} ::", ident(ty)))) {
            used.push(id);
        }
    }
    imports.extend(used.into_iter().filter_map(|id| catalogue.types.get(id.0)).map(|ty| path(ty).to_string()));
    let named = |path: &&&str| path.rsplit("::").next().is_some_and(|name| name != "Step" && text.contains(name));
    let compiled = composite.rules.iter().flat_map(|rule| &rule.compiled.imports);
    imports.extend(compiled.filter(named).map(|path| (*path).to_owned()));
    imports.sort();
    imports.dedup();
    imports.into_iter().filter_map(|path| path.parse().ok()).collect()
}

trait IntoToken {
    fn into_token(self) -> TokenStream;
}

impl IntoToken for Ident {
    fn into_token(self) -> TokenStream {
        quote!(#self)
    }
}
