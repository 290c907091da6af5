//! One case of a suite, what it asks of a reader, and what our reader makes of it.

use std::fmt::{self, Display};
use std::panic::catch_unwind;

use skp_messages::{Options, read, validate};

/// The findings of the readers; every other finding is about a message that was read.
const READERS: [&str; 4] = ["FRM-001", "FRM-002", "FRM-003", "FRM-004"];

/// A document with what a suite says about it.
pub struct Case {
    /// The name of the case in its suite, after the name of the suite.
    pub id: String,
    /// The cases that are counted together.
    pub group: String,
    pub bytes: Vec<u8>,
    pub want: Want,
}

/// What a reader should do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// Read it: it is well-formed.
    Accepted,
    /// Refuse it: it is not.
    Refused,
    /// Refuse it because it has a document type, which we never read.
    Doctype,
    /// Either, as long as it ends in a report.
    Either,
}

/// What the reader did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Read it, and looked for a message in it.
    Accepted,
    /// Refused it with this finding.
    Refused(&'static str),
    /// Panicked.
    Crashed,
    /// Checking and reading said different things.
    Disagreed,
}

impl Case {
    /// Checks the document, and reads it as a program would.
    pub fn run(&self) -> Outcome {
        let check = || {
            let report = validate(&self.bytes, &Options::default());
            if read(&self.bytes).is_ok() != report.is_valid() {
                return Outcome::Disagreed;
            }
            let ids: Vec<_> = report.findings().iter().map(|finding| finding.id()).collect();
            // A document of a suite is no message: a report that finds nothing wrong did not look.
            match ids.iter().find_map(|id| READERS.into_iter().find(|reader| reader == id)) {
                Some(id) => Outcome::Refused(id),
                None if ids.is_empty() => Outcome::Disagreed,
                None => Outcome::Accepted,
            }
        };
        catch_unwind(check).unwrap_or(Outcome::Crashed)
    }
}

impl Want {
    pub fn allows(self, outcome: Outcome) -> bool {
        match self {
            Self::Accepted => outcome == Outcome::Accepted,
            Self::Refused => matches!(outcome, Outcome::Refused(_)),
            Self::Doctype => outcome == Outcome::Refused("FRM-003"),
            Self::Either => matches!(outcome, Outcome::Accepted | Outcome::Refused(_)),
        }
    }
}

impl Display for Want {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Doctype => "FRM-003",
            Self::Either => "accepted or refused",
        })
    }
}

impl Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Accepted => "accepted",
            Self::Refused(id) => id,
            Self::Crashed => "crashed",
            Self::Disagreed => "disagreed",
        })
    }
}
