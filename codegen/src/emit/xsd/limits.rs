//! What XML Schema 1.0 cannot say.

use crate::catalogue::{Catalogue, Codes, Composite, Kind, Message, Module, Release, SimpleType};
use crate::emit::not_expressible::{Language, Limit};

/// The list of a release. The header has a schema and a list of its own, for it is the same for every message.
pub(super) fn file(catalogue: &Catalogue, module: &Module, release: &Release, messages: &[&Message]) -> String {
    let language = if messages.iter().any(|message| message.header) { &HEADER } else { &MESSAGES };
    language.file(catalogue, (module, release), messages.iter().copied(), None)
}

const ABOUT: &str = "What the XML Schema of this release cannot say, by message. A rule is not in the schema at all. A \
                     built-in check is missing from it wholly or in part, and there the schema accepts what a reader \
                     refuses or reports, or refuses what a reader accepts.";

static MESSAGES: Language = Language { about: ABOUT, form: FORM, header: &[], of_simple, of_codes, of_composite };

static HEADER: Language = Language { about: ABOUT, form: OF_HEADER, header: &[], of_simple, of_codes, of_composite };

const DOCTYPE: Limit =
    Limit::error("FRM-003", true, "A schema sees elements; whether a DOCTYPE stood above them it cannot tell.");
const ENCODING: Limit = Limit::error("FRM-002", true, "A schema sees characters, not bytes.");
const VERSION: Limit = Limit::error("FRM-001", false, "What a parser takes as XML 1.1, a schema sees as any other.");
const SIZE: Limit =
    Limit::error("FRM-004", true, "A schema has no limit on the size of the input or its number of items.");
const TYPE: Limit =
    Limit::error("FRM-007", false, "An attribute xsi:type that names the type of its element is accepted.");

/// Of every XML document.
static FORM: &[Limit] = &[VERSION, ENCODING, DOCTYPE, SIZE, TYPE];

/// Of the header.
static OF_HEADER: &[Limit] = &[
    VERSION,
    ENCODING,
    DOCTYPE,
    SIZE,
    TYPE,
    Limit::error(
        "KOP-001",
        false,
        "Which messages exist in which release is not in the schema of the header, only in that of the release.",
    ),
    Limit::error("KOP-002", true, "Who may send which message is not in the schema of the header."),
    Limit::error("KOP-003", true, "A schema cannot require an element because of what another holds."),
    Limit::error("KOP-004", true, "A schema cannot require an element because of what another holds."),
    Limit::error("KOP-007", true, "Which messages answer another is not in the schema of the header."),
    Limit::error("KOP-008", true, "It needs the earlier messages of the sender."),
    Limit::warning("KOP-010", "It needs a clock; and a schema has no warnings."),
    Limit::error("KOP-011", true, "A schema cannot compare the header with the message."),
];

static OPEN: &[Limit] = &[Limit::warning("VAL-007", "A schema has no warnings: an open list takes any code.")];

static LINE: &[Limit] = &[Limit::warning(
    "TYP-TXT-002",
    "A schema has no warnings: white space at the start or end of a text is accepted.",
)];

static LINES: &[Limit] = &[
    Limit::refuses(
        "VAL-001",
        "A carriage return written as a reference counts as a character, also before a line feed.",
    ),
    Limit::warning("TYP-TXT-001", "The 11-test is a sum; and a schema has no warnings."),
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

static CHOICE: &[Limit] = &[Limit::refuses(
    "DEF-009",
    "An empty list beside the chosen part counts as absent; the schema sees a second part.",
)];

fn of_codes(list: &Codes) -> &'static [Limit] {
    if list.closed { &[] } else { OPEN }
}

fn of_composite(composite: &Composite) -> &'static [Limit] {
    let list = composite.elements.iter().any(|element| element.item.is_some());
    if composite.choice && list { CHOICE } else { &[] }
}

fn of_simple(ty: &SimpleType) -> Vec<&'static Limit> {
    let of_kind = match ty.kind {
        // A text of a fixed form is written without white space around it.
        Kind::Text if ty.pattern.is_none() => LINE,
        Kind::Lines => LINES,
        Kind::Bsn => BSN,
        Kind::Iban => IBAN,
        Kind::Postcode => POSTCODE,
        Kind::Text
        | Kind::Date
        | Kind::DateTime
        | Kind::Amount
        | Kind::Percentage
        | Kind::Integer
        | Kind::Boolean
        | Kind::Uuid
        | Kind::Base64
        | Kind::Uri => &[],
    };
    let of_name = if ty.name == "PostcodeGebied" { POSTCODE_AREA } else { &[] };
    of_kind.iter().chain(of_name).collect()
}
