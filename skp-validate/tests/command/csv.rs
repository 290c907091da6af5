//! `skp csv`.

use super::*;

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/csv")
}

#[test]
fn answers_are_checked_against_the_question_and_repaired_from_it() {
    let folder = Folder::new("csv-question", &[]);
    let invalid = examples().join("invalid");
    let file = invalid.join("CSV-010-klantnummer-veranderd.csv").display().to_string();
    let question = invalid.join("CSV-010-klantnummer-veranderd.vraag.csv").display().to_string();
    assert_eq!(skp(&["csv", "check", &file]).code, Some(0));
    let ran = skp(&["csv", "check", &file, "--question", &question]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("fout CSV-010 rij 2, kolom F \"KlantnummerSEVolgensSHV\""), "{}", ran.out);
    let ran = skp_in(&folder.0, &["csv", "repair", &file, "--question", &question, "--out", "goed.csv"], b"");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(skp_in(&folder.0, &["csv", "check", "goed.csv", "--question", &question], b"").code, Some(0));
    let ran = skp(&["csv", "check", &file, "--question", &question, "--not-confirmed"]);
    assert!(ran.out.contains("CSV-005"), "{}", ran.out);
    let ran = skp(&["csv", "check", &file, "--question", &invalid.join("expected.tsv").display().to_string()]);
    assert!(ran.err.contains("geen vraagbestand"), "{}", ran.err);
}

#[test]
fn findings_come_in_the_reports_of_validate_with_row_and_column() {
    let file = examples().join("invalid/CSV-006-datum-in-woorden.csv").display().to_string();
    let good = examples().join("saldoverzoek-antwoord.csv").display().to_string();
    let ran = skp(&["csv", "check", &file, &good, "--report", "sarif"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let sarif: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let results = sarif.pointer("/runs/0/results").unwrap().as_array().unwrap();
    assert_eq!(results.len(), 2, "the other file is refused along with it: {results:?}");
    assert_eq!(results[0]["ruleId"], "CSV-006");
    let region = results[0].pointer("/locations/0/physicalLocation/region").unwrap();
    assert_eq!((region["startLine"].as_u64(), region["startColumn"].as_u64()), (Some(2), Some(21)));
    let ran = skp(&["csv", "check", &file, &good, "--report", "junit"]);
    assert!(ran.out.contains("U2 openstaand.Ontstaansdatum"), "{}", ran.out);
    assert!(ran.out.contains("<failure type=\"CSV-003\""), "{}", ran.out);
}

#[test]
fn settings_hold_for_rules_on_files() {
    let config = "[severity]\n\"CSV-006\" = \"off\"\n";
    let folder = Folder::new("csv-settings", &[(".skp.toml", config), ("goed.json", GOOD)]);
    let file = examples().join("invalid/CSV-006-datum-in-woorden.csv");
    std::fs::copy(file, folder.0.join("a.csv")).unwrap();
    let ran = skp_in(&folder.0, &["csv", "check", "a.csv", "--report", "text"], b"");
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert!(ran.last_line().contains("CSV-006 1×"), "{}", ran.out);
    assert_eq!(skp_in(&folder.0, &["validate", "goed.json"], b"").code, Some(0), "the same settings hold for messages");
}

#[test]
fn answers_get_the_envelope_that_their_question_asks_for() {
    let messages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/messages/schuldregeling/2.0");
    let question = messages.join("saldoverzoek-gezin-met-partner.json").display().to_string();
    let file = examples().join("saldoverzoek-antwoord.csv").display().to_string();
    let ran = skp(&["csv", "read", &file, "--answers-to", &question]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let asked: serde_json::Value = serde_json::from_slice(&std::fs::read(question).unwrap()).unwrap();
    let (answer, asked) = (&answer["header"], &asked["header"]);
    assert_eq!((&answer["afzender"], &answer["ontvanger"]), (&asked["ontvanger"], &asked["afzender"]));
    assert_eq!(answer["antwoordOp"], asked["referentienummer"]);
    assert_eq!(skp_in(&std::env::temp_dir(), &["validate"], ran.out.as_bytes()).code, Some(0));
    let other = messages.join("saldoverzoek-antwoord-gezin-met-partner.json").display().to_string();
    assert_eq!(skp(&["csv", "read", &file, "--answers-to", &other]).code, Some(3));
}
