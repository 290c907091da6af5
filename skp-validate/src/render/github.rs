//! Results as workflow commands of GitHub Actions, which become annotations on files.
//!
//! A line is `::error file=…,line=…,col=…,title=…::text`. Findings that do not count get no annotation; the last line says
//! how many there are. GitHub shows ten annotations of a kind for a step, whatever there are more.

use std::io::{self, Write};

use skp_messages::shape::Severity;

use super::phrase::{element, phrase};
use super::{Render, Style};
use crate::terminal::harmless;
use crate::{Checked, Outcome, SourceRoot, Summary, Verdict};

/// Writes one command a line.
#[derive(Debug)]
pub struct GitHub {
    style: Style,
    root: SourceRoot,
}

impl GitHub {
    /// A renderer for this style; files are named from `root`, which should be that of the repository.
    #[must_use]
    pub const fn new(style: Style, root: SourceRoot) -> Self {
        Self { style, root }
    }
}

impl Render for GitHub {
    fn checked(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        let file = property(&self.root.name(&checked.name));
        let lang = self.style.lang;
        if let Outcome::Trouble(trouble) = &checked.outcome {
            return writeln!(out, "::error file={file},title=skp::{}", data(&trouble.text(lang)));
        }
        for (finding, standing) in checked.findings().filter(|(_, standing)| standing.counts()) {
            let command = match standing.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "notice",
            };
            write!(out, "::{command} file={file}")?;
            if let Some(place) = finding.place() {
                write!(out, ",line={},col={}", place.line, place.column)?;
            }
            let element = element(finding);
            let colon = if element.is_empty() { "" } else { ": " };
            let text = format!("{element}{colon}{}", phrase(finding, standing, self.style));
            writeln!(out, ",title={}::{}", property(finding.id()), data(&text))?;
        }
        let left_out = checked.report().map_or(0, skp_messages::Report::left_out);
        if left_out > 0 {
            let text = lang.pick("bevindingen niet getoond", "findings not shown");
            writeln!(out, "::warning file={file},title=skp::{left_out} {text}")?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        // What was not checked must not look like a pass on a page that shows annotations only.
        let command = match verdict {
            Verdict::Passed | Verdict::Findings => "notice",
            Verdict::NotChecked | Verdict::Broken => "error",
        };
        writeln!(out, "::{command} title=skp validate::{}", data(&summary.sentence(self.style.lang)))
    }
}

/// A text as the data of a command.
fn data(text: &str) -> String {
    harmless(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
