//! Every message of every release, with a marker in every element, through everything that tells something.
//!
//! A marker in an element that is personal or sensitive is in nothing that is told, unless values are asked for.

use skp_messages::csv::{self, Entry, layouts};
use skp_messages::shape::MessageInfo;
use skp_messages::{Layout, catalogue, examine, read, upgrade};
use skp_tests::{bytes, examples};
use skp_validate::csv::Upload;
use skp_validate::dossier::{self, Settings};
use skp_validate::render::{DossierJson, Style};
use skp_validate::reports::ReportFormat;
use skp_validate::{Checked, Input, Outcome, SourceRoot, Summary};

use super::*;

/// The messages with their markers, in each format: with right values, and with values that no element allows.
fn each(mut look: impl FnMut(&'static MessageInfo, Format, &Full)) {
    let mut markers = 0;
    for info in catalogue::messages() {
        for (format, wrong) in [(Format::Json, false), (Format::Xml, false), (Format::Json, true), (Format::Xml, true)]
        {
            let full = Full::sent(info, format, wrong);
            markers += full.private.len();
            look(info, format, &full);
        }
    }
    assert!(catalogue::messages().len() > 50 && markers > 5_000, "{markers} markers");
}

/// The markers that can be told from everything else: long enough, and in no value that may be told.
fn told_apart(full: &Full) -> Vec<String> {
    let alone = |value: &&String| value.len() > 5 && !full.public.iter().any(|public| public.contains(value.as_str()));
    full.private.iter().filter(alone).cloned().collect()
}

fn checked(full: &Full) -> Checked {
    let name = if full.text.starts_with('{') { "a.json" } else { "a.xml" };
    Checked { name: name.to_owned(), outcome: Outcome::of(check(&full.text), full.text.clone().into_bytes()) }
}

fn rendered(format: ReportFormat, checked: &Checked, style: Style) -> String {
    let mut out = Vec::new();
    let mut summary = Summary::default();
    summary.add(checked);
    let mut renderer = format.renderer(style, &SourceRoot::new("/repo"));
    renderer.checked(&mut out, checked).unwrap();
    renderer.finish(&mut out, &summary, summary.verdict()).unwrap();
    format!("{}{summary:?}", String::from_utf8(out).unwrap())
}

#[test]
fn no_report_and_no_debug_tells_a_marker() {
    each(|info, _, full| {
        let private = told_apart(full);
        assert_untold(&told(&check(&full.text)), &private);
        let examined = examine(full.text.as_bytes(), &Options::default());
        assert_untold(&format!("{examined:?} {:?}", read(full.text.as_bytes())), &private);
        let checked = checked(full);
        let debug = format!("{checked:?}");
        assert_untold(&debug, &private);
        // Bytes as numbers are a text as well.
        let numbers = private.iter().map(|value| format!("{:?}", value.as_bytes()).trim_matches(['[', ']']).to_owned());
        assert_untold(&debug, &numbers.collect::<Vec<_>>());
        assert!(!private.is_empty() || full.private.is_empty(), "{}", info.bericht);
    });
}

#[test]
fn no_form_of_report_tells_a_marker() {
    let mut turn = 0;
    each(|_, _, full| {
        let (private, checked) = (told_apart(full), checked(full));
        for format in ReportFormat::ALL {
            turn += 1;
            let lang = if turn % 2 == 0 { Lang::Nl } else { Lang::En };
            assert_untold(&rendered(format, &checked, Style { lang, ..Style::default() }), &private);
        }
    });
}

#[test]
fn a_marker_is_shown_to_whoever_asks_for_values() {
    let wrong = Full::sent(catalogue::messages()[0], Format::Json, true);
    let checked = checked(&wrong);
    for format in ReportFormat::ALL {
        let shown = rendered(format, &checked, Style { show_values: true, ..Style::default() });
        let seen = wrong.private.iter().filter(|value| shown.contains(value.as_str())).count();
        assert!(seen > 0, "{format:?}: {shown}");
    }
}

#[test]
fn no_conversation_tells_a_marker() {
    let folder = std::env::temp_dir().join(format!("skp-privacy-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    each(|_, format, full| {
        let path = folder.join(if format == Format::Json { "a.ndjson" } else { "a.xml" });
        std::fs::write(&path, &full.text).unwrap();
        let dossier = dossier::check(vec![Ok(Input::File(path))], &Settings::default());
        let mut summary = Summary::default();
        dossier.checked.iter().for_each(|one| summary.add(one));
        let mut out = Vec::new();
        DossierJson::new(Style::default()).write(&mut out, &dossier, &summary, summary.verdict()).unwrap();
        // The reference of a conversation is how it is called; it says nothing of a person.
        assert_untold(&format!("{} {dossier:?}", String::from_utf8(out).unwrap()), &told_apart(full));
    });
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn no_conversion_tells_a_marker() {
    each(|info, _, full| {
        let Ok(received) = read(full.text.as_bytes()) else { return };
        for release in info.module.releases {
            let result = upgrade::convert(&received, release.number, &upgrade::Options::default());
            assert_untold(&format!("{result:?}"), &told_apart(full));
            if let Err(refused) = result {
                let mut out = Vec::new();
                skp_validate::render::refused(&mut out, "a.json", &refused, Style::default()).unwrap();
                let shown = format!("{} {}", String::from_utf8(out).unwrap(), refused.text(Lang::Nl));
                assert_untold(&shown, &told_apart(full));
            }
        }
    });
}

/// The files of the portal, from the samples: every value of an element that is private is a marker there.
#[test]
fn no_finding_on_a_file_of_the_portal_tells_a_value() {
    let received = |name: &str| read(&bytes(&examples("messages/schuldregeling/2.0").join(name))).unwrap();
    let [question, answer] = ["saldoverzoek-minimaal.json", "saldoverzoek-antwoord-minimaal.json"].map(received);
    let text = answer.write(Format::Json, Layout::Compact).unwrap();
    assert!(text.contains("regelingen@bonteknop.example.org"), "{text}");
    let mut files = 0;
    for layout in layouts() {
        let entry = Entry {
            conversation: "f1bbfe67-a232-4c03-ab4c-58dfaf6833e6",
            reference: "DS-1",
            sender: "Gemeente",
            question: Some(&question),
            answer: Some(&answer),
        };
        let file = csv::write(layout, &[entry]).files.concat();
        // Everything in a row is made wrong: no column takes a text with this at its end.
        let rows: Vec<String> = file.split("\r\n").map(str::to_owned).collect();
        let marked = |row: &String| {
            let cells = row
                .split(';')
                .map(|cell| if cell.is_empty() { "GEHEIM~".to_owned() } else { format!("{cell}~GEHEIM") });
            cells.collect::<Vec<_>>().join(";")
        };
        let text = [rows[0].clone(), rows.get(1).map(marked).unwrap_or_default()].join("\r\n") + "\r\n";
        let reading = csv::read("a.csv", text.as_bytes(), &Options::default());
        let mut upload = Upload::default();
        upload.add("a.csv", text.as_bytes(), &Options::default());
        let mut out = Vec::new();
        upload.text(&mut out, Lang::Nl, false).unwrap();
        upload.text(&mut out, Lang::En, false).unwrap();
        files += usize::from(!reading.findings().is_empty());
        let shown = String::from_utf8(out).unwrap();
        let repaired = csv::repair("a.csv", text.as_bytes(), &Options::default());
        let debug = format!("{reading:?} {repaired:?} {:?}", csv::write(layout, &[entry]));
        assert!(!format!("{shown}{debug}").contains("GEHEIM"), "{shown} {debug}");
        assert!(!debug.contains("regelingen@bonteknop.example.org"), "{debug}");
    }
    assert!(files > 1, "{files}");
}
