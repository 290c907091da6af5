//! `skp validate --report`.

use super::*;

const FORMATS: [&str; 8] = ["text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown"];

fn wrong() -> String {
    GOOD.replace("KLANT_ONBEKEND", "MARKER")
}

fn read(folder: &Folder, path: &str) -> String {
    std::fs::read_to_string(folder.0.join(path)).unwrap()
}

#[test]
fn several_reports_in_one_run_are_the_same_whatever_the_jobs() {
    let files: Vec<(String, String)> = (0..30).map(|number| (format!("in/{number:02}.json"), wrong())).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::new("reports", &files);
    let run = |jobs: &str| {
        let mut arguments =
            vec!["validate".to_owned(), "in".to_owned(), "gone".to_owned(), "--jobs".to_owned(), jobs.to_owned()];
        for format in FORMATS {
            arguments.extend(["--report".to_owned(), format!("{format}=out-{jobs}/{format}")]);
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        skp_in(&folder.0, &arguments, b"")
    };
    let (one, eight) = (run("1"), run("8"));
    assert_eq!((one.code, eight.code), (Some(4), Some(4)));
    // With no report for it, standard output stays empty and the summary is told where people look.
    assert_eq!(one.out, "");
    assert!(one.err.ends_with("30 fouten in 30 van 31 bestanden; 1 bestand niet te lezen.\n"), "{}", one.err);
    for format in FORMATS {
        let text = read(&folder, &format!("out-1/{format}"));
        assert_eq!(text, read(&folder, &format!("out-8/{format}")), "{format}");
        assert!(text.contains("VAL-006") && !text.contains("MARKER"), "{format}: {text}");
    }
    assert_eq!(std::fs::read_dir(folder.0.join("out-1")).unwrap().count(), FORMATS.len(), "nothing is left behind");
}

#[test]
fn format_is_short_for_a_report_on_standard_output() {
    for format in FORMATS {
        let short = skp_in(&std::env::temp_dir(), &["validate", "--no-config", "--format", format], wrong().as_bytes());
        let long = skp_in(&std::env::temp_dir(), &["validate", "--no-config", "--report", format], wrong().as_bytes());
        assert_eq!((short.code, &short.out), (Some(1), &long.out), "{format}");
        assert!(short.out.contains("VAL-006"), "{format}");
    }
}

#[test]
fn reports_that_do_not_go_together_are_wrong_usage() {
    let folder = Folder::new("together", &[("a.json", GOOD)]);
    for arguments in [
        &["validate", "a.json", "--report", "json", "--report", "sarif"][..],
        &["validate", "a.json", "--report", "json", "--format", "text"],
        &["validate", "a.json", "--report", "json=x", "--report", "text=./x"],
        &["validate", "a.json", "--report", "json=./a.json"],
        &["validate", "a.json", "--write-baseline", "a.json", "--until", "9999-01-01"],
        &["validate", "-", "--write-baseline", "b", "--until", "9999-01-01", "--report", "json=b"],
        &["validate", "a.json", "--report", "pdf"],
        &["validate", "a.json", "--report", "json="],
    ] {
        let ran = skp_in(&folder.0, arguments, b"");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}: {}", ran.err);
    }
    assert_eq!(read(&folder, "a.json"), GOOD);
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 1, "nothing was written");
}

#[test]
fn a_report_in_the_folder_that_is_checked_is_no_input() {
    let folder = Folder::new("own", &[("in/a.json", GOOD), ("in/skp.json", "{}"), ("in/deep/junit.xml", "<old/>")]);
    let ran = skp_in(
        &folder.0,
        &["validate", "in", "--report", "json=in/skp.json", "--report", "junit=in/deep/junit.xml", "--report", "text"],
        b"",
    );
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(ran.err.matches("overgeslagen").count(), 2, "{}", ran.err);
    let document: serde_json::Value = serde_json::from_str(&read(&folder, "in/skp.json")).unwrap();
    assert_eq!(document["inputs"].as_array().unwrap().len(), 1);
    assert!(read(&folder, "in/deep/junit.xml").starts_with("<?xml"));
}

#[test]
fn a_reader_that_stops_reading_does_not_stop_the_files() {
    let files: Vec<(String, String)> = (0..200).map(|number| (format!("in/{number:03}.json"), wrong())).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::new("stops", &files);
    let mut child = Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(["validate", "in", "--report", "text", "--report", "json=out.json"])
        .current_dir(&folder.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));
    let document: serde_json::Value = serde_json::from_str(&read(&folder, "out.json")).unwrap();
    assert_eq!(document["summary"]["errors"], 200);
}

#[test]
fn a_report_that_cannot_be_written_ends_in_exit_code_4() {
    let folder = Folder::new("unwritable", &[("a.json", GOOD), ("file", "")]);
    let ran = skp_in(&folder.0, &["validate", "a.json", "--report", "json=file/x.json"], b"");
    assert_eq!(ran.code, Some(4));
    assert!(ran.err.contains("file/x.json"), "{}", ran.err);
}

#[test]
fn every_report_is_whole_when_the_run_cannot_go_on() {
    let folder = Folder::new("ended", &[("a.json", GOOD), (".skp.toml", "deny_warning = true\n")]);
    let ran = skp_in(
        &folder.0,
        &["validate", "a.json", "--report", "sarif=s", "--report", "junit=j", "--report", "json"],
        b"",
    );
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains(".skp.toml:1") && ran.err.contains("bedoelt u deny_warnings?"), "{}", ran.err);
    let document: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&document["summary"]["verdict"], &document["summary"]["exitCode"]), (&"broken".into(), &2.into()));
    let log: serde_json::Value = serde_json::from_str(&read(&folder, "s")).unwrap();
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
    assert!(read(&folder, "j").contains("errors=\"1\"") && read(&folder, "j").ends_with("</testsuites>\n"));
}

#[test]
fn schemas_are_printed() {
    for (what, id) in [
        ("report", "urn:x-skp:report:1"),
        ("config", "urn:x-skp:config:1"),
        ("baseline", "urn:x-skp:baseline:1"),
        ("catalogue", "urn:x-skp:catalogue:1"),
    ] {
        let ran = skp(&["schema", what]);
        let schema: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((ran.code, &schema["$id"]), (Some(0), &id.into()));
    }
}

#[test]
fn the_help_tells_the_limits_that_hold() {
    let help = skp(&["validate", "--help"]).out;
    let limits = skp_messages::Limits::default();
    for limit in [limits.findings, limits.size >> 20] {
        assert!(help.contains(&format!("default: {limit}")), "{help}");
    }
}
