//! Names and numbers that look like what their element holds, all made up.
//!
//! The table below is about variety, not about rules: an element that is not in it gets a sentence, which is as valid.

use super::super::dice::Dice;
use super::{contact, limits, text};
use crate::shape::{Element, Kind, Privacy, SimpleType};

const FIRST_NAMES: &[&str] =
    &["Proefke", "Testina", "Fictie", "Zoë", "Voorbeeldus", "Synthé", "Demo Marie", "Anoniem", "Björn-Proef", "Nïls"];
const SURNAMES: &[&str] = &[
    "Testpersoon",
    "Proefsma",
    "Fictiefstra",
    "Voorbeeld-Demo",
    "Synthétique",
    "Dummiënga",
    "O'Testa",
    "Proefveld",
    "Nergenshuizen",
    "Łtest",
];
const PREFIXES: &[&str] = &["van", "de", "van der", "ten", "'t", "van 't"];
const STREETS: &[&str] = &[
    "Teststraat",
    "Proefweg",
    "Voorbeeldlaan",
    "Fictieplein",
    "Dummykade",
    "Nergenssingel",
    "Oude Demodijk",
    "Éénpad",
];
const TOWNS: &[&str] = &["Testerdam", "Proefdorp", "Fictiehuizen", "'s-Voorbeeldhage", "Sint Nergens", "Dummyveen"];
const ORGANISATIONS: &[&str] = &[
    "Testbank N.V.",
    "Proefenergie B.V.",
    "Gemeente Testerdam",
    "Kredietbank Fictie",
    "Voorbeeld & Zonen",
    "Stichting Dummyzorg",
    "Incasso Nergens B.V.",
    "Wonen in Proefdorp",
];
const MESSAGES: &[&str] = &["Saldoverzoek", "Betaalvoorstel", "Kennisgeving", "VTLBVerzoek", "Statusbericht"];
const COUNTRIES: &[&str] = &["BE", "DE", "FR", "PL", "ES", "CW"];

/// A surname.
pub(crate) fn surname(dice: &mut Dice) -> &'static str {
    dice.pick(SURNAMES).copied().unwrap_or("Testpersoon")
}

/// A reference as systems make them, too short to be taken for a BSN.
pub(crate) fn number(dice: &mut Dice) -> String {
    match dice.below(3) {
        0 => format!("TEST-{:06}", dice.below(1_000_000)),
        1 => format!("F{:04}.{:04}", dice.below(10_000), dice.below(10_000)),
        _ => format!("{:07}", dice.below(10_000_000)),
    }
}

/// A text that looks like what the element holds.
pub(crate) fn natural(element: &Element, simple: &SimpleType, dice: &mut Dice) -> String {
    let one = |dice: &mut Dice, words: &[&str]| dice.pick(words).copied().unwrap_or_default().to_owned();
    let most = limits(element).and_then(|(_, high)| usize::try_from(high).ok()).unwrap_or(20);
    match simple.name {
        "Emailadres" => return contact::mail(dice),
        "Telefoonnummer" => return contact::telephone(dice),
        // Registers hand out numbers from far above these.
        "KvKNummer" => return format!("0000{:04}", dice.below(10_000)),
        "Vestigingsnummer" => return format!("00000000{:04}", dice.below(10_000)),
        "Landcode" => return one(dice, COUNTRIES),
        "PostcodeGebied" => return dice.range(1_000, 9_999).to_string(),
        _ => {}
    }
    let text = match element.name {
        "Voornamen" => one(dice, FIRST_NAMES),
        "Achternaam" => surname(dice).to_owned(),
        "Voorvoegsel" => one(dice, PREFIXES),
        "Voorletters" => one(dice, &["T.", "P.F.", "Th.", "T.E.S.T."]),
        "Straatnaam" => one(dice, STREETS),
        "Woonplaats" => one(dice, TOWNS),
        "Huisletter" => one(dice, &["A", "b", "Z"]),
        "Huisnummertoevoeging" => one(dice, &["I", "bis", "2", "hs"]),
        "Adresregel1" | "Adresregel2" | "Adresregel3" => format!("{} {}", one(dice, STREETS), dice.range(1, 99)),
        "Bestandsnaam" => format!("{}.pdf", number(dice)),
        "BerichtFout" => one(dice, MESSAGES),
        "AntwoordOp" => number(dice),
        "AfzenderNaam" => one(dice, ORGANISATIONS),
        "Naam" if element.privacy == Privacy::None => one(dice, ORGANISATIONS),
        "Naam" | "TenNameVan" => format!("{} {}", one(dice, FIRST_NAMES), surname(dice)),
        name if ["ummer", "enmerk", "eferentie"].iter().any(|part| name.contains(part)) => number(dice),
        _ if simple.kind == Kind::Lines => text::lines(dice, most),
        _ => text::sentence(dice, most),
    };
    text::cut(&text, most)
}
