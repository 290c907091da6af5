//! Messages that break one rule.
//!
//! A rule of the definitions is broken by its expression, the way others are made to hold. A check of the runtime is
//! broken by one small change of a valid sample: each family of checks has a file with its changes. The validator
//! decides: a change counts only when it finds nothing else.

mod definition;
mod envelope;
mod expression;
mod forbidden;
mod form;
mod trick;
mod type_check;
mod value_check;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::dice::Dice;
use super::{SampleError, Sampler, found};
use crate::catalogue::never;
use crate::shape::{MessageInfo, Rule};
use crate::{Format, Layout, Options};
pub(super) use trick::below;
use trick::{Change, Trick};

/// What a broken message should be like. The default leaves everything open that can be.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish<'w> {
    /// One of these messages; when there are none, any in which the rule occurs.
    pub messages: &'w [&'static MessageInfo],
    /// The format; else one in which the rule can be broken.
    pub format: Option<Format>,
    /// How it is laid out.
    pub layout: Layout,
    /// Another seed gives another message.
    pub seed: u64,
}

/// A message that breaks one rule.
#[derive(Debug, Clone)]
pub struct Broken {
    rule: &'static Rule,
    info: &'static MessageInfo,
    format: Format,
    bytes: Vec<u8>,
    also: Vec<&'static Rule>,
    now: Option<DateTime<FixedOffset>>,
    on: Option<NaiveDate>,
}

impl Broken {
    /// The rule that is broken.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// Which message it was before it was broken.
    #[must_use]
    pub const fn info(&self) -> &'static MessageInfo {
        self.info
    }

    /// The format of [`Broken::bytes`].
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The message. It need not be text: one check is that it is UTF-8.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Other rules that break with it. Empty, except where the rules leave no message in which only this one is broken:
    /// SR-SU-006b is broken when too much was paid, and then RestantVordering cannot be right either.
    #[must_use]
    pub fn also(&self) -> &[&'static Rule] {
        &self.also
    }

    /// The options under which the rule is found broken: with a clock or a day, where the rule needs one.
    #[must_use]
    pub fn options(&self) -> Options {
        Options { now: self.now, on: self.on, ..Options::default() }
    }

    /// Whether the validator finds the rule broken; fills in what else it finds.
    fn confirm(mut self) -> Option<Self> {
        let rules = found(&crate::validate(&self.bytes, &self.options()));
        if !rules.contains(&self.rule) {
            return None;
        }
        self.also = rules.into_iter().filter(|rule| *rule != self.rule).collect();
        Some(self)
    }
}

/// The changes for the checks of the runtime, family by family.
const FAMILIES: [&[Trick]; 5] =
    [form::TRICKS, definition::TRICKS, value_check::TRICKS, type_check::TRICKS, envelope::TRICKS];

/// A message that breaks this rule.
pub(super) fn broken(sampler: &Sampler, id: &str, wish: &Wish<'_>) -> Result<Broken, SampleError> {
    let known = crate::catalogue::rules().into_iter().find(|rule| rule.id.eq_ignore_ascii_case(id));
    let rule = known.ok_or_else(|| SampleError::UnknownRule(id.to_owned()))?;
    if let Some(why) = never(rule, crate::catalogue::messages()) {
        return Err(SampleError::NeverBroken(rule, why));
    }
    let Some(way) = Way::of(sampler, rule) else {
        return Err(SampleError::NotOneMessage(rule));
    };
    let mut dice = Dice::new(wish.seed, rule.id);
    let mut messages: Vec<&'static MessageInfo> =
        if wish.messages.is_empty() { crate::catalogue::messages().to_vec() } else { wish.messages.to_vec() };
    dice.shuffle(&mut messages);
    let order = Order { sampler, rule, wish };
    match way {
        Way::Trick(trick) => trick.play(&order, &messages),
        Way::Forbidden => {
            messages.retain(|info| info.forbidden.iter().any(|one| one.rule == rule));
            let trick = Trick { rule: rule.id, only: None, change: Change::Whole(forbidden::add) };
            trick.play(&order, &messages)
        }
        Way::Expression => expression::broken(&order, &messages),
    }
}

/// Whether one message can break a rule.
pub(super) fn can_break(sampler: &Sampler, rule: &'static Rule) -> bool {
    never(rule, crate::catalogue::messages()).is_none() && Way::of(sampler, rule).is_some()
}

/// How a rule is broken.
enum Way {
    Trick(&'static Trick),
    Forbidden,
    Expression,
}

impl Way {
    fn of(sampler: &Sampler, rule: &'static Rule) -> Option<Self> {
        let messages = crate::catalogue::messages;
        if let Some(trick) = FAMILIES.iter().copied().flatten().find(|trick| trick.rule == rule.id) {
            return Some(Self::Trick(trick));
        }
        if messages().iter().any(|info| info.forbidden.iter().any(|one| one.rule == rule)) {
            return Some(Self::Forbidden);
        }
        messages().iter().any(|info| expression::occurs(sampler, rule, info)).then_some(Self::Expression)
    }
}

/// What is asked for.
struct Order<'s> {
    sampler: &'s Sampler,
    rule: &'static Rule,
    wish: &'s Wish<'s>,
}

impl Order<'_> {
    /// The choices of one attempt.
    fn dice(&self, info: &MessageInfo, attempt: usize) -> Dice {
        Dice::new(self.wish.seed, &format!("{} {} {attempt}", self.rule.id, info.bericht))
    }

    /// Why there is nothing.
    fn failed(&self, occurs: bool, info: Option<&'static MessageInfo>) -> SampleError {
        match self.wish.messages.first() {
            Some(asked) if !occurs => SampleError::NotInMessage { rule: self.rule, message: asked.bericht },
            _ => SampleError::Unsolved { message: info.map_or("", |info| info.bericht), rules: vec![self.rule] },
        }
    }
}
