//! Rules that no input can break, as the standard is now.
//!
//! They stay in the list of rules: a later release, or dates of one, can bring them to life.

use crate::shape::{MessageInfo, Release, Rule, Status};

/// Why nothing can break a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Never {
    /// In Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Why nothing can break a rule in the releases of these messages; `None` when something can.
///
/// ```
/// use skp_messages::catalogue::{messages, never, rules};
///
/// let impossible = rules().into_iter().filter(|rule| never(rule, messages()).is_some());
/// assert!(impossible.map(|rule| rule.id).any(|id| id == "DEF-008"));
/// ```
#[must_use]
pub fn never(rule: &Rule, messages: &[&'static MessageInfo]) -> Option<Never> {
    let no = |can: fn(&Release) -> bool| !messages.iter().any(|info| can(info.release));
    match rule.id {
        "DEF-008" => Some(Never { nl: "een lege lijst is een ontbrekende", en: "an empty list is a missing one" }),
        "DEF-010"
            if no(|release| {
                release.status == Status::Withdrawn || release.valid_from.is_some() || release.valid_until.is_some()
            }) =>
        {
            Some(Never { nl: "van geen release zijn de dagen bekend", en: "of no release the days are known" })
        }
        "DEF-011" if no(|release| matches!(release.status, Status::Deprecated | Status::Withdrawn)) => {
            Some(Never { nl: "geen release is verouderd of ingetrokken", en: "no release is deprecated or withdrawn" })
        }
        "DEF-012" if no(|release| release.status == Status::Draft) => {
            Some(Never { nl: "geen release is een concept", en: "no release is a draft" })
        }
        _ => None,
    }
}
