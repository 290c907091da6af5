//! `.skp.toml` and baselines.

use super::*;

/// A message with an error and a warning.
fn wrong() -> String {
    GOOD.replace("KLANT_ONBEKEND", "MARKER").replace("\"1\"", "\" MARKER\"")
}

/// Runs in a folder on a fixed day.
fn on(folder: &Folder, today: &str, arguments: &[&str]) -> Ran {
    skp_in(&folder.0, &[&["validate", "in", "--today", today], arguments].concat(), b"")
}

#[test]
fn settings_of_a_folder_above_hold_and_what_they_silence_is_told() {
    let settings = "reports = ['text', 'sarif=uit/skp.sarif']\n[severity]\n'VAL-006' = 'off'\n'TYP-*' = 'info'\n";
    let folder = Folder::new("above", &[(".skp.toml", settings), ("sub/in/a.json", &wrong())]);
    let ran = skp_in(&folder.0.join("sub"), &["validate", "in"], b"");
    assert_eq!(ran.code, Some(0), "{}", ran.out);
    assert!(ran.out.starts_with("info[TYP-TXT-002]"), "{}", ran.out);
    let told = "1 bevinding uitgezet in de instellingen (VAL-006 1×); 1 bevinding lichter geteld door de instellingen.";
    assert!(ran.last_line().ends_with(told), "{}", ran.out);
    // Paths in reports are seen from the folder of the settings, and so is the place of the report.
    let log = std::fs::read_to_string(folder.0.join("uit/skp.sarif")).unwrap();
    assert!(log.contains(r#""uri":"sub/in/a.json","uriBaseId":"%SRCROOT%""#), "{log}");
    let without = skp_in(&folder.0.join("sub"), &["validate", "in", "--no-config"], b"");
    assert_eq!(without.code, Some(1));
}

#[test]
fn settings_can_be_named_and_deny_warnings() {
    let warned = GOOD.replace("\"1\"", "\" 1\"");
    let folder = Folder::new("named", &[("ci/strict.toml", "deny_warnings = true"), ("in/a.json", &warned)]);
    assert_eq!(skp_in(&folder.0, &["validate", "in"], b"").code, Some(0));
    let ran = skp_in(&folder.0, &["validate", "in", "--config", "ci/strict.toml", "--report", "junit"], b"");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("failures=\"1\""), "{}", ran.out);
    assert_eq!(skp_in(&folder.0, &["validate", "in", "--config", "gone.toml"], b"").code, Some(4));
    assert_eq!(skp_in(&folder.0, &["validate", "--config", "x", "--no-config"], b"").code, Some(2));
}

#[test]
fn limits_of_the_settings_hold_unless_the_command_has_its_own() {
    let many: Vec<String> = (0..9).map(|number| format!("\"x{number}\":1")).collect();
    let many = format!("{{{},{}", many.join(","), &GOOD[1..]);
    let folder = Folder::new("limits", &[(".skp.toml", "[limits]\nfindings = 3\n"), ("in/a.json", &many)]);
    assert!(skp_in(&folder.0, &["validate", "in"], b"").last_line().contains("6 bevindingen niet getoond"));
    assert!(skp_in(&folder.0, &["validate", "in", "--max-findings", "5"], b"").last_line().contains("4 bevindingen"));
}

#[cfg(unix)]
#[test]
fn settings_cannot_write_outside_their_folder() {
    let folder =
        Folder::new("outside", &[("repo/.skp.toml", "reports = ['json=uit/x.json']"), ("repo/in/a.json", GOOD)]);
    std::fs::create_dir(folder.0.join("elders")).unwrap();
    std::os::unix::fs::symlink(folder.0.join("elders"), folder.0.join("repo/uit")).unwrap();
    let ran = skp_in(&folder.0.join("repo"), &["validate", "in"], b"");
    assert_eq!(ran.code, Some(2), "{}", ran.out);
    assert_eq!(std::fs::read_dir(folder.0.join("elders")).unwrap().count(), 0);
}

#[test]
fn a_baseline_accepts_what_is_there_until_its_day() {
    let folder =
        Folder::new("baseline", &[("in/a.json", &wrong()), (".skp.toml", "[baseline]\nfile = 'in/basis.json'\n")]);
    let written = skp_in(
        &folder.0,
        &[
            "validate",
            "in",
            "--no-config",
            "--write-baseline",
            "in/basis.json",
            "--until",
            "2027-01-31",
            "--today",
            "2026-07-01",
        ],
        b"",
    );
    assert_eq!(written.code, Some(0), "{}{}", written.out, written.err);
    assert!(written.err.ends_with("in/basis.json: 2 regels geschreven.\n"), "{}", written.err);
    let baseline = std::fs::read_to_string(folder.0.join("in/basis.json")).unwrap();
    assert!(baseline.contains("VAL-006") && !baseline.contains("MARKER"), "{baseline}");

    let known = on(&folder, "2027-01-31", &[]);
    assert_eq!(known.code, Some(0), "{}", known.out);
    assert!(known.last_line().ends_with("; 2 bevindingen bekend uit de baseline en niet meegeteld."), "{}", known.out);

    let expired = on(&folder, "2027-02-01", &[]);
    assert_eq!(expired.code, Some(1));
    assert!(
        expired.out.contains("baseline: Stond tot en met 2027-01-31 in de baseline en telt weer mee."),
        "{}",
        expired.out
    );
    assert!(expired.last_line().contains("2 bevindingen weer meegeteld omdat de datum in de baseline voorbij is"));

    std::fs::write(folder.0.join("in/a.json"), GOOD).unwrap();
    let stale = on(&folder, "2026-07-01", &[]);
    assert_eq!(stale.code, Some(0));
    assert!(
        stale.out.contains("niet meer gevonden uit de baseline: VAL-006 in/a.json Reden (2027-01-31)"),
        "{}",
        stale.out
    );
    assert!(stale.last_line().ends_with("; 2 regels van de baseline niet meer gevonden."), "{}", stale.out);

    // A finding that was not there counts.
    std::fs::write(folder.0.join("in/b.json"), wrong()).unwrap();
    assert_eq!(on(&folder, "2026-07-01", &[]).code, Some(1));
}

#[test]
fn a_baseline_needs_a_day_that_has_not_passed() {
    let folder = Folder::new("day", &[("in/a.json", &wrong())]);
    assert_eq!(on(&folder, "2026-07-01", &["--write-baseline", "b.json"]).code, Some(2));
    assert_eq!(on(&folder, "2026-07-01", &["--write-baseline", "b.json", "--until", "2026-06-30"]).code, Some(2));
    assert_eq!(on(&folder, "2026-07-01", &["--write-baseline", "b.json", "--until", "31-12-2026"]).code, Some(2));
    assert_eq!(on(&folder, "2026-07-01", &["--until", "2026-12-31"]).code, Some(2));
    assert!(!folder.0.join("b.json").exists());
}

#[test]
fn a_wrong_baseline_is_said_with_its_line() {
    let folder = Folder::new(
        "wrong",
        &[("in/a.json", GOOD), (".skp.toml", "[baseline]\nfile = 'b.json'"), ("b.json", "{\n \"known\": 1}")],
    );
    let ran = on(&folder, "2026-07-01", &[]);
    assert_eq!(ran.code, Some(2), "{}", ran.out);
    assert!(ran.err.contains("b.json") && ran.err.contains("line 2"), "{}", ran.err);
    std::fs::remove_file(folder.0.join("b.json")).unwrap();
    assert_eq!(on(&folder, "2026-07-01", &[]).code, Some(4));
}
