//! Why a text is no value of a type.

use std::fmt;

use crate::Lang;
use crate::finding::Expected;
use crate::shape::Rule;

/// Why a text is no value of a type. It says what was expected and never what was given.
///
/// ```
/// let error = "31-12-2025".parse::<skp_messages::Bedrag>().unwrap_err();
/// assert_eq!(error.rule().id, "VAL-008");
/// ```
#[derive(Clone, PartialEq)]
pub struct ValueError {
    rule: &'static Rule,
    expected: Expected,
}

impl ValueError {
    pub(crate) const fn new(rule: &'static Rule, expected: Expected) -> Self {
        Self { rule, expected }
    }

    /// The rule that is broken, as a finding would name it.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// What is wrong and what was expected.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let expected = self.expected.text(lang);
        match lang {
            Lang::Nl => format!("{} (verwacht: {expected})", self.rule.nl),
            Lang::En => format!("{} (expected: {expected})", self.rule.en),
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule.id, self.text(Lang::En))
    }
}

impl fmt::Debug for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for ValueError {}
