//! Inputs that try to say something to whoever reads a report.

use super::*;

/// What means something to some reader: workflow commands, XML, HTML, Markdown, SARIF, JSON and terminals.
const BAD: &str = "x%0A::error::y\n::error::z\r|`a`]]><script>&#124;{0}[k](http://x)**@user** \u{1b}[31m\u{202e}\u{200b}\u{61c}\u{2066}\u{e0041}\u{9b}\u{7f}\u{ffff}\"'\\";

pub fn run() -> Run {
    let name = serde_json::to_string(BAD).unwrap();
    let unknown = format!(
        "{{\"bericht\":\"schuldregeling/2.0/GeenMedewerking\",\"klantnummerSHV\":\"1\",{name}:1,\"reden\":{name}}}"
    );
    let escaped = BAD.replace('&', "&amp;").replace('<', "&lt;");
    let escaped: String = escaped.chars().filter(|one| !one.is_control() && *one != '\u{ffff}').collect();
    let xml = format!(
        "<GeenMedewerking xmlns=\"urn:x-skp:schuldregeling:2.0\"><KlantnummerSHV>{escaped}</KlantnummerSHV>\
         <Reden>{escaped}</Reden></GeenMedewerking>"
    );
    Run::new(vec![
        text(&format!("{BAD}.json"), &unknown),
        text("in/a.xml", &xml),
        text("in/b.json", &unknown.replace("schuldregeling/2.0", &BAD.replace(['"', '\\', '\n', '\r'], ""))),
        trouble(BAD, TroubleKind::NotFound),
        trouble("in/c", TroubleKind::BadPattern(BAD.to_owned())),
    ])
}

#[test]
fn the_hostile_run_has_something_to_tell() {
    let run = run();
    assert!(run.summary.errors >= 3 && run.summary.unreadable == 2, "{}", run.summary.sentence(Lang::En));
}
