//! What a finding says in one or two sentences, for reports that have no room for more.

use skp_messages::Lang;
use skp_messages::finding::{Finding, NotChecked};

use super::Style;
use crate::terminal::{harmless, short};
use crate::{Standing, State};

/// What is wrong, with what was found and what was expected, on one line.
pub(super) fn phrase(finding: &Finding, standing: &Standing, style: Style) -> String {
    let lang = style.lang;
    let mut text = finding.text(lang).to_owned();
    let found = finding.value().map(|found| harmless(&style.value(found)));
    let expected = finding.expected().map(|expected| short(&expected.text(lang)));
    let more = match (found, expected) {
        (Some(found), Some(expected)) => match lang {
            Lang::Nl => format!(" Gevonden: {found}; verwacht: {expected}."),
            Lang::En => format!(" Found: {found}; expected: {expected}."),
        },
        (Some(found), None) => format!(" {}: {found}.", lang.pick("Gevonden", "Found")),
        (None, Some(expected)) => format!(" {}: {expected}.", lang.pick("Verwacht", "Expected")),
        (None, None) => String::new(),
    };
    text.push_str(&more);
    if let Some(note) = baseline(&standing.state, lang) {
        text.push(' ');
        text.push_str(&note);
    }
    text
}

/// What the baseline has to do with a finding, in a sentence.
pub(super) fn baseline(state: &State, lang: Lang) -> Option<String> {
    let known = state.known()?;
    let reason = known.reason.as_deref().map(|reason| format!(" ({})", short(reason))).unwrap_or_default();
    let until = known.until;
    Some(match (state, lang) {
        (State::Expired(_), Lang::Nl) => format!("Stond tot en met {until} in de baseline{reason} en telt weer mee."),
        (State::Expired(_), Lang::En) => format!("Was in the baseline through {until}{reason} and counts again."),
        (_, Lang::Nl) => format!("Bekend: telt tot en met {until} niet mee{reason}."),
        (_, Lang::En) => format!("Known: does not count through {until}{reason}."),
    })
}

/// Where a finding is, in the words of the standard: its path, or that of the format when that says more.
pub(super) fn element(finding: &Finding) -> String {
    short(&finding.path().to_string())
}

/// A rule that was not checked, and why, on one line.
pub(super) fn not_checked(skipped: &NotChecked, lang: Lang) -> String {
    let (rule, why, times) = (skipped.rule.id, skipped.reason.text(lang), skipped.times);
    match lang {
        Lang::Nl => format!("{rule} niet gecontroleerd ({times}×): {why}"),
        Lang::En => format!("{rule} not checked ({times}×): {why}"),
    }
}
