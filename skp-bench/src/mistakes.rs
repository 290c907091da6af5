//! Messages with mistakes that a reader without checks does not see.

use std::error::Error;

/// A message with mistakes in both formats.
pub struct Mistaken {
    /// How many.
    pub mistakes: usize,
    /// As XML.
    pub xml: String,
    /// As JSON.
    pub json: String,
}

/// Claims in the message that is spoilt.
const CLAIMS: usize = 12;

/// An answer with twelve claims and one mistake, and one with fifty.
///
/// # Errors
/// When there is nothing to spoil.
pub fn all() -> Result<[Mistaken; 2], Box<dyn Error>> {
    use skp_messages::schuldregeling::v2_0::Message;
    let answer = crate::input::answer(u32::try_from(CLAIMS)?)?;
    let (xml, json) = (answer.to_xml()?, answer.to_json()?);
    let one = Mistaken {
        mistakes: 1,
        xml: spoil(&xml, "<IBAN>", "</IBAN>", IBAN, 1)?,
        json: spoil(&json, "\"iban\":\"", "\"", IBAN, 1)?,
    };
    let mut fifty = Mistaken { mistakes: 50, xml: one.xml.clone(), json: one.json.clone() };
    for (name, member) in [
        ("FactuurnummerSE", "factuurnummerSE"),
        ("FactuurnummerSEVolgensSHV", "factuurnummerSEVolgensSHV"),
        ("Ontstaansdatum", "ontstaansdatum"),
        ("Betaalreferentie", "betaalreferentie"),
    ] {
        // A date in the future is a date all the same, so a reader with types takes it.
        let wrong = if name == "Ontstaansdatum" { "2199-01-01" } else { "" };
        fifty.xml = spoil(&fifty.xml, &format!("<{name}>"), &format!("</{name}>"), wrong, CLAIMS)?;
        fifty.json = spoil(&fifty.json, &format!("\"{member}\":\""), "\"", wrong, CLAIMS)?;
    }
    fifty.xml = spoil(&fifty.xml, "<KlantnummerSE>", "</KlantnummerSE>", "", 1)?;
    fifty.json = spoil(&fifty.json, "\"klantnummerSE\":\"", "\"", "", 1)?;
    Ok([one, fifty])
}

/// The number of an account whose check digits are wrong.
const IBAN: &str = "NL10TEST0000770000";

/// Puts other text between the first so many pairs of marks.
fn spoil(text: &str, open: &str, close: &str, wrong: &str, times: usize) -> Result<String, String> {
    let mut spoilt = String::with_capacity(text.len());
    let mut rest = text;
    for _ in 0..times {
        let (before, after) = rest.split_once(open).ok_or_else(|| format!("too few {open}"))?;
        let (_, after) = after.split_once(close).ok_or_else(|| format!("no {close}"))?;
        spoilt.extend([before, open, wrong, close]);
        rest = after;
    }
    Ok(spoilt + rest)
}

#[cfg(test)]
mod tests {
    use skp_messages::schuldregeling::v2_0::{Message, SaldoverzoekAntwoord};

    use super::all;

    #[test]
    fn each_has_as_many_findings_as_it_says_in_both_formats() {
        for mistaken in all().unwrap() {
            let xml = SaldoverzoekAntwoord::from_xml(mistaken.xml.as_bytes()).unwrap_err();
            let json = SaldoverzoekAntwoord::from_json(mistaken.json.as_bytes()).unwrap_err();
            let ids = |report: &skp_messages::Report| {
                report.findings().iter().map(|finding| finding.id().to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(ids(&xml), ids(&json));
            assert_eq!(xml.findings().len(), mistaken.mistakes, "{:?}", ids(&xml));
        }
    }

    #[test]
    fn readers_without_checks_accept_them() {
        for mistaken in all().unwrap() {
            let xml: crate::peers::xml_structs::SaldoverzoekAntwoord =
                crate::peers::quick_xml_serde::read(mistaken.xml.as_bytes()).unwrap();
            let json: crate::peers::json_structs::SaldoverzoekAntwoord =
                serde_json::from_slice(mistaken.json.as_bytes()).unwrap();
            assert_eq!((xml.claims(), json.claims()), (12, 12));
        }
    }
}
