//! What a diagram shows: states, the steps between them, and what stands beside.

use crate::catalogue::Catalogue;
use crate::catalogue::conversation::{Conversation, Step};

/// A conversation to draw.
pub struct Graph {
    /// Module and release.
    pub title: String,
    /// The states, in the order of the definitions.
    pub states: Vec<State>,
    /// The steps that lead to a state.
    pub arrows: Vec<Arrow>,
    /// What may be sent in every open state and changes nothing.
    pub aside: Vec<String>,
}

/// A state.
pub struct State {
    pub name: String,
    pub end: bool,
    pub rest: bool,
    /// What may be sent in it without leaving it.
    pub stays: Vec<String>,
}

/// Messages that lead from states to a state.
pub struct Arrow {
    /// Whether they may be the first message.
    pub first: bool,
    /// Whether they may be sent in every open state.
    pub anywhere: bool,
    /// The states they come from, unless those are all open ones.
    pub from: Vec<usize>,
    /// The state they lead to.
    pub to: usize,
    /// Who sends them.
    pub by: String,
    /// Each message with its condition.
    pub messages: Vec<String>,
    /// The deadline of the answer.
    pub deadline: Option<String>,
}

impl Graph {
    pub fn new(catalogue: &Catalogue, conversation: &Conversation, title: &str) -> Self {
        let mut states: Vec<State> = conversation
            .states
            .iter()
            .map(|state| State { name: state.name.clone(), end: state.end, rest: state.rest, stays: Vec::new() })
            .collect();
        let mut arrows: Vec<Arrow> = Vec::new();
        let mut aside = Vec::new();
        for step in &conversation.steps {
            let (messages, by) = (messages(catalogue, step), step.by.join(", "));
            if step.aside {
                aside.push(format!("{} ({by})", messages.join(", ")));
                continue;
            }
            let stays = |state: &usize| step.to.is_none_or(|to| to == *state);
            for state in step.from.iter().filter(|state| stays(state)).filter(|_| !step.anywhere) {
                if let Some(state) = states.get_mut(*state) {
                    state.stays.push(format!("{} ({by})", messages.join(", ")));
                }
            }
            let from: Vec<usize> = if step.anywhere {
                Vec::new()
            } else {
                step.from.iter().copied().filter(|state| !stays(state)).collect()
            };
            let Some(to) = step.to.filter(|_| step.first || step.anywhere || !from.is_empty()) else { continue };
            let deadline = deadline(conversation, step);
            let same = |arrow: &&mut Arrow| {
                (arrow.first, arrow.anywhere, arrow.to) == (step.first, step.anywhere, to)
                    && arrow.from == from
                    && arrow.by == by
                    && arrow.deadline == deadline
            };
            match arrows.iter_mut().find(same) {
                Some(arrow) => {
                    let new = messages.into_iter().filter(|message| !arrow.messages.contains(message));
                    arrow.messages.extend(new.collect::<Vec<_>>());
                    // A message that leads there whatever it says needs no condition.
                    let plain: Vec<String> = arrow.messages.iter().filter(|one| !one.contains('[')).cloned().collect();
                    let told = |message: &String| {
                        let (name, condition) =
                            message.split_once(" [").map_or((message.as_str(), false), |(name, _)| (name, true));
                        condition && plain.iter().any(|plain| plain == name)
                    };
                    arrow.messages.retain(|message| !told(message));
                }
                None => {
                    arrows.push(Arrow { first: step.first, anywhere: step.anywhere, from, to, by, messages, deadline })
                }
            }
        }
        Self { title: title.to_owned(), states, arrows, aside }
    }
}

/// The names of the messages of a step, with its condition.
fn messages(catalogue: &Catalogue, step: &Step) -> Vec<String> {
    let names = step.messages.iter().filter_map(|&at| catalogue.messages.get(at));
    let when = step.when.as_ref().map(|condition| format!(" [{}]", condition.cel)).unwrap_or_default();
    names.map(|message| format!("{}{when}", message.name)).collect()
}

/// The deadline of the answer to the messages of a step.
fn deadline(conversation: &Conversation, step: &Step) -> Option<String> {
    let asked = |question: &usize| step.messages.contains(question);
    let answer = conversation.answers.iter().find(|answer| answer.questions.iter().any(asked))?;
    let days = answer.days?;
    let unit = if days == 1 { "werkdag" } else { "werkdagen" };
    Some(format!("antwoord binnen {days} {unit}"))
}
