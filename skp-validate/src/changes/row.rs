//! A change in words, the same for every form.

use skp_codegen::catalogue::Text;
use skp_codegen::diff::{Assessed, Bump, ReleaseDiff, Verdict};
use skp_messages::Lang;

use super::Changes;
use crate::terminal::harmless;

/// The text in a language.
pub(super) fn of(text: &Text, lang: Lang) -> &str {
    lang.pick(&text.nl, &text.en)
}

/// What became of it: `KlantOnbekend → GeenMedewerking`.
pub(super) fn turned(one: &Assessed, lang: Lang) -> String {
    let side = |text: &Option<Text>| text.as_ref().map(|text| flat(of(text, lang)));
    match (side(&one.change.before), side(&one.change.after)) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => String::new(),
    }
}

/// On one line, without what acts on a terminal.
pub(super) fn flat(text: &str) -> String {
    harmless(&text.split_whitespace().collect::<Vec<_>>().join(" ")).to_string()
}

/// The changes that are shown.
pub(super) fn shown<'d>(changes: &Changes<'_>, diff: &'d ReleaseDiff) -> Vec<&'d Assessed> {
    diff.changes.iter().filter(|one| changes.words || !one.row.is_textual()).collect()
}

/// `schuldregeling 1.1 → 2.0`.
pub(super) fn title(diff: &ReleaseDiff, lang: Lang) -> String {
    let module = &diff.module;
    match (&diff.old, &diff.new) {
        (Some(old), Some(new)) => format!("{module} {old} → {new}"),
        (Some(old), None) => format!("{module} {old} {}", lang.pick("(vervallen)", "(gone)")),
        (None, Some(new)) => format!("{module} {new} {}", lang.pick("(nieuw)", "(new)")),
        (None, None) => module.clone(),
    }
}

/// The verdict as a word.
pub(super) fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Textual => lang.pick("alleen tekst", "textual"),
        Verdict::Compatible => lang.pick("past", "compatible"),
        Verdict::Dangerous => lang.pick("gevaarlijk", "dangerous"),
        Verdict::Breaking => lang.pick("breekt", "breaking"),
    }
}

/// The step as a word.
pub(super) fn bump(bump: Bump, lang: Lang) -> &'static str {
    match bump {
        Bump::None => lang.pick("geen", "none"),
        Bump::Patch => lang.pick("zelfde nummer", "same number"),
        Bump::Minor => lang.pick("na de punt", "minor"),
        Bump::Major => lang.pick("voor de punt", "major"),
    }
}

/// N, T or -: new or changed in content, changed in words, unchanged. The reading of these marks is proposed.
pub(super) fn mark(one: &Assessed) -> &'static str {
    if one.row.is_textual() { "T" } else { "N" }
}

/// The ids of the messages that a change touches, by their newest names.
pub(super) fn touched(one: &Assessed) -> Vec<&str> {
    one.change.touches.iter().map(|touched| touched.name.newest()).collect()
}

/// What the numbers say, in a sentence.
pub(super) fn conclusion(diff: &ReleaseDiff, lang: Lang) -> String {
    let required = bump(diff.required, lang);
    let declared = diff.declared.map(|declared| bump(declared, lang));
    let (needs, says) = (lang.pick("vereiste stap", "required step"), lang.pick("het nummer zegt", "the number says"));
    match declared {
        Some(declared) => format!("{needs}: {required}; {says}: {declared}"),
        None => format!("{needs}: {required}"),
    }
}

/// How many changes of words only are not shown.
pub(super) fn left_out(changes: &Changes<'_>, diff: &ReleaseDiff) -> usize {
    diff.changes.len() - shown(changes, diff).len()
}
