//! The counts per group, as a table.

use std::collections::BTreeMap;
use std::fmt::{self, Display};

use crate::case::Outcome;

/// What became of the cases of each group.
#[derive(Default)]
pub struct Table {
    groups: BTreeMap<String, Counts>,
}

#[derive(Default, Clone, Copy)]
struct Counts {
    cases: usize,
    accepted: usize,
    refused: usize,
    expected: usize,
}

impl Table {
    pub fn count(&mut self, group: &str, outcome: Outcome, expected: bool) {
        let counts = self.groups.entry(group.to_owned()).or_default();
        counts.cases += 1;
        counts.accepted += usize::from(outcome == Outcome::Accepted);
        counts.refused += usize::from(matches!(outcome, Outcome::Refused(_)));
        counts.expected += usize::from(expected);
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |name: &str, cells: [&dyn Display; 5]| {
            let [cases, accepted, refused, expected, deviating] = cells;
            writeln!(f, "{name:48}{cases:>8}{accepted:>10}{refused:>10}{expected:>12}{deviating:>12}")
        };
        line("group", [&"cases", &"accepted", &"refused", &"as expected", &"deviating"])?;
        let mut all = Counts::default();
        for (name, &Counts { cases, accepted, refused, expected }) in &self.groups {
            line(name, [&cases, &accepted, &refused, &expected, &(cases - expected)])?;
            all = Counts {
                cases: all.cases + cases,
                accepted: all.accepted + accepted,
                refused: all.refused + refused,
                expected: all.expected + expected,
            };
        }
        line("all", [&all.cases, &all.accepted, &all.refused, &all.expected, &(all.cases - all.expected)])
    }
}
