//! Walking through the steps of a conversation: which message comes next, and the way to a state that is wanted.

use std::collections::BTreeMap;

use super::super::Sampler;
use super::super::dice::Dice;
use super::draft::Draft;
use super::story::{Choice, Story};
use crate::conversation::START;
use crate::shape::{self, Role};

/// So often a message is tried before another one has its turn.
const TRIES: usize = 3;
/// So many messages a conversation has at most.
const LONGEST: usize = 12;
/// No message is sent later than this, so that none lies in the future: 2026-01-01T00:00:00Z.
const LATEST: i64 = 1_767_225_600;

/// For each state how many steps it takes at least to a wanted one. A state that is missing leads to none.
pub(super) type Distances = BTreeMap<&'static str, usize>;

/// The distances to the states that are wanted.
pub(super) fn distances(table: &'static shape::Conversation, wanted: impl Fn(&'static str) -> bool) -> Distances {
    let states = || table.states.iter().map(|state| state.name).chain([START]);
    let mut found: Distances = states().filter(|state| wanted(state)).map(|state| (state, 0)).collect();
    loop {
        let before = found.len();
        for transition in table.transitions.iter().filter(|transition| transition.finding.is_none()) {
            let Some(&to) = transition.to.and_then(|to| found.get(to)) else { continue };
            for state in states().filter(|state| super::story::starts_from(transition, state)) {
                let known = found.get(state).copied();
                if known.is_none_or(|known| known > to + 1) {
                    found.insert(state, to + 1);
                }
            }
        }
        // Each round adds a state or shortens nothing that matters.
        if found.len() == before {
            return found;
        }
    }
}

/// A role that may start, of those whose message leads to where the walk goes.
pub(super) fn starter(table: &'static shape::Conversation, goal: Option<&Distances>, dice: &mut Dice) -> Option<Role> {
    let mut roles: Vec<Role> = Vec::new();
    for transition in table.transitions.iter().filter(|transition| transition.first && transition.finding.is_none()) {
        let leads = goal.is_none_or(|goal| {
            goal.contains_key(START)
                && (goal.get(START) == Some(&0) || transition.to.is_some_and(|to| goal.contains_key(to)))
        });
        if leads {
            let starts = |role: &&Role| table.participants.iter().any(|row| row.starts && row.role == **role);
            roles.extend(transition.by.iter().filter(starts).copied());
        }
    }
    dice.pick(&roles).copied()
}

/// Sends the message of this id if it can be sent now, else one on the way to where it can.
pub(super) fn step_to(sampler: &Sampler, story: &mut Story, id: &str, goal: &Distances, dice: &mut Dice) -> bool {
    let now = story.choices().into_iter().find(|choice| choice.info.id == id);
    let Some(choice) = now else { return step(sampler, story, Some(goal), dice) };
    let draft = Draft::new(story, choice, dice);
    draft.make(sampler, story, None, dice).is_some_and(|sent| story.send(sent))
}

/// Sends one message that the conversation has nothing against; gives false when none was found.
pub(super) fn step(sampler: &Sampler, story: &mut Story, goal: Option<&Distances>, dice: &mut Dice) -> bool {
    let mut choices = story.choices();
    choices.retain(|choice| choice.transition.finding.is_none());
    let here = goal.and_then(|goal| goal.get(story.state()).copied());
    if let Some(goal) = goal {
        choices.retain(|choice| match choice.transition.to {
            Some(to) => goal.contains_key(to),
            None => here.is_some(),
        });
    }
    for _ in 0..TRIES {
        let weights: Vec<usize> = choices.iter().map(|choice| weight(choice, goal, here)).collect();
        let mut left = dice.below(weights.iter().sum());
        let chosen = choices.iter().zip(&weights).find(|(_, weight)| {
            let found = left < **weight;
            left = left.saturating_sub(**weight);
            found
        });
        let Some((&choice, _)) = chosen else { return false };
        for _ in 0..2 {
            let draft = Draft::new(story, choice, dice);
            if draft.sent.timestamp() > LATEST {
                return false;
            }
            if draft.make(sampler, story, None, dice).is_some_and(|sent| story.send(sent)) {
                return true;
            }
        }
    }
    false
}

fn weight(choice: &Choice, goal: Option<&Distances>, here: Option<usize>) -> usize {
    let transition = choice.transition;
    let nearer = match (transition.to.and_then(|to| goal?.get(to)), here) {
        (Some(to), Some(here)) if *to < here => 3,
        _ => 1,
    };
    // Beside the order of messages, or an end that can come at any time: seldom.
    let usual = if transition.aside || transition.anywhere { 1 } else { 8 };
    usual * nearer
}

/// Sends messages until the conversation is over, or may rest, or is long; gives false when it got stuck at once.
pub(super) fn whole(sampler: &Sampler, story: &mut Story, dice: &mut Dice) -> bool {
    let ends: Vec<&'static str> =
        story.table.states.iter().filter(|state| state.end || state.rest).map(|state| state.name).collect();
    // Most conversations are on their way to some end; the nearest would else be the most usual one.
    let end = dice.pick(&ends).copied().filter(|_| dice.chance(85));
    let goal = end.map(|end| distances(story.table, |state| state == end));
    let goal = goal.filter(|goal| goal.contains_key(START));
    for _ in 0..LONGEST {
        if !step(sampler, story, goal.as_ref(), dice) {
            break;
        }
        let Some(thread) = &story.thread else { return false };
        if thread.state().end || (thread.state().rest && thread.deadlines().is_empty() && dice.chance(40)) {
            return true;
        }
    }
    story.thread.as_ref().is_some_and(|thread| thread.state().rest) || story.sent.len() >= LONGEST
}
