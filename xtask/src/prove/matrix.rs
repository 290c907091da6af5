//! The result: for each engine how many cases, and how they went; as a table and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use super::judge::Judgement;

/// How the cases of one engine went.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Agreed, and accepted.
    pub valid: usize,
    /// Agreed, and refused.
    pub invalid: usize,
    /// Differed as the list says.
    pub explained: usize,
    /// Differed.
    pub disagreed: usize,
    /// The explained ones by the ids that explain them.
    pub by_rule: BTreeMap<String, usize>,
}

impl Tally {
    fn cases(&self) -> usize {
        self.valid + self.invalid + self.explained + self.disagreed
    }

    fn count(&mut self, accepts: bool, judgement: &Judgement) {
        match judgement {
            Judgement::Agreed if accepts => self.valid += 1,
            Judgement::Agreed => self.invalid += 1,
            Judgement::Explained(ids) => {
                self.explained += 1;
                for id in ids {
                    *self.by_rule.entry(id.clone()).or_default() += 1;
                }
            }
            Judgement::Disagreed(_) => self.disagreed += 1,
        }
    }

    fn add(&mut self, other: &Self) {
        self.valid += other.valid;
        self.invalid += other.invalid;
        self.explained += other.explained;
        self.disagreed += other.disagreed;
        for (id, count) in &other.by_rule {
            *self.by_rule.entry(id.clone()).or_default() += count;
        }
    }

    fn value(&self) -> Value {
        json!({
            "cases": self.cases(),
            "agreedValid": self.valid,
            "agreedInvalid": self.invalid,
            "explained": self.explained,
            "disagreed": self.disagreed,
            "explainedByRule": self.by_rule,
        })
    }
}

/// All tallies.
#[derive(Debug, Default)]
pub struct Matrix {
    /// The rows in the order in which they are shown.
    rows: Vec<String>,
    /// By row and release.
    tallies: BTreeMap<(String, String), Tally>,
    /// How many messages of each origin there were.
    origins: BTreeMap<&'static str, usize>,
}

impl Matrix {
    /// With these rows.
    #[must_use]
    pub fn new(rows: Vec<String>) -> Self {
        Self { rows, ..Self::default() }
    }

    /// Counts a message.
    pub fn message(&mut self, origin: &'static str) {
        *self.origins.entry(origin).or_default() += 1;
    }

    /// Counts a verdict on a message of this release, `schuldregeling 2.0`.
    pub fn count(&mut self, row: &str, release: &str, accepts: bool, judgement: &Judgement) {
        self.tallies.entry((row.to_owned(), release.to_owned())).or_default().count(accepts, judgement);
    }

    fn total(&self, row: &str) -> Tally {
        let mut total = Tally::default();
        self.tallies.iter().filter(|((own, _), _)| own == row).for_each(|(_, tally)| total.add(tally));
        total
    }

    /// How many disagreements there are.
    #[must_use]
    pub fn disagreements(&self) -> usize {
        self.tallies.values().map(|tally| tally.disagreed).sum()
    }

    /// The table; with `verbose` for each release too.
    #[must_use]
    pub fn text(&self, verbose: bool) -> String {
        let mut out = String::new();
        let messages: usize = self.origins.values().sum();
        let origins: Vec<String> = self.origins.iter().map(|(origin, count)| format!("{count} {origin}")).collect();
        let _ = writeln!(out, "{messages} messages: {}\n", origins.join(", "));
        line(&mut out, ["", "cases", "agreed: valid", "agreed: invalid", "explained", "disagreed"].map(str::to_owned));
        for row in &self.rows {
            tally_line(&mut out, row, &self.total(row));
            if verbose {
                for ((_, release), tally) in self.tallies.iter().filter(|((own, _), _)| own == row) {
                    tally_line(&mut out, &format!("  {release}"), tally);
                }
            }
        }
        out
    }

    /// The same as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        let releases = |row: &str| -> Value {
            let own = self.tallies.iter().filter(|((own, _), _)| own == row);
            own.map(|((_, release), tally)| (release.clone(), tally.value())).collect()
        };
        let row = |row: &String| json!({ "row": row, "total": self.total(row).value(), "releases": releases(row) });
        json!({
            "messages": self.origins,
            "rows": self.rows.iter().map(row).collect::<Vec<_>>(),
            "disagreements": self.disagreements(),
        })
    }
}

fn tally_line(out: &mut String, name: &str, tally: &Tally) {
    let numbers = [tally.cases(), tally.valid, tally.invalid, tally.explained, tally.disagreed].map(|n| n.to_string());
    let [cases, valid, invalid, explained, disagreed] = numbers;
    line(out, [name.to_owned(), cases, valid, invalid, explained, disagreed]);
}

fn line(out: &mut String, cells: [String; 6]) {
    let [name, cases, valid, invalid, explained, disagreed] = cells;
    let _ = writeln!(out, "{name:<34}{cases:>9}{valid:>16}{invalid:>17}{explained:>11}{disagreed:>11}");
}
