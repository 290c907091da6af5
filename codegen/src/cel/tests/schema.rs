//! A small set of tables for the tests: one of every type and presence.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::cel::{Field, Presence, Schema, Ty};

/// The composite the rules of the tests belong to.
pub const VOORSTEL: usize = 0;
const VORDERING: usize = 1;
const PERSOON: usize = 2;
const CORRECTIE: usize = 3;

/// Code lists.
const SOORT: usize = 0;
const UITKOMST: usize = 1;

/// Types that can only be equal.
const BSN: usize = 0;
const IBAN: usize = 1;

/// The tables.
pub struct Tables;

use Presence::{List, Optional, Required};

type Row = (&'static str, &'static str, Ty, Presence);

const ROWS: [&[Row]; 4] = [
    &[
        ("Soort", "soort", Ty::Code(SOORT), Required),
        ("Uitkomst", "uitkomst", Ty::Code(UITKOMST), Optional),
        ("VorigeUitkomst", "vorige_uitkomst", Ty::Code(UITKOMST), Optional),
        ("Redenen", "redenen", Ty::Code(UITKOMST), List),
        ("Totaal", "totaal", Ty::Amount, Required),
        ("Kosten", "kosten", Ty::Amount, Optional),
        ("Inleg", "inleg", Ty::Amount, Optional),
        ("Bedragen", "bedragen", Ty::Amount, List),
        ("Deel", "deel", Ty::Percentage, Optional),
        ("Looptijd", "looptijd", Ty::Integer, Optional),
        ("Aantal", "aantal", Ty::Integer, Required),
        ("Akkoord", "akkoord", Ty::Boolean, Required),
        ("Kwijting", "kwijting", Ty::Boolean, Optional),
        ("Datum", "datum", Ty::Date, Required),
        ("GeldigTot", "geldig_tot", Ty::Date, Optional),
        ("Tijdstip", "tijdstip", Ty::DateTime, Required),
        ("Begin", "begin", Ty::DateTime, Optional),
        ("Afzender", "afzender", Ty::Uuid, Required),
        ("Ontvanger", "ontvanger", Ty::Uuid, Optional),
        ("BSN", "bsn", Ty::Other(BSN), Required),
        ("BSNPartner", "bsn_partner", Ty::Other(BSN), Optional),
        ("IBAN", "iban", Ty::Other(IBAN), Required),
        ("Toelichting", "toelichting", Ty::Text, Optional),
        ("Klantnummer", "klantnummer", Ty::Text, Required),
        ("Klant", "klant", Ty::Composite(PERSOON), Required),
        ("Partner", "partner", Ty::Composite(PERSOON), Optional),
        ("Vorderingen", "vorderingen", Ty::Composite(VORDERING), List),
        ("Overgedragen", "overgedragen", Ty::Composite(VORDERING), List),
        ("type", "r#type", Ty::Text, Optional),
    ],
    &[
        ("Nummer", "nummer", Ty::Text, Required),
        ("Kenmerk", "kenmerk", Ty::Text, Optional),
        ("Soort", "soort", Ty::Code(SOORT), Required),
        ("Bedrag", "bedrag", Ty::Amount, Required),
        ("Prognose", "prognose", Ty::Amount, Optional),
        ("Deel", "deel", Ty::Percentage, Required),
        ("Datum", "datum", Ty::Date, Optional),
        ("Schuldenaar", "schuldenaar", Ty::Composite(PERSOON), Optional),
        ("Correcties", "correcties", Ty::Composite(CORRECTIE), List),
    ],
    &[
        ("Naam", "naam", Ty::Text, Required),
        ("Voornaam", "voornaam", Ty::Text, Optional),
        ("Geboortedatum", "geboortedatum", Ty::Date, Optional),
        ("Inkomen", "inkomen", Ty::Amount, Optional),
        ("Correcties", "correcties", Ty::Composite(CORRECTIE), List),
    ],
    &[("Bedrag", "bedrag", Ty::Amount, Required), ("Omschrijving", "omschrijving", Ty::Text, Optional)],
];

const NAMES: [&str; 4] = ["Voorstel", "Vordering", "Persoon", "Correctie"];

const CODES: [(&str, &[(&str, &str)]); 2] = [
    ("Soort", &[("SB", "Sb"), ("SK", "Sk"), ("SA", "Sa")]),
    ("Uitkomst", &[("SUCCESVOL", "Succesvol"), ("VERHOOGD", "Verhoogd"), ("ONGEWIJZIGD", "Ongewijzigd")]),
];

fn rows(composite: usize) -> &'static [Row] {
    ROWS.get(composite).copied().unwrap_or_default()
}

impl Schema for Tables {
    fn field(&self, composite: usize, element: &str) -> Option<Field> {
        let (_, ident, ty, presence) = *rows(composite).iter().find(|(name, ..)| *name == element)?;
        let ident = match ident.strip_prefix("r#") {
            Some(_) => proc_macro2::Ident::new_raw("type", proc_macro2::Span::call_site()),
            None => format_ident!("{ident}"),
        };
        Some(Field { ty, presence, ident })
    }

    fn variant(&self, list: usize, code: &str) -> Option<TokenStream> {
        let (name, codes) = CODES.get(list)?;
        let (_, variant) = codes.iter().find(|(known, _)| *known == code)?;
        let (name, variant) = (format_ident!("{name}"), format_ident!("{variant}"));
        Some(quote!(#name::#variant))
    }

    fn names(&self, composite: usize) -> Vec<String> {
        rows(composite).iter().map(|(name, ..)| (*name).to_owned()).collect()
    }

    fn codes(&self, list: usize) -> Vec<String> {
        let codes = CODES.get(list).map(|(_, codes)| *codes).unwrap_or_default();
        codes.iter().map(|(code, _)| (*code).to_owned()).collect()
    }

    fn composite_name(&self, composite: usize) -> String {
        NAMES.get(composite).copied().unwrap_or_default().to_owned()
    }

    fn list_name(&self, list: usize) -> String {
        CODES.get(list).map(|(name, _)| *name).unwrap_or_default().to_owned()
    }
}
