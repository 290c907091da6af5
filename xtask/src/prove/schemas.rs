//! The generated schemas as files for the engines, the lists of what they cannot say, and which schema an input is for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;
use skp_codegen::source::Sources;
use skp_codegen::{compile, diagnostic, emit};

/// A schema language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// JSON Schema 2020-12, for JSON.
    JsonSchema,
    /// XML Schema 1.0, for XML.
    Xsd,
}

impl Language {
    /// The name of the language, also that of the folder of its schemas.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::JsonSchema => "json-schema",
            Self::Xsd => "xsd",
        }
    }
}

/// What the schemas of a message cannot say: the generated list, by rule id.
#[derive(Debug, Clone, Default)]
pub struct Unsaid {
    /// Checks that a schema does not make at all.
    pub whole: BTreeSet<String>,
    /// Checks of which it makes a part.
    pub part: BTreeSet<String>,
    /// Checks that it makes more strictly than the reader.
    pub strict: BTreeSet<String>,
}

impl Unsaid {
    /// Takes over a list as an emitter writes it.
    fn add(&mut self, list: &Value) {
        let text = |item: &Value, name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        for rule in list.get("rules").and_then(Value::as_array).into_iter().flatten() {
            self.whole.insert(text(rule, "id"));
        }
        for check in list.get("builtin").and_then(Value::as_array).into_iter().flatten() {
            let set = match (&*text(check, "schema"), &*text(check, "extent")) {
                ("refuses", _) => &mut self.strict,
                (_, "whole") => &mut self.whole,
                _ => &mut self.part,
            };
            set.insert(text(check, "id"));
        }
    }

    /// Keeps what another has too.
    fn keep(&mut self, other: &Self) {
        self.whole.retain(|id| other.whole.contains(id));
        self.part.retain(|id| other.part.contains(id));
        self.strict.retain(|id| other.strict.contains(id));
    }

    /// Whether a schema may accept what has this finding.
    #[must_use]
    pub fn may_accept(&self, id: &str) -> bool {
        self.whole.contains(id) || self.part.contains(id)
    }
}

/// Everything that the generator writes for both languages.
#[derive(Debug)]
pub struct Schemas {
    files: BTreeMap<Language, Vec<emit::Output>>,
    /// By language, `module/release/Id` and whether in an envelope.
    unsaid: BTreeMap<(Language, String, bool), Unsaid>,
    /// What no schema of a language can say of any message.
    common: BTreeMap<Language, Unsaid>,
    none: Unsaid,
}

impl Schemas {
    /// Generates them from the definitions that this program was built from.
    ///
    /// # Errors
    /// What is wrong with the definitions, or with a list.
    pub fn generate() -> Result<Self, String> {
        let sources = Sources::new(skp_definitions::files().iter().copied());
        let catalogue = compile(&sources).map_err(|wrong| diagnostic::render(&wrong, &sources))?;
        let files = BTreeMap::from([
            (Language::JsonSchema, emit::json_schema::emit(&catalogue)),
            (Language::Xsd, emit::xsd::emit(&catalogue)),
        ]);
        let mut schemas = Self { files, unsaid: BTreeMap::new(), common: BTreeMap::new(), none: Unsaid::default() };
        schemas.lists()?;
        Ok(schemas)
    }

    fn lists(&mut self) -> Result<(), String> {
        for (&language, outputs) in &self.files {
            let mut lists: Vec<(String, Value)> = Vec::new();
            for output in outputs {
                let Some(folder) = output.path.strip_suffix("/not-expressible.json") else { continue };
                let file: Value =
                    serde_json::from_str(&output.text).map_err(|error| format!("{}: {error}", output.path))?;
                for (id, list) in file.get("messages").and_then(Value::as_object).into_iter().flatten() {
                    lists.push((format!("{folder}/{id}"), list.clone()));
                }
            }
            // In XML the header has a schema, and so a list, of its own.
            let header = lists.iter().find(|(name, _)| name.ends_with("/Berichtheader")).map(|(_, list)| list.clone());
            for (name, list) in lists {
                let mut unsaid = Unsaid::default();
                unsaid.add(&list);
                self.common.entry(language).and_modify(|common| common.keep(&unsaid)).or_insert_with(|| unsaid.clone());
                self.unsaid.insert((language, name.clone(), false), unsaid.clone());
                if let Some(header) = list.get("header").or(header.as_ref()) {
                    unsaid.add(header);
                }
                self.unsaid.insert((language, name, true), unsaid);
            }
        }
        Ok(())
    }

    /// Writes the schemas of a language below a folder; gives theirs.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, language: Language, folder: &Path) -> Result<PathBuf, String> {
        let folder = folder.join(language.name());
        let outputs = self.files.get(&language).map(Vec::as_slice).unwrap_or_default();
        emit::write(outputs, &folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(folder)
    }

    /// The names and texts of all JSON Schemas; `schuldregeling/2.0/Saldoverzoek.envelope` is such a name.
    pub fn json_schemas(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let outputs = self.files.get(&Language::JsonSchema).map(Vec::as_slice).unwrap_or_default();
        outputs
            .iter()
            .filter_map(|output| Some((output.path.strip_suffix(".schema.json")?.to_owned(), output.text.clone())))
    }

    /// The texts of all schemas of a language.
    pub fn texts(&self, language: Language) -> impl Iterator<Item = &str> {
        let outputs = self.files.get(&language).map(Vec::as_slice).unwrap_or_default();
        let is_schema = |output: &&emit::Output| !output.path.ends_with("/not-expressible.json");
        outputs.iter().filter(is_schema).map(|output| output.text.as_str())
    }

    /// What the schema of a language cannot say of a message, `schuldregeling/2.0/Saldoverzoek`; where the message is not
    /// known, what it can say of none.
    #[must_use]
    pub fn unsaid(&self, language: Language, bericht: Option<&str>, enveloped: bool) -> &Unsaid {
        let known = bericht.and_then(|bericht| self.unsaid.get(&(language, bericht.to_owned(), enveloped)));
        known.or_else(|| self.common.get(&language)).unwrap_or(&self.none)
    }

    /// The name of the JSON Schema that an input is for, by what the input says it is; nothing when there is none.
    #[must_use]
    pub fn name_for(&self, input: &Value) -> Option<String> {
        let header = input.get("header");
        let inhoud = input.get("inhoud");
        let enveloped = header.is_some() || inhoud.is_some();
        let field = |name: &str| header.and_then(|header| header.get(name)).and_then(Value::as_str);
        let bericht = |part: Option<&Value>| part?.get("bericht")?.as_str().map(str::to_owned);
        let name = match (field("module"), field("release"), field("bericht")) {
            (Some(module), Some(release), Some(id)) => format!("{module}/{release}/{id}"),
            _ if enveloped => bericht(inhoud)?,
            _ => bericht(Some(input))?,
        };
        let known = self.unsaid.contains_key(&(Language::JsonSchema, name.clone(), enveloped));
        known.then(|| if enveloped { format!("{name}.envelope") } else { name })
    }
}
