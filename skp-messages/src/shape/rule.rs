//! Rules: what a finding of a rule says and which elements the rule reads.

/// A condition with an id, a severity and its texts.
///
/// The rules of the definitions and the checks that every message gets have the same form, so that a
/// report and `skp explain` treat them alike.
#[derive(Debug)]
pub struct Rule {
    /// The id, for example `SR-BV-004a`.
    pub id: &'static str,
    /// How bad a finding of this rule is.
    pub severity: Severity,
    /// What is wrong, in Dutch.
    pub nl: &'static str,
    /// What is wrong, in English.
    pub en: &'static str,
    /// What to do about it, in Dutch; may be empty.
    pub help_nl: &'static str,
    /// What to do about it, in English; may be empty.
    pub help_en: &'static str,
    /// The condition in CEL; empty for a check of the runtime.
    pub cel: &'static str,
    /// Where a finding points, from the composite (or list item) the rule runs on.
    pub at: RulePath,
    /// Every element the rule reads. When one of them is wrong the rule is not evaluated.
    pub reads: &'static [RulePath],
    /// Whether the rule reads the sending date, and so cannot be checked without a header.
    pub needs_sent: bool,
    /// Where the rule stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

/// A path of element names from the composite a rule runs on.
pub type RulePath = &'static [Step];

/// One step of a [`RulePath`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Into the element of this name.
    Element(&'static str),
    /// Into every item of the list reached so far.
    Items,
    /// Back to the composite that holds the list whose item the rule runs on.
    Outer,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Useful to know.
    Info,
    /// Asks for attention; the message is valid.
    Warning,
    /// Makes the message invalid.
    Error,
}

impl Severity {
    /// The word the standard uses: `fout`, `waarschuwing` or `info`.
    #[must_use]
    pub const fn nl(self) -> &'static str {
        match self {
            Self::Error => "fout",
            Self::Warning => "waarschuwing",
            Self::Info => "info",
        }
    }

    /// The English word.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

impl PartialEq for Rule {
    /// Two rules are the same when they have the same id.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
