//! Where our readers do something else than a suite asks, and why: `tests/suites/deviations.tsv`.
//!
//! The list may only shrink: it is written by hand, and a line that no longer holds is a failure.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::case::{Outcome, Want};

/// The deviations that are listed, and what was met.
pub struct Deviations {
    /// For each case what we do.
    listed: BTreeMap<String, String>,
    /// Lines on deviations that are not listed.
    new: Vec<String>,
    met: BTreeSet<String>,
}

impl Deviations {
    /// Reads the list.
    ///
    /// # Errors
    /// When the file cannot be read, or a line lacks its reason or stands twice.
    pub fn listed() -> Result<Self, String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("suites/deviations.tsv");
        let text = fs::read_to_string(&path).map_err(|error| format!("suites/deviations.tsv: {error}"))?;
        let mut listed = BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<_> = line.split('\t').collect();
            let [case, outcome, reason] = columns[..] else {
                return Err(format!("suites/deviations.tsv: not three columns: {line}"));
            };
            if reason.trim().len() < 10 {
                return Err(format!("suites/deviations.tsv: no reason: {line}"));
            }
            if listed.insert(case.to_owned(), outcome.to_owned()).is_some() {
                return Err(format!("suites/deviations.tsv: {case} stands twice"));
            }
        }
        Ok(Self { listed, new: Vec::new(), met: BTreeSet::new() })
    }

    /// Takes a case that did not do what its suite asks.
    pub fn met(&mut self, case: &str, outcome: Outcome, want: &Want) {
        if self.listed.get(case).is_some_and(|listed| *listed == outcome.to_string()) {
            self.met.insert(case.to_owned());
        } else {
            self.new.push(format!("{case}\t{outcome}\t{want} is asked"));
        }
    }

    /// Tells what is wrong with the list; says whether nothing is. `cases` are all that were run.
    pub fn told(&self, cases: &BTreeSet<&str>) -> bool {
        println!("{} deviations met, {} listed", self.met.len() + self.new.len(), self.listed.len());
        for line in &self.new {
            println!("not listed: {line}");
        }
        let gone: Vec<_> = self.listed.keys().filter(|case| !self.met.contains(*case)).collect();
        for case in &gone {
            let why = if cases.contains(case.as_str()) { "no longer deviates in this way" } else { "is no case" };
            println!("to be removed: {case} {why}");
        }
        self.new.is_empty() && gone.is_empty()
    }
}
