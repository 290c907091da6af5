//! Making the next message of a conversation: its header, and what the messages before it ask of its content.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};

use super::super::dice::Dice;
use super::super::eval::{Env, Verdict};
use super::super::grow::Grower;
use super::super::node::{Document, EARLIER, HEADER, Loc, MESSAGE, Node, Scalar, Slot};
use super::super::obey::{Bound, Fixer, Goals};
use super::super::rule::{Assertion, Bool, Rule, Text};
use super::super::value::words;
use super::super::{Sampler, header};
use super::facts::{path, place, plain};
use super::story::{Choice, Sent, Story};
use crate::generated_process::{PROC_003, PROC_010, PROC_020, PROC_032, PROC_035};
use crate::shape::{self, MessageInfo, Type};

/// A message that is to be made.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) info: &'static MessageInfo,
    pub(super) side: usize,
    /// The condition on the step it takes.
    pub(super) when: Option<&'static str>,
    pub(super) when_of: &'static MessageInfo,
    pub(super) sent: DateTime<FixedOffset>,
    pub(super) reference: String,
    pub(super) answers: Option<String>,
    /// Who sends it instead of the one who should.
    pub(super) stranger: Option<String>,
}

impl Draft {
    pub(super) fn new(story: &Story, choice: Choice, dice: &mut Dice) -> Self {
        let Choice { info, side, transition } = choice;
        let number = story.sent.iter().filter(|sent| sent.side == side).count() + 1;
        Self {
            info,
            side,
            when: transition.when.as_ref().map(|when| when.cel),
            when_of: info,
            sent: story.moment(dice),
            reference: format!("{}-{}-{number}", story.role(side), words::number(dice)),
            answers: if story.sent.is_empty() { None } else { story.answered(info, side) },
            stranger: None,
        }
    }

    /// Makes the message. With a target, it breaks that rule; what else it does is for the caller to find out.
    pub(super) fn make(&self, sampler: &Sampler, story: &Story, target: Option<&str>, dice: &mut Dice) -> Option<Sent> {
        let mut grower = Grower::new(dice);
        grower.sent = self.sent;
        grower.items = 1 + dice.below(3);
        let mut document = grower.document(self.info, dice);
        document.earlier = story.earlier.clone();
        if dice.chance(90) {
            inherit(&mut document);
        }
        self.header(story, &mut document, &grower, dice);
        let mut facts = sampler.facts.bind(self.info, story.history(), self.answers.as_deref());
        facts.extend(around(self, story));
        if let Some(when) = self.when.and_then(|cel| sampler.facts.condition(self.when_of, cel)) {
            let rule = Rule {
                info: &PROC_003,
                each: None,
                when: None,
                assertion: Assertion::Holds(when.clone()),
                at: Vec::new(),
            };
            facts.push(Bound { rule: Cow::Owned(rule), variables: Vec::new() });
        }
        if target.is_some_and(|target| !facts.iter().any(|bound| bound.rule.info.id == target)) {
            return None;
        }
        if self.is_hopeless(&document, &facts, target) {
            return None;
        }
        let rules = header::rules(self.info);
        let goals = Goals { rules: &sampler.rules, header: &rules, facts: &facts, target };
        match target {
            Some(_) => drop(goals.reach(&mut document, &grower, dice).ok()?),
            None => drop(sampler.settle(&goals, &mut document, &grower, dice).ok()?),
        }
        Some(Sent { document, reference: self.reference.clone(), side: self.side, when: self.sent })
    }

    /// Whether a rule that reads only earlier messages is broken: nothing in this message can mend that.
    fn is_hopeless(&self, document: &Document, facts: &[Bound<'_>], target: Option<&str>) -> bool {
        let others = facts.iter().filter(|bound| target != Some(bound.rule.info.id));
        others.filter(|bound| matches!(bound.rule, Cow::Borrowed(rule) if rule.info.reads.is_empty())).any(|bound| {
            let env = Env { scope: vec![MESSAGE], outer: Vec::new(), variables: bound.variables.clone() };
            bound.rule.each.is_none() && document.verdict(&bound.rule, &env) == Verdict::Broken
        })
    }

    fn header(&self, story: &Story, document: &mut Document, grower: &Grower, dice: &mut Dice) {
        let text = |text: &str| Some(Node::Scalar(Scalar::Text(text.to_owned())));
        let (Some(own), Some(other)) = (story.parties.get(self.side), story.parties.get(1 - self.side)) else { return };
        document.set_header("Afzender", text(self.stranger.as_deref().unwrap_or(&own.id)), true);
        document.set_header("AfzenderType", text(own.role), true);
        document.set_header("Ontvanger", text(&other.id), true);
        document.set_header("ConversatieReferentienummer", text(&story.reference), true);
        document.set_header("Referentienummer", text(&self.reference), true);
        document.set_header("AntwoordOp", self.answers.as_deref().and_then(text), true);
        let row = story.table.participants.iter().find(|row| row.role == own.role);
        if let Some(consent) = row.filter(|row| row.every || story.sent.is_empty()).and_then(|row| row.consent) {
            let field = crate::catalogue::header().elements.iter().position(|element| element.name == consent);
            if let Some(field) = field {
                Fixer::new(document, dice, grower).ensure(&[HEADER, field]);
            }
        }
    }
}

/// What the checks of the runtime ask of a message, seen what was sent before.
fn around<'r>(draft: &Draft, story: &Story) -> Vec<Bound<'r>> {
    let mut rules = Vec::new();
    let info = draft.info;
    let named = |rule: &'static shape::Rule, name: &str, texts: Vec<String>, wanted: bool| {
        let element = place(info, name).ok()?;
        let known = Bool::TextIn(Text::Path(path(element)), texts);
        Some(plain(rule, if wanted { known } else { Bool::Not(Box::new(known)) }, element))
    };
    let all = story.history().messages();
    let texts = |ids: &[&str], name: &str| -> Vec<String> {
        all.iter()
            .filter(|one| ids.is_empty() || ids.contains(&one.info().id))
            .filter_map(|one| one.text_of(name))
            .collect()
    };
    let applications = ["AanvraagBorgstelling", "AanvraagOvername"];
    let received: Vec<String> =
        story.sent.iter().filter(|sent| sent.side != draft.side).map(|sent| sent.reference.clone()).collect();
    rules.extend(named(&PROC_010, "ReferentienummerFout", received, true));
    if info.id == "Heroverweging" {
        let used = texts(&["Heroverweging"], "ReferentienummerBetaalvoorstel");
        rules.extend(
            named(&PROC_020, "ReferentienummerBetaalvoorstel", used, false)
                .filter(|_| !texts(&["Heroverweging"], "ReferentienummerBetaalvoorstel").is_empty()),
        );
    }
    for (_, name, code) in story.pins.iter().filter(|(message, ..)| *message == info.id) {
        let Ok(element) = place(info, name) else { continue };
        let holds = match code {
            Some(code) => Bool::Codes(path(element), vec![(*code).to_owned()]),
            None => Bool::Not(Box::new(Bool::Has(path(element)))),
        };
        rules.push(plain(&PROC_003, holds, element));
    }
    let granted = texts(&["Gebeurtenis"], "Pro_Forma_Borgstelling");
    if applications.contains(&info.id) && !granted.is_empty() {
        let used = texts(&applications, "Pro_Forma_Borgstelling");
        let free = granted.into_iter().filter(|id| !used.contains(id)).collect();
        rules.extend(named(&PROC_032, "Pro_Forma_Borgstelling", free, true));
    }
    let applied = texts(&applications, "Kenmerk");
    if let Ok(list) = place(info, "Saneringskredieten")
        && !applied.is_empty()
        && let Some(Type::Composite(item)) = info.shape.elements.get(list).map(|element| element.ty)
        && let Some(field) = item.elements.iter().position(|element| element.name == "Kenmerk")
    {
        let mut bound = plain(&PROC_035, Bool::TextIn(Text::Path(path(field)), applied), field);
        bound.rule.to_mut().each = Some(vec![list]);
        rules.push(bound);
    }
    rules
}

/// Copies what earlier messages said of the same elements, the last one last. The rules change what may not be the
/// same; most of it must be.
fn inherit(document: &mut Document) {
    let earlier = document.earlier.clone();
    for part in 0..earlier.len() {
        let from = EARLIER + part;
        copy(document, &vec![from], &vec![MESSAGE]);
    }
}

/// Copies elements of the same name and kind. Tables do not contain themselves, so this ends.
fn copy(document: &mut Document, from: &Loc, to: &Loc) {
    let (Some(Node::Record(source)), Some(Node::Record(target))) = (document.node(from), document.node(to)) else {
        return;
    };
    let mut pairs = Vec::new();
    for (index, element) in target.shape.elements.iter().enumerate() {
        let Some(at) = source.shape.elements.iter().position(|other| other.name == element.name) else { continue };
        let Some(other) = source.shape.elements.get(at) else { continue };
        if other.is_list() == element.is_list() {
            pairs.push((at, index, element.ty, other.ty));
        }
    }
    for (at, index, ty, other) in pairs {
        let (from, to) = ([from.as_slice(), &[at]].concat(), [to.as_slice(), &[index]].concat());
        let Some(node) = document.node(&from).cloned() else { continue };
        let same = match (ty, other) {
            (Type::Composite(one), Type::Composite(other)) => std::ptr::eq(one, other),
            (Type::Simple(one), Type::Simple(other)) => std::ptr::eq(one, other),
            (Type::Code(one), Type::Code(other)) => std::ptr::eq(one, other),
            _ => false,
        };
        if same {
            if document.node(&to).is_some()
                && let Some(slot) = document.slot_mut(&to).filter(|slot| !slot.fixed)
            {
                slot.node = Some(node);
            }
            continue;
        }
        match (node, document.node(&to)) {
            (Node::Record(_), Some(Node::Record(_))) => copy(document, &from, &to),
            (Node::List(items), Some(Node::List(own))) => {
                let model = own.first().cloned();
                let mut wanted: Vec<Slot> = own.iter().take(items.len()).cloned().collect();
                while wanted.len() < items.len()
                    && let Some(model) = &model
                {
                    wanted.push(model.clone());
                }
                if let Some(slot) = document.slot_mut(&to) {
                    slot.node = Some(Node::List(wanted));
                }
                for item in 0..items.len() {
                    copy(document, &[from.as_slice(), &[item]].concat(), &[to.as_slice(), &[item]].concat());
                }
            }
            _ => {}
        }
    }
}
