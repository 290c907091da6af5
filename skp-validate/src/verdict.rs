//! Whether an input, or a run over many, is a pass; and the exit code that says so.
//!
//! What was not checked is never a pass. The verdict looks at findings and counts; it makes neither.

use skp_messages::shape::Severity;

use crate::{Checked, Outcome, Standing, State, TroubleKind};

/// How an input or a run ended, from best to worst; a run ends as its worst input does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It was checked and nothing is wrong with it, or only what somebody accepted until a date. Warnings are allowed.
    Passed,
    /// It was checked and something is wrong with it.
    Findings,
    /// It could not be checked: it is empty, names no known message, or is over a limit.
    NotChecked,
    /// It could not be read, or the program failed.
    Broken,
}

impl Verdict {
    /// The exit code of a usage error; clap uses it, no verdict does.
    pub const USAGE: u8 = 2;

    /// The verdict on one input.
    #[must_use]
    pub fn of(checked: &Checked) -> Self {
        let (report, blank) = match &checked.outcome {
            Outcome::Report { report, blank, .. } => (report, *blank),
            Outcome::Trouble(trouble) => {
                return match trouble.kind {
                    TroubleKind::NothingMatched => Self::NotChecked,
                    _ => Self::Broken,
                };
            }
        };
        let error = |standing: &Standing| standing.severity == Severity::Error;
        let errors =
            report.leaves_out_errors() || checked.findings().any(|(_, standing)| standing.counts() && error(standing));
        if !blank && report.counts().messages > 0 {
            return if errors { Self::Findings } else { Self::Passed };
        }
        // Form was checked when form is what is wrong. Being over a limit says nothing about the message.
        let form = checked
            .findings()
            .any(|(finding, one)| one.counts() && finding.id().starts_with("FRM-") && finding.id() != "FRM-004");
        // Somebody accepted, until a date, that this input cannot be checked.
        let known =
            checked.findings().any(|(_, standing)| matches!(standing.state, State::Known(_)) && error(standing));
        match (blank, form, known && !errors) {
            (false, true, _) => Self::Findings,
            (false, _, true) => Self::Passed,
            _ => Self::NotChecked,
        }
    }

    /// The exit code of the command.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Passed => 0,
            Self::Findings => 1,
            Self::NotChecked => 3,
            Self::Broken => 4,
        }
    }

    /// The word for it in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Findings => "findings",
            Self::NotChecked => "notChecked",
            Self::Broken => "broken",
        }
    }
}

#[cfg(test)]
mod tests {
    use skp_messages::{Limits, Options, validate};

    use super::*;

    fn verdict(text: &str) -> Verdict {
        let options = Options { limits: Limits { size: 300, ..Limits::default() }, ..Options::default() };
        let report = validate(text.as_bytes(), &options);
        Verdict::of(&Checked { name: String::new(), outcome: Outcome::of(report, text.into()) })
    }

    const GOOD: &str =
        r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"KLANT_ONBEKEND"}"#;

    #[test]
    fn a_pass_is_a_message_without_errors() {
        assert_eq!(verdict(GOOD), Verdict::Passed);
    }

    #[test]
    fn what_is_wrong_is_a_finding() {
        assert_eq!(verdict(&GOOD.replace("KLANT_ONBEKEND", "GEEN_ZIN")), Verdict::Findings);
        assert_eq!(verdict(GOOD.get(..50).unwrap()), Verdict::Findings);
        assert_eq!(verdict("[]"), Verdict::Findings);
    }

    #[test]
    fn what_could_not_be_checked_is_no_pass_and_no_finding() {
        assert_eq!(verdict(""), Verdict::NotChecked);
        assert_eq!(verdict(" \n"), Verdict::NotChecked);
        assert_eq!(verdict("\u{feff}"), Verdict::NotChecked);
        assert_eq!(verdict("{}"), Verdict::NotChecked);
        assert_eq!(verdict(r#"{"bericht":"schuldregeling/9.9/GeenMedewerking"}"#), Verdict::NotChecked);
        assert_eq!(verdict(&" ".repeat(301)), Verdict::NotChecked);
        assert_eq!(verdict(&format!("{GOOD}{}", " ".repeat(300))), Verdict::NotChecked);
    }

    #[test]
    fn trouble_is_the_worst_but_for_a_folder_without_messages() {
        let verdict = |kind| {
            let outcome = Outcome::Trouble(crate::Trouble::new("x", kind));
            Verdict::of(&Checked { name: "x".to_owned(), outcome })
        };
        assert_eq!(verdict(TroubleKind::NothingMatched), Verdict::NotChecked);
        assert_eq!(verdict(TroubleKind::NotFound), Verdict::Broken);
        assert_eq!(verdict(TroubleKind::Internal), Verdict::Broken);
        assert!(Verdict::Broken > Verdict::NotChecked && Verdict::NotChecked > Verdict::Findings);
    }
}
