//! What was found in a file as a report, so that it can be told in every form that reports of messages have.
//!
//! A path in it names the cell, `AC2 openstaand.Betaalreferentie`; line and column are the row and the column of the sheet.

use super::check::Reading;
use super::finding::CsvFinding;
use super::rules;
use crate::Lang;
use crate::finding::{Expected, Finding, Path, PathStep, Place, Report, Root};

impl Reading {
    /// The findings and counts of the file. With `refused` another file of the upload is wrong, which CSV-003 tells about
    /// one that is right itself.
    #[must_use]
    pub fn report(&self, refused: bool) -> Report {
        let mut report = self.counted.clone();
        report.counts.messages = self.conversations.len() as u64;
        report.findings = self.findings.iter().map(told).collect();
        if refused && self.is_valid() {
            report.findings.push(Finding::new(&rules::CSV_003, Path::root(Root::Input)));
        }
        report.left_out = self.left_out;
        // Which of them were errors is not known any more.
        report.left_out_error = self.left_out > 0;
        report
    }

    /// Adds what was checked of one message.
    pub(super) fn count(&mut self, report: &Report) {
        let counts = report.counts();
        self.counted.counts.elements += counts.elements;
        self.counted.counts.rules += counts.rules;
        for skipped in report.not_checked() {
            (0..skipped.times.min(1000)).for_each(|_| self.counted.skip(skipped.rule, skipped.reason));
        }
    }
}

fn told(found: &CsvFinding) -> Finding {
    let mut finding = found.finding.clone();
    if let Some(place) = &found.place {
        let letters = place.letters();
        let name = match (letters.is_empty(), place.name) {
            (true, _) => format!("{}:{}", place.row, place.row),
            (false, "") => format!("{letters}{}", place.row),
            (false, name) => format!("{letters}{} {name}", place.row),
        };
        finding.path = Path::root(Root::Input);
        finding.path.steps.push(PathStep { name: name.clone().into(), json: name.into(), item: None });
        let column = place.column.map_or(0, |column| u32::try_from(column).unwrap_or(u32::MAX));
        finding.place = Some(Place { offset: 0, line: place.row, column: column.saturating_add(1) });
    }
    if let (Some(damage), None) = (found.damage, &finding.expected) {
        finding.expected = Some(Expected::Said {
            nl: format!("een cel zonder schade ({})", damage.text(Lang::Nl)),
            en: format!("a cell without damage ({})", damage.text(Lang::En)),
        });
    }
    finding
}
