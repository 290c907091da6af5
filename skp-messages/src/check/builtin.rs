//! The checks every message gets, whatever its table says: their ids, severities and texts.
//!
//! Ids are those of the standard's conventions, §4. Rules of the definitions stand in the generated code.

use crate::shape::{Rule, Severity};
use crate::value::lexical::NumberError;

const fn rule(id: &'static str, severity: Severity, nl: [&'static str; 2], en: [&'static str; 2]) -> Rule {
    let ([nl, help_nl], [en, help_en]) = (nl, en);
    Rule { id, severity, nl, en, help_nl, help_en, cel: "", at: &[], reads: &[], needs_sent: false, source: "proposed" }
}

pub(crate) static FRM_001: Rule = rule(
    "FRM-001",
    Severity::Error,
    ["De invoer is geen welgevormde XML of JSON.", "Herstel de aangewezen plaats; daarachter is niets gecontroleerd."],
    ["The input is not well-formed XML or JSON.", "Mend the place shown; nothing after it was checked."],
);

pub(crate) static FRM_002: Rule = rule(
    "FRM-002",
    Severity::Error,
    ["De invoer is geen UTF-8.", "Sla het bericht op als UTF-8."],
    ["The input is not UTF-8.", "Save the message as UTF-8."],
);

pub(crate) static FRM_003: Rule = rule(
    "FRM-003",
    Severity::Error,
    ["Een DOCTYPE is niet toegestaan.", "Verwijder de DOCTYPE-declaratie."],
    ["A DOCTYPE is not allowed.", "Remove the DOCTYPE declaration."],
);

pub(crate) static FRM_004: Rule = rule(
    "FRM-004",
    Severity::Error,
    ["De invoer gaat over een grens.", "Maak het bericht kleiner of stel een ruimere grens in."],
    ["The input is over a limit.", "Make the message smaller or set a wider limit."],
);

pub(crate) static FRM_005: Rule = rule(
    "FRM-005",
    Severity::Error,
    ["Een JSON-veld staat er twee keer.", "Laat één van de twee weg."],
    ["A JSON member stands there twice.", "Leave one of the two out."],
);

pub(crate) static FRM_006: Rule = rule(
    "FRM-006",
    Severity::Error,
    ["De JSON-waarde is van een verkeerde soort.", ""],
    ["The JSON value is of the wrong type.", ""],
);

pub(crate) static FRM_007: Rule = rule(
    "FRM-007",
    Severity::Error,
    ["Het attribuut is onbekend.", "Verwijder het attribuut; berichten hebben alleen elementen."],
    ["The attribute is unknown.", "Remove the attribute; messages have elements only."],
);

pub(crate) static FRM_008: Rule = rule(
    "FRM-008",
    Severity::Error,
    ["Er staat tekst waar elementen horen.", ""],
    ["There is text where elements belong.", ""],
);

pub(crate) static DEF_001: Rule = rule(
    "DEF-001",
    Severity::Error,
    ["De module, de release of het bericht is onbekend.", "Bekijk met 'skp catalogue' welke berichten er zijn."],
    ["The module, release or message is unknown.", "See with 'skp catalogue' which messages there are."],
);

pub(crate) static DEF_002: Rule =
    rule("DEF-002", Severity::Error, ["Een verplicht element ontbreekt.", ""], ["A required element is missing.", ""]);

pub(crate) static DEF_003: Rule = rule(
    "DEF-003",
    Severity::Error,
    ["Het element is onbekend.", "Bekijk met 'skp show' welke elementen het bericht heeft."],
    ["The element is unknown.", "See with 'skp show' which elements the message has."],
);

pub(crate) static DEF_004: Rule =
    rule("DEF-004", Severity::Error, ["Het element staat er twee keer.", ""], ["The element stands there twice.", ""]);

pub(crate) static DEF_005: Rule = rule(
    "DEF-005",
    Severity::Error,
    ["Het element staat niet op zijn plaats in de volgorde.", "In XML is de volgorde die van de elementtabel."],
    ["The element is out of order.", "In XML the order is that of the element table."],
);

pub(crate) static DEF_006: Rule = rule(
    "DEF-006",
    Severity::Error,
    ["Het element bestaat niet in deze release.", ""],
    ["The element does not exist in this release.", ""],
);

pub(crate) static DEF_007: Rule = rule(
    "DEF-007",
    Severity::Error,
    ["De waarde is leeg.", "Laat een optioneel element zonder waarde weg."],
    ["The value is empty.", "Leave an optional element without a value out."],
);

pub(crate) static DEF_008: Rule =
    rule("DEF-008", Severity::Error, ["De lijst heeft te weinig items.", ""], ["The list has too few items.", ""]);

pub(crate) static DEF_009: Rule = rule(
    "DEF-009",
    Severity::Error,
    ["Er is niet precies één van de keuzes gevuld.", ""],
    ["Not exactly one of the choices is filled.", ""],
);

pub(crate) static DEF_010: Rule = rule(
    "DEF-010",
    Severity::Error,
    ["De release is op deze dag niet van kracht.", "Gebruik een release die van kracht is; zie 'skp catalogue'."],
    ["The release is not in force on this day.", "Use a release that is in force; see 'skp catalogue'."],
);

pub(crate) static DEF_011: Rule = rule(
    "DEF-011",
    Severity::Warning,
    ["De release is verouderd of ingetrokken.", "Stap over op een latere release; zie 'skp catalogue'."],
    ["The release is deprecated or withdrawn.", "Move to a later release; see 'skp catalogue'."],
);

pub(crate) static DEF_012: Rule = rule(
    "DEF-012",
    Severity::Warning,
    ["De release is nog een concept.", "Een concept kan nog veranderen; wissel er alleen proefberichten mee uit."],
    ["The release is still a draft.", "A draft may still change; exchange only test messages with it."],
);

pub(crate) static DEF_013: Rule = rule(
    "DEF-013",
    Severity::Error,
    ["De invoer is geen bericht maar een technische fout van het kanaal.", "Lees hem met skp_messages::fault."],
    ["The input is no message but a technical fault of the channel.", "Read it with skp_messages::fault."],
);

pub(crate) static VAL_001: Rule = rule(
    "VAL-001",
    Severity::Error,
    ["De tekst heeft niet de juiste lengte.", ""],
    ["The text does not have the right length.", ""],
);

pub(crate) static VAL_002: Rule = rule(
    "VAL-002",
    Severity::Error,
    ["De tekst bevat andere tekens dan toegestaan.", ""],
    ["The text has other characters than allowed.", ""],
);

pub(crate) static VAL_003: Rule =
    rule("VAL-003", Severity::Error, ["De waarde valt buiten het bereik.", ""], ["The value is out of range.", ""]);

pub(crate) static VAL_004: Rule = rule(
    "VAL-004",
    Severity::Error,
    ["Het getal heeft te veel decimalen.", ""],
    ["The number has too many decimals.", ""],
);

pub(crate) static VAL_005: Rule = rule(
    "VAL-005",
    Severity::Error,
    ["Dit is geen geldige datum of tijd.", ""],
    ["This is not a valid date or time.", ""],
);

pub(crate) static VAL_006: Rule = rule(
    "VAL-006",
    Severity::Error,
    ["De code staat niet in de codelijst.", "Codes worden letterlijk vergeleken, hoofdletters tellen."],
    ["The code is not in the code list.", "Codes are compared as written, case counts."],
);

pub(crate) static VAL_007: Rule = rule(
    "VAL-007",
    Severity::Warning,
    ["De code staat niet in de (open) codelijst en wordt bewaard zoals hij kwam.", ""],
    ["The code is not in the (open) code list and is kept as it came.", ""],
);

pub(crate) static VAL_008: Rule = rule(
    "VAL-008",
    Severity::Error,
    ["De waarde is geen getal, true/false of UUID zoals de standaard die schrijft.", ""],
    ["The value is not a number, boolean or UUID as the standard writes it.", ""],
);

pub(crate) static TYP_BSN_001: Rule =
    rule("TYP-BSN-001", Severity::Error, ["Dit is geen geldig BSN.", ""], ["This is not a valid BSN.", ""]);

pub(crate) static TYP_IBAN_001: Rule =
    rule("TYP-IBAN-001", Severity::Error, ["Dit is geen geldig IBAN.", ""], ["This is not a valid IBAN.", ""]);

pub(crate) static TYP_IBAN_002: Rule = rule(
    "TYP-IBAN-002",
    Severity::Warning,
    ["Het IBAN is met spaties of kleine letters geschreven.", "Schrijf het zonder spaties en in hoofdletters."],
    ["The IBAN is written with spaces or small letters.", "Write it without spaces and in capitals."],
);

pub(crate) static TYP_PC_003: Rule = rule(
    "TYP-PC-003",
    Severity::Warning,
    ["In de postcode staat een spatie.", "Schrijf de postcode zonder spatie."],
    ["There is a space in the postcode.", "Write the postcode without a space."],
);

pub(crate) static TYP_PC_004: Rule = rule(
    "TYP-PC-004",
    Severity::Warning,
    ["Het postcodegebied begint met een 0.", ""],
    ["The postcode area begins with a 0.", ""],
);

pub(crate) static TYP_TXT_001: Rule = rule(
    "TYP-TXT-001",
    Severity::Warning,
    ["In de vrije tekst staat een getal dat een BSN kan zijn.", "Zet geen BSN in vrije tekst."],
    ["The free text holds a number that may be a BSN.", "Put no BSN in free text."],
);

pub(crate) static TYP_TXT_002: Rule = rule(
    "TYP-TXT-002",
    Severity::Warning,
    ["De tekst begint of eindigt met een spatie.", ""],
    ["The text begins or ends with a space.", ""],
);

pub(crate) static TYP_BIJ_001: Rule = rule(
    "TYP-BIJ-001",
    Severity::Error,
    ["De inhoud van de bijlage is leeg of is geen PDF.", ""],
    ["The content of the attachment is empty or is not a PDF.", ""],
);

pub(crate) static KOP_001: Rule = rule(
    "KOP-001",
    Severity::Error,
    ["Het bericht in de header bestaat niet in deze module en release.", ""],
    ["The message in the header does not exist in this module and release.", ""],
);

pub(crate) static KOP_002: Rule = rule(
    "KOP-002",
    Severity::Error,
    ["De afzender mag dit bericht niet versturen.", ""],
    ["The sender may not send this message.", ""],
);

pub(crate) static KOP_003: Rule = rule(
    "KOP-003",
    Severity::Error,
    ["Een schuldhulpverlener buiten de Wgs (OSHV) begint zonder Toestemmingsverklaring.", ""],
    ["A debt counsellor outside the Wgs (OSHV) starts without Toestemmingsverklaring.", ""],
);

pub(crate) static KOP_004: Rule = rule(
    "KOP-004",
    Severity::Error,
    ["Een bewindvoerder (BEW) begint zonder BeschikkingBewind.", ""],
    ["An administrator (BEW) starts without BeschikkingBewind.", ""],
);

pub(crate) static KOP_007: Rule = rule(
    "KOP-007",
    Severity::Error,
    ["AntwoordOp ontbreekt in een antwoord, of staat in het eerste bericht van een conversatie.", ""],
    ["AntwoordOp is missing in an answer, or stands in the first message of a conversation.", ""],
);

pub(crate) static KOP_008: Rule = rule(
    "KOP-008",
    Severity::Error,
    ["Het Referentienummer is al eerder door deze afzender gebruikt.", ""],
    ["The Referentienummer was used before by this sender.", ""],
);

pub(crate) static KOP_010: Rule = rule(
    "KOP-010",
    Severity::Warning,
    ["VerzondenOp ligt meer dan vijf minuten in de toekomst.", ""],
    ["VerzondenOp is more than five minutes in the future.", ""],
);

pub(crate) static KOP_011: Rule = rule(
    "KOP-011",
    Severity::Error,
    ["De header en de inhoud noemen niet hetzelfde bericht.", ""],
    ["The header and the content do not name the same message.", ""],
);

/// All of them, in the order of their ids.
pub(crate) static ALL: &[&Rule] = &[
    &FRM_001,
    &FRM_002,
    &FRM_003,
    &FRM_004,
    &FRM_005,
    &FRM_006,
    &FRM_007,
    &FRM_008,
    &DEF_001,
    &DEF_002,
    &DEF_003,
    &DEF_004,
    &DEF_005,
    &DEF_006,
    &DEF_007,
    &DEF_008,
    &DEF_009,
    &DEF_010,
    &DEF_011,
    &DEF_012,
    &DEF_013,
    &VAL_001,
    &VAL_002,
    &VAL_003,
    &VAL_004,
    &VAL_005,
    &VAL_006,
    &VAL_007,
    &VAL_008,
    &TYP_BSN_001,
    &TYP_IBAN_001,
    &TYP_IBAN_002,
    &TYP_PC_003,
    &TYP_PC_004,
    &TYP_TXT_001,
    &TYP_TXT_002,
    &TYP_BIJ_001,
    &KOP_001,
    &KOP_002,
    &KOP_003,
    &KOP_004,
    &KOP_007,
    &KOP_008,
    &KOP_010,
    &KOP_011,
];

/// The check of this id; for ids that are known to exist.
pub(crate) fn by_id(id: &str) -> &'static Rule {
    ALL.iter().copied().find(|rule| rule.id == id).unwrap_or(&FRM_001)
}

/// What is wrong with a text that should be a number.
pub(crate) fn number_rule(error: NumberError) -> &'static Rule {
    match error {
        NumberError::Form => &VAL_008,
        NumberError::Decimals => &VAL_004,
        NumberError::Range => &VAL_003,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_an_id_of_its_own_and_both_texts() {
        for (at, rule) in ALL.iter().enumerate() {
            assert!(!rule.nl.is_empty() && !rule.en.is_empty(), "{}", rule.id);
            assert_eq!(rule.help_nl.is_empty(), rule.help_en.is_empty(), "{}", rule.id);
            assert!(ALL.iter().take(at).all(|other| other.id != rule.id), "{}", rule.id);
        }
    }
}
