//! Results as NDJSON: one object for each input, and a last one, `{ "schema": …, "summary": { … } }`.
//!
//! Each line is what `line` in `schemas/report.schema.json` says.

use std::io::{self, Write};

use serde::Serialize;

use super::record::{InputRecord, REPORT_SCHEMA, SummaryRecord, line};
use super::{Render, Style};
use crate::bulk::Stream;
use crate::{Checked, Summary, Verdict};

/// Writes one line for each input.
#[derive(Debug)]
pub struct Ndjson {
    style: Style,
}

impl Ndjson {
    /// A renderer for this style.
    #[must_use]
    pub const fn new(style: Style) -> Self {
        Self { style }
    }
}

/// The last line.
#[derive(Serialize)]
struct Last {
    schema: &'static str,
    summary: SummaryRecord,
}

impl Render for Ndjson {
    fn checked(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        writeln!(out, "{}", line(&InputRecord::new(checked, self.style))?)
    }

    fn stream(&mut self, out: &mut dyn Write, stream: &Stream) -> io::Result<()> {
        InputRecord::of_stream(stream).map_or(Ok(()), |record| writeln!(out, "{}", line(&record)?))
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        let last = Last { schema: REPORT_SCHEMA, summary: SummaryRecord::new(summary, verdict, self.style) };
        writeln!(out, "{}", line(&last)?)
    }
}
