//! Evaluating rules: what generated `check` bodies talk to.
//!
//! Checking a clean message only keeps count of where it is. Paths are made when there is something to say.

use std::hash::Hash;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::unique::{Place, Repeat, Unique};
use super::walk::Slots;
use super::wrong::{Lane, Which, Wrong};
use crate::finding::{Finding, Path, PathStep, Reason, Related, Report, Root};
use crate::shape::{Rule, RulePath, Severity, Step};

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
    /// What is missing or wrong; `None` when nothing is.
    wrong: Option<&'r Wrong>,
    root: Root,
    /// The way from the root to what is being checked.
    levels: Vec<Level>,
    /// Of the list whose item is being checked: how many levels there are above it.
    outer: usize,
    report: &'r mut Report,
    most: usize,
    /// Whether it is enough to know that there is a finding.
    terse: bool,
}

/// One step of the way, and where it leads among what is wrong.
#[derive(Clone, Copy)]
struct Level {
    name: &'static str,
    item: Option<usize>,
    lanes: Lanes,
}

/// The lanes of one path.
#[derive(Clone, Copy)]
struct Lanes {
    /// With the numbers of items.
    numbered: Lane,
    /// Without.
    plain: Lane,
}

impl<'r> Checker<'r> {
    pub(crate) fn new(
        root: Root,
        context: Context,
        slots: Option<&'r Slots>,
        report: &'r mut Report,
        most: usize,
    ) -> Self {
        let wrong = slots.map(|slots| &slots.wrong).filter(|wrong| !wrong.is_empty());
        Self { context, wrong, root, levels: Vec::new(), outer: 0, report, most, terse: false }
    }

    /// A checker of a value in which nothing is wrong, for who only wants to know whether a rule has anything to say: each
    /// finding is counted as left out, and where it would be is not kept track of.
    pub(crate) fn terse(root: Root, context: Context, report: &'r mut Report) -> Self {
        Self { terse: true, ..Self::new(root, context, None, report, 0) }
    }

    /// Evaluates a rule on the current composite. `holds` gives `None` when the rule does not apply
    /// because something it compares is absent.
    pub fn rule(&mut self, rule: &'static Rule, holds: impl FnOnce(&Context) -> Option<bool>) {
        if self.can_run(rule) && holds(&self.context) == Some(false) {
            self.broken(rule);
        }
    }

    /// Reports each value that stands for the second time or later. `collect` adds the values, and the same ones
    /// each time it is called.
    pub fn unique<K: Hash + Eq>(&mut self, rule: &'static Rule, collect: impl Fn(&mut Unique<K>)) {
        if self.can_run(rule) {
            self.repeated(rule, Unique::repeats(collect));
        }
    }

    /// Goes into a part to check it.
    pub fn part(&mut self, name: &'static str, check: impl FnOnce(&mut Self)) {
        self.enter(name, None);
        check(self);
        self.levels.pop();
    }

    /// Goes into an item of a list to check it, or to evaluate a rule of the message on it.
    pub fn item(&mut self, name: &'static str, index: usize, check: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.outer, self.levels.len());
        self.enter(name, Some(index));
        check(self);
        self.levels.pop();
        self.outer = outer;
    }

    /// Goes into an item of a list inside parts of the composite, to evaluate a rule of the composite on it.
    pub fn item_of(&mut self, parts: &[&'static str], name: &'static str, index: usize, check: impl FnOnce(&mut Self)) {
        let before = self.levels.len();
        let outer = std::mem::replace(&mut self.outer, before);
        for part in parts {
            self.enter(part, None);
        }
        self.enter(name, Some(index));
        check(self);
        self.levels.truncate(before);
        self.outer = outer;
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

    #[inline]
    fn enter(&mut self, name: &'static str, item: Option<usize>) {
        if !self.terse {
            self.go_into(name, item);
        }
    }

    fn go_into(&mut self, name: &'static str, item: Option<usize>) {
        let lanes = match self.wrong {
            None => Lanes { numbered: Lane::CLEAN, plain: Lane::CLEAN },
            Some(wrong) => {
                let Lanes { numbered, plain } = self.lanes(self.levels.len(), wrong);
                let (number, any) = match item {
                    Some(index) => (Which::Item(index), Which::AnyItem),
                    None => (Which::Whole, Which::Whole),
                };
                Lanes { numbered: wrong.go(numbered, name, number), plain: wrong.go(plain, name, any) }
            }
        };
        self.levels.push(Level { name, item, lanes });
    }

    /// Where the first so many levels lead.
    fn lanes(&self, levels: usize, wrong: &Wrong) -> Lanes {
        let last = levels.checked_sub(1).and_then(|last| self.levels.get(last));
        last.map_or_else(|| Lanes { numbered: wrong.root(), plain: wrong.root() }, |level| level.lanes)
    }

    /// Counts the rule as evaluated, or notes why it cannot be.
    #[inline]
    fn can_run(&mut self, rule: &'static Rule) -> bool {
        if self.wrong.is_none() && !rule.needs_sent {
            self.report.counts.rules += 1;
            return true;
        }
        self.can_run_here(rule)
    }

    #[inline(never)] // once for all rules: what stands in each is compiled for each
    fn can_run_here(&mut self, rule: &'static Rule) -> bool {
        let reason = if rule.needs_sent && self.context.sent.is_none() {
            if self.context.header { Reason::WrongElement } else { Reason::NoHeader }
        } else if self.wrong.is_some_and(|wrong| rule.reads.iter().any(|read| self.reads_wrong(wrong, read))) {
            Reason::WrongElement
        } else {
            self.report.counts.rules += 1;
            return true;
        };
        self.report.skip(rule, reason);
        false
    }

    /// Whether an element on the way of a read is missing or wrong.
    fn reads_wrong(&self, wrong: &Wrong, read: RulePath) -> bool {
        // With items the numbers of the last list are open, so any wrong item counts; without, only this one.
        let numbered = single(read);
        let lane = |levels| {
            let lanes = self.lanes(levels, wrong);
            if numbered { lanes.numbered } else { lanes.plain }
        };
        let mut at = lane(self.levels.len());
        let mut steps = read.iter().peekable();
        while let Some(&step) = steps.next() {
            match step {
                Step::Element(name) => {
                    let items = steps.next_if(|step| **step == Step::Items).is_some();
                    at = wrong.go(at, name, if items { Which::AnyItem } else { Which::Whole });
                }
                // Behind an element they are part of its step; what is being checked is an item already.
                Step::Items => {}
                Step::Outer => at = lane(self.outer),
            }
        }
        // What is asked of a list as a whole cannot be told when it holds something that is no item.
        wrong.hinders(at)
    }

    /// Counts findings without making them.
    fn count(&mut self, rule: &'static Rule, findings: usize) {
        self.report.left_out += findings;
        self.report.left_out_error |= findings > 0 && rule.severity == Severity::Error;
    }

    #[cold]
    #[inline(never)]
    fn broken(&mut self, rule: &'static Rule) {
        if self.terse {
            return self.count(rule, 1);
        }
        let mut finding = Finding::new(rule, self.resolve(rule.at));
        finding.related = rule
            .reads
            .iter()
            .filter(|&&read| read != rule.at && single(read))
            .map(|&read| Related { path: self.resolve(read), place: None, earlier: None })
            .collect();
        self.report.add(finding, self.most);
    }

    #[inline(never)]
    fn repeated(&mut self, rule: &'static Rule, repeats: Vec<Repeat>) {
        if self.terse {
            return self.count(rule, repeats.len());
        }
        for Repeat { place, first } in repeats {
            let mut finding = Finding::new(rule, self.at_place(&place));
            finding.related = vec![Related { path: self.at_place(&first), place: None, earlier: None }];
            self.report.add(finding, self.most);
        }
    }

    /// The path of a read from the root.
    fn resolve(&self, read: RulePath) -> Path {
        let mut path = self.path();
        for step in read {
            match *step {
                Step::Element(name) => path.steps.push(path_step(name, None)),
                Step::Items => {
                    if let Some(last) = path.steps.last_mut() {
                        last.item = Some(("", 0));
                    }
                }
                Step::Outer => path.steps.truncate(self.outer),
            }
        }
        path
    }

    /// The path of what is being checked.
    fn path(&self) -> Path {
        let mut path = Path::root(self.root);
        path.steps.extend(self.levels.iter().map(|level| path_step(level.name, level.item)));
        path
    }

    fn at_place(&self, place: &[Place]) -> Path {
        let mut path = self.path();
        path.steps.extend(place.iter().map(|&place| match place {
            Place::Element(name) => path_step(name, None),
            Place::Item(name, index) => path_step(name, Some(index)),
        }));
        path
    }
}

/// A step whose JSON names are filled in later.
fn path_step(name: &'static str, item: Option<usize>) -> PathStep {
    PathStep { name: name.into(), json: name.into(), item: item.map(|index| ("", index)) }
}

/// Whether a read is one element, not one of every item of a list.
fn single(read: RulePath) -> bool {
    !read.contains(&Step::Items)
}
