//! From results to output: one renderer for each format.
//!
//! A renderer gets the results one by one, so that a run over many files needs the memory of one. It decides how things
//! look and nothing else: each gives one valid document, whatever the inputs hold and also when there are none.
//!
//! ```
//! use skp_messages::{Options, validate};
//! use skp_validate::render::{JUnit, Render, Style};
//! use skp_validate::{Checked, Outcome, SourceRoot, Summary};
//!
//! let text = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"GEEN_ZIN"}"#;
//! let report = validate(text.as_bytes(), &Options::default());
//! let checked = Checked { name: "in/a.json".to_owned(), outcome: Outcome::of(report, text.into()) };
//!
//! let (mut out, mut summary) = (Vec::new(), Summary::default());
//! let mut junit = JUnit::new(Style::default(), SourceRoot::new("/repo"));
//! summary.add(&checked);
//! junit.checked(&mut out, &checked)?;
//! junit.finish(&mut out, &summary, summary.verdict())?;
//! assert!(String::from_utf8_lossy(&out).contains(r#"<failure type="VAL-006""#));
//! # Ok::<(), std::io::Error>(())
//! ```

mod conversion;
mod dossier;
mod github;
mod gitlab;
mod json;
mod junit;
mod markdown;
mod ndjson;
mod phrase;
mod record;
mod sarif;
mod text;

use std::io::{self, Write};

pub use conversion::{converted, refused};
pub use dossier::DossierJson;
pub use github::GitHub;
pub use gitlab::GitLab;
pub use json::Json;
pub use junit::JUnit;
pub use markdown::Markdown;
pub use ndjson::Ndjson;
pub use record::REPORT_SCHEMA;
pub(crate) use record::line as json_line;
pub use sarif::Sarif;
pub use text::Text;

use skp_messages::Lang;
use skp_messages::finding::Found;

use crate::bulk::Stream;
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

    /// Shows that a stream is at its end; only its messages with findings were shown one by one.
    ///
    /// # Errors
    /// When `out` cannot be written.
    fn stream(&mut self, out: &mut dyn Write, stream: &Stream) -> io::Result<()> {
        let _ = (out, stream);
        Ok(())
    }

    /// Shows what was checked in all; called once, at the end. `verdict` is that on the run as the caller sees it.
    ///
    /// # Errors
    /// When `out` cannot be written.
    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()>;
}
