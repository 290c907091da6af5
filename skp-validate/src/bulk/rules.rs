//! What can be wrong with a file that holds messages, and the finding that says so.
//!
//! The standard says nothing about packed files, so all of these are proposed. None has severity warning: whatever is
//! behind the place was not checked.

use std::fmt;
use std::io;

use skp_messages::Report;
use skp_messages::finding::{Expected, Place};
use skp_messages::shape::{Rule, Severity};

const fn rule(id: &'static str, nl: [&'static str; 2], en: [&'static str; 2]) -> Rule {
    let ([nl, help_nl], [en, help_en]) = (nl, en);
    Rule {
        id,
        severity: Severity::Error,
        nl,
        en,
        help_nl,
        help_en,
        cel: "",
        at: &[],
        reads: &[],
        needs_sent: false,
        source: "proposed",
    }
}

static DAMAGED: Rule = rule(
    "BST-001",
    [
        "Het ingepakte bestand is beschadigd of houdt te vroeg op.",
        "Verstuur het bestand opnieuw; wat achter de schade staat is niet gecontroleerd.",
    ],
    [
        "The packed file is damaged or ends too early.",
        "Send the file again; what is behind the damage was not checked.",
    ],
);

static NO_ZIP: Rule = rule(
    "BST-002",
    ["De zip is niet te lezen.", "Maak de zip opnieuw; wat erin zit is niet gecontroleerd."],
    ["The zip cannot be read.", "Make the zip again; what is in it was not checked."],
);

static ENCRYPTED: Rule = rule(
    "BST-003",
    ["Het bestand in de zip is versleuteld.", "Pak het bestand in zonder wachtwoord; het is niet gecontroleerd."],
    ["The file in the zip is encrypted.", "Pack the file without a password; it was not checked."],
);

static NESTED: Rule = rule(
    "BST-004",
    [
        "Er zit een ingepakt bestand in een ingepakt bestand.",
        "Pak het binnenste bestand uit; het is niet gecontroleerd.",
    ],
    ["There is a packed file inside a packed file.", "Unpack the inner file; it was not checked."],
);

static EXPANDS: Rule = rule(
    "BST-005",
    [
        "Het bestand wordt bij het uitpakken veel te groot.",
        "Zulke bestanden zijn meestal gemaakt om te storen; wat hierachter staat is niet gecontroleerd.",
    ],
    [
        "The file becomes far too large when it is unpacked.",
        "Such files are mostly made to disturb; what is behind this place was not checked.",
    ],
);

static NAME: Rule = rule(
    "BST-006",
    [
        "De naam van het bestand in de zip is niet veilig.",
        "Een naam wijst niet buiten de zip en heeft geen onzichtbare tekens; het bestand is niet gecontroleerd.",
    ],
    [
        "The name of the file in the zip is not safe.",
        "A name does not point outside the zip and has no characters that cannot be seen; the file was not checked.",
    ],
);

static METHOD: Rule = rule(
    "BST-007",
    [
        "De manier van inpakken is onbekend.",
        "Gebruik gzip, Zstandard zonder woordenboek, of zip met deflate; dit is niet gecontroleerd.",
    ],
    [
        "The way of packing is unknown.",
        "Use gzip, Zstandard without a dictionary, or zip with deflate; this was not checked.",
    ],
);

/// The rules on files that hold messages, in the order of their ids.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    vec![&DAMAGED, &NO_ZIP, &ENCRYPTED, &NESTED, &EXPANDS, &NAME, &METHOD]
}

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Damaged,
    NoZip,
    /// A zip is read from its end, which standard input does not have.
    ZipOnStdin,
    Encrypted,
    Nested,
    /// More than this many times the packed size.
    Expands(u64),
    /// A window of Zstandard of more than this many MiB.
    Window(u64),
    Name,
    Method,
}

impl Fault {
    const fn rule(self) -> &'static Rule {
        match self {
            Self::Damaged => &DAMAGED,
            Self::NoZip | Self::ZipOnStdin => &NO_ZIP,
            Self::Encrypted => &ENCRYPTED,
            Self::Nested => &NESTED,
            Self::Expands(_) | Self::Window(_) => &EXPANDS,
            Self::Name => &NAME,
            Self::Method => &METHOD,
        }
    }

    fn expected(self) -> Option<Expected> {
        let (nl, en) = match self {
            Self::ZipOnStdin => (
                "een zip als bestand; van standaardinvoer is hij niet te lezen".to_owned(),
                "a zip as a file; from standard input it cannot be read".to_owned(),
            ),
            Self::Expands(ratio) => (
                format!("hoogstens {ratio} keer de ingepakte grootte"),
                format!("at most {ratio} times the packed size"),
            ),
            Self::Window(size) => {
                (format!("een venster van hoogstens {size} MiB"), format!("a window of at most {size} MiB"))
            }
            _ => return None,
        };
        Some(Expected::Said { nl, en })
    }

    /// The report that says so: at this line of a stream, or about the file as a whole.
    pub(super) fn report(self, line: Option<u64>) -> Report {
        let line = line.map(|line| u32::try_from(line).unwrap_or(u32::MAX));
        let place = line.map(|line| Place { offset: 0, line, column: 1 });
        Report::of_file(self.rule(), place, self.expected())
    }

    /// What an error of a reader of packed bytes means; `None` when the operating system refused.
    pub(super) fn of(error: &io::Error) -> Option<Self> {
        let own = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>().copied());
        own.or(error.raw_os_error().is_none().then_some(Self::Damaged))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rule().en)
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for io::Error {
    fn from(fault: Fault) -> Self {
        Self::new(io::ErrorKind::InvalidData, fault)
    }
}
