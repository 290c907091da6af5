//! The built `skp`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::made::{Member, gz, zip};
use super::*;

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn skp(folder: &Path, arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_skp"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that reads no input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn mixed() -> Folder {
    let stream = format!("{GOOD}\n{}\n{GOOD}\n", wrong());
    let members = [Member::deflated("m/a.json", wrong()), Member::stored("s.ndjson", &stream)];
    Folder::new(
        "mixed",
        &[
            ("in/a.json", GOOD.as_bytes()),
            ("in/b.ndjson", stream.as_bytes()),
            ("in/c.ndjson.gz", &gz(&stream)),
            ("in/d.zip", &zip(&members)),
            ("in/e.txt", b"no message"),
        ],
    )
}

#[test]
fn a_folder_may_hold_everything() {
    let folder = mixed();
    let one = skp(&folder.0, &["validate", "in", "--jobs", "1"], b"");
    assert_eq!(one.code, Some(1), "{}{}", one.out, one.err);
    for place in ["in/b.ndjson:2:70", "in/c.ndjson.gz:2:70", "in/d.zip!m/a.json:1:70", "in/d.zip!s.ndjson:2:70"] {
        assert!(one.out.contains(place), "{place}: {}", one.out);
    }
    let last = one.out.lines().last().unwrap();
    assert!(last.starts_with("11 berichten, "), "{last}");
    assert!(last.ends_with("; 4 fouten op 3 van 9 NDJSON-regels in 4 van 5 bestanden."), "{last}");
    for format in ["text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown"] {
        let [one, five] =
            ["1", "5"].map(|jobs| skp(&folder.0, &["validate", "in", "--format", format, "--jobs", jobs], b""));
        assert_eq!(one.out, five.out, "{format}");
        assert!(!one.out.contains("GEEN_ZIN"), "{format}");
    }
}

#[test]
fn standard_input_may_be_lines_and_packed() {
    let stream = format!("{GOOD}\n{}\n", wrong());
    for input in [stream.clone().into_bytes(), gz(&stream)] {
        let ran = skp(&std::env::temp_dir(), &["validate", "--lines", "--lang", "en"], &input);
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        assert!(ran.out.contains("<stdin>:2:70"), "{}", ran.out);
        assert!(ran.out.ends_with("; 1 error on 1 of 2 NDJSON lines.\n"), "{}", ran.out);
    }
    let ran = skp(&std::env::temp_dir(), &["validate"], &zip(&[Member::stored("a.json", GOOD)]));
    assert_eq!(ran.code, Some(3));
    assert!(ran.out.contains("BST-002"), "{}", ran.out);
}

#[test]
fn parts_of_a_run_add_up() {
    let folder = mixed();
    let part = |shard: &str| {
        let ran = skp(&folder.0, &["validate", "in", "--format", "ndjson", "--shard", shard], b"");
        let lines: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let summary = &lines.last().unwrap()["summary"];
        (summary["messages"].as_u64().unwrap(), summary["errors"].as_u64().unwrap())
    };
    let (one, two, three) = (part("1/3"), part("2/3"), part("3/3"));
    assert_eq!((one.0 + two.0 + three.0, one.1 + two.1 + three.1), (11, 4));
    assert_eq!(skp(&folder.0, &["validate", "in", "--shard", "4/3"], b"").code, Some(2));
}

#[test]
fn what_is_packed_wrong_is_no_pass() {
    let folder = Folder::new("cut", &[("a.ndjson.gz", &gz(GOOD.repeat(9))[..40])]);
    let ran = skp(&folder.0, &["validate", "a.ndjson.gz"], b"");
    assert_eq!(ran.code, Some(3));
    assert!(ran.out.starts_with("fout[BST-001]: "), "{}", ran.out);
    assert!(ran.out.ends_with("; 1 bestand niet te controleren.\n"), "{}", ran.out);
}

#[test]
fn a_name_in_a_zip_does_not_reach_the_terminal() {
    let folder = Folder::new("escape", &[("a.zip", &zip(&[Member::stored("\u{1b}[31m/a.json", GOOD)]))]);
    for format in ["text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown"] {
        let ran = skp(&folder.0, &["validate", "a.zip", "--format", format], b"");
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn rules_on_files_are_explained() {
    let list = skp(&std::env::temp_dir(), &["explain", "--list", "--files", "--lang", "en"], b"").out;
    assert!(skp_validate::bulk::rules().iter().all(|rule| list.contains(rule.en)), "{list}");
    let one = skp(&std::env::temp_dir(), &["explain", "bst-001", "--lang", "en"], b"");
    assert!(one.out.contains("files with messages in them"), "{}", one.out);
}

#[test]
fn settings_may_name_rules_on_files() {
    let settings = "[severity]\n\"BST-003\" = \"warning\"\n";
    let member = Member { flags: 1, ..Member::stored("a.json", GOOD) };
    let folder = Folder::new("settings", &[("in.zip", &zip(&[member])), (".skp.toml", settings.as_bytes())]);
    let ran = skp(&folder.0, &["validate", "in.zip"], b"");
    assert!(ran.out.starts_with("waarschuwing[BST-003]: "), "{}{}", ran.out, ran.err);
    assert_eq!(ran.code, Some(3));
}

#[test]
fn a_baseline_accepts_findings_of_a_stream() {
    let stream = format!("{}\n{GOOD}\n{}\n", wrong(), wrong());
    let folder = Folder::new("baseline", &[("a.ndjson", stream.as_bytes())]);
    let write = ["validate", "a.ndjson", "--write-baseline", "skp-baseline.json", "--until", "2999-12-31"];
    assert_eq!(skp(&folder.0, &write, b"").code, Some(0));
    std::fs::write(folder.0.join(".skp.toml"), "[baseline]\nfile = 'skp-baseline.json'\n").unwrap();
    let ran = skp(&folder.0, &["validate", "a.ndjson"], b"");
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("2 bevindingen bekend uit de baseline"), "{}", ran.out);
}

#[test]
fn progress_can_be_asked_for_and_refused() {
    for when in ["always", "never", "auto"] {
        let ran = skp(&std::env::temp_dir(), &["validate", "--progress", when], GOOD.as_bytes());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    }
    assert_eq!(skp(&std::env::temp_dir(), &["validate", "--progress", "often"], b"").code, Some(2));
}
