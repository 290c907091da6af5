//! Differences between releases, shown: one renderer for each form.
//!
//! What changed and what it means is decided in `skp_codegen::diff`; nothing here judges.

mod csv;
mod handbook;
mod html;
mod json;
mod markdown;
pub mod revision;
mod row;
mod text;

use std::io::{self, Write};

use skp_codegen::catalogue::Catalogue;
use skp_codegen::diff::ReleaseDiff;
use skp_messages::Lang;

/// The form in which differences are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For a terminal.
    Text,
    /// Tables in Markdown.
    Markdown,
    /// One page that needs nothing else.
    Html,
    /// One JSON document; its names are an interface.
    Json,
    /// A line for each change, with a heading.
    Csv,
    /// The tables of the newer side with the marks N, T and -.
    Handbook,
}

/// What is shown: the differences, and the newer side for those who show its tables.
#[derive(Debug)]
pub struct Changes<'c> {
    /// The differences, release by release.
    pub diffs: &'c [ReleaseDiff],
    /// The newer side.
    pub newer: &'c Catalogue,
    /// The language of what is for people.
    pub lang: Lang,
    /// Whether changes of words only are shown as well.
    pub words: bool,
}

impl Changes<'_> {
    /// Writes them in a form.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write(&self, form: Form, out: &mut dyn Write) -> io::Result<()> {
        match form {
            Form::Text => text::write(self, out),
            Form::Markdown => markdown::write(self, out),
            Form::Html => html::write(self, out),
            Form::Json => json::write(self, out),
            Form::Csv => csv::write(self, out),
            Form::Handbook => handbook::write(self, out),
        }
    }
}
