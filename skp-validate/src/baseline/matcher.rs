//! From findings to entries, and the entries that stand for nothing.

use std::collections::{HashMap, HashSet};
use std::fmt;

use chrono::NaiveDate;
use globset::{GlobBuilder, GlobMatcher};

use super::{Entry, is_pattern};
use crate::identity::Identity;
use crate::{Known, State};

/// The accepted findings of a run, and how many of each were met.
#[derive(Debug, Default)]
pub struct Baseline {
    slots: Vec<Slot>,
    /// The entries about one input, by its name.
    by_input: HashMap<String, Vec<usize>>,
    /// The entries about many inputs.
    general: Vec<usize>,
    met: HashSet<String>,
}

#[derive(Debug)]
struct Slot {
    entry: Entry,
    pattern: Option<GlobMatcher>,
    used: u32,
    met: bool,
}

/// An entry that stands for findings which are not there any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The entry.
    pub entry: Entry,
    /// How many of its findings were met; fewer than it stands for.
    pub found: u32,
}

/// What the entry is about, on one line, in no language: `VAL-006 in/a.json Reden (2027-01-31)`.
impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Entry { rule, input, path, fingerprint, until, .. } = &self.entry;
        let rule = rule.as_ref().map(ToString::to_string);
        let parts = [rule.as_ref(), fingerprint.as_ref(), input.as_ref(), path.as_ref()];
        for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
            write!(f, "{part} ")?;
        }
        write!(f, "({until})")
    }
}

impl Baseline {
    /// A baseline with these entries.
    ///
    /// # Errors
    /// When the pattern of an entry's input is wrong: that pattern.
    pub fn new(entries: Vec<Entry>) -> Result<Self, String> {
        let mut baseline = Self::default();
        for (number, entry) in entries.into_iter().enumerate() {
            let mut pattern = None;
            match &entry.input {
                Some(input) if is_pattern(input) => {
                    let glob = GlobBuilder::new(input).literal_separator(true).build().map_err(|_| input.clone())?;
                    pattern = Some(glob.compile_matcher());
                    baseline.general.push(number);
                }
                Some(input) => baseline.by_input.entry(input.clone()).or_default().push(number),
                None => baseline.general.push(number),
            }
            baseline.slots.push(Slot { entry, pattern, used: 0, met: false });
        }
        Ok(baseline)
    }

    /// Notes that an input was checked, whatever was found in it.
    pub fn meet(&mut self, input: &str) {
        for &number in &self.general {
            if let Some(slot) = self.slots.get_mut(number) {
                slot.met |= slot.pattern.as_ref().is_none_or(|pattern| pattern.is_match(input));
            }
        }
        if self.by_input.contains_key(input) {
            self.met.insert(input.to_owned());
        }
    }

    /// What the baseline says of a finding: known, expired, or nothing. An entry whose date has not passed goes before
    /// one whose date has; each stands for as many findings as it says.
    pub fn judge(&mut self, identity: &Identity, today: NaiveDate) -> Option<State> {
        let exact = self.by_input.get(&identity.input).map_or(&[][..], Vec::as_slice);
        let mut best: Option<usize> = None;
        for &number in exact.iter().chain(&self.general) {
            let Some(slot) = self.slots.get(number) else { continue };
            let here = slot.pattern.as_ref().is_none_or(|pattern| pattern.is_match(&identity.input));
            let left = slot.entry.times.is_none_or(|times| slot.used < times);
            if here && left && slot.entry.is_about(identity) {
                if slot.entry.until >= today {
                    best = Some(number);
                    break;
                }
                best = best.or(Some(number));
            }
        }
        let slot = self.slots.get_mut(best?)?;
        slot.used = slot.used.saturating_add(1);
        let known = Known { until: slot.entry.until, reason: slot.entry.reason.clone() };
        Some(if slot.entry.until >= today { State::Known(known) } else { State::Expired(known) })
    }

    /// The entries that stand for more findings than there are. An entry about an input that was not checked in this run
    /// is one of them only when `exists` says that there is no such input any more.
    #[must_use]
    pub fn stale(&self, exists: impl Fn(&str) -> bool) -> Vec<Stale> {
        let looked_at = |slot: &Slot| match &slot.entry.input {
            Some(input) if slot.pattern.is_none() => self.met.contains(input) || !exists(input),
            _ => slot.met,
        };
        let fewer = |slot: &&Slot| slot.used < slot.entry.times.unwrap_or(1) && looked_at(slot);
        self.slots.iter().filter(fewer).map(|slot| Stale { entry: slot.entry.clone(), found: slot.used }).collect()
    }
}
