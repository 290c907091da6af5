//! Breaking a rule of the definitions, or one on the header, by its expression.

use super::super::grow::Grower;
use super::super::obey::{Goals, weight};
use super::super::{Form, SampleError, header};
use super::{Broken, Order};
use crate::shape::MessageInfo;
use crate::{Format, Layout};

/// So many attempts in all, when other rules are always broken along with it.
const ATTEMPTS: usize = 24;
/// So many of them on one message before the next has its turn.
const EACH: usize = 3;

/// A message in which the expression is false.
pub(super) fn broken(order: &Order<'_>, messages: &[&'static MessageInfo]) -> Result<Broken, SampleError> {
    let mut best: Option<Broken> = None;
    let mut tried: Option<&'static MessageInfo> = None;
    let mut attempts = 0;
    let rounds = if order.asked.is_some() { ATTEMPTS / EACH } else { 2 };
    for attempt in (0..rounds).flat_map(|round| (0..messages.len()).map(move |index| (round, index))) {
        let (round, index) = attempt;
        let Some(&info) = messages.get(index) else { continue };
        let rules = header::rules(info);
        let goals = Goals { rules: &order.sampler.rules, header: &rules, target: Some(order.rule.id) };
        for each in 0..EACH {
            let mut dice = order.dice(info, round * EACH + each);
            let grower = Grower::new(&mut dice);
            let mut document = grower.document(info, &mut dice);
            if !goals.can_host(&document) {
                break;
            }
            tried = Some(info);
            attempts += 1;
            let Ok(left) = goals.reach(&mut document, &grower, &mut dice) else { continue };
            if best.as_ref().is_some_and(|best| weight(&left) >= weight(&best.also)) {
                continue;
            }
            let format = order.format.unwrap_or(if dice.chance(50) { Format::Json } else { Format::Xml });
            let bytes = document.write(format, Layout::Compact, Form::Envelope).into_bytes();
            let found = Broken { rule: order.rule, info, format, bytes, also: Vec::new(), now: None }.confirm();
            match found {
                Some(found) if found.also.is_empty() => return Ok(found),
                Some(found) if best.as_ref().is_none_or(|best| weight(&found.also) < weight(&best.also)) => {
                    best = Some(found);
                }
                _ => {}
            }
        }
        if attempts >= ATTEMPTS {
            break;
        }
    }
    best.ok_or_else(|| order.failed(tried.is_some(), tried))
}
