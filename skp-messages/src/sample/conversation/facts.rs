//! What the messages of a conversation so far ask of the next one, as rules that a document is made to obey or break.
//!
//! The rules come from the definitions as checked expressions. A name of an earlier message becomes a variable that
//! is bound to the place of that message in the document.

use std::borrow::Cow;

use skp_codegen::catalogue::{Catalogue, FactCheck};

use super::super::node::{EARLIER, Loc};
use super::super::obey::Bound;
use super::super::rule::{Assertion, Bool, Path, Root, Rule, Text};
use super::super::translate;
use crate::conversation::facts::{Meant, meant, same_kind};
use crate::conversation::{Fact, History};
use crate::shape::{self, MessageInfo, Role};

/// The rules of every message, and the conditions on steps.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    rules: Vec<FactRule>,
    conditions: Vec<(&'static MessageInfo, String, Bool)>,
}

/// A rule on one message.
#[derive(Debug)]
struct FactRule {
    fact: &'static Fact,
    check: Check,
}

#[derive(Debug)]
enum Check {
    AsFirst(usize, Option<Role>),
    Names(usize, Vec<&'static MessageInfo>),
    /// For each name which kind of message it is, and the rule for that combination.
    Cases(Vec<(Vec<Option<usize>>, Rule)>),
}

impl Facts {
    /// Reads the rules and conditions of the messages that this crate was built with.
    pub(crate) fn new(catalogue: &Catalogue) -> Result<Self, String> {
        let mut all = Self::default();
        let known = crate::catalogue::facts();
        let info = |index: usize| catalogue.messages.get(index).and_then(|found| translate::known(catalogue, found));
        for found in &catalogue.facts {
            // Without an info the module is switched off.
            let Some(on) = info(found.on) else { continue };
            let fact = known.iter().find(|fact| fact.rule.id == found.rule.id && std::ptr::eq(fact.on, on));
            let fact = fact.ok_or_else(|| format!("{} has no rule {}", on.bericht, found.rule.id))?;
            let check = match &found.check {
                FactCheck::AsFirst { element, role } => {
                    let own = match &fact.check {
                        crate::conversation::facts::Check::AsFirst { role, .. } => *role,
                        _ => None,
                    };
                    if own != role.as_deref() {
                        return Err(format!("{} is of another role", found.rule.id));
                    }
                    Check::AsFirst(place(on, element)?, own)
                }
                FactCheck::Names { element, messages } => {
                    Check::Names(place(on, element)?, messages.iter().copied().filter_map(info).collect())
                }
                FactCheck::Cases(cases) => {
                    let cases = cases.iter().map(|case| {
                        let names: Vec<(&str, Option<&'static shape::Shape>)> = fact
                            .with
                            .iter()
                            .zip(&case.of)
                            .map(|(binding, of)| {
                                let among = of.and_then(|of| binding.among.get(of));
                                (binding.name, among.map(|among| among.message.shape))
                            })
                            .collect();
                        let rule = translate::typed_rule(on.shape, fact.rule, &case.compiled.typed, &names)?;
                        Ok((case.of.clone(), rule))
                    });
                    Check::Cases(cases.collect::<Result<_, String>>()?)
                }
            };
            all.rules.push(FactRule { fact, check });
        }
        for conversation in &catalogue.conversations {
            for step in &conversation.steps {
                let Some(when) = &step.when else { continue };
                for on in step.messages.iter().copied().filter_map(info) {
                    all.conditions.push((on, when.cel.clone(), translate::condition(on.shape, &when.typed)?));
                }
            }
        }
        Ok(all)
    }

    /// The condition of a step on a message.
    pub(super) fn condition(&self, info: &MessageInfo, cel: &str) -> Option<&Bool> {
        let mut all = self.conditions.iter();
        all.find(|(on, known, _)| std::ptr::eq(*on, info) && known == cel).map(|(.., condition)| condition)
    }

    /// Whether a rule holds in a message.
    pub(super) fn holds_in(&self, rule: &str, info: &MessageInfo) -> bool {
        self.rules.iter().any(|known| known.fact.rule.id == rule && std::ptr::eq(known.fact.on, info))
    }

    /// The rules that apply to a message that comes after a history.
    pub(super) fn bind<'r>(
        &'r self,
        info: &'static MessageInfo,
        history: &History,
        answers: Option<&str>,
    ) -> Vec<Bound<'r>> {
        let of_message = self.rules.iter().filter(|rule| std::ptr::eq(rule.fact.on, info));
        of_message.filter_map(|rule| self.bound(rule, info, history, answers)).collect()
    }

    fn bound<'r>(
        &'r self,
        FactRule { fact, check }: &'r FactRule,
        info: &'static MessageInfo,
        history: &History,
        answers: Option<&str>,
    ) -> Option<Bound<'r>> {
        match check {
            Check::AsFirst(element, role) => {
                let mut sent = history
                    .messages()
                    .iter()
                    .filter(|earlier| role.is_none_or(|role| earlier.info().from.iter().all(|from| *from == role)));
                let first = sent.find_map(|earlier| {
                    let same = self
                        .rules
                        .iter()
                        .find(|rule| std::ptr::eq(rule.fact.on, earlier.info()) && rule.fact.rule.id == fact.rule.id)?;
                    let Check::AsFirst(element, _) = &same.check else { return None };
                    let name = earlier.info().shape.elements.get(*element)?.name;
                    earlier.text_of(name)
                })?;
                let text = Text::Path(path(*element));
                let holds = Bool::Texts(true, text, Text::Literal(first));
                Some(plain(fact.rule, holds, *element))
            }
            Check::Names(element, messages) => {
                let known = |kind: &MessageInfo| messages.iter().any(|message| same_kind(message, kind));
                let sent = history.messages().iter().filter(|earlier| known(earlier.info()));
                let references = sent.map(|earlier| earlier.reference().to_owned()).collect();
                Some(plain(fact.rule, Bool::TextIn(Text::Path(path(*element)), references), *element))
            }
            Check::Cases(cases) => {
                let mut kinds = Vec::new();
                let mut variables: Vec<(usize, Loc)> = Vec::new();
                for (index, binding) in fact.with.iter().enumerate() {
                    let Root::Variable(variable) = translate::earlier(index) else { return None };
                    match meant(binding, history, info, answers) {
                        Meant::Message(earlier, kind) => {
                            let place = history.messages().iter().position(|one| std::ptr::eq(one, earlier))?;
                            kinds.push(Some(kind));
                            variables.push((variable, vec![EARLIER + place]));
                        }
                        Meant::Absent if !binding.needed => {
                            kinds.push(None);
                            variables.push((variable, vec![usize::MAX]));
                        }
                        Meant::Absent | Meant::OtherRelease => return None,
                    }
                }
                // An absent message fits any kind, as in the runtime.
                let fits = |(of, kind): (&Option<usize>, &Option<usize>)| kind.is_none() || of == kind;
                let (_, rule) = cases.iter().find(|(of, _)| of.iter().zip(&kinds).all(fits))?;
                Some(Bound { rule: Cow::Borrowed(rule), variables })
            }
        }
    }
}

/// The place of an element of a message itself.
pub(super) fn place(info: &MessageInfo, name: &str) -> Result<usize, String> {
    let found = info.shape.elements.iter().position(|element| element.name == name);
    found.ok_or_else(|| format!("{} has no {name}", info.bericht))
}

/// The path to an element of the message, or of the item that a rule runs on.
pub(super) fn path(element: usize) -> Path {
    Path { root: Root::Scope, steps: vec![element], optional: false }
}

/// A condition on one element of the message.
pub(super) fn plain<'r>(rule: &'static shape::Rule, holds: Bool, element: usize) -> Bound<'r> {
    let rule = Rule { info: rule, each: None, when: None, assertion: Assertion::Holds(holds), at: vec![element] };
    Bound { rule: Cow::Owned(rule), variables: Vec::new() }
}
