//! What the straight way accepts, the careful way accepts with an equal value and an equal report.

use chrono::{DateTime, NaiveDate};
use skp_messages::{Format, Layout, Limits, Options, Received, Unknown, read_careful, read_straight};

use crate::made;
use crate::told::told;

/// Compares the two ways on bytes, or on a sample that they change, with several options.
pub fn run(data: &[u8]) {
    let Some(input) = made::input(data, None) else { return };
    let tight = Limits { size: 4000, depth: 5, elements: 60, attributes: 2, text: 40, items: 3, findings: 1 };
    for options in [
        Options::default(),
        Options { unknown: Unknown::Ignore, limits: tight, ..Options::default() },
        Options {
            now: DateTime::parse_from_rfc3339("2026-01-01T00:00:00Z").ok(),
            on: NaiveDate::from_ymd_opt(2025, 6, 1),
            ..Options::default()
        },
    ] {
        let Some(straight) = read_straight(&input, &options) else { continue };
        match read_careful(&input, &options) {
            Ok(careful) => same(&straight, &careful),
            Err(report) => panic!("read straight, but not carefully: {report}\n{}", String::from_utf8_lossy(&input)),
        }
    }
}

fn same(straight: &Received, careful: &Received) {
    let (one, other) = (told(straight.report()), told(careful.report()));
    assert!(one == other, "the reports differ\n--- straight\n{one}\n--- careful\n{other}");
    assert!(straight.is_same(careful), "the values differ: {straight:?} and {careful:?}");
    for format in [Format::Json, Format::Xml] {
        let [one, other] = [straight, careful].map(|received| received.write(format, Layout::Compact).ok());
        assert!(one.is_some() && one == other, "written as {format} they differ\n{one:?}\n{other:?}");
    }
}
