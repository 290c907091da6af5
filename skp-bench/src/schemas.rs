//! The schemas that peers check with, as the generator makes them.

use jsonschema::Validator;
use skp_codegen::catalogue::Catalogue;
use skp_codegen::emit::Output;
use skp_codegen::source::Sources;
use skp_codegen::{compile, diagnostic, emit};

/// The schemas of the messages in the benchmark.
pub struct Schemas {
    /// The JSON Schema of a Saldoverzoek.
    pub question: Validator,
    /// The JSON Schema of a SaldoverzoekAntwoord.
    pub answer: Validator,
    /// The XML Schema of the release.
    pub xsd: String,
}

impl Schemas {
    /// Generates and compiles them.
    ///
    /// # Errors
    /// When the definitions hold mistakes, or a schema is not there or not valid.
    pub fn generate() -> Result<Self, String> {
        let sources = Sources::new(skp_definitions::files().iter().copied());
        let catalogue: Catalogue =
            compile(&sources).map_err(|diagnostics| diagnostic::render(&diagnostics, &sources))?;
        let json = emit::json_schema::emit(&catalogue);
        Ok(Self {
            question: validator(&json, "Saldoverzoek")?,
            answer: validator(&json, "SaldoverzoekAntwoord")?,
            xsd: find(&emit::xsd::emit(&catalogue), "schuldregeling/2.0/schuldregeling-2.0.xsd")?.to_owned(),
        })
    }
}

fn validator(outputs: &[Output], message: &str) -> Result<Validator, String> {
    let text = find(outputs, &format!("schuldregeling/2.0/{message}.schema.json"))?;
    let schema = serde_json::from_str(text).map_err(|error| error.to_string())?;
    jsonschema::validator_for(&schema).map_err(|error| error.to_string())
}

fn find<'a>(outputs: &'a [Output], path: &str) -> Result<&'a str, String> {
    let output = outputs.iter().find(|output| output.path == path);
    output.map(|output| output.text.as_str()).ok_or_else(|| format!("the generator makes no {path}"))
}
