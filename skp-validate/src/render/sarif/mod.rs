//! Results as SARIF 2.1.0, the format of OASIS that code scanning services read.
//!
//! | file | does |
//! |---|---|
//! | `model` | the objects of SARIF, as far as they are used here |
//! | `convert` | findings and rules to those objects |
//!
//! Results are written as they come; the rules that they name, and what became of the run, stand behind them. Columns count
//! Unicode code points and the document says so. Findings that do not count are there, with a suppression.

mod convert;
mod model;

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use skp_messages::finding::Reason;
use skp_messages::shape::Rule;

use self::model::{Descriptor, Invocation, Message, Notification};
use super::record::{line, reason_word};
use super::{Render, Style};
use crate::bulk::Stream;
use crate::identity::identities;
use crate::{Checked, Outcome, SourceRoot, Summary, Verdict};

/// Writes one log for the whole run.
///
/// ```
/// use skp_messages::{Options, validate};
/// use skp_validate::render::{Render, Sarif, Style};
/// use skp_validate::{Checked, Outcome, SourceRoot, Summary};
///
/// let text = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"GEEN_ZIN"}"#;
/// let report = validate(text.as_bytes(), &Options::default());
/// let checked = Checked { name: "in/a.json".to_owned(), outcome: Outcome::of(report, text.into()) };
///
/// let (mut out, mut summary) = (Vec::new(), Summary::default());
/// let mut sarif = Sarif::new(Style::default(), SourceRoot::new("/repo"));
/// summary.add(&checked);
/// sarif.checked(&mut out, &checked)?;
/// sarif.finish(&mut out, &summary, summary.verdict())?;
/// let log: serde_json::Value = serde_json::from_slice(&out)?;
/// assert_eq!(log["runs"][0]["results"][0]["ruleId"], "VAL-006");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Sarif {
    style: Style,
    root: SourceRoot,
    begun: bool,
    rules: Vec<&'static Rule>,
    numbers: HashMap<&'static str, usize>,
    /// How many times a rule was not checked, and in how many inputs.
    not_checked: BTreeMap<(&'static str, Reason), (u64, u64)>,
    notifications: Vec<Notification>,
    /// How many notifications about inputs there was no room for.
    more: u64,
}

/// The most notifications about inputs: they are held in memory until the end.
const MOST: usize = 1000;

impl Sarif {
    /// A renderer for this style; URIs are relative to `root`, which stands in the log as `%SRCROOT%`.
    #[must_use]
    pub fn new(style: Style, root: SourceRoot) -> Self {
        Self {
            style,
            root,
            begun: false,
            rules: Vec::new(),
            numbers: HashMap::new(),
            not_checked: BTreeMap::new(),
            notifications: Vec::new(),
            more: 0,
        }
    }

    /// The place of a rule in the list of rules, where it is put when it is not there.
    fn number(&mut self, rule: &'static Rule) -> usize {
        *self.numbers.entry(rule.id).or_insert_with(|| {
            self.rules.push(rule);
            self.rules.len() - 1
        })
    }

    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let separator: &[u8] = if self.begun { b",\n        " } else { HEAD.as_bytes() };
        self.begun = true;
        out.write_all(separator)
    }

    fn notify(&mut self, id: &'static str, level: &'static str, text: &str, input: Option<&str>) {
        if input.is_some() && self.notifications.len() >= MOST {
            self.more += 1;
            return;
        }
        let locations = input.map(|input| vec![convert::location(&self.root, input, None)]).unwrap_or_default();
        self.notifications.push(Notification {
            descriptor: Descriptor::of(id),
            associated_rule: None,
            level,
            message: Message::new(text),
            locations,
        });
    }
}

const HEAD: &str = "{\n  \"$schema\": \"https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json\",\n  \
                    \"version\": \"2.1.0\",\n  \"runs\": [\n    {\n      \"columnKind\": \"unicodeCodePoints\",\n      \
                    \"newlineSequences\": [\"\\r\\n\", \"\\n\", \"\\r\"],\n      \"results\": [\n        ";

impl Render for Sarif {
    fn checked(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        let lang = self.style.lang;
        let report = match &checked.outcome {
            Outcome::Report { report, .. } => report,
            Outcome::Trouble(trouble) => {
                let level = if Verdict::of(checked) == Verdict::Broken { "error" } else { "warning" };
                self.notify("notRead", level, &trouble.text(lang), Some(&checked.name));
                return Ok(());
            }
        };
        for ((finding, standing), identity) in checked.findings().zip(identities(checked, &self.root)) {
            let number = self.number(finding.rule());
            let result = convert::result(finding, standing, &identity, checked, report, &self.root, self.style);
            self.begin(out)?;
            out.write_all(line(&result.with_rule(number))?.as_bytes())?;
        }
        for skipped in report.not_checked() {
            self.number(skipped.rule);
            let (times, inputs) = self.not_checked.entry((skipped.rule.id, skipped.reason)).or_default();
            *times += skipped.times;
            *inputs += 1;
        }
        if report.left_out() > 0 {
            let text = lang.pick("bevindingen niet getoond", "findings not shown");
            self.notify("findingsLeftOut", "warning", &format!("{} {text}.", report.left_out()), Some(&checked.name));
        }
        if Verdict::of(checked) == Verdict::NotChecked {
            let text = lang.pick("Dit bestand is niet te controleren.", "This file cannot be checked.");
            self.notify("notChecked", "warning", text, Some(&checked.name));
        }
        Ok(())
    }

    fn stream(&mut self, _: &mut dyn Write, stream: &Stream) -> io::Result<()> {
        for skipped in &stream.clean.not_checked {
            self.number(skipped.rule);
            let (times, inputs) = self.not_checked.entry((skipped.rule.id, skipped.reason)).or_default();
            *times += skipped.times;
            *inputs += skipped.messages;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, summary: &Summary, verdict: Verdict) -> io::Result<()> {
        let lang = self.style.lang;
        if self.more > 0 {
            let text = lang.pick("mededelingen over bestanden niet getoond", "notifications about files not shown");
            self.notify("notificationsLeftOut", "warning", &format!("{} {text}.", self.more), None);
        }
        for stale in &summary.stale {
            let text = lang.pick("Niet meer gevonden uit de baseline:", "Of the baseline not found any more:");
            self.notify("staleBaseline", "note", &format!("{text} {stale}."), None);
        }
        if let Some(failure) = &summary.failure {
            self.notify("ended", "error", &failure.text, None);
        }
        for (&(rule, reason), &(times, inputs)) in &self.not_checked {
            let text = convert::not_checked(rule, reason, times, inputs, lang);
            self.notifications.push(Notification {
                descriptor: Descriptor::of(reason_word(reason)),
                associated_rule: Some(Descriptor { id: rule, index: self.numbers.get(rule).copied() }),
                level: "note",
                message: Message::new(&text),
                locations: Vec::new(),
            });
        }
        if !self.begun {
            out.write_all(HEAD.trim_end().as_bytes())?;
        }
        let invocation = Invocation {
            // What was not checked is no success.
            execution_successful: verdict <= Verdict::Findings,
            exit_code: summary.exit_code(verdict),
            exit_code_description: summary.sentence(lang),
            tool_execution_notifications: std::mem::take(&mut self.notifications),
        };
        let close = if self.begun { "\n      ]" } else { "]" };
        writeln!(out, "{close},\n      \"invocations\": [\n        {}\n      ],", line(&invocation)?)?;
        writeln!(out, "      \"originalUriBaseIds\": {},", line(&convert::bases(lang))?)?;
        writeln!(out, "      \"tool\": {}\n    }}\n  ]\n}}", line(&convert::tool(&self.rules, lang))?)
    }
}

#[cfg(test)]
mod tests;
