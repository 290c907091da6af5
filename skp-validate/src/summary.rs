//! What a run checked, added up, and the sentence that says so.
//!
//! The sentence never sounds like a pass when something was not checked.

use std::collections::BTreeMap;

use skp_messages::Lang;
use skp_messages::finding::Reason;
use skp_messages::shape::Severity;

use crate::baseline::Stale;
use crate::bulk::{Stream, Tally};
use crate::terminal::{count, short};
use crate::{Checked, State, Verdict};

/// What was checked and found over all inputs of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The folder of the definitions that inputs were checked against; `None` for those that were built in.
    pub definitions: Option<String>,
    /// Inputs and arguments, whatever became of them.
    pub inputs: u64,
    /// Messages that were checked.
    pub messages: u64,
    /// Those of the messages whose envelope alone was looked at.
    pub envelopes: u64,
    /// Elements that were compared with a row of a table.
    pub elements: u64,
    /// Rules that were evaluated.
    pub rules: u64,
    /// Rules that were not evaluated, by reason.
    pub rules_not_checked: BTreeMap<Reason, u64>,
    /// Findings that count and are errors.
    pub errors: u64,
    /// Findings that count and are warnings.
    pub warnings: u64,
    /// Findings that count and are infos.
    pub infos: u64,
    /// Findings that do not count because the settings switched their rule off, by rule.
    pub silenced: BTreeMap<&'static str, u64>,
    /// Findings that count for less than their rule says, because of the settings.
    pub lowered: u64,
    /// Findings that do not count because they are in the baseline.
    pub known: u64,
    /// Findings that count again because their date in the baseline has passed.
    pub expired: u64,
    /// Entries of the baseline that stand for findings which are not there any more.
    pub stale: Vec<Stale>,
    /// Findings that were left out because of the limit per input.
    pub left_out: u64,
    /// Inputs with at least one finding that counts.
    pub with_findings: u64,
    /// Inputs that could not be checked: empty, no known message, over a limit, or nothing matched.
    pub not_checkable: u64,
    /// Inputs that could not be read.
    pub unreadable: u64,
    /// Messages that were checked, or could not be, each on a line of an input.
    pub lines: u64,
    /// Those of them with at least one finding that counts.
    pub lines_with_findings: u64,
    /// Those of them that could not be checked.
    pub lines_not_checkable: u64,
    /// Why the run ended before its end, when it did.
    pub failure: Option<RunFailure>,
    worst: Option<Verdict>,
    /// Whether a line of the stream at hand has a finding that counts.
    stream_found: bool,
}

/// Why a run ended before its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunFailure {
    /// What is the matter, in the language of the run.
    pub text: String,
    /// The exit code that says so.
    pub exit_code: u8,
}

impl Summary {
    /// Adds what became of one input.
    pub fn add(&mut self, checked: &Checked) {
        let verdict = Verdict::of(checked);
        self.worst = self.worst.max(Some(verdict));
        let on_line = checked.line().is_some();
        self.inputs += u64::from(!on_line);
        self.unreadable += u64::from(verdict == Verdict::Broken);
        let Some(report) = checked.report() else {
            self.not_checkable += u64::from(verdict == Verdict::NotChecked);
            return;
        };
        let counts = report.counts();
        // Accepting that an input cannot be checked does not make it checked.
        let unchecked = counts.messages == 0 && verdict == Verdict::Passed;
        let not_checkable = if on_line { &mut self.lines_not_checkable } else { &mut self.not_checkable };
        *not_checkable += u64::from(verdict == Verdict::NotChecked || unchecked);
        self.messages += counts.messages;
        self.envelopes += if report.is_envelope_only() { counts.messages } else { 0 };
        self.elements += counts.elements;
        self.rules += counts.rules;
        for skipped in report.not_checked() {
            *self.rules_not_checked.entry(skipped.reason).or_default() += skipped.times;
        }
        let mut counting = 0;
        for (finding, standing) in checked.findings() {
            self.lowered += u64::from(standing.severity < finding.severity());
            match &standing.state {
                State::Counts => {}
                State::Expired(_) => self.expired += 1,
                State::Known(_) => self.known += 1,
                State::Silenced => *self.silenced.entry(finding.id()).or_default() += 1,
            }
            if standing.counts() {
                counting += 1;
                match standing.severity {
                    Severity::Error => self.errors += 1,
                    Severity::Warning => self.warnings += 1,
                    Severity::Info => self.infos += 1,
                }
            }
        }
        self.left_out += report.left_out() as u64;
        let with_findings = if on_line { &mut self.lines_with_findings } else { &mut self.with_findings };
        *with_findings += u64::from(counting > 0);
        self.stream_found |= on_line && counting > 0;
    }

    /// Adds messages of a stream that have no findings.
    pub fn add_clean(&mut self, tally: &Tally) {
        if tally.messages > 0 {
            self.worst = self.worst.max(Some(Verdict::Passed));
        }
        self.messages += tally.messages;
        self.envelopes += tally.envelopes;
        self.elements += tally.elements;
        self.rules += tally.rules;
        for skipped in &tally.not_checked {
            *self.rules_not_checked.entry(skipped.reason).or_default() += skipped.times;
        }
    }

    /// Adds that a stream was checked; its messages were added before.
    pub fn add_stream(&mut self, stream: &Stream) {
        self.inputs += u64::from(!stream.told);
        self.lines += stream.lines;
        self.with_findings += u64::from(std::mem::take(&mut self.stream_found) && !stream.told);
    }

    /// The verdict on the run: that on its worst input. A run in which no message was checked is no pass.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.worst {
            _ if self.failure.is_some() => Verdict::Broken,
            Some(Verdict::Passed) if self.messages == 0 => Verdict::NotChecked,
            worst => worst.unwrap_or(Verdict::NotChecked),
        }
    }

    /// The exit code of a run with this verdict: that of the failure when the run ended before its end.
    #[must_use]
    pub fn exit_code(&self, verdict: Verdict) -> u8 {
        self.failure.as_ref().map_or(verdict.exit_code(), |failure| failure.exit_code)
    }

    /// The verdict when warnings count as errors (`deny_warnings`), or when a rule that could not be checked for want of a
    /// header counts as not checked (`strict`).
    #[must_use]
    pub fn verdict_with(&self, strict: bool, deny_warnings: bool) -> Verdict {
        let mut verdict = self.verdict();
        if deny_warnings && self.warnings > 0 {
            verdict = verdict.max(Verdict::Findings);
        }
        if strict && self.rules_not_checked.contains_key(&Reason::NoHeader) {
            verdict = verdict.max(Verdict::NotChecked);
        }
        verdict
    }

    /// What was checked, what was not, and what was found, in one sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let mut parts = vec![self.checked(lang)];
        parts.extend(self.rules_left(lang));
        if self.messages > 0 || self.with_findings > 0 {
            parts.push(self.found(lang));
        }
        parts.extend(self.settings(lang));
        if self.left_out > 0 {
            let what = count(self.left_out, lang, ["bevinding", "bevindingen"], ["finding", "findings"]);
            parts.push(format!("{what} {}", lang.pick("niet getoond", "not shown")));
        }
        if self.not_checkable > 0 {
            let what = inputs(self.not_checkable, lang);
            parts.push(format!("{what} {}", lang.pick("niet te controleren", "could not be checked")));
        }
        if self.lines_not_checkable > 0 {
            let what = lines(self.lines_not_checkable, lang);
            parts.push(format!("{what} {}", lang.pick("niet te controleren", "could not be checked")));
        }
        if self.unreadable > 0 {
            let what = inputs(self.unreadable, lang);
            parts.push(format!("{what} {}", lang.pick("niet te lezen", "could not be read")));
        }
        if let Some(failure) = &self.failure {
            parts.push(format!(
                "{}: {}",
                lang.pick("de controle is afgebroken", "the run was ended"),
                short(&failure.text)
            ));
        }
        let sentence = parts.join("; ");
        if sentence.ends_with(['.', '?']) { sentence } else { sentence + "." }
    }

    /// What the settings and the baseline made of findings: nothing that does not count goes unsaid.
    fn settings(&self, lang: Lang) -> Vec<String> {
        let mut parts = Vec::new();
        let findings = |number| count(number, lang, ["bevinding", "bevindingen"], ["finding", "findings"]);
        if !self.silenced.is_empty() {
            let rules: Vec<String> = self.silenced.iter().map(|(rule, times)| format!("{rule} {times}×")).collect();
            let what = findings(self.silenced.values().sum());
            let why = lang.pick("uitgezet in de instellingen", "switched off in the settings");
            parts.push(format!("{what} {why} ({})", rules.join(", ")));
        }
        if self.lowered > 0 {
            let why = lang.pick("lichter geteld door de instellingen", "made milder by the settings");
            parts.push(format!("{} {why}", findings(self.lowered)));
        }
        if self.known > 0 {
            let why = lang.pick("bekend uit de baseline en niet meegeteld", "known from the baseline and not counted");
            parts.push(format!("{} {why}", findings(self.known)));
        }
        if self.expired > 0 {
            let why = lang.pick(
                "weer meegeteld omdat de datum in de baseline voorbij is",
                "counted again because the date in the baseline has passed",
            );
            parts.push(format!("{} {why}", findings(self.expired)));
        }
        if !self.stale.is_empty() {
            let what = count(self.stale.len() as u64, lang, ["regel", "regels"], ["entry", "entries"]);
            let why = lang.pick("van de baseline niet meer gevonden", "of the baseline not found any more");
            parts.push(format!("{what} {why}"));
        }
        parts
    }

    fn checked(&self, lang: Lang) -> String {
        if self.messages == 0 {
            return lang.pick("Geen bericht gecontroleerd", "No message checked").to_owned();
        }
        let messages = if self.envelopes == self.messages {
            let envelopes = count(self.messages, lang, ["envelop", "enveloppen"], ["envelope", "envelopes"]);
            format!("{envelopes} ({})", lang.pick("de inhoud is niet bekeken", "the content was not looked at"))
        } else {
            count(self.messages, lang, ["bericht", "berichten"], ["message", "messages"])
        };
        let elements = count(self.elements, lang, ["element", "elementen"], ["element", "elements"]);
        let rules = rules(self.rules, lang);
        match (lang, &self.definitions) {
            (Lang::Nl, None) => format!("{messages}, {elements} en {rules} gecontroleerd"),
            (Lang::En, None) => format!("{messages}, {elements} and {rules} checked"),
            (Lang::Nl, Some(folder)) => {
                format!("{messages}, {elements} en {rules} gecontroleerd met de definities in {}", short(folder))
            }
            (Lang::En, Some(folder)) => {
                format!("{messages}, {elements} and {rules} checked with the definitions in {}", short(folder))
            }
        }
    }

    fn rules_left(&self, lang: Lang) -> Option<String> {
        let mut reasons: Vec<String> = Vec::new();
        for (reason, times) in &self.rules_not_checked {
            let amount = if reasons.is_empty() {
                format!("{} {}", rules(*times, lang), lang.pick("niet gecontroleerd", "not checked"))
            } else {
                times.to_string()
            };
            reasons.push(format!("{amount} {} {}", lang.pick("omdat", "because"), because(*reason, lang)));
        }
        (!reasons.is_empty()).then(|| reasons.join(", "))
    }

    fn found(&self, lang: Lang) -> String {
        let errors = count(self.errors, lang, ["fout", "fouten"], ["error", "errors"]);
        let warnings = count(self.warnings, lang, ["waarschuwing", "waarschuwingen"], ["warning", "warnings"]);
        let infos = count(self.infos, lang, ["infomelding", "infomeldingen"], ["info", "infos"]);
        let mut parts = vec![if self.errors > 0 { errors } else { lang.pick("geen fouten", "no errors").to_owned() }];
        parts.extend((self.warnings > 0).then_some(warnings));
        parts.extend((self.infos > 0).then_some(infos));
        let last = parts.pop().unwrap_or_default();
        let mut text = match parts.as_slice() {
            [] => last,
            parts => format!("{} {} {last}", parts.join(", "), lang.pick("en", "and")),
        };
        if self.lines_with_findings > 0 {
            text.push_str(&match lang {
                Lang::Nl => format!(" op {} van {}", self.lines_with_findings, lines(self.lines, lang)),
                Lang::En => format!(" on {} of {}", self.lines_with_findings, lines(self.lines, lang)),
            });
        }
        if self.with_findings > 0 && self.inputs > 1 {
            text.push_str(&match lang {
                Lang::Nl => format!(" in {} van {}", self.with_findings, inputs(self.inputs, lang)),
                Lang::En => format!(" in {} of {}", self.with_findings, inputs(self.inputs, lang)),
            });
        }
        text
    }
}

/// The reason as it stands in a sentence about many rules.
fn because(reason: Reason, lang: Lang) -> &'static str {
    match reason {
        Reason::NoHeader => lang.pick("er geen Berichtheader is", "there is no header"),
        Reason::WrongElement => {
            lang.pick("een benodigd element ontbreekt of fout is", "a needed element is missing or wrong")
        }
        Reason::NoClock => lang.pick("de tijd van nu niet bekend is", "the time now is not known"),
        Reason::NoHistory => lang.pick("eerdere berichten niet bekend zijn", "earlier messages are not known"),
        Reason::OtherRelease => {
            lang.pick("een eerder bericht van een andere release is", "an earlier message is of another release")
        }
        Reason::TooManyItems => {
            lang.pick("de lijsten die zij vergelijken te lang zijn", "the lists that they compare are too long")
        }
        Reason::NoReceipt => {
            lang.pick("het moment van ophalen niet bekend is", "the moment of collecting is not known")
        }
        Reason::ContentUnread => lang.pick("de inhoud niet bekeken is", "the content was not looked at"),
        Reason::NoDirectory => {
            lang.pick("de deelnemer niet in een deelnemerslijst staat", "the participant is in no directory")
        }
    }
}

fn rules(times: u64, lang: Lang) -> String {
    count(times, lang, ["regel", "regels"], ["rule", "rules"])
}

fn inputs(times: u64, lang: Lang) -> String {
    count(times, lang, ["bestand", "bestanden"], ["file", "files"])
}

fn lines(times: u64, lang: Lang) -> String {
    count(times, lang, ["NDJSON-regel", "NDJSON-regels"], ["NDJSON line", "NDJSON lines"])
}

#[cfg(test)]
#[path = "summary_tests.rs"]
mod tests;
