//! Two verdicts on one input: do they agree, and if not, does the list of what a schema cannot say explain it?

use std::collections::BTreeSet;

use skp_messages::shape::{MessageInfo, Severity};
use skp_messages::{Options, validate};

use super::schemas::Unsaid;

/// What the generated validator says.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Whether the input is a message without errors.
    pub accepts: bool,
    /// The ids of its errors.
    pub errors: BTreeSet<&'static str>,
    /// Which message it takes the input for.
    pub message: Option<&'static MessageInfo>,
    /// Whether there were more errors than it names.
    pub left_out: bool,
}

impl Verdict {
    /// Asks the validator.
    #[must_use]
    pub fn of(input: &[u8]) -> Self {
        let report = validate(input, &Options::default());
        let errors = report.findings().iter().filter(|finding| finding.severity() == Severity::Error);
        Self {
            accepts: report.is_valid(),
            errors: errors.map(|finding| finding.id()).collect(),
            message: report.message(),
            left_out: report.leaves_out_errors(),
        }
    }

    /// Whether reading ended before the content was looked at.
    fn stopped(&self) -> bool {
        self.errors.iter().any(|id| id.starts_with("FRM-"))
    }
}

/// What an engine says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// Whether it accepts.
    pub accepts: bool,
    /// Why not, in its own words, without values where that can be.
    pub why: String,
}

/// How two verdicts go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// They are the same.
    Agreed,
    /// They differ, and the list says that they may: these ids.
    Explained(Vec<String>),
    /// They differ.
    Disagreed(String),
}

/// Holds the answer of an engine against the verdict of the validator. `rewritten` is the answer to the same message as the
/// library writes it, asked only when the list says that the schema is stricter than the reader.
pub fn judge(
    verdict: &Verdict,
    answer: &Answer,
    unsaid: &Unsaid,
    rewritten: impl FnOnce() -> Option<Answer>,
) -> Judgement {
    let listed = || unsaid.strict.iter().cloned().collect::<Vec<_>>();
    let ids = verdict.errors.iter().copied();
    match (verdict.accepts, answer.accepts) {
        (true, true) => Judgement::Agreed,
        // In another notation the same message is accepted, so it is the notation that the schema is strict about.
        (true, false) if !unsaid.strict.is_empty() && rewritten().is_some_and(|answer| answer.accepts) => {
            Judgement::Explained(listed())
        }
        (true, false) => Judgement::Disagreed(format!("only the schema refuses: {}", answer.why)),
        (false, true) => {
            let said: Vec<&str> = ids.clone().filter(|id| !unsaid.may_accept(id)).collect();
            if said.is_empty() && !verdict.errors.is_empty() && !verdict.left_out {
                Judgement::Explained(ids.map(str::to_owned).collect())
            } else {
                Judgement::Disagreed(format!("only the validator refuses: {}", said.join(", ")))
            }
        }
        (false, false) => {
            // Refusing what is wrong in ways that no schema sees has to have another reason.
            let seen = verdict.stopped() || verdict.left_out || ids.clone().any(|id| !unsaid.whole.contains(id));
            if seen || verdict.errors.is_empty() {
                Judgement::Agreed
            } else {
                let all = ids.collect::<Vec<_>>().join(", ");
                Judgement::Disagreed(format!("the schema refuses for a reason of its own: {}; {all}", answer.why))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unsaid(whole: &[&str], strict: &[&str]) -> Unsaid {
        let set = |ids: &[&str]| ids.iter().map(|&id| id.to_owned()).collect();
        Unsaid { whole: set(whole), part: BTreeSet::new(), strict: set(strict) }
    }

    fn refused(errors: &[&'static str]) -> Verdict {
        Verdict { accepts: false, errors: errors.iter().copied().collect(), message: None, left_out: false }
    }

    fn answer(accepts: bool) -> Answer {
        Answer { accepts, why: String::new() }
    }

    #[test]
    fn a_rule_on_the_list_explains_that_a_schema_accepts() {
        let judged = judge(&refused(&["SR-BV-004"]), &answer(true), &unsaid(&["SR-BV-004"], &[]), || None);
        assert_eq!(judged, Judgement::Explained(vec!["SR-BV-004".to_owned()]));
    }

    #[test]
    fn one_finding_that_a_schema_can_say_makes_it_a_disagreement() {
        let judged = judge(&refused(&["SR-BV-004", "VAL-001"]), &answer(true), &unsaid(&["SR-BV-004"], &[]), || None);
        assert_eq!(judged, Judgement::Disagreed("only the validator refuses: VAL-001".to_owned()));
    }

    #[test]
    fn a_schema_that_refuses_what_only_a_rule_forbids_has_a_reason_of_its_own() {
        let judged = judge(&refused(&["SR-BV-004"]), &answer(false), &unsaid(&["SR-BV-004"], &[]), || None);
        assert!(matches!(judged, Judgement::Disagreed(_)));
    }

    #[test]
    fn a_stricter_schema_is_explained_only_when_it_accepts_the_message_as_the_library_writes_it() {
        let valid = Verdict { accepts: true, ..refused(&[]) };
        let strict = unsaid(&[], &["VAL-001"]);
        assert!(matches!(judge(&valid, &answer(false), &strict, || Some(answer(true))), Judgement::Explained(_)));
        assert!(matches!(judge(&valid, &answer(false), &strict, || Some(answer(false))), Judgement::Disagreed(_)));
        assert!(matches!(
            judge(&valid, &answer(false), &unsaid(&[], &[]), || Some(answer(true))),
            Judgement::Disagreed(_)
        ));
    }
}
