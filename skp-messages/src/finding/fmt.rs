//! Findings and reports as text, one line each, in Dutch or English.

use std::fmt;

use super::{Finding, Reason, Report};
use crate::Lang;
use crate::shape::Severity;

impl Finding {
    /// What is wrong, in one sentence, without the value.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        lang.pick(self.rule.nl, self.rule.en)
    }

    /// What to do about it, when there is more to say than the sentence itself.
    #[must_use]
    pub fn help(&self, lang: Lang) -> Option<&'static str> {
        let help = lang.pick(self.rule.help_nl, self.rule.help_en);
        (!help.is_empty()).then_some(help)
    }
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl(),
            Lang::En => self.en(),
        }
    }
}

impl Reason {
    /// Why a rule was not evaluated, in words.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::NoHeader => lang.pick("er is geen Berichtheader", "there is no header"),
            Self::WrongElement => lang
                .pick("een element dat de regel leest ontbreekt of is fout", "an element it reads is missing or wrong"),
            Self::NoClock => lang.pick("de tijd van nu is niet gegeven", "the time now was not given"),
            Self::NoHistory => lang.pick("eerdere berichten zijn niet bekend", "earlier messages are not known"),
            Self::OtherRelease => {
                lang.pick("een eerder bericht is van een andere release", "an earlier message is of another release")
            }
            Self::TooManyItems => {
                lang.pick("de lijsten die zij vergelijkt zijn te lang", "the lists that it compares are too long")
            }
            Self::NoReceipt => lang.pick(
                "het moment van ophalen en bevestigen is niet bekend",
                "the moment of collecting and confirming is not known",
            ),
            Self::NoDirectory => lang.pick(
                "er is geen deelnemerslijst waar de deelnemer in staat",
                "there is no participant directory that has the participant",
            ),
            Self::ContentUnread => lang.pick("de inhoud is niet bekeken", "the content was not looked at"),
        }
    }
}

/// One line in English: `error VAL-003 at 3:7, Vorderingen[2].Afkooppercentage: …`. Values are masked.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lang = Lang::En;
        write!(f, "{} {}", self.severity().text(lang), self.id())?;
        if let Some(place) = self.place {
            write!(f, " at {}:{}", place.line, place.column)?;
        }
        let path = self.path.to_string();
        if !path.is_empty() {
            write!(f, ", {}", super::value::harmless(&path))?;
        }
        write!(f, ": {}", self.text(lang))?;
        match (&self.found, &self.expected) {
            (Some(found), Some(expected)) => {
                write!(f, " (found {}, expected {})", found.masked(lang), super::value::harmless(&expected.text(lang)))
            }
            (Some(found), None) => write!(f, " (found {})", found.masked(lang)),
            (None, Some(expected)) => write!(f, " (expected {})", super::value::harmless(&expected.text(lang))),
            (None, None) => Ok(()),
        }
    }
}

/// One line for each finding, and one that says what was checked. Values are masked.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.findings {
            writeln!(f, "{finding}")?;
        }
        if self.left_out > 0 {
            writeln!(f, "{} more findings were left out", self.left_out)?;
        }
        let counts = self.counts;
        write!(
            f,
            "checked {} message(s), {} element(s), {} rule(s); {} rule(s) not checked",
            counts.messages,
            counts.elements,
            counts.rules,
            counts.without_header + counts.otherwise_not
        )?;
        if self.envelope_only { write!(f, "; the content was not looked at") } else { Ok(()) }
    }
}

/// The same as `Display`: what a failed `unwrap` in a test should show.
impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Report {}
