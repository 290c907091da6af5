//! Everything that a report says, as one text to compare.

use std::fmt::Write;

use skp_messages::{Format, Lang, Report};

/// Everything that a report says, values included.
#[must_use]
pub fn told(report: &Report) -> String {
    let mut out = String::new();
    let bericht = report.message().map(|message| message.bericht);
    // Writing to a text does not fail.
    let _ = writeln!(out, "{:?} {bericht:?} {:?} {}", report.format(), report.counts(), report.left_out());
    for finding in report.findings() {
        let _ = writeln!(out, "{finding:?}");
        for lang in [Lang::Nl, Lang::En] {
            let expected = finding.expected().map(|expected| expected.text(lang));
            let _ = writeln!(out, "  {} {expected:?} {:?}", finding.text(lang), finding.help(lang));
        }
        for format in [Format::Json, Format::Xml] {
            let _ = writeln!(out, "  {}", finding.path().in_format(format));
        }
        let _ = writeln!(out, "  {:?}", finding.value().map(skp_messages::finding::Found::shown));
        for related in finding.related() {
            let _ = writeln!(out, "  {} {:?}", related.path, related.place);
        }
    }
    let _ = writeln!(out, "{:?}", report.not_checked());
    out
}
