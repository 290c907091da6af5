//! Checking the rules on a message.

use std::any::Any;

use super::find::{Found, Meant, meant, same_kind};
use super::{Case, Check, Fact, TextOf};
use crate::Options;
use crate::bericht::v2_0::Berichtheader;
use crate::check::{Checker, Context, locate};
use crate::conversation::{Earlier, History};
use crate::finding::{Path, PathStep, Reason, Related, Report, Root};
use crate::shape::{MessageInfo, Role, RulePath, Step};
use crate::value::dutch_date;

/// Checks every rule on a valid message that reads the messages before it.
pub(crate) fn check(
    history: &History,
    info: &'static MessageInfo,
    header: &Berichtheader,
    message: &dyn Any,
    report: &mut Report,
) {
    for fact in super::of(info) {
        let from = report.findings.len();
        let mut related = Vec::new();
        let mut run = Run { history, info, header, fact, report, related: &mut related };
        match &fact.check {
            Check::AsFirst { text, role } => run.as_first(text(message), *role),
            Check::Names { text, messages } => run.names(text(message), messages),
            Check::Cases(cases) => run.cases(cases, message),
        }
        locate::locate(report, from, info.shape, None, 0);
        for finding in report.findings.iter_mut().skip(from) {
            finding.related.extend(related.iter().cloned());
        }
    }
}

/// One rule on one message.
struct Run<'r> {
    history: &'r History,
    info: &'static MessageInfo,
    header: &'r Berichtheader,
    fact: &'static Fact,
    report: &'r mut Report,
    /// The elements of earlier messages that it reads.
    related: &'r mut Vec<Related>,
}

impl Run<'_> {
    fn checker(&mut self) -> Checker<'_> {
        let sent = self.header.verzonden_op;
        let context = Context { sent: Some(dutch_date(&sent)), sent_at: Some(sent), header: true };
        let most = Options::default().limits.findings;
        Checker::new(Root::Message(self.info.id, true), context, None, self.report, most)
    }

    fn as_first(&mut self, text: Option<&str>, role: Option<Role>) {
        let Some(text) = text else { return };
        let mut sent = self
            .history
            .messages()
            .iter()
            .filter(|earlier| role.is_none_or(|role| earlier.info().from.iter().all(|from| *from == role)));
        let first = sent.find_map(|earlier| Some((earlier, self.text_of(earlier)?(earlier.any())?)));
        let Some((earlier, first)) = first else { return };
        self.related.push(related(earlier, self.fact.rule.at));
        let rule = self.fact.rule;
        self.checker().rule(rule, |_| Some(first == text));
    }

    /// How the text that this rule is about is read from an earlier message, which has the same rule.
    fn text_of(&self, earlier: &Earlier) -> Option<TextOf> {
        let same = super::of(earlier.info()).find(|fact| fact.rule.id == self.fact.rule.id)?;
        match &same.check {
            Check::AsFirst { text, .. } => Some(*text),
            Check::Names { .. } | Check::Cases(_) => None,
        }
    }

    fn names(&mut self, text: Option<&str>, messages: &[&MessageInfo]) {
        let Some(text) = text else { return };
        let named = self.history.messages().iter().any(|earlier| {
            earlier.reference() == text && messages.iter().any(|message| same_kind(message, earlier.info()))
        });
        let rule = self.fact.rule;
        self.checker().rule(rule, |_| Some(named));
    }

    fn cases(&mut self, cases: &[Case], message: &dyn Any) {
        let answers = self.header.antwoord_op.as_ref().map(|named| named.as_str());
        let find = |binding| meant(binding, self.history, self.info, answers);
        let all: Vec<Meant<'_>> = self.fact.with.iter().map(find).collect();
        if all.iter().any(|meant| matches!(meant, Meant::OtherRelease)) {
            return self.report.skip(self.fact.rule, Reason::OtherRelease);
        }
        let absent = |(binding, meant): (&super::Binding, &Meant<'_>)| binding.needed && matches!(meant, Meant::Absent);
        if self.fact.with.iter().zip(&all).any(absent) {
            return;
        }
        // An absent message fits any kind: the function asks whether it is there.
        let fits = |(of, meant): (&Option<usize>, &Meant<'_>)| match meant {
            Meant::Message(_, index) => *of == Some(*index),
            Meant::Absent | Meant::OtherRelease => true,
        };
        let Some(case) = cases.iter().find(|case| case.of.iter().zip(&all).all(fits)) else { return };
        for (binding, meant) in self.fact.with.iter().zip(&all) {
            if let Meant::Message(earlier, _) = meant {
                let reads = binding.reads.iter().map(|&read| related(earlier, read));
                self.related.extend(reads);
                if binding.reads.is_empty() {
                    self.related.push(related(earlier, &[]));
                }
            }
        }
        (case.run)(message, &Found { meant: &all }, &mut self.checker());
    }
}

/// An element of an earlier message.
fn related(earlier: &Earlier, read: RulePath) -> Related {
    let mut path = Path::root(Root::Message(earlier.info().id, true));
    for step in read {
        if let Step::Element(name) = *step {
            path.steps.push(PathStep { name: name.into(), json: name.into(), item: None });
        }
    }
    locate::json_names(&mut path, earlier.info().shape);
    Related { path, place: None, earlier: Some(earlier.reference().to_owned()) }
}
