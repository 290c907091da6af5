//! The engines: who says whether a document fits a schema.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::in_process::InProcess;
use super::judge::Answer;
use super::schemas::{Language, Schemas};
use super::worker::Worker;

/// A document to judge.
#[derive(Debug, Clone, Copy)]
pub struct Question<'q> {
    /// The name of the schema; XML says itself which one by its namespace.
    pub schema: &'q str,
    /// The document.
    pub text: &'q str,
    /// The document as a parser of JSON sees it.
    pub value: &'q Value,
}

/// Judges documents.
pub trait Engine: Send {
    /// The answers, in the order of the questions.
    ///
    /// # Errors
    /// When the engine has stopped or says something that is no answer.
    fn ask(&mut self, questions: &[Question<'_>]) -> Result<Vec<Answer>, String>;
}

/// What an engine needs to begin.
pub struct Setup<'s> {
    /// The schemas.
    pub schemas: &'s Schemas,
    /// Where the schemas of its language stand as files.
    pub files: PathBuf,
    /// Where `engines/install` put what is not Rust.
    pub installed: &'s Path,
}

/// A row of the table of engines.
pub struct Known {
    /// Its name on the command line and in the matrix.
    pub name: &'static str,
    /// The language it knows.
    pub language: Language,
    start: fn(&Setup<'_>) -> Result<Box<dyn Engine>, String>,
}

/// Every engine.
pub const ENGINES: &[Known] = &[
    Known { name: "jsonschema", language: Language::JsonSchema, start: jsonschema },
    Known { name: "ajv", language: Language::JsonSchema, start: ajv },
    Known { name: "libxml2", language: Language::Xsd, start: libxml2 },
    Known { name: "xerces", language: Language::Xsd, start: xerces },
];

impl Known {
    /// Starts it.
    ///
    /// # Errors
    /// When it is not here.
    pub fn start(&self, setup: &Setup<'_>) -> Result<Box<dyn Engine>, String> {
        (self.start)(setup)
            .map_err(|why| format!("engine {} is not here: {why}; see xtask/engines/README.md", self.name))
    }
}

fn jsonschema(setup: &Setup<'_>) -> Result<Box<dyn Engine>, String> {
    Ok(Box::new(InProcess::new(setup.schemas)))
}

/// A program of the folder `engines`.
fn program(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("engines").join(name)
}

fn ajv(setup: &Setup<'_>) -> Result<Box<dyn Engine>, String> {
    let modules = setup.installed.join("node_modules");
    let worker = Worker::start("node", &[&program("ajv.mjs"), &setup.files, &modules])?;
    Ok(Box::new(worker))
}

fn libxml2(setup: &Setup<'_>) -> Result<Box<dyn Engine>, String> {
    let python = setup.installed.join("venv/bin/python");
    let worker = Worker::start(&python.to_string_lossy(), &[&program("libxml2.py"), &setup.files])?;
    Ok(Box::new(worker))
}

fn xerces(setup: &Setup<'_>) -> Result<Box<dyn Engine>, String> {
    let jar = Path::new("/usr/share/java/xercesImpl.jar");
    let worker = Worker::start("java", &[Path::new("-cp"), jar, &program("Xerces.java"), &setup.files])?;
    Ok(Box::new(worker))
}
