//! Code lists.

use super::{Kind, Privacy};

/// A set of codes as it stands in one release.
#[derive(Debug)]
pub struct CodeList {
    /// The name as the standard writes it.
    pub name: &'static str,
    /// Whether a code that is not listed is an error (closed) or kept with a warning (open).
    pub closed: bool,
    /// Whether the codes are written as whole numbers: `100`, not `"100"`, in JSON.
    pub integer: bool,
    /// The codes, in the order of the list.
    pub codes: &'static [Code],
    /// Codes of other releases, so that a finding can say that a code is not in this one.
    pub elsewhere: &'static [&'static str],
    /// How private a code is.
    pub privacy: Privacy,
    /// Where the list stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

impl CodeList {
    /// How a code is written: as a whole number, or as a text without white space around it.
    pub(crate) const fn kind(&self) -> Kind {
        // A UUID is written as every other code is.
        if self.integer { Kind::Integer } else { Kind::Uuid }
    }

    /// Whether the code is in the list. Codes are compared as written.
    #[must_use]
    pub fn contains(&self, code: &str) -> bool {
        self.codes.iter().any(|known| known.code == code)
    }
}

/// One code.
#[derive(Debug)]
pub struct Code {
    /// The code as it is written.
    pub code: &'static str,
    /// What it means, in Dutch.
    pub nl: &'static str,
    /// What it means, in English.
    pub en: &'static str,
    /// Where the code stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}
