//! Evaluating rules: what generated `check` bodies talk to.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::walk::{Slots, key, whole_list};
use crate::finding::{Finding, Path, PathStep, Reason, Related, Report, Root};
use crate::shape::{Rule, RulePath, Step};

/// The most items of lists that are compared item by item: far more than the claims of one client at one creditor,
/// and so few that a hostile conversation cannot make the comparison take long.
#[allow(dead_code)] // some modules have no rules that compare lists of two messages
const MOST_COMPARED: usize = 10_000;

/// What a rule may know besides the message itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// The Dutch date the message was sent on; `None` without a header, and when the header's is wrong.
    pub sent: Option<NaiveDate>,
    /// The moment it was sent at; `None` as above.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// Whether there is a header.
    pub(crate) header: bool,
}

/// Evaluates rules and collects what they find.
pub struct Checker<'r> {
    context: Context,
    slots: Option<&'r Slots>,
    path: Path,
    /// For each list whose item is being checked, how long the path was before it.
    outer: Vec<usize>,
    report: &'r mut Report,
    most: usize,
}

/// Where a value that must be unique stands, from the composite a rule runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In an element.
    Element(&'static str),
    /// In an item of a list, counted from 0.
    Item(&'static str, usize),
}

impl<'r> Checker<'r> {
    pub(crate) fn new(
        root: Root,
        context: Context,
        slots: Option<&'r Slots>,
        report: &'r mut Report,
        most: usize,
    ) -> Self {
        let slots = slots.filter(|slots| !slots.is_clean());
        Self { context, slots, path: Path::root(root), outer: Vec::new(), report, most }
    }

    /// Evaluates a rule on the current composite. `holds` gives `None` when the rule does not apply
    /// because something it compares is absent.
    pub fn rule(&mut self, rule: &'static Rule, holds: impl FnOnce(&Context) -> Option<bool>) {
        if self.can_run(rule) && holds(&self.context) == Some(false) {
            let mut finding = Finding::new(rule, self.resolve(rule.at));
            finding.related = rule
                .reads
                .iter()
                .filter(|&&read| read != rule.at && single(read))
                .map(|&read| self.related(read))
                .collect();
            self.report.add(finding, self.most);
        }
    }

    /// Reports each value that stands for the second time or later.
    pub fn unique<K: Hash + Eq>(&mut self, rule: &'static Rule, collect: impl FnOnce(&mut Unique<K>)) {
        if !self.can_run(rule) {
            return;
        }
        let mut unique = Unique { seen: HashMap::new(), repeats: Vec::new() };
        collect(&mut unique);
        for (place, first) in unique.repeats {
            let mut finding = Finding::new(rule, self.at_place(&place));
            finding.related = vec![Related { path: self.at_place(&first), place: None, earlier: None }];
            self.report.add(finding, self.most);
        }
    }

    /// Goes into a part to check it.
    pub fn part(&mut self, name: &'static str, check: impl FnOnce(&mut Self)) {
        self.path.steps.push(PathStep { name: name.into(), json: name.into(), item: None });
        check(self);
        self.path.steps.pop();
    }

    /// Goes into an item of a list to check it, or to evaluate a rule of the message on it.
    pub fn item(&mut self, name: &'static str, index: usize, check: impl FnOnce(&mut Self)) {
        self.outer.push(self.path.steps.len());
        self.path.steps.push(PathStep { name: name.into(), json: name.into(), item: Some(("", index)) });
        check(self);
        self.path.steps.pop();
        self.outer.pop();
    }

    /// Goes into an item of a list inside parts of the composite, to evaluate a rule of the composite on it.
    pub fn item_of(&mut self, parts: &[&'static str], name: &'static str, index: usize, check: impl FnOnce(&mut Self)) {
        let before = self.path.steps.len();
        self.outer.push(before);
        let parts = parts.iter().map(|&name| PathStep { name: name.into(), json: name.into(), item: None });
        self.path.steps.extend(parts);
        self.path.steps.push(PathStep { name: name.into(), json: name.into(), item: Some(("", index)) });
        check(self);
        self.path.steps.truncate(before);
        self.outer.pop();
    }

    /// Whether lists with so many items together can be compared item by item; if not, the rule is not checked.
    #[allow(dead_code)] // as above
    pub(crate) fn few_enough(&mut self, rule: &'static Rule, items: usize) -> Option<()> {
        if items > MOST_COMPARED {
            self.report.skip(rule, Reason::TooManyItems);
            return None;
        }
        Some(())
    }

    /// Counts the rule as evaluated, or notes why it cannot be.
    fn can_run(&mut self, rule: &'static Rule) -> bool {
        let reason = if rule.needs_sent && self.context.sent.is_none() {
            if self.context.header { Reason::WrongElement } else { Reason::NoHeader }
        } else if self.slots.is_some_and(|slots| rule.reads.iter().any(|read| self.reads_wrong(slots, read))) {
            Reason::WrongElement
        } else {
            self.report.counts.rules += 1;
            return true;
        };
        self.report.skip(rule, reason);
        false
    }

    /// Whether an element on the way of a read is missing or wrong.
    fn reads_wrong(&self, slots: &Slots, read: RulePath) -> bool {
        let resolved = self.resolve(read);
        // With items the numbers of the last list are open, so any wrong item counts; without, only this one.
        let numbered = single(read);
        // What is asked of a list as a whole cannot be told when it holds something that is no item.
        slots.is_wrong(&whole_list(&resolved.steps, numbered))
            || (0..=resolved.steps.len()).any(|length| {
                let steps = resolved.steps.get(..length).unwrap_or_default();
                let mut list = steps.to_vec();
                let item = list.last_mut().and_then(|step| step.item.take()).is_some();
                slots.is_wrong(&key(steps, numbered)) || (item && slots.is_wrong(&key(&list, numbered)))
            })
    }

    /// The path of a read from the root.
    fn resolve(&self, read: RulePath) -> Path {
        let mut path = self.path.clone();
        for step in read {
            match *step {
                Step::Element(name) => path.steps.push(PathStep { name: name.into(), json: name.into(), item: None }),
                Step::Items => {
                    if let Some(last) = path.steps.last_mut() {
                        last.item = Some(("", 0));
                    }
                }
                Step::Outer => path.steps.truncate(self.outer.last().copied().unwrap_or(0)),
            }
        }
        path
    }

    fn related(&self, read: RulePath) -> Related {
        Related { path: self.resolve(read), place: None, earlier: None }
    }

    fn at_place(&self, place: &[Place]) -> Path {
        let mut path = self.path.clone();
        path.steps.extend(place.iter().map(|&place| match place {
            Place::Element(name) => PathStep { name: name.into(), json: name.into(), item: None },
            Place::Item(name, index) => PathStep { name: name.into(), json: name.into(), item: Some(("", index)) },
        }));
        path
    }
}

/// Whether a read is one element, not one of every item of a list.
fn single(read: RulePath) -> bool {
    !read.contains(&Step::Items)
}

/// Values of which each may stand once.
pub struct Unique<K> {
    seen: HashMap<K, Vec<Place>>,
    repeats: Vec<(Vec<Place>, Vec<Place>)>,
}

impl<K: Hash + Eq> Unique<K> {
    /// Adds a value and where it stands.
    pub fn add(&mut self, place: &[Place], value: K) {
        match self.seen.entry(value) {
            Entry::Occupied(first) => self.repeats.push((place.to_vec(), first.get().clone())),
            Entry::Vacant(entry) => {
                entry.insert(place.to_vec());
            }
        }
    }
}
