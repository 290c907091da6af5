//! What whoever runs a check decided about findings: other severities, rules switched off, findings accepted for a time.
//!
//! A policy changes how findings count and never which there are. It judges in the order of the inputs, so that the same
//! run gives the same standings.

mod severity;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use globset::{GlobBuilder, GlobMatcher};
use skp_messages::shape::Severity;

use crate::baseline::{Baseline, Entry, Stale, is_pattern};
use crate::identity::identities;
use crate::{Checked, Known, Outcome, RulePattern, SourceRoot, State};

pub use severity::{Level, Overrides};

/// Decides how the findings of a run count.
///
/// ```
/// use skp_messages::{Options, validate};
/// use skp_validate::policy::{Level, Overrides, Policy};
/// use skp_validate::{Checked, Outcome, RulePattern, SourceRoot, Verdict, baseline};
///
/// let text = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"GEEN_ZIN"}"#;
/// let report = validate(text.as_bytes(), &Options::default());
/// let mut checked = Checked { name: "a.json".to_owned(), outcome: Outcome::of(report, text.into()) };
/// assert_eq!(Verdict::of(&checked), Verdict::Findings);
///
/// let today = baseline::day("2026-07-01").expect("a day");
/// let mut policy = Policy::new(SourceRoot::new("/repo"), today);
/// policy.override_severity(Overrides::from([(RulePattern::new("VAL-*"), Level::Off)]));
/// policy.judge(&mut checked);
/// assert_eq!(Verdict::of(&checked), Verdict::Passed);
/// ```
#[derive(Debug)]
pub struct Policy {
    root: SourceRoot,
    today: NaiveDate,
    overrides: Overrides,
    paths: Vec<(GlobMatcher, Overrides)>,
    deny_warnings: bool,
    baseline: Baseline,
    record: Option<NaiveDate>,
    recorded: BTreeMap<(String, &'static str, String), u32>,
}

impl Policy {
    /// A policy that changes nothing. Baselines and patterns speak of inputs as seen from `root`, dates are compared with
    /// `today`.
    #[must_use]
    pub fn new(root: SourceRoot, today: NaiveDate) -> Self {
        Self {
            root,
            today,
            overrides: Overrides::default(),
            paths: Vec::new(),
            deny_warnings: false,
            baseline: Baseline::default(),
            record: None,
            recorded: BTreeMap::new(),
        }
    }

    /// Gives rules another severity, or switches them off.
    pub fn override_severity(&mut self, overrides: Overrides) {
        self.overrides = overrides;
    }

    /// The same for the inputs that a pattern matches. Of several patterns that match, the last one decides that says
    /// something about a rule.
    ///
    /// # Errors
    /// When the pattern is wrong: how.
    pub fn override_in(&mut self, pattern: &str, overrides: Overrides) -> Result<(), String> {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        let glob = glob.map_err(|error| error.kind().to_string())?;
        self.paths.push((glob.compile_matcher(), overrides));
        Ok(())
    }

    /// Lets warnings make an input fail.
    pub const fn deny_warnings(&mut self) {
        self.deny_warnings = true;
    }

    /// Takes over what was accepted before.
    pub fn accept(&mut self, baseline: Baseline) {
        self.baseline = baseline;
    }

    /// Accepts every finding until this day and keeps it for [`Policy::recorded`].
    pub fn record(&mut self, until: NaiveDate) {
        self.record = Some(until);
    }

    /// Decides how the findings of an input count.
    pub fn judge(&mut self, checked: &mut Checked) {
        let input = self.root.name(&checked.name);
        // Of an input that was not read, or not told in full, nobody knows what is not there any more.
        if checked.report().is_some_and(|report| report.left_out() == 0) {
            self.baseline.meet(&input);
        }
        let identities = identities(checked, &self.root);
        let mut standings = Vec::new();
        for ((finding, standing), identity) in checked.findings().zip(identities) {
            let mut standing = standing.clone();
            match self.level(&input, finding.id()) {
                Some(Level::Off) => standing.state = State::Silenced,
                Some(Level::As(severity)) => standing.severity = severity,
                None => {}
            }
            if standing.state == State::Counts {
                if let Some(until) = self.record {
                    let key = (identity.input, identity.rule, identity.path);
                    *self.recorded.entry(key).or_default() += 1;
                    standing.state = State::Known(Known { until, reason: None });
                } else if let Some(state) = self.baseline.judge(&identity, self.today) {
                    standing.state = state;
                }
            }
            let bad =
                standing.severity == Severity::Error || (self.deny_warnings && standing.severity == Severity::Warning);
            standing.fails = standing.counts() && bad;
            standings.push(standing);
        }
        if let Outcome::Report { standings: old, .. } = &mut checked.outcome {
            *old = standings;
        }
    }

    /// Notes that an input was checked in which no message has findings, so that nobody waits for those of the baseline.
    pub fn meet(&mut self, name: &str) {
        self.baseline.meet(&self.root.name(name));
    }

    fn level(&self, input: &str, rule: &str) -> Option<Level> {
        let here = self.paths.iter().rev().filter(|(pattern, _)| pattern.is_match(input));
        here.map(|(_, overrides)| overrides)
            .find_map(|overrides| overrides.of(rule))
            .or_else(|| self.overrides.of(rule))
    }

    /// The entries of the baseline that stand for findings which are not there any more; `exists` says whether there is
    /// an input of this name.
    #[must_use]
    pub fn stale(&self, exists: impl Fn(&str) -> bool) -> Vec<Stale> {
        self.baseline.stale(exists)
    }

    /// What was accepted since [`Policy::record`], in order.
    #[must_use]
    pub fn recorded(&self) -> Vec<Entry> {
        let Some(until) = self.record else { return Vec::new() };
        let entry = |((input, rule, path), times): (&(String, &'static str, String), &u32)| Entry {
            rule: Some(RulePattern::new(rule)),
            // A name that reads as a pattern is written as one that matches that name.
            input: Some(if is_pattern(input) { globset::escape(input) } else { input.clone() }),
            path: Some(path.clone()),
            fingerprint: None,
            times: Some(*times),
            until,
            reason: None,
        };
        self.recorded.iter().map(entry).collect()
    }
}

#[cfg(test)]
mod tests;
