//! Rules, of a table and between messages.

use super::{At, Comparer};
use crate::catalogue::{Rule, Severity};
use crate::diff::change::{Name, RowSort, plain};
use crate::diff::kind::Kind;

impl Comparer<'_> {
    pub(super) fn rules(&mut self, at: &At<'_>, old: &[Rule], new: &[Rule]) {
        let find = |rules: &'_ [Rule], id: &str| rules.iter().position(|rule| rule.id == id);
        let gone: Vec<&Rule> = old.iter().filter(|rule| find(new, &rule.id).is_none()).collect();
        let mut renumbered = Vec::new();
        for rule in new {
            if let Some(earlier) = find(old, &rule.id).and_then(|place| old.get(place)) {
                let at = row(at, Some(&rule.id), Some(&rule.id));
                self.rule(&at, earlier, rule);
                continue;
            }
            let same = |one: &&&Rule| one.cel == rule.cel && one.text == rule.text && one.severity == rule.severity;
            if let Some(earlier) = gone.iter().filter(|one| !renumbered.contains(&one.id.as_str())).find(same) {
                renumbered.push(earlier.id.as_str());
                let at = row(at, Some(&earlier.id), Some(&rule.id));
                self.turned(Kind::RuleRenumbered, &at, &earlier.id, &rule.id, &rule.source);
                continue;
            }
            let kind = match rule.severity {
                Severity::Error => Kind::RuleAddedError,
                Severity::Warning => Kind::RuleAddedWarning,
                Severity::Info => Kind::RuleAddedInfo,
            };
            let at = row(at, None, Some(&rule.id));
            self.add(kind, &at, (None, Some(rule.text.clone())), &rule.source);
        }
        for rule in gone.into_iter().filter(|rule| !renumbered.contains(&rule.id.as_str())) {
            let kind = match rule.severity {
                Severity::Error => Kind::RuleRemovedError,
                Severity::Warning => Kind::RuleRemovedWarning,
                Severity::Info => Kind::RuleRemovedInfo,
            };
            let at = row(at, Some(&rule.id), None);
            self.add(kind, &at, (Some(rule.text.clone()), None), &rule.source);
        }
    }

    /// One rule on both sides.
    fn rule(&mut self, at: &At<'_>, old: &Rule, new: &Rule) {
        let source = new.source.as_str();
        self.severity(at, old.severity, new.severity, source);
        if old.cel != new.cel {
            // The Rust is made of what was checked, without spaces and brackets.
            let same = old.compiled.check.to_string() == new.compiled.check.to_string();
            let kind = match new.severity {
                _ if same => Kind::RuleRestated,
                // Judged by the graver of the two, so that both directions agree.
                severity if severity == Severity::Error || old.severity == Severity::Error => Kind::RuleChangedError,
                severity if severity == Severity::Warning || old.severity == Severity::Warning => {
                    Kind::RuleChangedWarning
                }
                _ => Kind::RuleChangedInfo,
            };
            self.turned(kind, at, &old.cel, &new.cel, source);
        }
        if old.compiled.typed.at != new.compiled.typed.at {
            let place = |rule: &Rule| format!("{:?}", rule.compiled.typed.at);
            self.add(Kind::RulePlaceChanged, at, (Some(plain(place(old))), Some(plain(place(new)))), source);
        }
        self.rule_words(at, (&old.text, &old.source), (&new.text, source));
    }

    /// The texts of a rule, which a user reads when it is broken, and its provenance.
    pub(super) fn rule_words(
        &mut self,
        at: &At<'_>,
        old: (&crate::catalogue::Text, &str),
        new: (&crate::catalogue::Text, &str),
    ) {
        if old.0 != new.0 {
            self.add(Kind::RuleTextChanged, at, (Some(old.0.clone()), Some(new.0.clone())), new.1);
        }
        if old.1 != new.1 {
            self.turned(Kind::ProvenanceChanged, at, old.1, new.1, new.1);
        }
    }

    pub(super) fn severity(&mut self, at: &At<'_>, old: Severity, new: Severity, source: &str) {
        let kind = match (old, new) {
            (one, other) if one == other => return,
            (_, Severity::Error) => Kind::RuleSeverityToError,
            (Severity::Error, _) => Kind::RuleSeverityFromError,
            (_, Severity::Warning) => Kind::RuleSeverityRaised,
            _ => Kind::RuleSeverityLowered,
        };
        let word = |severity| match severity {
            Severity::Error => "fout",
            Severity::Warning => "waarschuwing",
            Severity::Info => "info",
        };
        self.turned(kind, at, word(old), word(new), source);
    }
}

/// A rule of the thing at a place.
pub(super) fn row<'p>(at: &At<'p>, old: Option<&str>, new: Option<&str>) -> At<'p> {
    let name = Name { old: old.map(str::to_owned), new: new.map(str::to_owned) };
    At { place: at.place.row(RowSort::Rule, name), touches: at.touches }
}
