//! Conversations in which one rule between messages is broken: by the last message, all before it are right.

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::super::dice::Dice;
use super::super::{Sample, SampleError, Sampler};
use super::draft::Draft;
use super::rows::{self, Row, Way};
use super::story::{self, Choice, Sent, Story, starts_from};
use super::walk::{self, Distances};
use super::{judge, lines};
use crate::conversation::{Directory, START};
use crate::shape::{self, MessageInfo, Rule};

/// So many conversations are tried for one rule.
const ATTEMPTS: usize = 600;
/// After so many, one in which other rules break along is good enough.
const PATIENCE: usize = 40;
/// So many messages come before the one that breaks the rule, at most.
const LONGEST: usize = 12;

/// A conversation in which one rule between messages is broken.
#[derive(Debug, Clone)]
pub struct BrokenDossier {
    rule: &'static Rule,
    messages: Vec<Sample>,
    also: Vec<&'static Rule>,
    given: Given,
}

/// What has to be known besides the messages to find the rule broken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// When every message was collected and confirmed.
    pub collected: Option<DateTime<FixedOffset>>,
    /// What a participant directory says.
    pub participants: Vec<Participant>,
}

/// A line of a participant directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The participant, as headers name it.
    pub id: Uuid,
    /// Its SectorSchuldeiser.
    pub sector: Option<&'static str>,
    /// The takeover date of a kredietbank.
    pub takeover: Option<NaiveDate>,
}

impl Given {
    /// The participant directory.
    #[must_use]
    pub fn directory(&self) -> Directory {
        let mut directory = Directory::new();
        for Participant { id, sector, takeover } in &self.participants {
            if let Some(sector) = sector {
                directory.set_sector(*id, *sector);
            }
            if let Some(takeover) = takeover {
                directory.set_takeover(*id, *takeover);
            }
        }
        directory
    }
}

impl BrokenDossier {
    /// The rule that is broken.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The messages, each with its header; the last one breaks the rule.
    #[must_use]
    pub fn messages(&self) -> &[Sample] {
        &self.messages
    }

    /// The messages as NDJSON.
    #[must_use]
    pub fn to_ndjson(&self) -> String {
        lines(&self.messages)
    }

    /// Other rules that are found with it. Empty, except where that cannot be otherwise: every
    /// RegistreerVoorbeoordeling has an info.
    #[must_use]
    pub fn also(&self) -> &[&'static Rule] {
        &self.also
    }

    /// What has to be given besides the messages to find it.
    #[must_use]
    pub const fn given(&self) -> &Given {
        &self.given
    }
}

/// Whether a conversation of the modules of this build can break a rule.
pub(in super::super) fn can_break(sampler: &Sampler, rule: &Rule) -> bool {
    let row = rows::row(rule.id);
    crate::catalogue::conversations().iter().any(|table| wanted(sampler, &row, table).contains_key(START))
}

/// A conversation that breaks this rule.
pub(in super::super) fn broken(
    sampler: &Sampler,
    rule: &'static Rule,
    seed: u64,
) -> Result<BrokenDossier, SampleError> {
    let row = rows::row(rule.id);
    let mut dice = Dice::new(seed, rule.id);
    let mut tables = Vec::new();
    for &table in crate::catalogue::conversations() {
        let goal = wanted(sampler, &row, table);
        if goal.contains_key(START) {
            tables.push((table, goal));
        }
    }
    dice.shuffle(&mut tables);
    let mut best: Option<BrokenDossier> = None;
    for attempt in 0..ATTEMPTS {
        let Some((table, goal)) = tables.get(attempt % tables.len().max(1)) else { break };
        let mut dice = Dice::new(seed, &format!("{} conversation {attempt}", rule.id));
        if let Some(found) = once(sampler, rule, &row, table, goal, seed, &mut dice) {
            if found.also.is_empty() {
                return Ok(found);
            }
            if best.as_ref().is_none_or(|best| best.also.len() > found.also.len()) {
                best = Some(found);
            }
        }
        if attempt > PATIENCE && best.is_some() {
            break;
        }
    }
    best.ok_or(match tables.first() {
        Some((table, _)) => SampleError::NotBroken { rule, module: table.module.id },
        None => SampleError::NotOneMessage(rule),
    })
}

/// How far each state is from one in which the rule can be broken.
fn wanted(sampler: &Sampler, row: &Row, table: &'static shape::Conversation) -> Distances {
    walk::distances(table, |state| {
        let over = table.state(state).is_some_and(|state| state.end);
        let first = state == START;
        match row.way {
            Way::First => {
                first
                    && table
                        .transitions
                        .iter()
                        .any(|one| one.first && one.messages.iter().any(|info| (row.message)(info, table)))
            }
            Way::Starter => first && !rows::non_starters(table).is_empty(),
            Way::Next => {
                !first && here(table, state).any(|one| one.messages.iter().any(|info| (row.message)(info, table)))
            }
            Way::Search(target) => here(table, state)
                .any(|one| one.messages.iter().any(|info| (row.message)(info, table) && has(sampler, target, info))),
            Way::Finding => here(table, state).any(|one| one.finding.is_some_and(|rule| rule.id == row.rule)),
            Way::Moment => !first && !over && !rows::misplaced(table, state, row.rule).is_empty(),
        }
    })
}

fn here(table: &'static shape::Conversation, state: &'static str) -> impl Iterator<Item = &'static shape::Transition> {
    table.transitions.iter().filter(move |transition| starts_from(transition, state))
}

fn sends(transition: &shape::Transition, id: &str) -> bool {
    transition.messages.iter().any(|info| info.id == id)
}

fn has(sampler: &Sampler, target: &str, info: &MessageInfo) -> bool {
    sampler.facts.holds_in(target, info)
        || rows::element_of(target).is_some_and(|name| info.shape.elements.iter().any(|element| element.name == name))
}

fn once(
    sampler: &Sampler,
    rule: &'static Rule,
    row: &Row,
    table: &'static shape::Conversation,
    goal: &Distances,
    seed: u64,
    dice: &mut Dice,
) -> Option<BrokenDossier> {
    let starter = match row.way {
        Way::Starter => *dice.pick(&rows::non_starters(table))?,
        _ => walk::starter(table, Some(goal), dice)?,
    };
    let mut story = Story::new(table, starter, dice);
    story.pins = row.pins;
    let before = row.after.map(|id| (id, walk::distances(table, |state| here(table, state).any(|one| sends(one, id)))));
    for _ in 0..LONGEST {
        if let Some((id, before)) = &before
            && !story.sent.iter().any(|sent| sent.info().id == *id)
        {
            if !walk::step_to(sampler, &mut story, id, before, dice) {
                return None;
            }
            continue;
        }
        if goal.get(story.state()) == Some(&0) {
            let mut choices = candidates(sampler, row, &story);
            dice.shuffle(&mut choices);
            for choice in choices.into_iter().take(3) {
                if let Some((sent, given, also)) = attempt(sampler, row, &story, choice, dice) {
                    let mut messages = story.samples(seed);
                    messages.push(story::sample(sent, seed));
                    return Some(BrokenDossier { rule, messages, also, given });
                }
            }
        }
        if matches!(row.way, Way::First | Way::Starter) || !walk::step(sampler, &mut story, Some(goal), dice) {
            return None;
        }
    }
    None
}

/// The messages that could break the rule now.
fn candidates(sampler: &Sampler, row: &Row, story: &Story) -> Vec<Choice> {
    let mut choices = match row.way {
        Way::Starter => rows::wrong_starts(story),
        Way::Moment => rows::misplaced(story.table, story.state(), row.rule)
            .into_iter()
            .flat_map(|transition| story.with(transition))
            .collect(),
        _ => story.choices(),
    };
    choices.retain(|choice| (row.message)(choice.info, story.table));
    match row.way {
        Way::Finding => choices.retain(|choice| choice.transition.finding.is_some_and(|rule| rule.id == row.rule)),
        Way::Search(target) => choices.retain(|choice| has(sampler, target, choice.info)),
        _ => {}
    }
    // A step that tells of another rule would break that too.
    choices.retain(|choice| choice.transition.finding.is_none_or(|rule| rule.id == row.rule));
    choices
}

/// Makes one message that breaks the rule; gives it with the other rules that are found.
fn attempt(
    sampler: &Sampler,
    row: &Row,
    story: &Story,
    choice: Choice,
    dice: &mut Dice,
) -> Option<(Sent, Given, Vec<&'static Rule>)> {
    let mut draft = Draft::new(story, choice, dice);
    (row.change)(&mut draft, story, dice)?;
    let target = match row.way {
        Way::Search(target) => Some(target),
        _ => None,
    };
    let sent = draft.make(sampler, story, target, dice)?;
    let given = (row.given)(&sent, story, dice)?;
    let mut texts: Vec<String> = story.sent.iter().map(Sent::text).collect();
    texts.push(sent.text());
    let mut found = judge::rules(&texts, &given);
    let before = found.len();
    found.retain(|rule| rule.id != row.rule);
    // What is more than an info is another mistake.
    (found.len() < before && found.iter().all(|rule| rule.severity == shape::Severity::Info))
        .then_some((sent, given, found))
}
