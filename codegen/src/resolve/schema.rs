//! The catalogue as the CEL compiler sees it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::catalogue::{Catalogue, Composite, Content, Holds, Kind, SimpleId, TypeId};
use crate::cel::{Field, Presence, Schema, Ty};
use crate::names::{rust_field, rust_type, rust_variant};

impl Catalogue {
    fn composite(&self, id: usize) -> Option<&Composite> {
        match &self.types.get(id)?.content {
            Content::Composite(composite) => Some(composite),
            Content::Codes(_) => None,
        }
    }

    fn simple_ty(&self, id: SimpleId) -> Option<Ty> {
        Some(match self.simple.get(id.0)?.kind {
            Kind::Text | Kind::Lines | Kind::Postcode | Kind::Uri => Ty::Text,
            Kind::Date => Ty::Date,
            Kind::DateTime => Ty::DateTime,
            Kind::Amount => Ty::Amount,
            Kind::Percentage => Ty::Percentage,
            Kind::Integer => Ty::Integer,
            Kind::Boolean => Ty::Boolean,
            Kind::Uuid => Ty::Uuid,
            Kind::Bsn | Kind::Iban | Kind::Base64 => Ty::Other(id.0),
        })
    }

    fn type_name(&self, id: usize) -> String {
        self.types.get(id).map(|ty| ty.name.clone()).unwrap_or_default()
    }
}

impl Schema for Catalogue {
    fn field(&self, composite: usize, element: &str) -> Option<Field> {
        let element = self.composite(composite)?.elements.iter().find(|row| row.name == element)?;
        let ty = match element.holds {
            Holds::Simple(id) => self.simple_ty(id)?,
            Holds::Type(TypeId(id)) if self.composite(id).is_some() => Ty::Composite(id),
            Holds::Type(TypeId(id)) => Ty::Code(id),
        };
        let presence = match (element.item.is_some(), element.min) {
            (true, _) => Presence::List,
            (false, 0) => Presence::Optional,
            (false, _) => Presence::Required,
        };
        let field = rust_field(&element.name);
        let ident = match field.strip_prefix("r#") {
            Some(keyword) => format_ident!("r#{}", keyword),
            None => format_ident!("{}", field),
        };
        Some(Field { ty, presence, ident })
    }

    fn variant(&self, list: usize, code: &str) -> Option<TokenStream> {
        let ty = self.types.get(list)?;
        let Content::Codes(codes) = &ty.content else { return None };
        codes.codes.iter().find(|known| known.code == code)?;
        let (ty, variant) = (format_ident!("{}", rust_type(&ty.name)), format_ident!("{}", rust_variant(code)));
        Some(quote!(#ty::#variant))
    }

    fn names(&self, composite: usize) -> Vec<String> {
        let elements = self.composite(composite).map(|composite| composite.elements.as_slice()).unwrap_or_default();
        elements.iter().map(|element| element.name.clone()).collect()
    }

    fn codes(&self, list: usize) -> Vec<String> {
        match self.types.get(list).map(|ty| &ty.content) {
            Some(Content::Codes(codes)) => codes.codes.iter().map(|code| code.code.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn composite_name(&self, composite: usize) -> String {
        self.type_name(composite)
    }

    fn list_name(&self, list: usize) -> String {
        self.type_name(list)
    }
}
