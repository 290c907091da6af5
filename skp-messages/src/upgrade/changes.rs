//! What stands in the way of a conversion, or was given up for it. Told by path; values never show.

use std::fmt;

use crate::Lang;
use crate::check::builtin;
use crate::finding::{Finding, Path};

/// Everything that does not go over by itself, of one value.
///
/// As an error it says why a strict conversion was refused; beside a builder it says what is left to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    pub(super) list: Vec<Change>,
}

/// One element that does not go over by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    kind: Kind,
    path: Path,
    finding: Option<Box<Finding>>,
}

/// What is the matter with an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It is there, and the other release has no place for it.
    Lost,
    /// The other release requires it, and there is no value to take over.
    Missing,
    /// Its value is not one in the other release.
    Unfit,
}

impl Changes {
    pub(super) fn new(lost: Vec<Path>, errors: Vec<Finding>) -> Self {
        let lost = lost.into_iter().map(|path| Change { kind: Kind::Lost, path, finding: None });
        let errors = errors.into_iter().map(|finding| {
            // A choice of which nothing is filled: what was filled has no place any more.
            let missing = [&builtin::DEF_002, &builtin::DEF_009].iter().any(|rule| rule.id == finding.id());
            let kind = if missing { Kind::Missing } else { Kind::Unfit };
            Change { kind, path: finding.path().clone(), finding: Some(Box::new(finding)) }
        });
        Self { list: lost.chain(errors).collect() }
    }

    /// All of them: what is lost first.
    #[must_use]
    pub fn all(&self) -> &[Change] {
        &self.list
    }

    /// Whether everything goes over.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Those of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Change> {
        self.list.iter().filter(move |change| change.kind == kind)
    }

    /// Whether something is lost, and nothing else is the matter.
    #[must_use]
    pub fn only_losses(&self) -> bool {
        self.list.iter().all(|change| change.kind == Kind::Lost)
    }
}

impl Change {
    /// What is the matter.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Which element: of the value that is converted when it is lost, else of the one it becomes.
    #[must_use]
    pub const fn path(&self) -> &Path {
        &self.path
    }

    /// What the other release finds in the value, of an element that does not fit.
    #[must_use]
    pub fn finding(&self) -> Option<&Finding> {
        self.finding.as_deref()
    }

    /// What is the matter, in one sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let text = match self.kind {
            Kind::Lost => lang.pick(
                "de andere release heeft hier geen plaats voor; de waarde gaat verloren",
                "the other release has no place for it; its value is lost",
            ),
            Kind::Missing => lang.pick(
                "verplicht in de andere release, en er is geen waarde om over te nemen",
                "required in the other release, and there is no value to take over",
            ),
            Kind::Unfit => lang.pick("de waarde past niet in de andere release", "its value does not fit"),
        };
        let expected = self.finding().filter(|_| self.kind == Kind::Unfit).and_then(Finding::expected);
        match expected {
            Some(expected) => format!("{text} ({} {})", lang.pick("verwacht:", "expected:"), expected.text(lang)),
            None => text.to_owned(),
        }
    }
}

/// One line in English: `Contactpersoon: required in the other release, …`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.text(Lang::En))
    }
}

/// A line for each, in English.
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.list.is_empty() {
            return f.write_str("everything goes over");
        }
        for (number, change) in self.list.iter().enumerate() {
            if number > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{change}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Changes {}
