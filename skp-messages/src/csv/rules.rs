//! The rules of the portal's files, CSV-001 to CSV-020 of the standard, and CSV-021, which this project adds for text
//! that cannot be cut into cells.

use crate::shape::{Rule, Severity};

const fn rule(id: &'static str, severity: Severity, texts: [&'static str; 2], source: &'static str) -> Rule {
    let [nl, en] = texts;
    Rule { id, severity, nl, en, help_nl: "", help_en: "", cel: "", at: &[], reads: &[], needs_sent: false, source }
}

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $nl:literal $en:literal $source:literal;)*) => {
        $(pub(crate) static $name: Rule = rule($id, Severity::$severity, [$nl, $en], $source);)*
        /// All of them, in the order of their ids.
        pub(crate) static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    CSV_001 "CSV-001" Error "De naam van het bestand eindigt niet op .csv." "The name of the file does not end in .csv." "published: wiki-procesafspraken-webportaal (10a)";
    CSV_002 "CSV-002" Error "Het bestand is groter dan 4 MB." "The file is larger than 4 MB." "published: wiki-procesafspraken-webportaal (10b); exact number of bytes proposed";
    CSV_003 "CSV-003" Error "Een ander bestand van de upload heeft fouten; het portaal verwerkt geen van de bestanden." "Another file of the upload has errors; the portal processes none of the files." "published: wiki-procesafspraken-webportaal (10c)";
    CSV_004 "CSV-004" Error "Het bestand bevat meer dan één soort bericht." "The file holds more than one type of message." "published: wiki-procesafspraken-webportaal (11)";
    CSV_005 "CSV-005" Warning "Een download die niet is bevestigd vervalt." "A download that is not confirmed expires." "published: wiki-procesafspraken-webportaal (12–14)";
    CSV_006 "CSV-006" Error "De datum staat er niet als dd-mm-jjjj." "The date is not written dd-mm-jjjj." "published: wiki-csv-saldoverzoek-antwoord";
    CSV_007 "CSV-007" Error "Hier staat iets anders dan Ja of niets." "This is neither Ja nor empty." "published: wiki-csv-saldoverzoek-antwoord";
    CSV_008 "CSV-008" Error "Schuldtype is niet een van de drie vaste waarden." "Schuldtype is not one of its three literal values." "published: wiki-csv-saldoverzoek-antwoord";
    CSV_009 "CSV-009" Error "De kolommen zijn niet die van de layout, in die volgorde, met een kopregel." "The columns are not those of the layout, in its order, with a header row." "published: wiki-csv-saldoverzoek-antwoord (order); header row proposed";
    CSV_010 "CSV-010" Error "Een kolom van de vraag is veranderd." "A column of the question was changed." "derived: wiki-csv-saldoverzoek-antwoord (question part)";
    CSV_011 "CSV-011" Error "Rijen van dezelfde conversatie hebben hier verschillende waarden." "Rows of the same conversation have different values here." "derived: wiki-csv-saldoverzoek-antwoord";
    CSV_012 "CSV-012" Error "Bij een onbekende klant of geen medewerking heeft de conversatie één rij, zonder vorderingen." "With an unknown client or a refusal the conversation has one row, without claims." "derived: wiki-csv-saldoverzoek-antwoord";
    CSV_013 "CSV-013" Error "Standaard akkoord staat niet op alle rijen van de conversatie gelijk." "Standaard akkoord is not the same on all rows of the conversation." "proposed";
    CSV_014 "CSV-014" Error "Klant onbekend en Standaard akkoord staan allebei op Ja." "Klant onbekend and Standaard akkoord are both Ja." "proposed";
    CSV_015 "CSV-015" Error "Deze kolom hoort niet bij het Schuldtype van de rij." "This column does not belong to the Schuldtype of the row." "derived: wiki-csv-saldoverzoek-antwoord for openstaand; rest proposed";
    CSV_016 "CSV-016" Error "Het getal staat er niet met een decimale komma en zonder andere tekens." "The number is not written with a decimal comma and nothing else." "proposed";
    CSV_017 "CSV-017" Error "De samengestelde cel heeft niet al haar delen." "The composite cell does not have all its parts." "proposed";
    CSV_018 "CSV-018" Warning "Het bestand is geen UTF-8 en is gelezen als Windows-1252." "The file is not UTF-8 and was read as Windows-1252." "proposed";
    CSV_019 "CSV-019" Warning "Een rekenblad kan deze cel als formule uitvoeren." "A spreadsheet may run this cell as a formula." "proposed";
    CSV_020 "CSV-020" Warning "De cel is waarschijnlijk door een rekenblad beschadigd." "The cell was probably damaged by a spreadsheet." "proposed";
    CSV_021 "CSV-021" Error "De tekst is niet in cellen te verdelen." "The text cannot be cut into cells." "proposed";
}

/// CSV-002 for a file that is near the limit.
pub(crate) static CSV_002_NEAR: Rule = rule(
    "CSV-002",
    Severity::Warning,
    ["Het bestand is bijna 4 MB; groter mag het niet zijn.", "The file is nearly 4 MB; it must not be larger."],
    "proposed",
);
