//! Which rules a setting is about: one by its id, or a family by the begin of its ids.

use std::fmt;

/// The id of a rule, or the begin of ids with a `*` behind it: `SR-BV-*`.
///
/// ```
/// use skp_validate::RulePattern;
///
/// let family = RulePattern::new("sr-bv-*");
/// assert!(family.matches("SR-BV-004a") && !family.matches("SR-BA-001"));
/// assert!(RulePattern::new("SR-BV-004a").weight() > family.weight());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RulePattern {
    begin: String,
    family: bool,
}

impl RulePattern {
    /// A pattern from its text; case does not matter.
    #[must_use]
    pub fn new(text: &str) -> Self {
        match text.strip_suffix('*') {
            Some(begin) => Self { begin: begin.to_owned(), family: true },
            None => Self { begin: text.to_owned(), family: false },
        }
    }

    /// Whether a rule is one of those meant.
    #[must_use]
    pub fn matches(&self, id: &str) -> bool {
        let begins = id.get(..self.begin.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(&self.begin));
        begins && (self.family || id.len() == self.begin.len())
    }

    /// How precise the pattern is: of two that match, the one with more weight decides.
    #[must_use]
    pub const fn weight(&self) -> usize {
        if self.family { self.begin.len() } else { usize::MAX }
    }
}

impl fmt::Display for RulePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.begin)?;
        f.write_str(if self.family { "*" } else { "" })
    }
}
