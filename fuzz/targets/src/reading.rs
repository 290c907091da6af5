//! What holds for every input, whatever is in it.

use skp_messages::{Lang, Limits, Options, Report, Unknown, examine, read_with, validate};

use crate::told::told;

/// Reads an input in every way and sees that the ways agree; gives the report.
///
/// # Panics
/// When they do not.
#[must_use]
pub fn read(input: &[u8]) -> Report {
    let report = validate(input, &Options::default());
    sound(&report, input);
    match read_with(input, &Options::default()) {
        Ok(received) => {
            assert!(report.is_valid(), "read, but not valid: {report}");
            same(&report, received.report());
        }
        Err(error) => {
            assert!(!report.is_valid(), "valid, but not read: {error}");
            same(&report, &error);
        }
    }
    let examined = examine(input, &Options::default());
    same(&report, &examined.report);
    assert!(examined.received.is_some() || !report.is_valid(), "valid, but not kept");

    let lenient = validate(input, &Options { unknown: Unknown::Ignore, ..Options::default() });
    sound(&lenient, input);
    assert!(lenient.is_valid() || !report.is_valid(), "passing over what is unknown made it invalid: {lenient}");

    let tight = Limits { size: 1000, depth: 4, elements: 20, attributes: 2, text: 30, items: 2, findings: 2 };
    let tight = validate(input, &Options { limits: tight, ..Options::default() });
    sound(&tight, input);
    assert!(tight.findings().len() <= 2);
    assert!(report.is_valid() || !tight.is_valid(), "only valid within limits: {report}");
    report
}

/// Sees that a report can be shown and that its places are in the input.
fn sound(report: &Report, input: &[u8]) {
    for finding in report.findings() {
        let place = finding.place().unwrap_or_else(|| panic!("no place: {finding}"));
        assert!(place.offset <= input.len() && place.line > 0 && place.column > 0, "{finding} {place:?}");
        for lang in [Lang::Nl, Lang::En] {
            assert!(!finding.text(lang).is_empty(), "no text: {finding}");
        }
    }
    assert!(report.is_valid() || report.has_errors() || report.counts().messages == 0, "{report}");
    let shown = format!("{report} {report:?}");
    assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
}

fn same(one: &Report, other: &Report) {
    let (one, other) = (told(one), told(other));
    assert!(one == other, "two ways of reading differ\n{one}\n--- and\n{other}");
}
