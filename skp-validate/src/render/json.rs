//! Results as one JSON document: `{ "schema": …, "inputs": [ … ], "summary": { … } }`, as `schemas/report.schema.json` says.
//!
//! It is written as results come, one input a line, so that a large run needs no large memory.

use std::io::{self, Write};

use super::record::{InputRecord, REPORT_SCHEMA, SummaryRecord, line};
use super::{Render, Style};
use crate::bulk::Stream;
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

impl Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.begun = true;
        write!(out, "{{\n  \"schema\": \"{REPORT_SCHEMA}\",\n  \"inputs\": [")
    }

    fn input(&mut self, out: &mut dyn Write, record: &InputRecord<'_>) -> io::Result<()> {
        if self.begun {
            out.write_all(b",")?;
        } else {
            self.begin(out)?;
        }
        write!(out, "\n    {}", line(record)?)
    }
}

impl Render for Json {
    fn checked(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        self.input(out, &InputRecord::new(checked, self.style))
    }

    fn stream(&mut self, out: &mut dyn Write, stream: &Stream) -> io::Result<()> {
        InputRecord::of_stream(stream).map_or(Ok(()), |record| self.input(out, &record))
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        if self.begun {
            out.write_all(b"\n  ")?;
        } else {
            self.begin(out)?;
        }
        writeln!(out, "],\n  \"summary\": {}\n}}", line(&SummaryRecord::new(summary, verdict, self.style))?)
    }
}
