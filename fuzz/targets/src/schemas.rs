//! The generated JSON Schemas, ready to hold against the reader, and what they cannot say.
#![allow(clippy::indexing_slicing)] // a missing member of a JSON value is null

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;
use skp_codegen::source::Sources;
use skp_codegen::{compile, diagnostic, emit};
use skp_messages::shape::Severity;
use skp_messages::{Options, validate};

/// What the schemas of a message cannot say.
#[derive(Debug, Default)]
struct Unsaid {
    /// Checks that a schema does not make at all.
    whole: BTreeSet<String>,
    /// Checks of which it makes a part.
    part: BTreeSet<String>,
    /// Checks that it makes more strictly than the reader.
    strict: BTreeSet<String>,
}

impl Unsaid {
    fn add(&mut self, list: &Value) {
        let text = |item: &Value, name: &str| item[name].as_str().unwrap_or_default().to_owned();
        for rule in list["rules"].as_array().into_iter().flatten() {
            self.whole.insert(text(rule, "id"));
        }
        for check in list["builtin"].as_array().into_iter().flatten() {
            let set = match (&*text(check, "schema"), &*text(check, "extent")) {
                ("refuses", _) => &mut self.strict,
                (_, "whole") => &mut self.whole,
                _ => &mut self.part,
            };
            set.insert(text(check, "id"));
        }
    }

    /// Whether a schema may accept what has this finding.
    fn may_accept(&self, id: &str) -> bool {
        self.whole.contains(id) || self.part.contains(id)
    }
}

/// A schema with what it cannot say.
struct Schema {
    text: Value,
    unsaid: Unsaid,
    /// Made when it is first needed: there are many schemas, and a test of one message needs one.
    validator: OnceLock<Validator>,
}

impl Schema {
    fn validator(&self, name: &str) -> &Validator {
        self.validator.get_or_init(|| {
            assert!(jsonschema::meta::is_valid(&self.text), "{name}");
            jsonschema::validator_for(&self.text).unwrap_or_else(|error| panic!("{name}: {error}"))
        })
    }
}

/// The schemas by `module/release/Id`, with `.envelope` behind it for the envelope.
pub struct Schemas(BTreeMap<String, Schema>);

impl std::fmt::Debug for Schemas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Schemas {
    /// The schemas of this process, generated when they are first asked for.
    #[must_use]
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Schemas> = OnceLock::new();
        SHARED.get_or_init(Self::generate)
    }

    fn generate() -> Self {
        let sources = Sources::new(skp_definitions::files().iter().copied());
        let catalogue = match compile(&sources) {
            Ok(catalogue) => catalogue,
            Err(diagnostics) => panic!("{}", diagnostic::render(&diagnostics, &sources)),
        };
        let mut texts = BTreeMap::new();
        let mut lists = BTreeMap::new();
        for output in emit::json_schema::emit(&catalogue) {
            let value: Value =
                serde_json::from_str(&output.text).unwrap_or_else(|error| panic!("{}: {error}", output.path));
            if let Some(folder) = output.path.strip_suffix("/not-expressible.json") {
                for (id, list) in value["messages"].as_object().into_iter().flatten() {
                    lists.insert(format!("{folder}/{id}"), list.clone());
                }
            } else if let Some(name) = output.path.strip_suffix(".schema.json") {
                texts.insert(name.to_owned(), value);
            }
        }
        let with_list = |(name, text): (String, Value)| {
            let mut unsaid = Unsaid::default();
            let list = lists.get(name.trim_end_matches(".envelope")).unwrap_or_else(|| panic!("{name} has no list"));
            unsaid.add(list);
            if name.ends_with(".envelope") {
                unsaid.add(&list["header"]);
            }
            (name, Schema { text, unsaid, validator: OnceLock::new() })
        };
        Self(texts.into_iter().map(with_list).collect())
    }

    /// The schema for an input, by what the input says it is.
    fn find(&self, input: &Value) -> Option<(&str, &Schema)> {
        let enveloped = input.get("header").is_some() || input.get("inhoud").is_some();
        let header = |name: &str| input["header"][name].as_str();
        let name = match (header("module"), header("release"), header("bericht")) {
            (Some(module), Some(release), Some(id)) => format!("{module}/{release}/{id}"),
            _ if enveloped => input["inhoud"]["bericht"].as_str()?.to_owned(),
            _ => input["bericht"].as_str()?.to_owned(),
        };
        let name = if enveloped { format!("{name}.envelope") } else { name };
        self.0.get_key_value(&name).map(|(name, schema)| (name.as_str(), schema))
    }

    /// What the reader and the schema of an input disagree about, if anything.
    #[must_use]
    pub fn disagreement(&self, text: &[u8]) -> Option<String> {
        let report = validate(text, &Options::default());
        let errors = report.findings().iter().filter(|finding| finding.severity() == Severity::Error);
        let errors: BTreeSet<&str> = errors.map(|finding| finding.id()).collect();
        let none = Unsaid::default();
        let without_mark = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let found = serde_json::from_slice::<Value>(without_mark).ok().and_then(|input| {
            let (name, schema) = self.find(&input)?;
            let error = schema.validator(name).iter_errors(&input).next();
            Some((error.map(|error| format!("{error} at {}", error.instance_path())), &schema.unsaid))
        });
        // What is no JSON or names no message has no schema: nobody takes it.
        let (refused, unsaid) = found.unwrap_or_else(|| (Some("there is no schema".to_owned()), &none));
        match (errors.is_empty(), refused) {
            (true, None) => None,
            (true, Some(why)) if unsaid.strict.is_empty() || !text.windows(4).any(|part| part == b"\\r\\n") => {
                Some(format!("only the schema refuses: {why}"))
            }
            (true, Some(_)) => None,
            (false, None) => {
                let unexcused: Vec<_> = errors.into_iter().filter(|id| !unsaid.may_accept(id)).collect();
                (!unexcused.is_empty()).then(|| format!("only the reader refuses: {}", unexcused.join(", ")))
            }
            (false, Some(why)) => {
                // Where the reader stops at the form, it says nothing about the rest.
                let said = errors.iter().any(|id| id.starts_with("FRM-00") || !unsaid.whole.contains(*id));
                (!said).then(|| format!("the schema refuses for a reason of its own: {why}; the reader: {errors:?}"))
            }
        }
    }
}
