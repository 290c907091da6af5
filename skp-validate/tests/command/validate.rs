//! `skp validate` and `skp convert`.

use super::*;

fn stdin(arguments: &[&str], input: &str) -> Ran {
    skp_in(&std::env::temp_dir(), arguments, input.as_bytes())
}

fn wrong() -> String {
    GOOD.replace("KLANT_ONBEKEND", "MARKER")
}

#[test]
fn exit_code_0_for_a_right_message() {
    let ran = stdin(&["validate"], GOOD);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.last_line().starts_with("1 bericht, "), "{}", ran.out);
    assert!(ran.last_line().ends_with("; geen fouten."), "{}", ran.out);
}

#[test]
fn exit_code_1_for_findings() {
    let ran = stdin(&["validate", "-", "--lang", "en"], &wrong());
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.starts_with("error[VAL-006]: "), "{}", ran.out);
    assert!(ran.last_line().ends_with("; 1 error."), "{}", ran.out);
    assert_eq!(stdin(&["validate"], "<open>").code, Some(1));
}

#[test]
fn exit_code_2_for_wrong_usage() {
    for arguments in [&["validate", "--colour"][..], &["valdate"], &[], &["validate", "--jobs", "0"], &["explain"]] {
        assert_eq!(skp(arguments).code, Some(2), "{arguments:?}");
    }
    assert_eq!(skp(&["--help"]).code, Some(0));
}

#[test]
fn exit_code_3_when_nothing_could_be_checked() {
    let folder = Folder::new("nothing", &[("empty/readme.md", ""), ("leeg.json", "")]);
    for arguments in [&["validate", "empty"][..], &["validate", "*.xml"], &["validate", "leeg.json"]] {
        let ran = skp_in(&folder.0, arguments, b"");
        assert_eq!(ran.code, Some(3), "{arguments:?}");
        assert!(ran.last_line().starts_with("Geen bericht gecontroleerd"), "{}", ran.out);
    }
    assert_eq!(stdin(&["validate"], &GOOD.replace("2.0", "7.0")).code, Some(3));
}

#[test]
fn strict_makes_a_rule_that_wants_a_header_a_failure() {
    let dated = r#"{"bericht":"schuldregeling/2.0/BetaalvoorstelAntwoord","klantnummerSE":"A","klantnummerSHV":"B",
        "contactpersoon":{"naam":"C","telefoonnummer":"0612-345","emailadres":"c@example.org"},
        "antwoord":"AKKOORD","datumAntwoord":"2026-03-20"}"#;
    let ran = stdin(&["validate"], dated);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.out.contains("1 regel niet gecontroleerd omdat er geen Berichtheader is;"), "{}", ran.out);
    assert_eq!(stdin(&["validate", "--strict"], dated).code, Some(3));
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(["explain", "--list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn exit_code_4_when_an_input_cannot_be_read_and_the_others_are_checked() {
    let folder = Folder::new("gone", &[("good.json", GOOD)]);
    let ran = skp_in(&folder.0, &["validate", "gone.json", "good.json"], b"");
    assert_eq!(ran.code, Some(4));
    assert_eq!(ran.err, "fout: gone.json: bestaat niet\n");
    assert!(ran.last_line().starts_with("1 bericht, "), "{}", ran.out);
    assert!(ran.last_line().ends_with("; 1 bestand niet te lezen."), "{}", ran.out);
}

#[test]
fn many_files_come_in_order_whatever_the_jobs() {
    let files: Vec<(String, String)> = (0..30).map(|number| (format!("in/{number:02}.json"), wrong())).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::new("many", &files);
    let one = skp_in(&folder.0, &["validate", "in", "--jobs", "1"], b"");
    let eight = skp_in(&folder.0, &["validate", "in", "--jobs", "8"], b"");
    assert_eq!(one.out, eight.out);
    assert!(one.last_line().ends_with("; 30 fouten in 30 van 30 bestanden."), "{}", one.last_line());
}

#[test]
fn values_are_masked_in_every_format_unless_asked_for() {
    for format in ["text", "json", "ndjson"] {
        let ran = stdin(&["validate", "--format", format], &wrong());
        assert!(!ran.out.contains("MARKER") && ran.out.contains("•••"), "{}", ran.out);
        let ran = stdin(&["validate", "--format", format, "--show-values"], &wrong());
        assert!(ran.out.contains("MARKER"), "{}", ran.out);
    }
}

#[test]
fn json_and_ndjson_hold_findings_and_a_summary() {
    let folder = Folder::new("json", &[("a.json", &wrong()), ("b.json", GOOD)]);
    let ran = skp_in(&folder.0, &["validate", ".", "gone", "--format", "json"], b"");
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(document["inputs"][0]["findings"][0]["rule"], "VAL-006");
    assert_eq!(document["inputs"][0]["findings"][0]["location"], "/reden");
    assert_eq!(document["inputs"][1]["verdict"], "passed");
    assert_eq!(document["inputs"][2]["error"], "bestaat niet");
    assert_eq!((&document["summary"]["exitCode"], ran.code), (&4.into(), Some(4)));
    let ran = skp_in(&folder.0, &["validate", ".", "--format", "ndjson"], b"");
    let lines: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[2]["summary"]["messages"], 2);
}

#[test]
fn warnings_pass_unless_denied() {
    let warned = GOOD.replace(r#""1""#, r#"" 1""#);
    let ran = stdin(&["validate"], &warned);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.out.starts_with("waarschuwing[TYP-TXT-002]"), "{}", ran.out);
    assert_eq!(stdin(&["validate", "--deny-warnings"], &warned).code, Some(1));
}

#[test]
fn an_input_over_the_limit_is_refused() {
    let ran = stdin(&["validate", "--max-size", "0"], GOOD);
    assert_eq!(ran.code, Some(3));
    assert!(ran.out.starts_with("fout[FRM-004]"), "{}", ran.out);
}

#[test]
fn a_message_is_converted_there_and_back() {
    let folder = Folder::new("convert", &[("in.json", GOOD)]);
    let ran = skp_in(&folder.0, &["convert", "in.json", "--to", "xml", "--out", "out.xml"], b"");
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    let ran = skp_in(&folder.0, &["convert", "out.xml", "--to", "json", "--compact"], b"");
    assert_eq!((ran.code, ran.out.trim_end()), (Some(0), GOOD));
}

#[test]
fn a_wrong_message_is_not_converted() {
    let ran = stdin(&["convert", "-", "--to", "xml"], &wrong());
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("fout[VAL-006]") && ran.err.ends_with("Er is niets geschreven.\n"), "{}", ran.err);
    assert!(!ran.err.contains("MARKER"));
    assert_eq!(stdin(&["convert", "gone.json", "--to", "xml"], "").code, Some(4));
    assert_eq!(stdin(&["convert", "-", "--to", "xml"], "").code, Some(3));
}

#[test]
fn the_envelope_alone_says_that_the_content_was_not_looked_at() {
    let header = r#"{"header":{"module":"schuldregeling","release":"2.0","bericht":"GeenMedewerking",
        "afzender":"5e0f3c1a-2b4d-4e6f-8a9b-0c1d2e3f4a5b","afzenderType":"SE","ontvanger":"6f1a4d2b-3c5e-4f7a-9bac-1d2e3f4a5b6c",
        "conversatieReferentienummer":"0b8f2c1e-5f0d-4f0a-9f57-0d6a3b1c2d3e","referentienummer":"R-2","antwoordOp":"R-1",
        "verzondenOp":"2026-03-02T10:00:00+01:00"},"inhoud":"jWt8l0RZ"}"#;
    let ran = stdin(&["validate", "--envelope", "--lang", "en"], header);
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.last_line().starts_with("1 envelope (the content was not looked at), "), "{}", ran.out);
    assert_eq!(stdin(&["validate"], header).code, Some(1), "content in full validation is a message");
    let wrong = header.replace("\"SE\"", "\"VVS\"");
    let ran = stdin(&["validate", "--envelope", "--report", "json"], &wrong);
    assert_eq!(ran.code, Some(1));
    for member in ["\"KOP-002\"", "\"envelopeOnly\":true", "\"reason\":\"contentUnread\"", "\"envelopes\":1"] {
        assert!(ran.out.replace(": ", ":").contains(member), "{member}: {}", ran.out);
    }
    assert_eq!(stdin(&["validate", "--envelope"], GOOD).code, Some(3), "a bare message has no envelope");
}
