//! The names a thing of the standard has in JSON and in Rust: the one place where they are made.
//!
//! Everything that writes a name asks here, and the lints ask here which names clash. Nothing here
//! knows where a name is used or changes one to avoid a clash: a clash is an error in the definitions.

/// Abbreviations that mix upper and lower case and are one word.
const ABBREVIATIONS: &[&str] = &["KvK"];

/// The keywords of Rust that can be written as a name with `r#` before them.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The keywords that cannot be a name, not even with `r#`.
const RESERVED: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Whether this can never be a name in Rust.
#[must_use]
pub fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

/// The JSON member of an element: `KvKNummer` is `kvKNummer`, `BSNPartner` is `bsnPartner`.
///
/// An underscore goes and makes the next letter upper case. Then a leading run of one capital becomes
/// lower case; of a longer run all but the last when a lower-case letter follows, else the whole run.
#[must_use]
pub fn json_name(name: &str) -> String {
    let joined = without_underscores(name);
    let run = joined.chars().take_while(|letter| letter.is_uppercase()).count();
    let lower_follows = joined.chars().nth(run).is_some_and(char::is_lowercase);
    let lowered = if run > 1 && lower_follows { run - 1 } else { run };
    let (head, tail): (Vec<_>, Vec<_>) = joined.chars().enumerate().partition(|&(at, _)| at < lowered);
    let mut out: String = head.into_iter().flat_map(|(_, letter)| letter.to_lowercase()).collect();
    out.extend(tail.into_iter().map(|(_, letter)| letter));
    out
}

/// The field of an element: `KlantnummerSEVolgensSHV` is `klantnummer_se_volgens_shv`, `Type` is `r#type`.
#[must_use]
pub fn rust_field(name: &str) -> String {
    let words: Vec<String> = camel_words(&fold(name)).iter().map(|word| word.to_lowercase()).collect();
    let field = words.join("_");
    if KEYWORDS.contains(&field.as_str()) { format!("r#{field}") } else { field }
}

/// The type of a message, composite, code list or simple type: as it is, but `BSN` is `Bsn`.
#[must_use]
pub fn rust_type(name: &str) -> String {
    let joined = without_underscores(&fold(name));
    let all_capitals = joined.chars().count() > 1 && joined.chars().all(|letter| !letter.is_lowercase());
    if all_capitals { capitalise(&joined.to_lowercase()) } else { joined }
}

/// The variant of a code: `KLANT_ONBEKEND` is `KlantOnbekend`, `application/pdf` is `ApplicationPdf`,
/// `100` is `Code100`. A code of one or two capitals or digits that begins with a letter stays.
#[must_use]
pub fn rust_variant(code: &str) -> String {
    let folded = fold(code);
    let capital_or_digit = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
    let short = folded.len() <= 2 && folded.chars().all(capital_or_digit);
    if short && folded.starts_with(|first: char| first.is_ascii_uppercase()) {
        return folded;
    }
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut variant = String::new();
    for word in words {
        // A digit ends a word too: `SHV2B` is `Shv2B`.
        let shouted = !word.chars().any(|letter| letter.is_ascii_lowercase());
        let mut start = true;
        for letter in word.chars() {
            let lower = shouted && !start;
            variant.push(if start {
                letter.to_ascii_uppercase()
            } else if lower {
                letter.to_ascii_lowercase()
            } else {
                letter
            });
            start = letter.is_ascii_digit();
        }
    }
    if variant.starts_with(|first: char| first.is_ascii_alphabetic()) { variant } else { format!("Code{variant}") }
}

/// The Rust module of a module: `meldingen-bewindvoering` is `meldingen_bewindvoering`.
#[must_use]
pub fn module_ident(id: &str) -> String {
    id.replace('-', "_")
}

/// The Rust module of a release: `2.0` is `v2_0`.
#[must_use]
pub fn release_ident(number: &str) -> String {
    format!("v{}", number.replace('.', "_"))
}

/// The words of a name in camel case, the letters as they are.
fn camel_words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut rest = letters.as_slice();
    while let Some((&letter, after)) = rest.split_first() {
        if let Some(abbreviation) = abbreviation(rest) {
            words.push(std::mem::take(&mut word));
            words.push(abbreviation.to_owned());
            rest = rest.get(abbreviation.chars().count()..).unwrap_or_default();
            continue;
        }
        let previous = word.chars().last();
        let next_is_lower = after.first().is_some_and(|next| next.is_lowercase());
        let starts =
            letter.is_uppercase() && previous.is_some_and(|previous| !previous.is_uppercase() || next_is_lower);
        if starts || !letter.is_alphanumeric() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            word.push(letter);
        }
        rest = after;
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// The abbreviation these letters begin with, when a new word or nothing follows it.
fn abbreviation(letters: &[char]) -> Option<&'static str> {
    ABBREVIATIONS.iter().copied().find(|abbreviation| {
        let length = abbreviation.chars().count();
        letters.iter().copied().take(length).eq(abbreviation.chars())
            && !letters.get(length).is_some_and(|next| next.is_lowercase())
    })
}

/// The name with each underscore gone and the letter after it in upper case.
fn without_underscores(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |joined, part| joined + &capitalise(part))
}

/// The word with its first letter in upper case.
fn capitalise(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text with plain letters for those with an accent that Dutch uses.
fn fold(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            'á' | 'à' | 'ä' | 'â' => 'a',
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'í' | 'ì' | 'ï' | 'î' => 'i',
            'ó' | 'ò' | 'ö' | 'ô' => 'o',
            'ú' | 'ù' | 'ü' | 'û' => 'u',
            'Á' | 'À' | 'Ä' | 'Â' => 'A',
            'É' | 'È' | 'Ë' | 'Ê' => 'E',
            'Í' | 'Ì' | 'Ï' | 'Î' => 'I',
            'Ó' | 'Ò' | 'Ö' | 'Ô' => 'O',
            'Ú' | 'Ù' | 'Ü' | 'Û' => 'U',
            'ç' => 'c',
            'Ç' => 'C',
            'ñ' => 'n',
            'Ñ' => 'N',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(name: fn(&str) -> String, cases: &[(&str, &str)]) {
        for (given, expected) in cases {
            assert_eq!(&name(given), expected, "{given}");
        }
    }

    #[test]
    fn json_names_are_those_of_the_conventions() {
        each(
            json_name,
            &[
                ("Klant", "klant"),
                ("KvKNummer", "kvKNummer"),
                ("BSN", "bsn"),
                ("BSNPartner", "bsnPartner"),
                ("VTLBBedrag", "vtlbBedrag"),
                ("Bruto_Kredietsom", "brutoKredietsom"),
                ("Soort_lening", "soortLening"),
                ("Pro_Forma_Borgstelling", "proFormaBorgstelling"),
                ("KlantnummerSEVolgensSHV", "klantnummerSEVolgensSHV"),
                ("EANCode", "eanCode"),
                ("Adresregel1", "adresregel1"),
                ("A1", "a1"),
                ("", ""),
            ],
        );
    }

    #[test]
    fn fields_are_snake_case() {
        each(
            rust_field,
            &[
                ("KvKNummer", "kvk_nummer"),
                ("NummerKvK", "nummer_kvk"),
                ("KlantnummerSEVolgensSHV", "klantnummer_se_volgens_shv"),
                ("VTLBBedrag", "vtlb_bedrag"),
                ("VTLBBedragOud", "vtlb_bedrag_oud"),
                ("EANCode", "ean_code"),
                ("IBAN", "iban"),
                ("BSNPartner", "bsn_partner"),
                ("Bruto_Kredietsom", "bruto_kredietsom"),
                ("Soort_lening", "soort_lening"),
                ("CorrectiePGLNorm", "correctie_pgl_norm"),
                ("ReferentieNieuweSE", "referentie_nieuwe_se"),
                ("Adresregel1", "adresregel1"),
                ("AantalBeëindigd", "aantal_beeindigd"),
                ("Type", "r#type"),
                ("Self", "self"),
                ("", ""),
            ],
        );
        assert!(is_reserved(&rust_field("Self")) && !is_reserved(&rust_field("Type")));
    }

    #[test]
    fn types_stay_but_for_full_capitals() {
        each(
            rust_type,
            &[
                ("BSN", "Bsn"),
                ("IBAN", "Iban"),
                ("UUID", "Uuid"),
                ("URI", "Uri"),
                ("JaNee", "JaNee"),
                ("KvKNummer", "KvKNummer"),
                ("EANCode", "EANCode"),
                ("Soort_lening", "SoortLening"),
                ("StatusSHV", "StatusSHV"),
                ("", ""),
            ],
        );
    }

    #[test]
    fn variants_are_upper_camel_case() {
        each(
            rust_variant,
            &[
                ("KLANT_ONBEKEND", "KlantOnbekend"),
                ("SB", "SB"),
                ("M", "M"),
                ("M3", "M3"),
                ("BY", "BY"),
                ("SHV1", "Shv1"),
                ("application/pdf", "ApplicationPdf"),
                ("100", "Code100"),
                ("1A", "Code1A"),
                ("Ja", "Ja"),
                ("ja", "Ja"),
                ("meldingen-bewindvoering", "MeldingenBewindvoering"),
                ("Borgstelling aanvraag beëindigd", "BorgstellingAanvraagBeeindigd"),
                ("Pro-forma borgstelling afgegeven", "ProFormaBorgstellingAfgegeven"),
                ("NietAkkoord", "NietAkkoord"),
                ("(empty)", "Empty"),
                ("", "Code"),
                ("--", "Code"),
            ],
        );
    }

    #[test]
    fn modules_and_releases_are_paths() {
        assert_eq!(module_ident("meldingen-bewindvoering"), "meldingen_bewindvoering");
        assert_eq!(release_ident("2.0"), "v2_0");
    }
}
