//! Reports for CI are valid documents whatever a run found: by the schemas of SARIF, JUnit and our own, and by what the
//! services that read them ask. No report tells who a message is about.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test may fail

mod config;
mod github;
mod gitlab;
mod hostile;
mod json;
mod junit;
mod markdown;
mod sarif;

use skp_messages::{Lang, Limits, Options, validate};
use skp_tests::{bytes, examples, samples};
use skp_validate::baseline::{Baseline, Entry, day};
use skp_validate::policy::{Level, Overrides, Policy};
use skp_validate::render::Style;
use skp_validate::reports::ReportFormat;
use skp_validate::{Checked, Outcome, RulePattern, RunFailure, SourceRoot, Summary, Trouble, TroubleKind};

/// A message with an error and a warning.
const WRONG: &str = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":" MARKER","reden":"MARKER"}"#;

/// What a run gave.
struct Run {
    checked: Vec<Checked>,
    summary: Summary,
    root: SourceRoot,
}

impl Run {
    fn new(checked: Vec<Checked>) -> Self {
        let mut summary = Summary::default();
        checked.iter().for_each(|one| summary.add(one));
        Self { checked, summary, root: SourceRoot::new("/repo") }
    }

    fn render(&self, format: ReportFormat, style: Style) -> String {
        let mut out = Vec::new();
        let mut renderer = format.renderer(style, &self.root);
        for checked in &self.checked {
            renderer.checked(&mut out, checked).unwrap();
        }
        renderer.finish(&mut out, &self.summary, self.summary.verdict()).unwrap();
        String::from_utf8(out).unwrap()
    }
}

fn text(name: &str, text: &str) -> Checked {
    limited(name, text, usize::MAX)
}

fn limited(name: &str, text: &str, findings: usize) -> Checked {
    let options = Options { limits: Limits { findings, ..Limits::default() }, ..Options::default() };
    let report = validate(text.as_bytes(), &options);
    Checked { name: name.to_owned(), outcome: Outcome::of(report, text.into()) }
}

fn trouble(name: &str, kind: TroubleKind) -> Checked {
    Checked { name: name.to_owned(), outcome: Outcome::Trouble(Trouble { name: name.to_owned(), kind }) }
}

/// The samples below a folder of the examples: all of them, or one of so many.
fn sampled(folder: &str, step: usize) -> Run {
    let one = |path: &std::path::PathBuf| {
        let bytes = bytes(path);
        let report = validate(&bytes, &Options::default());
        let name = path.strip_prefix(examples("")).unwrap_or(path).display().to_string();
        Checked { name, outcome: Outcome::of(report, bytes) }
    };
    Run::new(samples(&examples(folder)).iter().step_by(step).map(one).collect())
}

/// A run in which findings count, are silenced, known and expired, and an entry of the baseline is stale.
fn judged() -> Run {
    let entry = |rule: &str, input: &str, until: &str, reason: Option<&str>| Entry {
        rule: Some(RulePattern::new(rule)),
        input: Some(input.to_owned()),
        path: None,
        fingerprint: None,
        times: None,
        until: day(until).unwrap(),
        reason: reason.map(str::to_owned),
    };
    let entries = vec![
        entry("VAL-006", "known.json", "2026-12-31", Some("levering van {2019} | `oud`")),
        entry("VAL-006", "expired.json", "2026-01-01", None),
        entry("KOP-*", "known.json", "2026-12-31", None),
    ];
    let mut policy = Policy::new(SourceRoot::new("/repo"), day("2026-07-01").unwrap());
    policy.override_severity(Overrides::from([(RulePattern::new("TYP-*"), Level::Off)]));
    policy
        .override_in("info.json", Overrides::from([(RulePattern::new("VAL-*"), Level::of("info").unwrap())]))
        .unwrap();
    policy.accept(Baseline::new(entries).unwrap());
    let mut checked: Vec<Checked> =
        ["known.json", "expired.json", "info.json", "new.json"].iter().map(|name| text(name, WRONG)).collect();
    checked.iter_mut().for_each(|one| policy.judge(one));
    let mut run = Run::new(checked);
    run.summary.stale = policy.stale(|_| true);
    assert_eq!((run.summary.known, run.summary.expired, run.summary.lowered), (1, 1, 1));
    assert_eq!((run.summary.silenced["TYP-TXT-002"], run.summary.stale.len()), (4, 1));
    run
}

/// Runs of every kind, with names.
fn runs() -> Vec<(&'static str, Run)> {
    let mut failed = Run::new(Vec::new());
    failed.summary.failure = Some(RunFailure { text: "x.toml: <bestaat> & niet".to_owned(), exit_code: 4 });
    let many: Vec<String> = (0..20).map(|number| format!("\"x{number}\":1")).collect();
    let many = format!("{{\"bericht\":\"schuldregeling/2.0/GeenMedewerking\",{}}}", many.join(","));
    vec![
        ("nothing found", sampled("messages", 5)),
        ("invalid samples", sampled("invalid", 13)),
        ("no inputs", Run::new(Vec::new())),
        ("ended", failed),
        ("judged", judged()),
        ("hostile", hostile::run()),
        ("over the limit of findings", Run::new(vec![limited("a.json", &many, 5)])),
        ("not checkable", Run::new(vec![text("leeg.json", ""), text("x.json", "{}"), text("y.xml", "<open>")])),
        (
            "not read",
            Run::new(vec![
                trouble("weg.json", TroubleKind::NotFound),
                trouble("map", TroubleKind::NothingMatched),
                trouble("a[", TroubleKind::BadPattern("unclosed".to_owned())),
                trouble("<stdin>", TroubleKind::Internal),
            ]),
        ),
        (
            "elsewhere",
            Run::new(vec![text("/elders/een bestand.json", WRONG), text("../b.json", WRONG), text("<stdin>", WRONG)]),
        ),
    ]
}

/// Calls the closure with each run, once in Dutch with values masked and once in English with values shown.
fn each(format: ReportFormat, mut look: impl FnMut(&str, &Run, String)) {
    for (name, run) in runs() {
        for (lang, show_values) in [(Lang::Nl, false), (Lang::En, true)] {
            look(name, &run, run.render(format, Style { lang, show_values, colour: false }));
        }
    }
}

#[test]
fn values_of_persons_are_masked_in_every_report_unless_asked_for() {
    // In the input a value stands where values stand, and in no name.
    let run = Run::new(vec![text("a.json", WRONG), text("b.xml", &xml())]);
    for format in ReportFormat::ALL {
        let masked = run.render(format, Style::default());
        assert!(!masked.contains("MARKER") && masked.contains("•••"), "{format:?}: {masked}");
        let shown = run.render(format, Style { show_values: true, ..Style::default() });
        assert!(shown.contains("MARKER"), "{format:?}: {shown}");
    }
}

fn xml() -> String {
    "<GeenMedewerking xmlns=\"urn:x-skp:schuldregeling:2.0\">\n <KlantnummerSHV> MARKER</KlantnummerSHV>\n \
     <Reden>MARKER</Reden>\n</GeenMedewerking>"
        .to_owned()
}

#[test]
fn nothing_in_a_report_acts_on_a_terminal() {
    for format in ReportFormat::ALL {
        each(format, |name, _, out| {
            let unseen = |one| matches!(one, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}');
            let bad = out.chars().find(|&one| one.is_control() && one != '\n' || unseen(one));
            assert_eq!(bad, None, "{format:?}, {name}");
        });
    }
}

#[test]
fn the_same_run_gives_the_same_bytes() {
    for format in ReportFormat::ALL {
        let render = || sampled("invalid", 50).render(format, Style::default());
        assert_eq!(render(), render(), "{format:?}");
    }
}
