//! Tests of the summary and its sentence.

use super::*;

fn sample() -> Summary {
    Summary {
        inputs: 12,
        messages: 12,
        elements: 340,
        rules: 96,
        rules_not_checked: BTreeMap::from([(Reason::NoHeader, 24)]),
        errors: 2,
        warnings: 1,
        with_findings: 2,
        worst: Some(Verdict::Findings),
        ..Summary::default()
    }
}

#[test]
fn the_sentence_says_what_was_checked_and_what_was_not() {
    assert_eq!(
        sample().sentence(Lang::Nl),
        "12 berichten, 340 elementen en 96 regels gecontroleerd; 24 regels niet gecontroleerd omdat er geen \
         Berichtheader is; 2 fouten en 1 waarschuwing in 2 van 12 bestanden."
    );
    assert_eq!(
        sample().sentence(Lang::En),
        "12 messages, 340 elements and 96 rules checked; 24 rules not checked because there is no header; 2 errors \
         and 1 warning in 2 of 12 files."
    );
}

#[test]
fn a_run_that_checked_nothing_does_not_sound_like_a_pass() {
    let nothing = Summary { inputs: 1, not_checkable: 1, ..Summary::default() };
    assert_eq!(nothing.sentence(Lang::Nl), "Geen bericht gecontroleerd; 1 bestand niet te controleren.");
    assert_eq!(Summary::default().verdict(), Verdict::NotChecked);
}

#[test]
fn one_message_reads_as_one() {
    let one = Summary { inputs: 1, messages: 1, elements: 1, rules: 1, ..Summary::default() };
    assert_eq!(one.sentence(Lang::Nl), "1 bericht, 1 element en 1 regel gecontroleerd; geen fouten.");
}

#[test]
fn infos_do_not_read_as_errors_or_as_files_without_them() {
    let infos = Summary { errors: 0, warnings: 0, infos: 8, with_findings: 8, ..sample() };
    assert!(infos.sentence(Lang::Nl).ends_with("; geen fouten en 8 infomeldingen in 8 van 12 bestanden."));
    assert!(infos.sentence(Lang::En).ends_with("; no errors and 8 infos in 8 of 12 files."));
    let all = Summary { infos: 1, ..sample() };
    assert!(all.sentence(Lang::Nl).ends_with("; 2 fouten, 1 waarschuwing en 1 infomelding in 2 van 12 bestanden."));
}

#[test]
fn several_reasons_stand_in_one_part() {
    let rules_not_checked = BTreeMap::from([(Reason::NoHeader, 2), (Reason::WrongElement, 1)]);
    let summary = Summary { rules_not_checked, ..sample() };
    assert!(summary.sentence(Lang::Nl).contains(
        "2 regels niet gecontroleerd omdat er geen Berichtheader is, 1 omdat een benodigd element ontbreekt of fout is;"
    ));
}

#[test]
fn strictness_changes_the_verdict_and_never_for_the_better() {
    let passed = Summary { errors: 0, worst: Some(Verdict::Passed), ..sample() };
    assert_eq!(passed.verdict_with(false, false), Verdict::Passed);
    assert_eq!(passed.verdict_with(false, true), Verdict::Findings);
    assert_eq!(passed.verdict_with(true, false), Verdict::NotChecked);
    assert_eq!(passed.verdict_with(true, true), Verdict::NotChecked);
    let broken = Summary { worst: Some(Verdict::Broken), ..sample() };
    assert_eq!(broken.verdict_with(true, true), Verdict::Broken);
}

#[test]
fn messages_on_lines_are_told_apart_from_files() {
    let lines = Summary { inputs: 1, lines: 1000, lines_with_findings: 37, lines_not_checkable: 2, ..sample() };
    assert!(
        lines.sentence(Lang::Nl).ends_with(
            "; 2 fouten en 1 waarschuwing op 37 van 1000 NDJSON-regels; 2 NDJSON-regels niet te controleren."
        )
    );
    let files = Summary { inputs: 12, ..lines };
    assert!(files.sentence(Lang::En).contains("1 warning on 37 of 1000 NDJSON lines in 2 of 12 files; 2 NDJSON lines"));
}
