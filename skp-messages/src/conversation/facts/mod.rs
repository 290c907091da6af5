//! Rules on facts that must agree between the messages of a conversation.
//!
//! The rules are data that the generator writes: on which message a rule runs, which earlier ones it reads, and a
//! function that checks it. `find` looks up the earlier messages, `run` checks the rules. Nothing here knows the
//! states of a conversation or decides whether a message may be sent.

mod find;
mod run;

use std::any::Any;

use crate::check::Checker;
use crate::shape::{MessageInfo, Role, Rule, RulePath};

pub use find::Found;
#[cfg(feature = "sample")]
pub(crate) use find::{Meant, meant, same_kind};
pub(crate) use run::check;

/// A rule on a message of one release and messages before it.
#[derive(Debug)]
pub struct Fact {
    /// The rule.
    pub rule: &'static Rule,
    /// The message it runs on.
    pub on: &'static MessageInfo,
    /// The earlier messages it reads.
    pub with: &'static [Binding],
    pub(crate) check: Check,
}

/// An earlier message that a rule reads.
#[derive(Debug)]
pub struct Binding {
    /// Its name in the rule.
    pub name: &'static str,
    /// Whether the rule does not apply without it.
    pub needed: bool,
    /// The messages it may be; the last of them that was sent is the one.
    pub among: &'static [Among],
    /// The elements that the rule reads of it.
    pub reads: &'static [RulePath],
    pub(crate) named: Option<Naming>,
}

/// A message that an earlier message of a rule may be.
#[derive(Debug)]
pub struct Among {
    /// The message.
    pub message: &'static MessageInfo,
    /// Whether it has the element that it is asked to have.
    pub(crate) has: Option<fn(&dyn Any) -> bool>,
}

/// Gives the text of one element.
pub(crate) type TextOf = fn(&dyn Any) -> Option<&str>;

/// The element of another earlier message that holds the Referentienummer of the one that is meant.
#[derive(Debug)]
pub(crate) struct Naming {
    pub(crate) by: &'static MessageInfo,
    pub(crate) text: TextOf,
}

/// What is checked.
#[derive(Debug)]
#[allow(dead_code)] // not every module has rules of each kind
pub(crate) enum Check {
    /// A text is that of the first earlier message that has it, of those that only this role sends.
    AsFirst { text: TextOf, role: Option<Role> },
    /// A text is the Referentienummer of an earlier message that is one of these.
    Names { text: TextOf, messages: &'static [&'static MessageInfo] },
    /// A condition on the message and the earlier ones, for each combination of these.
    Cases(&'static [Case]),
}

/// A condition for one combination of earlier messages.
#[derive(Debug)]
pub(crate) struct Case {
    /// For each of [`Fact::with`] which of [`Binding::among`] it is.
    pub(crate) of: &'static [Option<usize>],
    pub(crate) run: fn(&dyn Any, &Found<'_>, &mut Checker<'_>) -> Option<()>,
}

/// The rules that run on a message.
pub(crate) fn of(info: &'static MessageInfo) -> impl Iterator<Item = &'static Fact> {
    crate::generated::FACTS.iter().copied().flatten().filter(move |fact| std::ptr::eq(fact.on, info))
}
