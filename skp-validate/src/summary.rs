//! What a run checked, added up, and the sentence that says so.
//!
//! The sentence never sounds like a pass when something was not checked.

use std::collections::BTreeMap;

use skp_messages::Lang;
use skp_messages::finding::Reason;
use skp_messages::shape::Severity;

use crate::terminal::count;
use crate::{Checked, Outcome, Verdict};

/// What was checked and found over all inputs of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Inputs and arguments, whatever became of them.
    pub inputs: u64,
    /// Messages that were checked.
    pub messages: u64,
    /// Elements that were compared with a row of a table.
    pub elements: u64,
    /// Rules that were evaluated.
    pub rules: u64,
    /// Rules that were not evaluated, by reason.
    pub rules_not_checked: BTreeMap<Reason, u64>,
    /// Findings of severity error.
    pub errors: u64,
    /// Findings of severity warning.
    pub warnings: u64,
    /// Findings of severity info.
    pub infos: u64,
    /// Findings that were left out because of the limit per input.
    pub left_out: u64,
    /// Inputs with at least one finding.
    pub with_findings: u64,
    /// Inputs that could not be checked: empty, no known message, over a limit, or nothing matched.
    pub not_checkable: u64,
    /// Inputs that could not be read.
    pub unreadable: u64,
    worst: Option<Verdict>,
}

impl Summary {
    /// Adds what became of one input.
    pub fn add(&mut self, checked: &Checked) {
        let verdict = Verdict::of(checked);
        self.worst = self.worst.max(Some(verdict));
        self.inputs += 1;
        self.not_checkable += u64::from(verdict == Verdict::NotChecked);
        self.unreadable += u64::from(verdict == Verdict::Broken);
        let Outcome::Report { report, .. } = &checked.outcome else { return };
        let counts = report.counts();
        self.messages += counts.messages;
        self.elements += counts.elements;
        self.rules += counts.rules;
        for skipped in report.not_checked() {
            *self.rules_not_checked.entry(skipped.reason).or_default() += skipped.times;
        }
        for finding in report.findings() {
            match finding.severity() {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
        }
        self.left_out += report.left_out() as u64;
        self.with_findings += u64::from(!report.findings().is_empty());
    }

    /// The verdict on the run: that on its worst input. A run without inputs was not checked.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.worst.unwrap_or(Verdict::NotChecked)
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
        if self.left_out > 0 {
            let what = count(self.left_out, lang, ["bevinding", "bevindingen"], ["finding", "findings"]);
            parts.push(format!("{what} {}", lang.pick("niet getoond", "not shown")));
        }
        if self.not_checkable > 0 {
            let what = inputs(self.not_checkable, lang);
            parts.push(format!("{what} {}", lang.pick("niet te controleren", "could not be checked")));
        }
        if self.unreadable > 0 {
            let what = inputs(self.unreadable, lang);
            parts.push(format!("{what} {}", lang.pick("niet te lezen", "could not be read")));
        }
        parts.join("; ") + "."
    }

    fn checked(&self, lang: Lang) -> String {
        if self.messages == 0 {
            return lang.pick("Geen bericht gecontroleerd", "No message checked").to_owned();
        }
        let messages = count(self.messages, lang, ["bericht", "berichten"], ["message", "messages"]);
        let elements = count(self.elements, lang, ["element", "elementen"], ["element", "elements"]);
        let rules = rules(self.rules, lang);
        match lang {
            Lang::Nl => format!("{messages}, {elements} en {rules} gecontroleerd"),
            Lang::En => format!("{messages}, {elements} and {rules} checked"),
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
        Reason::NoReceipt => {
            lang.pick("het moment van ophalen niet bekend is", "the moment of collecting is not known")
        }
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

#[cfg(test)]
#[path = "summary_tests.rs"]
mod tests;
