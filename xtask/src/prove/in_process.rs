//! JSON Schema by the `jsonschema` crate, in this process.

use std::collections::HashMap;

use jsonschema::Validator;
use serde_json::Value;

use super::engine::{Engine, Question};
use super::judge::Answer;
use super::schemas::Schemas;

/// The schemas as values, each compiled when it is first asked for.
pub struct InProcess {
    texts: HashMap<String, String>,
    compiled: HashMap<String, Validator>,
}

impl InProcess {
    /// With all schemas.
    #[must_use]
    pub fn new(schemas: &Schemas) -> Self {
        Self { texts: schemas.json_schemas().collect(), compiled: HashMap::new() }
    }

    fn validator(&mut self, name: &str) -> Result<&Validator, String> {
        if !self.compiled.contains_key(name) {
            let text = self.texts.get(name).ok_or_else(|| format!("there is no schema {name}"))?;
            let schema: Value = serde_json::from_str(text).map_err(|error| format!("{name}: {error}"))?;
            if !jsonschema::meta::is_valid(&schema) {
                return Err(format!("{name} is no schema"));
            }
            let validator = jsonschema::validator_for(&schema).map_err(|error| format!("{name}: {error}"))?;
            self.compiled.insert(name.to_owned(), validator);
        }
        self.compiled.get(name).ok_or_else(|| format!("there is no schema {name}"))
    }
}

impl Engine for InProcess {
    fn ask(&mut self, questions: &[Question<'_>]) -> Result<Vec<Answer>, String> {
        let answer = |question: &Question<'_>| {
            let validator = self.validator(question.schema)?;
            let why = validator
                .iter_errors(question.value)
                .next()
                .map(|error| format!("{} at {}", error.kind().keyword(), error.instance_path()));
            Ok(Answer { accepts: why.is_none(), why: why.unwrap_or_default() })
        };
        questions.iter().map(answer).collect()
    }
}
