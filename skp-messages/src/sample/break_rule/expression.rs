//! Breaking a rule of the definitions, or one on the header, by its expression.

use super::super::grow::Grower;
use super::super::obey::{Goals, weight};
use super::super::{Form, SampleError, Sampler, header};
use super::{Broken, Order};
use crate::Format;
use crate::shape::{MessageInfo, Rule};

/// So many attempts in a row may find nothing better, when other rules break along with it.
const PATIENCE: usize = 80;
/// So many times every message has its turn.
const TURNS: usize = 24;

/// A message in which the expression is false.
pub(super) fn broken(order: &Order<'_>, messages: &[&'static MessageInfo]) -> Result<Broken, SampleError> {
    let mut best: Option<Broken> = None;
    let mut tried: Option<&'static MessageInfo> = None;
    let mut idle = 0;
    for (turn, info) in (0..TURNS).flat_map(|turn| messages.iter().map(move |&info| (turn, info))) {
        let rules = header::rules(info);
        let goals = Goals { rules: &order.sampler.rules, header: &rules, facts: &[], target: Some(order.rule.id) };
        if !goals.can_be_broken_in(info) {
            continue;
        }
        tried = Some(info);
        idle += 1;
        if let Some(found) = once(order, info, &goals, turn) {
            if found.also.is_empty() {
                return Ok(found);
            }
            if best.as_ref().is_none_or(|best| weight(&found.also) < weight(&best.also)) {
                best = Some(found);
                idle = 0;
            }
        }
        if idle >= PATIENCE {
            break;
        }
    }
    best.ok_or_else(|| order.failed(tried.is_some(), tried))
}

/// Whether the rule could be broken in this message or its header.
pub(super) fn occurs(sampler: &Sampler, rule: &'static Rule, info: &'static MessageInfo) -> bool {
    let rules = header::rules(info);
    Goals { rules: &sampler.rules, header: &rules, facts: &[], target: Some(rule.id) }.can_be_broken_in(info)
}

fn once(order: &Order<'_>, info: &'static MessageInfo, goals: &Goals<'_>, turn: usize) -> Option<Broken> {
    let mut dice = order.dice(info, turn);
    let grower = Grower::new(&mut dice);
    let mut document = grower.document(info, &mut dice);
    goals.reach(&mut document, &grower, &mut dice).ok()?;
    let format = order.wish.format.unwrap_or(if dice.chance(50) { Format::Json } else { Format::Xml });
    let bytes = document.write(format, order.wish.layout, Form::Envelope).into_bytes();
    Broken { rule: order.rule, info, format, bytes, also: Vec::new(), now: None, on: None }.confirm()
}
