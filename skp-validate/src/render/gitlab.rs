//! Results as a code quality report of GitLab: a list of issues, each with a path, a line and a fingerprint.
//!
//! GitLab has no place for a summary. Findings that are known from the baseline are of severity `info` here; those that the
//! settings switched off are left out, as the other reports say.

use std::io::{self, Write};

use serde::Serialize;
use skp_messages::shape::Severity;

use super::phrase::{element, phrase};
use super::record::line;
use super::{Render, Style};
use crate::identity::{fingerprint, identities};
use crate::terminal::harmless;
use crate::{Checked, Outcome, SourceRoot, State, Summary, Verdict};

/// Writes one list for the whole run.
#[derive(Debug)]
pub struct GitLab {
    style: Style,
    root: SourceRoot,
    begun: bool,
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

impl GitLab {
    /// A renderer for this style; paths are seen from `root`, which should be that of the repository.
    #[must_use]
    pub const fn new(style: Style, root: SourceRoot) -> Self {
        Self { style, root, begun: false }
    }

    fn issue(&mut self, out: &mut dyn Write, issue: &Issue) -> io::Result<()> {
        out.write_all(if self.begun { b",\n  " } else { b"[\n  " })?;
        self.begun = true;
        out.write_all(line(issue)?.as_bytes())
    }

    /// What is wrong with an input or run as a whole.
    fn whole(&mut self, out: &mut dyn Write, name: &'static str, path: String, text: String) -> io::Result<()> {
        let fingerprint = fingerprint(&[&path, name]);
        let location = Location { path, lines: Lines { begin: 1 } };
        self.issue(out, &Issue { description: text, check_name: name, fingerprint, severity: "blocker", location })
    }
}

impl Render for GitLab {
    fn checked(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        let path = harmless(&self.root.name(&checked.name));
        if let Outcome::Trouble(trouble) = &checked.outcome {
            return self.whole(out, "skp-not-read", path, harmless(&trouble.text(self.style.lang)));
        }
        for ((finding, standing), identity) in checked.findings().zip(identities(checked, &self.root)) {
            if standing.state == State::Silenced {
                continue;
            }
            let severity = match standing.severity {
                _ if !standing.counts() => "info",
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            };
            let element = element(finding);
            let colon = if element.is_empty() { "" } else { ": " };
            let issue = Issue {
                description: format!("{element}{colon}{}", phrase(finding, standing, self.style)),
                check_name: finding.id(),
                fingerprint: identity.fingerprint_on(checked.line()),
                severity,
                location: Location {
                    path: path.clone(),
                    lines: Lines { begin: finding.place().map_or(1, |place| place.line) },
                },
            };
            self.issue(out, &issue)?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        if summary.failure.is_some() || (verdict > Verdict::Findings && !self.begun) {
            // An empty list would look like a pass.
            self.whole(out, "skp-not-checked", ".".to_owned(), summary.sentence(self.style.lang))?;
        }
        out.write_all(if self.begun { b"\n]\n" } else { b"[]\n" })
    }
}
