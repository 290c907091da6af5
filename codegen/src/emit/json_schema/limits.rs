//! What JSON Schema cannot say.

use crate::catalogue::{Codes, Kind, SimpleType};
use crate::emit::not_expressible::{Language, Limit};

/// JSON Schema.
pub(super) static LANGUAGE: Language = Language {
    about: "What the JSON Schemas of this release cannot say, by message. `header` counts for the envelope besides. \
            A rule is not in the schema at all. A built-in check is missing from it wholly or in part, \
            and there the schema accepts what a reader refuses or reports, or refuses what a reader accepts.",
    form: FORM,
    header: HEADER,
    of_simple,
    of_codes,
    of_composite: |_| &[],
};

/// Of every JSON text.
static FORM: &[Limit] = &[
    Limit::error("FRM-001", true, "A schema sees values, not text; what a parser forgives, it cannot refuse."),
    Limit::error("FRM-002", true, "A schema sees values, not bytes."),
    Limit::error("FRM-004", true, "A schema has no limit on the size of the input, its depth or its number of values."),
    Limit::error("FRM-005", true, "Most parsers keep the last of two members with one name and say nothing."),
];

/// Of the header.
static HEADER: &[Limit] = &[
    Limit::error("KOP-008", true, "It needs the earlier messages of the sender."),
    Limit::warning("KOP-010", "It needs a clock; and a schema has no warnings."),
];

/// Of open code lists.
static OPEN: &[Limit] = &[Limit::warning("VAL-007", "A schema has no warnings: an open list takes any code.")];

static LINE: &[Limit] = &[Limit::warning(
    "TYP-TXT-002",
    "A schema has no warnings: white space at the start or end of a text is accepted.",
)];

static LINES: &[Limit] = &[
    Limit::refuses("VAL-001", "Carriage return and line feed count as one character, in a schema as two."),
    Limit::warning("TYP-TXT-001", "The 11-test is a sum; and a schema has no warnings."),
];

static INTEGER: &[Limit] = &[
    Limit::error("VAL-004", false, "To a schema 1.0 is the whole number 1."),
    Limit::error("VAL-008", false, "To a schema 1e2 is the whole number 100."),
];

static BSN: &[Limit] = &[Limit::error(
    "TYP-BSN-001",
    false,
    "The 11-test is a sum; the schema asks for nine digits that are not all zero.",
)];

static IBAN: &[Limit] = &[
    Limit::error(
        "TYP-IBAN-001",
        false,
        "The check digits are a sum, and the form of each country is in a registry; the schema has the general form.",
    ),
    Limit::warning("TYP-IBAN-002", "A schema has no warnings: spaces and small letters are accepted."),
];

static POSTCODE: &[Limit] =
    &[Limit::warning("TYP-PC-003", "A schema has no warnings: a space after the digits is accepted.")];

static POSTCODE_AREA: &[Limit] =
    &[Limit::warning("TYP-PC-004", "A schema has no warnings: a first digit 0 is accepted.")];

fn of_codes(list: &Codes) -> &'static [Limit] {
    if list.closed { &[] } else { OPEN }
}

fn of_simple(ty: &SimpleType) -> Vec<&'static Limit> {
    let of_kind = match ty.kind {
        Kind::Text => LINE,
        Kind::Lines => LINES,
        Kind::Integer => INTEGER,
        Kind::Bsn => BSN,
        Kind::Iban => IBAN,
        Kind::Postcode => POSTCODE,
        Kind::Date
        | Kind::DateTime
        | Kind::Amount
        | Kind::Percentage
        | Kind::Boolean
        | Kind::Uuid
        | Kind::Base64
        | Kind::Uri => &[],
    };
    let of_name = if ty.name == "PostcodeGebied" { POSTCODE_AREA } else { &[] };
    of_kind.iter().chain(of_name).collect()
}
