//! Results as a page in Markdown: a verdict, the sentence that says what was checked, and a table of findings.
//!
//! For a comment on a merge request or a job summary, which have limits; so the page has at the most a thousand findings
//! and says how many it left out. What an input says stands in `code`, written out so that it means nothing to Markdown.

use std::io::{self, Write};

use skp_messages::Lang;

use super::phrase::{element, phrase};
use super::{Render, Style};
use crate::terminal::harmless;
use crate::{Checked, Outcome, SourceRoot, Summary, Verdict};

/// The most findings on a page.
const MOST: u64 = 1000;

/// Writes one page for the whole run.
#[derive(Debug)]
pub struct Markdown {
    style: Style,
    root: SourceRoot,
    findings: String,
    shown: u64,
    more: u64,
    inputs: String,
    troubles: u64,
}

impl Markdown {
    /// A renderer for this style; inputs are named from `root`.
    #[must_use]
    pub const fn new(style: Style, root: SourceRoot) -> Self {
        Self { style, root, findings: String::new(), shown: 0, more: 0, inputs: String::new(), troubles: 0 }
    }
}

impl Render for Markdown {
    fn checked(&mut self, _: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        let name = self.root.name(&checked.name);
        let lang = self.style.lang;
        if let Outcome::Trouble(trouble) = &checked.outcome {
            self.troubles += 1;
            if self.troubles <= MOST {
                self.inputs.push_str(&format!("| {} | {} |\n", code(&name), text(&trouble.text(lang))));
            }
            return Ok(());
        }
        for (finding, standing) in checked.findings().filter(|(_, standing)| standing.counts()) {
            if self.shown == MOST {
                self.more += 1;
                continue;
            }
            self.shown += 1;
            let place = finding.place().map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
            let element = element(finding);
            let cells = [
                standing.severity.text(lang).to_owned(),
                finding.id().to_owned(),
                code(&format!("{name}{place}")),
                if element.is_empty() { String::new() } else { code(&element) },
                text(&phrase(finding, standing, self.style)),
            ];
            self.findings.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        let lang = self.style.lang;
        writeln!(out, "## skp validate: {}\n\n{}", title(verdict, lang), text(&summary.sentence(lang)))?;
        if !self.inputs.is_empty() {
            let head = lang.pick("| bestand | niet te controleren |", "| file | cannot be checked |");
            write!(out, "\n{head}\n|---|---|\n{}", self.inputs)?;
            if let Some(more) = self.troubles.checked_sub(MOST).filter(|more| *more > 0) {
                match lang {
                    Lang::Nl => writeln!(out, "\nNog {more} bestanden staan niet op deze pagina.")?,
                    Lang::En => writeln!(out, "\n{more} more files are not on this page.")?,
                }
            }
        }
        if !self.findings.is_empty() {
            let head = lang.pick(
                "| ernst | regel | plaats | element | bevinding |",
                "| severity | rule | place | element | finding |",
            );
            write!(out, "\n{head}\n|---|---|---|---|---|\n{}", self.findings)?;
        }
        if self.more > 0 {
            let more = self.more;
            match lang {
                Lang::Nl => writeln!(out, "\nNog {more} bevindingen staan niet op deze pagina.")?,
                Lang::En => writeln!(out, "\n{more} more findings are not on this page.")?,
            }
        }
        if !summary.stale.is_empty() {
            let head = lang.pick("| regel in de baseline | gevonden |", "| entry of the baseline | found |");
            writeln!(out, "\n{head}\n|---|---|")?;
            for stale in &summary.stale {
                writeln!(out, "| {} | {} |", code(&stale.to_string()), stale.found)?;
            }
        }
        Ok(())
    }
}

fn title(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Passed => lang.pick("in orde", "passed"),
        Verdict::Findings => lang.pick("fouten gevonden", "errors found"),
        Verdict::NotChecked => lang.pick("niet gecontroleerd", "not checked"),
        Verdict::Broken => lang.pick("niet te lezen of afgebroken", "not readable or ended"),
    }
}

/// A text of ours, in which what comes from elsewhere means nothing.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in harmless(text).chars() {
        match character {
            '&' | '<' | '>' | '|' | '`' | '*' | '_' | '[' | ']' | '\\' | '~' | '#' | '@' | '$' | '!' => {
                out.push_str(&format!("&#{};", u32::from(character)));
            }
            _ => out.push(character),
        }
    }
    out
}

/// A text of an input, as code. HTML and not backticks, because in a table those cannot hold everything.
fn code(text: &str) -> String {
    let mut out = String::from("<code>");
    for character in harmless(text).chars() {
        if character.is_ascii_punctuation() && !matches!(character, '-' | '.' | '/') {
            out.push_str(&format!("&#{};", u32::from(character)));
        } else {
            out.push(character);
        }
    }
    out + "</code>"
}
