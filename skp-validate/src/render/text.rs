//! Results for people: each finding as a compiler shows a mistake, with the line and a caret.
//!
//! An input without findings that count is not mentioned; the last line says how many inputs and findings there were.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet};
use skp_messages::Lang;
use skp_messages::finding::{Finding, Path, Report};
use skp_messages::shape::Severity;

use super::phrase::baseline;
use super::{Render, Style};
use crate::excerpt::excerpt;
use crate::terminal::{harmless, short};
use crate::{Checked, Outcome, Standing, Summary, Verdict};

/// Shows findings with their lines.
#[derive(Debug)]
pub struct Text {
    style: Style,
    renderer: Renderer,
}

impl Text {
    /// A renderer for this style.
    #[must_use]
    pub fn new(style: Style) -> Self {
        let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
        // Excerpts are cut to fit already, and by characters that may be shown.
        Self { style, renderer: renderer.term_width(400) }
    }

    /// One finding, with its excerpt.
    fn finding(&self, name: &str, bytes: &[u8], report: &Report, found: (&Finding, &Standing)) -> String {
        let lang = self.style.lang;
        let (finding, standing) = found;
        let level = match standing.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let title = level.with_name(standing.severity.text(lang)).primary_title(finding.text(lang)).id(finding.id());
        let mut group = Group::with_title(title);
        let origin = Origin::path(harmless(name));
        group = match finding.place() {
            // Of a packed file there is no line to show.
            Some(place) if bytes.is_empty() && report.format().is_none() && finding.id().starts_with("BST-") => {
                group.element(origin.line(place.line as usize))
            }
            Some(place) => {
                let excerpt = excerpt(bytes, place.offset, report.format(), self.style.show_values);
                let origin = origin.line(place.line as usize).char_column(place.column as usize);
                let group = group.element(origin);
                let mark = AnnotationKind::Primary.span(excerpt.mark);
                group.element(Snippet::source(excerpt.text).line_start(place.line as usize).annotation(mark))
            }
            None => group.element(origin),
        };
        self.renderer.render(&[group.elements(self.notes(report, finding, standing))])
    }

    /// What there is to say below the excerpt.
    fn notes(&self, report: &Report, finding: &Finding, standing: &Standing) -> Vec<Message<'static>> {
        let lang = self.style.lang;
        let mut notes = Vec::new();
        let mut say = |name: &'static str, text: String| notes.push(Level::NOTE.with_name(name).message(text));
        let element = self.element(finding.path(), report);
        if !element.is_empty() {
            say("element", element);
        }
        if let Some(found) = finding.value() {
            say(lang.pick("gevonden", "found"), self.style.value(found));
        }
        if let Some(expected) = finding.expected() {
            say(lang.pick("verwacht", "expected"), short(&expected.text(lang)));
        }
        for related in finding.related() {
            let path = short(&related.path.to_string());
            let text = match related.place {
                Some(place) => format!("{} {}: {path}", lang.pick("regel", "line"), place.line),
                None => format!("{path} ({})", lang.pick("ontbreekt", "absent")),
            };
            say(lang.pick("zie ook", "see also"), text);
        }
        if let Some(note) = baseline(&standing.state, lang) {
            say("baseline", note);
        }
        if let Some(help) = finding.help(lang) {
            say(lang.pick("hulp", "help"), help.to_owned());
        }
        notes
    }

    /// The path of an element in the words of the standard and in those of the format.
    fn element(&self, path: &Path, report: &Report) -> String {
        let neutral = short(&path.to_string());
        let located = report.format().map(|format| short(&path.in_format(format))).unwrap_or_default();
        match (neutral.as_str(), located.as_str()) {
            ("", "/" | "") => String::new(),
            ("", located) => located.to_owned(),
            (neutral, "") => neutral.to_owned(),
            (neutral, located) => format!("{neutral}  ({located})"),
        }
    }

    /// The findings of one report, one below the other, as their rules say they count.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn report(&self, out: &mut dyn Write, name: &str, bytes: &[u8], report: &Report) -> io::Result<()> {
        let standings: Vec<Standing> =
            report.findings().iter().map(|finding| Standing::of_rule(finding.rule())).collect();
        self.judged(out, name, bytes, report, &standings)
    }

    /// The findings that count.
    fn judged(
        &self,
        out: &mut dyn Write,
        name: &str,
        bytes: &[u8],
        report: &Report,
        standings: &[Standing],
    ) -> io::Result<()> {
        for found in report.findings().iter().zip(standings).filter(|(_, standing)| standing.counts()) {
            let text = self.finding(name, bytes, report, found);
            for line in text.lines().filter(|line| !is_joint(line)) {
                // The renderer pads some lines with spaces.
                writeln!(out, "{}", line.trim_end())?;
            }
            writeln!(out)?;
        }
        if report.left_out() > 0 {
            let (name, left) = (harmless(name), report.left_out());
            match self.style.lang {
                Lang::Nl => writeln!(out, "{name}: nog {left} bevindingen niet getoond (zie --max-findings)\n")?,
                Lang::En => writeln!(out, "{name}: {left} more findings not shown (see --max-findings)\n")?,
            }
        }
        Ok(())
    }
}

/// Whether a line is the `:::` that the renderer puts between a place and an excerpt that does not say where it is from.
/// Ours cannot say it, for a masked line has other columns than the line in the file.
fn is_joint(line: &str) -> bool {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default();
    let visible = parts
        .map(|part| part.split_once('m').map_or("", |(_, text)| text))
        .fold(first.to_owned(), |all, part| all + part);
    visible.trim() == ":::"
}

impl Render for Text {
    fn checked(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        match &checked.outcome {
            Outcome::Report { report, bytes, standings, .. } => {
                self.judged(out, &checked.name, bytes, report, standings)
            }
            // Told on stderr by the caller, where people look for it.
            Outcome::Trouble(_) => Ok(()),
        }
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, _: Verdict) -> io::Result<()> {
        for stale in &summary.stale {
            let lang = self.style.lang;
            let text = lang.pick("niet meer gevonden uit de baseline", "of the baseline not found any more");
            writeln!(out, "{text}: {}", short(&stale.to_string()))?;
        }
        writeln!(out, "{}", summary.sentence(self.style.lang))
    }
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
