//! A case ready to be asked about: what the validator says of each of its formats, and which schema each is for.

use serde_json::Value;
use skp_messages::{Format, Layout, read};

use super::corpus::Case;
use super::csv::{self, Trip};
use super::engine::{Engine, Question};
use super::judge::{Answer, Judgement, Verdict, judge};
use super::schemas::{Language, Schemas, Unsaid};

/// A case with the verdicts of the validator.
pub struct Asked {
    /// The case.
    pub case: Case,
    /// Its JSON.
    pub json: Option<Side>,
    /// Its XML.
    pub xml: Option<Side>,
    /// What became of it in the files of the portal.
    pub csv: Trip,
}

/// One format of a case.
pub struct Side {
    /// What the validator says.
    pub verdict: Verdict,
    /// The text; nothing when the bytes are none.
    text: Option<String>,
    /// The text as a parser of JSON sees it.
    value: Value,
    /// The schema it is for; XML says so by its namespace.
    schema: Option<String>,
    enveloped: bool,
}

impl Asked {
    /// Asks the validator.
    #[must_use]
    pub fn new(case: Case, schemas: &Schemas) -> Self {
        let json = case.json.as_deref().map(|bytes| Side::json(bytes, schemas));
        let xml = case.xml.as_deref().map(Side::xml);
        let csv = match (&xml, &case.xml) {
            (Some(side), Some(bytes)) if side.verdict.accepts && !side.enveloped => {
                side.verdict.message.map_or(Trip::NotCarried, |info| csv::trip(info, bytes))
            }
            _ => Trip::NotCarried,
        };
        Self { case, json, xml, csv }
    }

    /// The format that a language is about.
    #[must_use]
    pub const fn side(&self, language: Language) -> Option<&Side> {
        match language {
            Language::JsonSchema => self.json.as_ref(),
            Language::Xsd => self.xml.as_ref(),
        }
    }

    /// What the schemas of a language cannot say of this case.
    #[must_use]
    pub fn unsaid<'s>(&self, language: Language, side: &Side, schemas: &'s Schemas) -> &'s Unsaid {
        let bericht = side.verdict.message.or(self.case.info).map(|info| info.bericht);
        schemas.unsaid(language, bericht, side.enveloped)
    }

    /// Whether both formats get the same verdict, where they must.
    #[must_use]
    pub fn formats_agree(&self) -> Option<Judgement> {
        let (json, xml) = (self.json.as_ref()?, self.xml.as_ref()?);
        let agreed = json.verdict.accepts == xml.verdict.accepts;
        self.case.same.then(|| {
            if agreed {
                Judgement::Agreed
            } else {
                let told = |verdict: &Verdict| verdict.errors.iter().copied().collect::<Vec<_>>().join(", ");
                let (json, xml) = (told(&json.verdict), told(&xml.verdict));
                Judgement::Disagreed(format!("JSON: {json}; XML: {xml}"))
            }
        })
    }
}

impl Side {
    fn json(bytes: &[u8], schemas: &Schemas) -> Self {
        let text = text(bytes);
        let value: Value = text.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let enveloped = value.get("header").is_some() || value.get("inhoud").is_some();
        let schema = schemas.name_for(&value);
        Self { verdict: Verdict::of(bytes), text, value, schema, enveloped }
    }

    fn xml(bytes: &[u8]) -> Self {
        let text = text(bytes);
        let enveloped = text.as_deref().is_some_and(|text| text.contains("http://schemas.xmlsoap.org/soap/envelope/"));
        Self { verdict: Verdict::of(bytes), text, value: Value::Null, schema: Some(String::new()), enveloped }
    }

    /// The question for an engine; nothing when there is no text, or no schema for what it says it is.
    fn question(&self) -> Option<Question<'_>> {
        Some(Question { schema: self.schema.as_deref()?, text: self.text.as_deref()?, value: &self.value })
    }

    /// What the validator says of the input as a parser hands it to a schema. Where the form is wrong in a way that parsers
    /// pass over, as a member that stands twice, they have dropped a part of what the validator read.
    fn as_parsed(&self, unsaid: &Unsaid) -> Verdict {
        let passed_over = |id: &&&'static str| id.starts_with("FRM-") && unsaid.whole.contains(**id);
        let form: Vec<&'static str> = self.verdict.errors.iter().filter(passed_over).copied().collect();
        if form.is_empty() || self.value.is_null() {
            return self.verdict.clone();
        }
        let mut parsed = Verdict::of(self.value.to_string().as_bytes());
        parsed.accepts = false;
        parsed.errors.extend(form);
        parsed
    }

    /// The answer of an engine to the same message as the library writes it.
    fn rewritten(&self, schemas: &Schemas, language: Language, engine: &mut dyn Engine) -> Option<Answer> {
        let format = if language == Language::Xsd { Format::Xml } else { Format::Json };
        let text = read(self.text.as_deref()?.as_bytes()).ok()?.write(format, Layout::Compact).ok()?;
        let side =
            if format == Format::Xml { Self::xml(text.as_bytes()) } else { Self::json(text.as_bytes(), schemas) };
        let [answer] = <[Answer; 1]>::try_from(engine.ask(&[side.question()?]).ok()?).ok()?;
        Some(answer)
    }
}

/// The text of an input, without the byte order mark that every reader passes over.
fn text(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
}

/// The answers of an engine to a batch; nothing where a case has no such format. What has no text or no schema is refused
/// without being asked.
///
/// # Errors
/// When the engine fails.
pub fn ask(batch: &[Asked], language: Language, engine: &mut dyn Engine) -> Result<Vec<Option<Answer>>, String> {
    let sides: Vec<Option<&Side>> = batch.iter().map(|asked| asked.side(language)).collect();
    let questions: Vec<Question<'_>> = sides.iter().flatten().filter_map(|side| side.question()).collect();
    let mut answers = engine.ask(&questions)?.into_iter();
    let refused = || Answer { accepts: false, why: "no schema is for it".to_owned() };
    let mut answer =
        |side: &Side| if side.question().is_some() { answers.next().unwrap_or_default() } else { refused() };
    Ok(sides.into_iter().map(|side| side.map(&mut answer)).collect::<Vec<_>>())
}

/// Judges the answer of an engine.
pub fn judged(
    asked: &Asked,
    language: Language,
    answer: &Answer,
    schemas: &Schemas,
    engine: &mut dyn Engine,
) -> Option<Judgement> {
    let side = asked.side(language)?;
    let unsaid = asked.unsaid(language, side, schemas);
    Some(judge(&side.as_parsed(unsaid), answer, unsaid, || side.rewritten(schemas, language, engine)))
}

/// Holds two engines of one language against each other. Only their parsers may differ: about input that is no message to the
/// validator because of its form alone.
pub fn alike(asked: &Asked, language: Language, one: &Answer, other: &Answer, schemas: &Schemas) -> Option<Judgement> {
    let side = asked.side(language)?;
    let unsaid = asked.unsaid(language, side, schemas);
    let errors = &side.verdict.errors;
    Some(if one.accepts == other.accepts {
        Judgement::Agreed
    } else if !errors.is_empty() && errors.iter().all(|id| id.starts_with("FRM-") && unsaid.whole.contains(*id)) {
        Judgement::Explained(errors.iter().map(|&id| id.to_owned()).collect())
    } else {
        Judgement::Disagreed(format!("{} / {}", one.why, other.why))
    })
}
