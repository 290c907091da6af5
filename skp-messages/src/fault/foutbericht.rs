//! The Foutbericht that answers a wrong message. It is made as JSON and read, so that it is checked as any message.

use std::error::Error;
use std::fmt;

use chrono::{DateTime, FixedOffset, SecondsFormat};

use super::of_report::errors;
use crate::Lang;
use crate::api::{Received, read};
use crate::bericht::v2_0::Berichtheader;
use crate::catalogue::messages;
use crate::codec::text_of;
use crate::finding::{Finding, Report};
use crate::shape::{MessageInfo, Type};
use crate::write::json::string;

/// The longest Tekst.
const LONGEST: usize = 200;

/// What a report does not know of the answer to it.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// The header of the wrong message.
    pub to: &'a Berichtheader,
    /// The role of whoever answers, `SE` or `SHV2`.
    pub role: &'a str,
    /// The Referentienummer of the answer.
    pub reference: &'a str,
    /// When the errors were found and the answer is sent.
    pub at: DateTime<FixedOffset>,
    /// The language of the texts.
    pub lang: Lang,
}

/// Why there is no Foutbericht.
#[derive(Debug)]
pub enum NoFoutbericht {
    /// The report has no errors.
    NothingWrong,
    /// The wrong message is a Foutbericht itself: it is not answered by another.
    AnswersFoutbericht,
    /// The module and release of the wrong message have no Foutbericht, or are not known.
    NotInRelease,
    /// The answer would not be valid: the role may not send it, say.
    Invalid(Report),
}

impl fmt::Display for NoFoutbericht {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingWrong => write!(f, "the report has no errors"),
            Self::AnswersFoutbericht => write!(f, "a Foutbericht is not answered by a Foutbericht"),
            Self::NotInRelease => write!(f, "the module and release of the message have no Foutbericht"),
            Self::Invalid(report) => write!(f, "the Foutbericht would not be valid: {report}"),
        }
    }
}

impl Error for NoFoutbericht {}

/// Makes the Foutbericht, with its header, that tells the sender of a message what is wrong with it.
///
/// It holds the rule, the place and the text of each error, and no value; of an element that nobody knows, the place is the
/// one around it. A message without a header that can be read is answered by a fault, see
/// [`SoapFault::of_report`](super::SoapFault::of_report).
///
/// # Errors
/// When there is nothing to tell, or the release has no Foutbericht.
///
/// ```
/// use skp_messages::fault::{Answer, foutbericht};
/// use skp_messages::{Lang, Options, examine};
///
/// let wrong = examine(br#"{
///   "header": {
///     "conversatieReferentienummer": "0b8f2c1e-5f0d-4f0a-9f57-0d6a3b1c2d3e", "referentienummer": "R-2", "antwoordOp": "R-1",
///     "afzender": "5e0f3c1a-2b4d-4e6f-8a9b-0c1d2e3f4a5b", "afzenderType": "SE",
///     "ontvanger": "6f1a4d2b-3c5e-4f7a-9bac-1d2e3f4a5b6c", "verzondenOp": "2026-03-02T10:00:00+01:00",
///     "module": "schuldregeling", "release": "2.0", "bericht": "GeenMedewerking"
///   },
///   "inhoud": { "klantnummerSHV": "SHV-1", "reden": "GEEN_ZIN" }
/// }"#, &Options::default());
/// let header = wrong.header.as_ref().ok_or("no header")?;
/// let at = chrono::DateTime::parse_from_rfc3339("2026-03-02T11:00:00+01:00")?;
/// let answer = Answer { to: header, role: "SHV2", reference: "R-3", at, lang: Lang::Nl };
/// let fout = foutbericht(&wrong.report, &answer)?;
/// assert_eq!(fout.info().bericht, "schuldregeling/2.0/Foutbericht");
/// assert!(fout.write(skp_messages::Format::Json, skp_messages::Layout::Compact)?.contains("VAL-006"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn foutbericht(report: &Report, answer: &Answer<'_>) -> Result<Received, NoFoutbericht> {
    if errors(report).next().is_none() {
        return Err(NoFoutbericht::NothingWrong);
    }
    let to = answer.to;
    let (module, release, bericht) = (text_of(&to.module), text_of(&to.release), text_of(&to.bericht));
    if bericht.ends_with("Foutbericht") {
        return Err(NoFoutbericht::AnswersFoutbericht);
    }
    let here = |info: &&&'static MessageInfo| {
        info.module.id == module && info.release.number == release && info.id.ends_with("Foutbericht")
    };
    let info = messages().iter().find(here).copied().ok_or(NoFoutbericht::NotInRelease)?;
    let at = answer.at.to_rfc3339_opts(SecondsFormat::Secs, false);
    let reference = text_of(&to.referentienummer);
    let mut json = String::from("{\"header\":{");
    let fields = [
        ("module", module.as_str()),
        ("release", &release),
        ("bericht", info.id),
        ("afzender", &text_of(&to.ontvanger)),
        ("afzenderType", answer.role),
        ("ontvanger", &text_of(&to.afzender)),
        ("conversatieReferentienummer", &text_of(&to.conversatie_referentienummer)),
        ("referentienummer", answer.reference),
        ("antwoordOp", &reference),
        ("verzondenOp", &at),
    ];
    members(&mut json, &fields);
    if to.test == Some(true) {
        json.push_str(",\"test\":true");
    }
    json.push_str("},\"inhoud\":{");
    let fields = [("referentienummerFout", reference.as_str()), ("berichtFout", &bericht), ("tijdstip", &at)];
    members(&mut json, &fields);
    json.push_str(",\"fouten\":[");
    let rules = has_rule(info);
    for (number, finding) in errors(report).enumerate() {
        json.push_str(if number == 0 { "{" } else { ",{" });
        let place = place(finding);
        let text: String = finding.text(answer.lang).chars().take(LONGEST).collect();
        let mut fields = vec![("foutcode", code(finding.id())), ("omschrijving", &text)];
        if (1..=LONGEST).contains(&place.chars().count()) {
            fields.push(("locatie", &place));
        }
        if rules {
            fields.push(("regel", finding.id()));
        }
        members(&mut json, &fields);
        json.push('}');
    }
    json.push_str("]}}");
    read(json.as_bytes()).map_err(NoFoutbericht::Invalid)
}

fn members(out: &mut String, fields: &[(&str, &str)]) {
    for (number, (name, text)) in fields.iter().enumerate() {
        if number > 0 {
            out.push(',');
        }
        string(out, name);
        out.push(':');
        string(out, text);
    }
}

/// Whether a Fout of this release has an element for the rule.
fn has_rule(info: &'static MessageInfo) -> bool {
    let list = info.shape.elements.iter().find(|element| element.name == "Fouten");
    let Some(Type::Composite(fout)) = list.map(|list| list.ty) else { return false };
    fout.elements.iter().any(|element| element.name == "Regel")
}

/// The neutral path. The last name of one that is unknown is whatever the sender wrote, so it is left out.
fn place(finding: &Finding) -> String {
    let mut path = finding.path().clone();
    if finding.id() == "DEF-003" {
        path.steps.pop();
    }
    path.to_string()
}

/// What kind of error a rule is about.
fn code(rule: &str) -> &'static str {
    match rule {
        "PROC-002" => "ONBEKENDE_CONVERSATIE",
        "PROC-007" | "PROC-010" => "ONBEKENDE_REFERENTIE",
        "PROC-001" | "PROC-003" => "ONVERWACHT_BERICHT",
        "KOP-002" => "NIET_BEVOEGD",
        "KOP-003" | "KOP-004" | "TYP-BIJ-001" => "TOESTEMMING_ONTBREEKT",
        "DEF-010" | "PROC-004" => "RELEASE_NIET_ONDERSTEUND",
        _ if ["FRM-", "DEF-", "VAL-"].iter().any(|begin| rule.starts_with(begin)) => "SYNTAX",
        _ => "INHOUD",
    }
}
