//! A dossier as one JSON document: `{ "inputs": [ … ], "conversations": [ … ], "summary": { … } }`.
//!
//! `inputs` and `summary` are those of the JSON output of a run over messages.

use std::io::{self, Write};

use serde::Serialize;
use skp_messages::conversation::Deadline;

use super::Style;
use super::record::{InputRecord, SummaryRecord, line};
use crate::dossier::{Dossier, Standing};
use crate::{Summary, Verdict};

/// Writes a dossier as JSON.
#[derive(Debug)]
pub struct DossierJson {
    style: Style,
}

#[derive(Debug, Serialize)]
struct StandingRecord<'a> {
    reference: &'a str,
    module: &'static str,
    release: &'static str,
    state: Option<&'static str>,
    end: bool,
    messages: usize,
    refused: usize,
    deadlines: Vec<DeadlineRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct DeadlineRecord<'a> {
    question: &'static str,
    reference: &'a str,
    answers: Vec<&'static str>,
    by: &'a [&'static str],
    due: String,
}

impl DossierJson {
    /// A renderer for this style.
    #[must_use]
    pub const fn new(style: Style) -> Self {
        Self { style }
    }

    /// Writes the document.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write(&self, out: &mut dyn Write, dossier: &Dossier, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        let inputs = dossier.checked.iter().map(|checked| line(&InputRecord::new(checked, self.style)));
        let conversations = dossier.conversations.iter().map(|standing| line(&StandingRecord::new(standing)));
        writeln!(out, "{{")?;
        list(out, "inputs", inputs)?;
        list(out, "conversations", conversations)?;
        writeln!(out, "  \"summary\": {}\n}}", line(&SummaryRecord::new(summary, verdict, self.style))?)
    }
}

fn list(out: &mut dyn Write, name: &str, items: impl Iterator<Item = io::Result<String>>) -> io::Result<()> {
    write!(out, "  \"{name}\": [")?;
    let mut any = false;
    for item in items {
        write!(out, "{}\n    {}", if any { "," } else { "" }, item?)?;
        any = true;
    }
    writeln!(out, "{}],", if any { "\n  " } else { "" })
}

impl<'a> StandingRecord<'a> {
    fn new(standing: &'a Standing) -> Self {
        let deadline = |deadline: &'a Deadline| DeadlineRecord {
            question: deadline.question.id,
            reference: &deadline.reference,
            answers: deadline.answers.iter().map(|answer| answer.id).collect(),
            by: deadline.by,
            due: deadline.due.to_string(),
        };
        Self {
            reference: &standing.reference,
            module: standing.module,
            release: standing.release,
            state: standing.state,
            end: standing.end,
            messages: standing.messages,
            refused: standing.refused,
            deadlines: standing.deadlines.iter().map(deadline).collect(),
        }
    }
}
