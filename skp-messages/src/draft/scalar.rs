//! The value of one element without parts, parsed as its generated type would parse it.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::view::{Input, View};
use crate::check::simple::normal_form;
use crate::shape::{CodeList, Kind, SimpleType, Type};
use crate::value::{SimpleValue, lexical};
use crate::{Base64, Bedrag, Bsn, Iban, Percentage};

/// A value. It has no `Debug`: it may be that of a person.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Scalar<'w> {
    Boolean(bool),
    /// An amount, a percentage or a whole number.
    Number(Decimal),
    /// A text or a code.
    Text(Cow<'w, str>),
    Date(NaiveDate),
    Moment(DateTime<FixedOffset>),
    Uuid(Uuid),
    Bsn(Bsn),
    Iban(Iban),
    Document(Base64),
}

impl<'w> Input<'w, '_> {
    /// The value of an element; of one that is missing or wrong the stand-in of its type. A composite has none.
    pub(super) fn scalar(self, view: View) -> Option<Scalar<'w>> {
        let text = |kind| self.node(view).and_then(|node| self.dialect.text(node, kind).ok());
        match view.ty {
            Type::Composite(_) => None,
            Type::Simple(simple) => Some(of_simple(simple, text(simple.written()))),
            Type::Code(list) => Some(Scalar::Text(code(list, text(list.kind())))),
        }
    }
}

fn of_simple<'w>(simple: &SimpleType, text: Option<Cow<'w, str>>) -> Scalar<'w> {
    match simple.kind {
        Kind::Text | Kind::Lines | Kind::Postcode | Kind::Uri => {
            let text = text.unwrap_or_default();
            let other = match normal_form(simple.kind, &text) {
                Cow::Owned(other) => Some(other),
                Cow::Borrowed(_) => None,
            };
            Scalar::Text(other.map_or(text, Cow::Owned))
        }
        Kind::Date => Scalar::Date(parsed(text)),
        Kind::DateTime => Scalar::Moment(parsed(text)),
        Kind::Amount => Scalar::Number(parsed::<Bedrag>(text).to_decimal()),
        Kind::Percentage => Scalar::Number(parsed::<Percentage>(text).to_decimal()),
        Kind::Integer => {
            let number = text.and_then(|text| lexical::integer(&text).ok());
            Scalar::Number(Decimal::from(number.unwrap_or_default()))
        }
        Kind::Boolean => Scalar::Boolean(parsed(text)),
        Kind::Uuid => Scalar::Uuid(parsed(text)),
        Kind::Bsn => Scalar::Bsn(parsed(text)),
        Kind::Iban => Scalar::Iban(parsed(text)),
        Kind::Base64 => Scalar::Document(parsed(text)),
    }
}

fn parsed<T: SimpleValue>(text: Option<Cow<'_, str>>) -> T {
    text.and_then(|text| T::parse(&text)).unwrap_or_else(T::placeholder)
}

/// A code of a list; of a closed one another code is wrong.
fn code<'w>(list: &CodeList, text: Option<Cow<'w, str>>) -> Cow<'w, str> {
    let first = || list.codes.first().map_or("", |code| code.code).into();
    text.filter(|text| !list.closed || list.contains(text)).unwrap_or_else(first)
}
