//! Results as one JSON document: `{ "inputs": [ … ], "summary": { … } }`.
//!
//! It is written as results come, one input a line, so that a large run needs no large memory.

use std::io::{self, Write};

use super::record::{InputRecord, SummaryRecord, line};
use super::{Render, Style};
use crate::{Checked, Summary, Verdict};

/// Writes one document for the whole run.
#[derive(Debug)]
pub struct Json {
    style: Style,
    begun: bool,
}

impl Json {
    /// A renderer for this style.
    #[must_use]
    pub const fn new(style: Style) -> Self {
        Self { style, begun: false }
    }
}

impl Render for Json {
    fn checked(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        out.write_all(if self.begun { b",\n    " } else { b"{\n  \"inputs\": [\n    " })?;
        self.begun = true;
        out.write_all(line(&InputRecord::new(checked, self.style))?.as_bytes())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        out.write_all(if self.begun { b"\n  ],\n  \"summary\": " } else { b"{\n  \"inputs\": [],\n  \"summary\": " })?;
        writeln!(out, "{}\n}}", line(&SummaryRecord::new(summary, verdict, self.style))?)
    }
}
