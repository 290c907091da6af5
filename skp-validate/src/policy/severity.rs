//! Other severities for rules.

use skp_messages::shape::Severity;

use crate::RulePattern;

/// How the findings of a rule count by decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Not at all.
    Off,
    /// With this severity.
    As(Severity),
}

impl Level {
    /// The words for levels, in Dutch and in English; `off` is the same in both.
    pub const WORDS: [&str; 7] = ["off", "info", "waarschuwing", "fout", "uit", "warning", "error"];

    /// The level that a word stands for.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Some(match word {
            "off" | "uit" => Self::Off,
            "info" => Self::As(Severity::Info),
            "waarschuwing" | "warning" => Self::As(Severity::Warning),
            "fout" | "error" => Self::As(Severity::Error),
            _ => return None,
        })
    }
}

/// Levels by rule and family. The most precise pattern that matches a rule decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides(Vec<(RulePattern, Level)>);

impl<const N: usize> From<[(RulePattern, Level); N]> for Overrides {
    fn from(levels: [(RulePattern, Level); N]) -> Self {
        Self(levels.into())
    }
}

impl FromIterator<(RulePattern, Level)> for Overrides {
    fn from_iter<I: IntoIterator<Item = (RulePattern, Level)>>(levels: I) -> Self {
        Self(levels.into_iter().collect())
    }
}

impl Overrides {
    /// The level of a rule, when one was given.
    #[must_use]
    pub fn of(&self, rule: &str) -> Option<Level> {
        let matching = self.0.iter().filter(|(pattern, _)| pattern.matches(rule));
        matching.max_by_key(|(pattern, _)| pattern.weight()).map(|&(_, level)| level)
    }
}
