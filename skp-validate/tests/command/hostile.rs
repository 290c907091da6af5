//! Names that try to say something to the terminal of whoever runs `skp`.

use super::*;

/// What a terminal acts on, what turns text round, and a line that looks like one of ours.
#[cfg(unix)]
const NAME: &str = "a\u{1b}[31m\u{9b}\u{202e}\u{61c}\u{2066}\n::error::x";

/// Runs a command and looks at everything it says.
#[cfg(unix)]
fn says_nothing_to_a_terminal(folder: &Folder, arguments: &[&str]) {
    let ran = skp_in(&folder.0, arguments, b"");
    let said = format!("{}{}", ran.out, ran.err);
    let acts = |one: char| one.is_control() && one != '\n' || matches!(one, '\u{202e}' | '\u{61c}' | '\u{2066}');
    assert!(!said.contains(acts) && !said.contains("\n::error::"), "{arguments:?}: {said:?}");
    assert_ne!(ran.code, Some(0), "{arguments:?}: {said}");
}

#[test]
#[cfg(unix)]
fn no_name_of_a_file_acts_on_a_terminal() {
    let named = |end: &str| format!("{NAME}{end}");
    let [json, csv, ndjson, toml] = [".json", ".csv", ".ndjson", ".d/x.toml"].map(named);
    let folder = Folder::new("escapes", &[(&json, "{"), (&csv, "a;b"), (&ndjson, "{}\n{"), (&toml, "x = [")]);
    let (definitions, absent, pattern) = (named(".d"), named("absent"), named("[*"));
    for arguments in [
        &["validate", &json][..],
        &["validate", &absent],
        &["validate", &pattern],
        &["validate", "."],
        &["validate", "--report", &format!("json={absent}/x"), &json],
        &["validate", "--config", &absent, &json],
        &["validate", "--baseline", &absent, &json],
        &["validate", "--definitions", &definitions, &json],
        &["convert", "--to", "xml", &json],
        &["convert", "--to", "xml", &absent],
        &["csv", "check", &csv],
        &["csv", "check", &absent],
        &["csv", "repair", &csv, "--out", &absent],
        &["conversation", "check", &ndjson],
        &["conversation", "check", &absent],
        &["definitions", "lint", &definitions],
        &["definitions", "lint", &absent],
        &["definitions", "fmt", &definitions],
        &["definitions", "diff", &absent, &definitions],
        &["definitions", "diff", &format!("git:{absent}"), &definitions],
    ] {
        says_nothing_to_a_terminal(&folder, arguments);
    }
    for format in ["text", "json", "ndjson", "junit", "sarif", "github", "gitlab", "markdown"] {
        says_nothing_to_a_terminal(&folder, &["validate", "--format", format, &json, &absent]);
    }
}

#[test]
#[cfg(unix)]
fn no_name_that_does_not_exist_acts_on_a_terminal() {
    let folder = Folder::new("escapes-words", &[("a.json", GOOD)]);
    for arguments in
        [&["explain", NAME][..], &["show", NAME], &["sample", NAME], &["validate", "--release", NAME, "a.json"]]
    {
        says_nothing_to_a_terminal(&folder, arguments);
    }
}
