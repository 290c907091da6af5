//! Results as JUnit XML: one suite, and a test case for each input.
//!
//! | an input | is |
//! |---|---|
//! | with errors (or denied warnings) | a test with a `failure` that lists them |
//! | that cannot be read | a test with an `error` |
//! | that cannot be checked | a `skipped` test |
//! | else | a test that passed |
//!
//! Warnings, accepted findings and rules that were not checked stand in `system-out`. Of a stream each message with findings
//! is a test, and those without are one together. The head of the document counts its tests, so they are held in memory
//! until the end, 16 MiB of them at most; one last test says how many there are more, and fails when one of those does.

use std::io::{self, Write};

use skp_messages::Lang;
use skp_messages::finding::{Finding, NotChecked};

use super::phrase::{element, not_checked, phrase};
use super::{Render, Style};
use crate::bulk::{Skipped, Stream};
use crate::terminal::{count, harmful};
use crate::{Checked, Outcome, SourceRoot, Standing, State, Summary, Verdict};

/// Writes one document for the whole run.
#[derive(Debug)]
pub struct JUnit {
    style: Style,
    root: SourceRoot,
    cases: String,
    tests: u64,
    failures: u64,
    errors: u64,
    skipped: u64,
    /// How many inputs there was no room for, and whether one of them did not pass.
    cut: u64,
    cut_failed: bool,
}

/// How many bytes of tests are held in memory; what comes after them is counted in one test at the end.
const MOST: usize = 16 << 20;

impl JUnit {
    /// A renderer for this style; inputs are named from `root`.
    #[must_use]
    pub const fn new(style: Style, root: SourceRoot) -> Self {
        Self {
            style,
            root,
            cases: String::new(),
            tests: 0,
            failures: 0,
            errors: 0,
            skipped: 0,
            cut: 0,
            cut_failed: false,
        }
    }

    fn case(&mut self, class: &str, name: &str, inner: &str) {
        self.tests += 1;
        let (class, name) = (escaped(class), escaped(name));
        if inner.is_empty() {
            self.cases.push_str(&format!("    <testcase classname=\"{class}\" name=\"{name}\"/>\n"));
        } else {
            self.cases
                .push_str(&format!("    <testcase classname=\"{class}\" name=\"{name}\">\n{inner}    </testcase>\n"));
        }
    }

    /// A finding on one line: `VAL-006 4:3 Reden: …`.
    fn told(&self, finding: &Finding, standing: &Standing) -> String {
        let place = finding.place().map(|place| format!(" {}:{}", place.line, place.column)).unwrap_or_default();
        let element = element(finding);
        let element = if element.is_empty() { String::new() } else { format!(" {element}") };
        let severity = standing.severity.text(self.style.lang);
        format!("{severity} {}{place}{element}: {}", finding.id(), phrase(finding, standing, self.style))
    }
}

impl Render for JUnit {
    fn checked(&mut self, _: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        let lang = self.style.lang;
        if self.cases.len() >= MOST {
            self.cut += 1;
            let failing = checked.findings().any(|(_, standing)| standing.fails);
            self.cut_failed |= failing || Verdict::of(checked) != Verdict::Passed;
            return Ok(());
        }
        let mut name = self.root.name(&checked.name);
        if let Some(line) = checked.line() {
            name.push_str(&format!(":{line}"));
        }
        let message = checked.report().and_then(skp_messages::Report::message);
        let class = message.map_or_else(|| "skp".to_owned(), |message| message.bericht.replace('/', "."));
        let report = match &checked.outcome {
            Outcome::Report { report, .. } => report,
            Outcome::Trouble(trouble) => {
                let not_checked = Verdict::of(checked) == Verdict::NotChecked;
                let word = if not_checked { "skipped" } else { "error" };
                let count = if not_checked { &mut self.skipped } else { &mut self.errors };
                *count += 1;
                let text = escaped(&trouble.text(lang));
                self.case(&class, &name, &format!("      <{word} message=\"{text}\"/>\n"));
                return Ok(());
            }
        };
        let (failing, other): (Vec<_>, Vec<_>) = checked.findings().partition(|(_, standing)| standing.fails);
        let lines = |some: &[(&Finding, &Standing)]| -> Vec<String> {
            some.iter().map(|(finding, standing)| self.told(finding, standing)).collect()
        };
        let (failures, mut out) = (lines(&failing), lines(&other));
        for ((_, standing), line) in other.iter().zip(&mut out) {
            if standing.state == State::Silenced {
                line.push_str(lang.pick(" Uitgezet in de instellingen.", " Switched off in the settings."));
            }
        }
        if report.left_out() > 0 {
            let text = lang.pick("bevindingen niet getoond", "findings not shown");
            out.push(format!("{} {text}", report.left_out()));
        }
        out.extend(report.not_checked().iter().map(|skipped| not_checked(skipped, lang)));
        let mut inner = String::new();
        let verdict = Verdict::of(checked);
        if verdict == Verdict::NotChecked || (verdict == Verdict::Passed && report.counts().messages == 0) {
            self.skipped += 1;
            let why = failures.first().or(out.first()).cloned();
            let why = why.unwrap_or_else(|| lang.pick("niets om te controleren", "nothing to check").to_owned());
            inner.push_str(&format!("      <skipped message=\"{}\"/>\n", escaped(&why)));
            out.splice(0..0, failures);
        } else if !failing.is_empty() || report.leaves_out_errors() {
            self.failures += 1;
            let id = failing.first().map_or("skp", |(finding, _)| finding.id());
            let more = match failures.len() {
                0 | 1 => String::new(),
                all => format!(" (+{})", all - 1),
            };
            let first = failures.first().map_or("", String::as_str);
            inner.push_str(&format!("      <failure type=\"{id}\" message=\"{}{more}\">", escaped(first)));
            inner.push_str(&escaped_lines(&failures));
            inner.push_str("</failure>\n");
        }
        if !out.is_empty() {
            inner.push_str(&format!("      <system-out>{}</system-out>\n", escaped_lines(&out)));
        }
        self.case(&class, &name, &inner);
        Ok(())
    }

    fn stream(&mut self, _: &mut dyn Write, stream: &Stream) -> io::Result<()> {
        if stream.clean.messages > 0 && self.cases.len() < MOST {
            let lang = self.style.lang;
            let mut out = vec![clean(stream.clean.messages, lang)];
            out.extend(stream.clean.not_checked.iter().map(|skipped| {
                let Skipped { rule, reason, times, .. } = *skipped;
                not_checked(&NotChecked { rule, reason, times }, lang)
            }));
            let inner = format!("      <system-out>{}</system-out>\n", escaped_lines(&out));
            self.case("skp", &self.root.name(&stream.name), &inner);
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        if self.cut > 0 {
            let text = match self.style.lang {
                Lang::Nl => format!("nog {} berichten of bestanden staan niet in dit verslag", self.cut),
                Lang::En => format!("{} more messages or files are not in this report", self.cut),
            };
            let why = self.style.lang.pick("niet alle daarvan zijn in orde", "not all of them passed");
            let failure = format!("      <failure type=\"skp\" message=\"{}: {why}\"/>\n", escaped(&text));
            self.failures += u64::from(self.cut_failed);
            self.case("skp", &text, if self.cut_failed { &failure } else { "" });
        }
        if summary.failure.is_some() || (verdict > Verdict::Findings && self.skipped + self.errors == 0) {
            // A run that was ended, or that may not pass for another reason, must show in the counts.
            self.errors += 1;
            let text = escaped(&summary.sentence(self.style.lang));
            self.case("skp", "skp validate", &format!("      <error message=\"{text}\"/>\n"));
        }
        let Self { tests, failures, errors, skipped, .. } = self;
        let counts = format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\"");
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(out, "<testsuites name=\"skp validate\" {counts}>")?;
        writeln!(out, "  <testsuite name=\"skp validate\" {counts} skipped=\"{skipped}\">")?;
        out.write_all(self.cases.as_bytes())?;
        writeln!(out, "    <system-out>{}</system-out>", escaped(&summary.sentence(self.style.lang)))?;
        writeln!(out, "  </testsuite>\n</testsuites>")
    }
}

fn clean(messages: u64, lang: Lang) -> String {
    let what = count(messages, lang, ["bericht", "berichten"], ["message", "messages"]);
    format!("{what} {}", lang.pick("zonder bevindingen", "without findings"))
}

fn escaped_lines(lines: &[String]) -> String {
    lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\n")
}

/// A text as it may stand between tags and in an attribute. What XML forbids or a terminal would act on is written out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{fffe}' | '\u{ffff}' => out.extend(character.escape_default()),
            _ if harmful(character) => out.extend(character.escape_default()),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Trouble, TroubleKind};

    fn checked(name: &str) -> Checked {
        Checked { name: name.to_owned(), outcome: Outcome::Trouble(Trouble::new(name, TroubleKind::NotFound)) }
    }

    #[test]
    fn what_there_is_no_room_for_is_counted_and_fails() {
        let mut junit = JUnit::new(Style::default(), SourceRoot::new("/r"));
        let long = checked(&"x".repeat(1 << 20));
        for _ in 0..20 {
            junit.checked(&mut io::sink(), &long).unwrap();
        }
        assert!(junit.cases.len() < MOST + (2 << 20));
        let mut out = Vec::new();
        junit.finish(&mut out, &Summary::default(), Verdict::Broken).unwrap();
        let out = String::from_utf8(out).unwrap();
        let told = out.matches("<testcase ").count() as u64;
        assert!(out.contains(&format!("tests=\"{told}\" failures=\"1\" errors=\"{}\"", told - 1)));
        assert!(out.contains(&format!("nog {} berichten of bestanden staan niet in dit verslag", 20 - (told - 1))));
    }

    #[test]
    fn messages_of_a_stream_without_findings_are_one_test() {
        let mut junit = JUnit::new(Style::default(), SourceRoot::new("/r"));
        let mut stream = Stream { name: "a.ndjson".to_owned(), ..Stream::default() };
        stream.clean.messages = 7;
        junit.stream(&mut io::sink(), &stream).unwrap();
        assert!(junit.cases.contains("name=\"a.ndjson\"") && junit.cases.contains("7 berichten zonder bevindingen"));
        assert_eq!(junit.tests, 1);
    }
}
