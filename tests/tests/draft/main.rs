//! Checking against definitions that are read at run time gives what checking with compiled ones gives.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing)] // a test may fail

mod changed;
mod mutants;
mod same;

use std::fmt::Write;
use std::sync::OnceLock;

use skp_messages::draft::{Draft, Sources, render};
use skp_messages::{Format, Lang, Options, Report, validate};

/// The definitions that the compiled types are made of. The frozen texts stay behind, for the drafts here try something
/// in releases that are out.
fn released() -> Vec<(&'static str, String)> {
    let files = skp_definitions::files().iter().filter(|(path, _)| !path.contains("/released/"));
    files.map(|&(path, text)| (path, text.to_owned())).collect()
}

/// Definitions as a draft.
fn load(files: Vec<(&'static str, String)>) -> Result<Draft, String> {
    let sources = Sources::new(files);
    Draft::load(&sources).map_err(|diagnostics| render(&diagnostics, &sources))
}

/// The definitions that the compiled types are made of, as a draft.
fn draft() -> &'static Draft {
    static DRAFT: OnceLock<Draft> = OnceLock::new();
    DRAFT.get_or_init(|| load(released()).unwrap_or_else(|errors| panic!("{errors}")))
}

/// Everything a report says, values included.
fn told(report: &Report) -> String {
    let mut out = String::new();
    let bericht = report.message().map(|message| message.bericht);
    writeln!(out, "{:?} {bericht:?} {:?} {}", report.format(), report.counts(), report.left_out()).unwrap();
    for finding in report.findings() {
        writeln!(out, "{finding:?}").unwrap();
        for lang in [Lang::Nl, Lang::En] {
            let expected = finding.expected().map(|expected| expected.text(lang));
            writeln!(out, "  {} {expected:?} {:?}", finding.text(lang), finding.help(lang)).unwrap();
        }
        for format in [Format::Json, Format::Xml] {
            writeln!(out, "  {}", finding.path().in_format(format)).unwrap();
        }
        let shown = finding.value().map(|found| found.shown());
        writeln!(out, "  {shown:?}").unwrap();
    }
    writeln!(out, "{:?}", report.not_checked()).unwrap();
    out
}

/// Sees that both ways tell the same of an input.
fn assert_same(name: &str, bytes: &[u8], options: &Options) {
    let (compiled, interpreted) = (validate(bytes, options), draft().validate(bytes, options));
    let (compiled, interpreted) = (told(&compiled), told(&interpreted));
    if compiled != interpreted {
        let input = String::from_utf8_lossy(bytes);
        panic!("{name}\n--- compiled\n{compiled}\n--- interpreted\n{interpreted}\n--- input\n{input}");
    }
}
