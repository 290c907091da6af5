//! Making rules hold, and one of them not.
//!
//! It works from the expressions of the rules: a broken rule is picked, one of the ways in which its expression can be
//! made true is tried, and so on until nothing is broken. Which way is chance, with a preference for changing the
//! element that findings of the rule point to: of a sum that is the total. No rule is known by its id.

mod change;
mod condition;
mod date;
mod list;
mod number;
mod text;

use std::borrow::Cow;

use super::dice::Dice;
use super::eval::{Env, Verdict};
use super::grow::Grower;
use super::node::{Document, HEADER, Loc, MESSAGE, Node};
use super::rule::{Assertion, Rule};
use super::translate::{Rules, key};
use crate::shape::{MessageInfo, Severity, Shape, Type};

/// So many changes are tried on one document; a system of rules that hang together takes some dozens.
const ROUNDS: usize = 300;
/// After so many changes, rules that are only infos may stay broken when nothing else is.
const PATIENCE: usize = 40;
/// After so many changes, a change that breaks more than it mends is mostly taken back.
const CAREFUL: usize = 12;

/// What documents of one message must obey.
#[derive(Debug)]
pub(crate) struct Goals<'r> {
    /// The rules of the definitions, by table.
    pub(crate) rules: &'r Rules,
    /// What the runtime asks of the header of this message.
    pub(crate) header: &'r [Rule],
    /// What the messages before it ask of it.
    pub(crate) facts: &'r [Bound<'r>],
    /// The rule to break, all others must hold.
    pub(crate) target: Option<&'r str>,
}

/// A rule on a message that reads earlier messages, with the places of these.
#[derive(Debug)]
pub(crate) struct Bound<'r> {
    pub(crate) rule: Cow<'r, Rule>,
    pub(crate) variables: Vec<(usize, Loc)>,
}

/// A rule on one place of a document.
struct Instance<'r> {
    rule: &'r Rule,
    env: Env,
}

/// What changes a document.
pub(crate) struct Fixer<'f> {
    pub(crate) document: &'f mut Document,
    pub(crate) dice: &'f mut Dice,
    pub(crate) grower: &'f Grower,
    /// The element that findings of the rule at hand point to.
    pub(crate) at: Loc,
}

impl<'r> Goals<'r> {
    fn is_target(&self, rule: &Rule) -> bool {
        self.target == Some(rule.info.id)
    }

    /// Every rule on every place of a document.
    fn instances(&self, document: &Document) -> Vec<Instance<'r>> {
        let mut found = Vec::new();
        for rule in self.header {
            let env = Env { scope: vec![HEADER], outer: Vec::new(), variables: Vec::new() };
            found.push(Instance { rule, env });
        }
        for part in [HEADER, MESSAGE] {
            self.below(document, &mut vec![part], &mut found);
        }
        for Bound { rule, variables } in self.facts {
            let env = |scope, outer| Env { scope, outer, variables: variables.clone() };
            match &rule.each {
                None => found.push(Instance { rule, env: env(vec![MESSAGE], Vec::new()) }),
                Some(each) => {
                    let list = [&[MESSAGE], each.as_slice()].concat();
                    for item in 0..document.items(&list).len() {
                        let scope = [list.as_slice(), &[item]].concat();
                        found.push(Instance { rule, env: env(scope, vec![MESSAGE]) });
                    }
                }
            }
        }
        found
    }

    /// Tables do not contain themselves, so this ends.
    fn below(&self, document: &Document, loc: &mut Loc, found: &mut Vec<Instance<'r>>) {
        let Some(node) = document.node(loc) else { return };
        if let Node::Record(record) = node {
            for rule in self.rules.get(&key(record.shape)).into_iter().flatten() {
                let Some(each) = &rule.each else {
                    let env = Env { scope: loc.clone(), outer: Vec::new(), variables: Vec::new() };
                    found.push(Instance { rule, env });
                    continue;
                };
                let list = [loc.as_slice(), each].concat();
                for item in 0..document.items(&list).len() {
                    let scope = [list.as_slice(), &[item]].concat();
                    found.push(Instance { rule, env: Env { scope, outer: loc.clone(), variables: Vec::new() } });
                }
            }
        }
        for (step, slot) in node.slots().iter().enumerate() {
            if matches!(slot.node, Some(Node::Record(_) | Node::List(_))) {
                loc.push(step);
                self.below(document, loc, found);
                loc.pop();
            }
        }
    }

    /// Changes a document until it obeys; gives the rules that could not be made to hold.
    ///
    /// With a target, `Err` when it could not be broken at all.
    pub(crate) fn reach(
        &self,
        document: &mut Document,
        grower: &Grower,
        dice: &mut Dice,
    ) -> Result<Vec<&'static crate::shape::Rule>, ()> {
        let mut best: Option<(Document, Vec<&'static crate::shape::Rule>)> = None;
        let mut kept: Option<(Document, usize)> = None;
        for round in 0..ROUNDS {
            let instances = self.instances(document);
            let verdict = |instance: &Instance<'_>| document.verdict(instance.rule, &instance.env);
            let (targets, others): (Vec<_>, Vec<_>) =
                instances.into_iter().partition(|instance| self.is_target(instance.rule));
            let reached = self.target.is_none() || targets.iter().any(|target| verdict(target) == Verdict::Broken);
            let broken: Vec<_> = others.into_iter().filter(|other| verdict(other) == Verdict::Broken).collect();
            if reached && broken.is_empty() {
                return Ok(Vec::new());
            }
            let worst = broken.iter().map(|instance| instance.rule.info.severity).max();
            if reached && best.as_ref().is_none_or(|(_, known)| weight(known) > weight(&infos(&broken))) {
                best = Some((document.clone(), infos(&broken)));
            }
            if reached && round > PATIENCE && worst == Some(Severity::Info) {
                break;
            }
            let score = broken.len() + usize::from(!reached);
            if let Some((before, known)) = kept.take()
                && score > known
                && dice.chance(75)
            {
                *document = before;
                continue;
            }
            if round > CAREFUL {
                kept = Some((document.clone(), score));
            }
            if !reached && (broken.is_empty() || dice.chance(40)) {
                match dice.pick(&targets) {
                    Some(target) => Fixer::new(document, dice, grower).spoil(target),
                    None => self.make_room(document, grower, dice),
                }
            } else if let Some(instance) = dice.pick(&broken) {
                Fixer::new(document, dice, grower).mend(instance);
            }
        }
        let (found, left) = best.ok_or(())?;
        *document = found;
        Ok(left)
    }

    /// Adds a place that the target runs on.
    fn make_room(&self, document: &mut Document, grower: &Grower, dice: &mut Dice) {
        let mut places = Vec::new();
        for (part, shape) in [(HEADER, crate::catalogue::header()), (MESSAGE, document.info.shape)] {
            self.hosts(shape, &mut vec![part], &mut places);
        }
        for Bound { rule, .. } in self.facts.iter().filter(|bound| self.is_target(&bound.rule)) {
            places.extend(rule.each.as_ref().map(|each| [&[MESSAGE], each.as_slice(), &[0]].concat()));
        }
        if let Some(place) = dice.pick(&places) {
            Fixer::new(document, dice, grower).ensure(place);
        }
    }

    /// The places that the target could run on, in the first item of each list.
    fn hosts(&self, shape: &'static Shape, loc: &mut Loc, places: &mut Vec<Loc>) {
        for rule in self.rules.get(&key(shape)).into_iter().flatten().filter(|rule| self.is_target(rule)) {
            places.push([loc.as_slice(), rule.each.as_deref().unwrap_or_default()].concat());
        }
        for (step, element) in shape.elements.iter().enumerate() {
            if let Type::Composite(part) = element.ty {
                let before = loc.len();
                loc.push(step);
                loc.extend(element.is_list().then_some(0));
                self.hosts(part, loc, places);
                loc.truncate(before);
            }
        }
    }

    /// Whether the target could run anywhere in this message or its header.
    pub(crate) fn can_be_broken_in(&self, info: &'static MessageInfo) -> bool {
        let mut places = Vec::new();
        for (part, shape) in [(HEADER, crate::catalogue::header()), (MESSAGE, info.shape)] {
            self.hosts(shape, &mut vec![part], &mut places);
        }
        !places.is_empty() || self.header.iter().any(|rule| self.is_target(rule))
    }
}

/// The broken rules, each once.
fn infos(broken: &[Instance<'_>]) -> Vec<&'static crate::shape::Rule> {
    let mut rules: Vec<&'static crate::shape::Rule> = Vec::new();
    for instance in broken {
        if !rules.iter().any(|rule| rule.id == instance.rule.info.id) {
            rules.push(instance.rule.info);
        }
    }
    rules
}

/// How bad it is that rules are broken.
pub(crate) fn weight(broken: &[&'static crate::shape::Rule]) -> usize {
    broken.iter().map(|rule| if rule.severity == Severity::Info { 1 } else { 100 }).sum()
}

impl<'f> Fixer<'f> {
    pub(crate) const fn new(document: &'f mut Document, dice: &'f mut Dice, grower: &'f Grower) -> Self {
        Self { document, dice, grower, at: Loc::new() }
    }

    /// Tries to make a rule hold.
    fn mend(&mut self, Instance { rule, env }: &Instance<'_>) {
        self.at = [env.scope.as_slice(), &rule.at].concat();
        let way = self.dice.below(100);
        if let Some(when) = &rule.when
            && way < 20
            && self.make(when, false, env)
        {
            return;
        }
        match &rule.assertion {
            Assertion::Holds(condition) => {
                let mut optional = Vec::new();
                condition.optional_paths(&mut optional);
                if (90..).contains(&way)
                    && let Some(path) = self.dice.pick(&optional)
                {
                    let loc = env.resolve(path);
                    if self.remove(&loc) {
                        return;
                    }
                }
                self.make(condition, true, env);
            }
            Assertion::Unique(parts) => self.tell_apart(parts, env),
        }
    }

    /// Tries to break a rule.
    fn spoil(&mut self, Instance { rule, env }: &Instance<'_>) {
        self.at = [env.scope.as_slice(), &rule.at].concat();
        if let Some(when) = &rule.when
            && self.document.condition(when, env) != Ok(true)
        {
            self.make(when, true, env);
        }
        match &rule.assertion {
            Assertion::Holds(condition) => {
                self.make(condition, false, env);
            }
            Assertion::Unique(parts) => self.repeat(parts, env),
        }
    }
}
