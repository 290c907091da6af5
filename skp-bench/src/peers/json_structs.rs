//! The elements of the messages as plain structs with serde derives, the way a vendor writes them for JSON: typed, unchecked.
//!
//! `skp-bench build` compiles this file as well.
#![allow(missing_docs, reason = "the standard says what the elements are")]

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::values::Cents;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Saldoverzoek {
    pub bericht: String,
    #[serde(rename = "klantnummerSHV")]
    pub klantnummer_shv: String,
    #[serde(rename = "klantnummerSEVolgensSHV", skip_serializing_if = "Option::is_none")]
    pub klantnummer_se_volgens_shv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_schuldregeling: Option<TypeSchuldregeling>,
    pub klant: Persoon,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner: Option<Persoon>,
    pub adres: Adres,
    pub contactpersoon: Contactpersoon,
    pub vorderingen: Vec<Vordering>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SaldoverzoekAntwoord {
    pub bericht: String,
    #[serde(rename = "klantnummerSHV")]
    pub klantnummer_shv: String,
    #[serde(rename = "klantnummerSE")]
    pub klantnummer_se: String,
    pub contactpersoon: Contactpersoon,
    pub datum: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openstaande_schulden: Option<Vec<OpenstaandeSchuld>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overgedragen_schulden: Option<Vec<OvergedragenSchuld>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onbekende_schulden: Option<Vec<OnbekendeSchuld>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Persoon {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geslacht: Option<Geslacht>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voorletters: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voornamen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voorvoegsel: Option<String>,
    pub achternaam: String,
    pub geboortedatum: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Adres {
    pub straatnaam: String,
    pub huisnummer: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub huisletter: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub huisnummertoevoeging: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aanduiding_bij_huisnummer: Option<String>,
    pub postcode: String,
    pub woonplaats: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub woonbootverwijzing: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub woonwagenverwijzing: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contactpersoon {
    pub naam: String,
    pub telefoonnummer: String,
    pub emailadres: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Vordering {
    #[serde(rename = "factuurnummerSEVolgensSHV")]
    pub factuurnummer_se_volgens_shv: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpenstaandeSchuld {
    #[serde(rename = "factuurnummerSE")]
    pub factuurnummer_se: String,
    #[serde(rename = "factuurnummerSEVolgensSHV", skip_serializing_if = "Option::is_none")]
    pub factuurnummer_se_volgens_shv: Option<String>,
    pub ontstaansdatum: NaiveDate,
    pub originele_vordering: Cents,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rente: Option<Cents>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kosten: Option<Cents>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ontvangen_betalingen: Option<Cents>,
    pub actueel_vorderingsbedrag: Cents,
    pub vorderings_type: VorderingsType,
    pub betaalreferentie: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betaalrekening: Option<Betaalrekening>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incassant: Option<Organisatie>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referentie_incassant: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beslag: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OvergedragenSchuld {
    #[serde(rename = "factuurnummerSE")]
    pub factuurnummer_se: String,
    #[serde(rename = "factuurnummerSEVolgensSHV", skip_serializing_if = "Option::is_none")]
    pub factuurnummer_se_volgens_shv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datum_overdracht: Option<NaiveDate>,
    pub overgedragen_aan: Organisatie,
    #[serde(rename = "referentieNieuweSE", skip_serializing_if = "Option::is_none")]
    pub referentie_nieuwe_se: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OnbekendeSchuld {
    #[serde(rename = "factuurnummerSEVolgensSHV")]
    pub factuurnummer_se_volgens_shv: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Betaalrekening {
    #[serde(rename = "iban")]
    pub iban: String,
    pub ten_name_van: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organisatie {
    pub naam: String,
    #[serde(rename = "kvKNummer", skip_serializing_if = "Option::is_none")]
    pub kvk_nummer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vestigingsnummer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contactpersoon: Option<Contactpersoon>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TypeSchuldregeling {
    Sb,
    Sk,
    Sa,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Geslacht {
    M,
    V,
    O,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum VorderingsType {
    Preferent,
    Concurrent,
}

impl SaldoverzoekAntwoord {
    pub fn open(&self) -> &[OpenstaandeSchuld] {
        self.openstaande_schulden.as_deref().unwrap_or_default()
    }

    /// How many claims are open.
    pub fn claims(&self) -> usize {
        self.open().len()
    }

    /// What they come to together, in cents.
    pub fn total(&self) -> u64 {
        self.open().iter().map(|claim| claim.actueel_vorderingsbedrag.0).sum()
    }
}
