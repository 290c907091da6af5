//! The results as data: what the JSON and NDJSON outputs hold.
//!
//! The names of these fields are an interface: add to them, do not rename them. Text is in the language of the run;
//! everything a program would look at (`rule`, `severity`, `verdict`, `reason`) is the same in every language.

use std::io;

use serde::Serialize;
use skp_messages::Format;
use skp_messages::finding::{Finding, Path, Place, Reason, Report};
use skp_messages::shape::Severity;

use super::Style;
use crate::baseline::Stale;
use crate::bulk::{Skipped, Stream};
use crate::terminal::harmful;
use crate::{Checked, Outcome, Standing, Summary, Verdict};

/// What a JSON report says it is; the `$id` of its schema. The number goes up when a member goes away or changes meaning,
/// not when one is added.
pub const REPORT_SCHEMA: &str = "urn:x-skp:report:1";

/// A record as JSON on one line. What a terminal would act on is escaped, as JSON allows anywhere in a string.
pub(crate) fn line(record: &impl Serialize) -> io::Result<String> {
    let plain = serde_json::to_string(record)?;
    let mut out = String::with_capacity(plain.len());
    for character in plain.chars() {
        if harmful(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(character);
        }
    }
    Ok(out)
}

/// One input.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InputRecord<'a> {
    input: &'a str,
    /// The line of the input that the message stands on, when each line of it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    /// How many messages of a stream have no findings; this record is about them together.
    #[serde(skip_serializing_if = "Option::is_none")]
    clean: Option<u64>,
    verdict: &'static str,
    /// Why it could not be read.
    error: Option<String>,
    format: Option<&'static str>,
    /// `schuldregeling/2.0/Saldoverzoek`.
    message: Option<&'static str>,
    /// Whether only its envelope was looked at; left out when not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    envelope_only: bool,
    counts: Option<Counts>,
    findings: Vec<FindingRecord>,
    findings_left_out: usize,
    not_checked: Vec<NotCheckedRecord>,
}

#[derive(Debug, Serialize)]
struct Counts {
    elements: u64,
    rules: u64,
}

#[derive(Debug, Serialize)]
struct FindingRecord {
    rule: &'static str,
    severity: &'static str,
    state: &'static str,
    until: Option<String>,
    reason: Option<String>,
    text: &'static str,
    #[serde(flatten)]
    place: PlaceRecord,
    found: Option<String>,
    expected: Option<String>,
    help: Option<&'static str>,
    related: Vec<PlaceRecord>,
}

#[derive(Debug, Serialize)]
struct PlaceRecord {
    /// The neutral path, `Vorderingen[2].Afkooppercentage`.
    path: String,
    /// XPath or JSON Pointer.
    location: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
}

#[derive(Debug, Serialize)]
struct NotCheckedRecord {
    rule: &'static str,
    reason: &'static str,
    times: u64,
}

/// The whole run.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SummaryRecord {
    verdict: &'static str,
    exit_code: u8,
    text: String,
    /// The folder of the definitions, when they were not those built in.
    #[serde(skip_serializing_if = "Option::is_none")]
    definitions: Option<String>,
    inputs: u64,
    messages: u64,
    /// Of so many messages only the envelope was looked at.
    #[serde(skip_serializing_if = "is_none")]
    envelopes: u64,
    elements: u64,
    rules: u64,
    rules_not_checked: Vec<ReasonRecord>,
    errors: u64,
    warnings: u64,
    infos: u64,
    silenced: Vec<SilencedRecord>,
    lowered: u64,
    known: u64,
    expired: u64,
    stale: Vec<StaleRecord>,
    inputs_with_findings: u64,
    findings_left_out: u64,
    not_checkable: u64,
    unreadable: u64,
    lines: u64,
    lines_with_findings: u64,
    lines_not_checkable: u64,
    /// Why the run ended before its end.
    failure: Option<String>,
}

/// Findings of a rule that was switched off.
#[derive(Debug, Serialize)]
struct SilencedRecord {
    rule: &'static str,
    times: u64,
}

/// An entry of the baseline that stands for findings which are not there any more.
#[derive(Debug, Serialize)]
struct StaleRecord {
    rule: Option<String>,
    input: Option<String>,
    path: Option<String>,
    fingerprint: Option<String>,
    times: Option<u32>,
    until: String,
    reason: Option<String>,
    found: u32,
}

impl StaleRecord {
    fn new(stale: &Stale) -> Self {
        let entry = &stale.entry;
        Self {
            rule: entry.rule.as_ref().map(ToString::to_string),
            input: entry.input.clone(),
            path: entry.path.clone(),
            fingerprint: entry.fingerprint.clone(),
            times: entry.times,
            until: entry.until.to_string(),
            reason: entry.reason.clone(),
            found: stale.found,
        }
    }
}

#[derive(Debug, Serialize)]
struct ReasonRecord {
    reason: &'static str,
    times: u64,
}

impl<'a> InputRecord<'a> {
    pub(super) fn new(checked: &'a Checked, style: Style) -> Self {
        let (report, error) = match &checked.outcome {
            Outcome::Report { report, .. } => (Some(report), None),
            Outcome::Trouble(trouble) => (None, Some(trouble.text(style.lang))),
        };
        Self {
            input: &checked.name,
            line: checked.line(),
            clean: None,
            verdict: Verdict::of(checked).word(),
            error,
            format: report.and_then(Report::format).map(format_word),
            message: report.and_then(Report::message).map(|message| message.bericht),
            envelope_only: report.is_some_and(Report::is_envelope_only),
            counts: report.filter(|report| report.counts().messages > 0).map(|report| {
                let counts = report.counts();
                Counts { elements: counts.elements, rules: counts.rules }
            }),
            findings: report.map_or_else(Vec::new, |report| {
                let record = |(finding, standing)| FindingRecord::new(finding, standing, report, style);
                checked.findings().map(record).collect()
            }),
            findings_left_out: report.map_or(0, Report::left_out),
            not_checked: report.map_or_else(Vec::new, |report| {
                let record = |skipped: &skp_messages::finding::NotChecked| NotCheckedRecord {
                    rule: skipped.rule.id,
                    reason: reason_word(skipped.reason),
                    times: skipped.times,
                };
                report.not_checked().iter().map(record).collect()
            }),
        }
    }
}

impl<'a> InputRecord<'a> {
    /// The messages of a stream that have no findings, together; `None` when there are none.
    pub(super) fn of_stream(stream: &'a Stream) -> Option<Self> {
        let clean = &stream.clean;
        let record = |skipped: &Skipped| NotCheckedRecord {
            rule: skipped.rule.id,
            reason: reason_word(skipped.reason),
            times: skipped.times,
        };
        (clean.messages > 0).then(|| Self {
            input: &stream.name,
            line: None,
            clean: Some(clean.messages),
            verdict: Verdict::Passed.word(),
            error: None,
            format: None,
            message: None,
            envelope_only: clean.envelopes > 0 && clean.envelopes == clean.messages,
            counts: Some(Counts { elements: clean.elements, rules: clean.rules }),
            findings: Vec::new(),
            findings_left_out: 0,
            not_checked: clean.not_checked.iter().map(record).collect(),
        })
    }
}

impl FindingRecord {
    fn new(finding: &Finding, standing: &Standing, report: &Report, style: Style) -> Self {
        let place = |path: &Path, place: Option<Place>| PlaceRecord {
            path: path.to_string(),
            location: report.format().map(|format| path.in_format(format)),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
        };
        Self {
            rule: finding.id(),
            severity: match standing.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            },
            state: standing.state.word(),
            until: standing.state.known().map(|known| known.until.to_string()),
            reason: standing.state.known().and_then(|known| known.reason.clone()),
            text: finding.text(style.lang),
            place: place(finding.path(), finding.place()),
            found: finding.value().map(|found| style.value(found)),
            expected: finding.expected().map(|expected| expected.text(style.lang)),
            help: finding.help(style.lang),
            related: finding.related().iter().map(|related| place(&related.path, related.place)).collect(),
        }
    }
}

impl SummaryRecord {
    pub(super) fn new(summary: &Summary, verdict: Verdict, style: Style) -> Self {
        let reason = |(reason, times): (&Reason, &u64)| ReasonRecord { reason: reason_word(*reason), times: *times };
        Self {
            verdict: verdict.word(),
            exit_code: summary.exit_code(verdict),
            text: summary.sentence(style.lang),
            definitions: summary.definitions.clone(),
            inputs: summary.inputs,
            messages: summary.messages,
            envelopes: summary.envelopes,
            elements: summary.elements,
            rules: summary.rules,
            rules_not_checked: summary.rules_not_checked.iter().map(reason).collect(),
            errors: summary.errors,
            warnings: summary.warnings,
            infos: summary.infos,
            silenced: summary.silenced.iter().map(|(&rule, &times)| SilencedRecord { rule, times }).collect(),
            lowered: summary.lowered,
            known: summary.known,
            expired: summary.expired,
            stale: summary.stale.iter().map(StaleRecord::new).collect(),
            inputs_with_findings: summary.with_findings,
            findings_left_out: summary.left_out,
            not_checkable: summary.not_checkable,
            unreadable: summary.unreadable,
            lines: summary.lines,
            lines_with_findings: summary.lines_with_findings,
            lines_not_checkable: summary.lines_not_checkable,
            failure: summary.failure.as_ref().map(|failure| failure.text.clone()),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde hands it over so
const fn is_none(number: &u64) -> bool {
    *number == 0
}

const fn format_word(format: Format) -> &'static str {
    match format {
        Format::Json => "json",
        Format::Xml => "xml",
    }
}

pub(super) const fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::NoHeader => "noHeader",
        Reason::WrongElement => "wrongElement",
        Reason::NoClock => "noClock",
        Reason::NoHistory => "noHistory",
        Reason::OtherRelease => "otherRelease",
        Reason::TooManyItems => "tooManyItems",
        Reason::NoReceipt => "noReceipt",
        Reason::NoDirectory => "noDirectory",
        Reason::ContentUnread => "contentUnread",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_the_same_data_without_what_acts_on_a_terminal() {
        let text = "a\u{1b}[31m\u{9b}\u{202e}\u{e0001}é€\n\u{7f}";
        let written = line(&text).unwrap();
        assert!(!written.chars().any(harmful), "{written:?}");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
