//! From results to output: one renderer for each format.
//!
//! A renderer gets the results one by one, so that a run over many files needs the memory of one. It decides how things
//! look and nothing else.

mod conversion;
mod json;
mod ndjson;
mod record;
mod text;

use std::io::{self, Write};

pub use conversion::{converted, refused};
pub use json::Json;
pub use ndjson::Ndjson;
pub use text::Text;

use skp_messages::Lang;
use skp_messages::finding::Found;

use crate::{Checked, Summary, Verdict};

/// How results are told, in every format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// Whether values of persons are shown. They are masked unless somebody asked for them.
    pub show_values: bool,
    /// Whether to colour text.
    pub colour: bool,
}

impl Style {
    /// A value as this style allows it to be shown.
    fn value(self, found: &Found) -> String {
        if self.show_values { found.shown() } else { found.masked(self.lang) }
    }
}

/// Shows results in one format.
pub trait Render {
    /// Shows what became of one input.
    ///
    /// # Errors
    /// When `out` cannot be written.
    fn checked(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()>;

    /// Shows what was checked in all; called once, at the end. `verdict` is that on the run as the caller sees it.
    ///
    /// # Errors
    /// When `out` cannot be written.
    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()>;
}
