//! A conversation: its state, and what each message does to it.

use std::fmt;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

use super::checks::{self, Memory, Party};
use super::deadlines::Deadlines;
use super::desk::{Desk, Incoming, said};
use super::{Deadline, Follow, History, Next, Receipt, facts};
use crate::Received;
use crate::api::AnyMessage;
use crate::bericht::v2_0::Berichtheader;
use crate::check::builtin;
use crate::codec::Composite;
use crate::dutch_date;
use crate::finding::{Expected, Finding, Path, PathStep, Reason, Report, Root};
use crate::generated::{CONVERSATIONS, MESSAGES};
use crate::generated_process::{PROC_003, PROC_005, PROC_037};
use crate::shape::{self, MessageInfo, Rule, Severity, State, Transition};

/// A conversation between two participants: one client, one creditor, one module.
///
/// It takes messages that are valid on their own. A message with an error against the conversation leaves it as it
/// was; a warning (a late answer, for one) does not stop a message.
pub struct Conversation {
    table: &'static shape::Conversation,
    state: &'static State,
    memory: Memory,
    deadlines: Deadlines,
}

impl Conversation {
    /// Begins a conversation with its first message, which is the one that the header names.
    ///
    /// # Errors
    /// The report, when the message cannot start a conversation or breaks a rule.
    pub fn start<'k, T: Composite + Clone>(
        header: &Berichtheader,
        message: &T,
        receipt: impl Into<Receipt<'k>>,
    ) -> Result<(Self, Next), Report> {
        Self::begin(of_type::<T>(header)?, header, Box::new(message.clone()), receipt.into())
    }

    /// Begins a conversation with a message that was read, as [`Conversation::start`] does.
    ///
    /// # Errors
    /// The report, as above, and when the message came without a header.
    pub fn start_received<'k>(received: Received, receipt: impl Into<Receipt<'k>>) -> Result<(Self, Next), Report> {
        match received.into_parts() {
            (info, Some(header), message) => Self::begin(info, &header, message, receipt.into()),
            _ => Err(without_header()),
        }
    }

    /// Takes the next message in.
    ///
    /// # Errors
    /// The report, when the message breaks a rule; the conversation is then as it was.
    pub fn apply<'k, T: Composite + Clone>(
        &mut self,
        header: &Berichtheader,
        message: &T,
        receipt: impl Into<Receipt<'k>>,
    ) -> Result<Next, Report> {
        self.advance(of_type::<T>(header)?, header, Box::new(message.clone()), receipt.into())
    }

    /// Takes a message in that was read, as [`Conversation::apply`] does.
    ///
    /// # Errors
    /// The report, as above, and when the message came without a header.
    pub fn apply_received<'k>(&mut self, received: Received, receipt: impl Into<Receipt<'k>>) -> Result<Next, Report> {
        match received.into_parts() {
            (info, Some(header), message) => self.advance(info, &header, message, receipt.into()),
            _ => Err(without_header()),
        }
    }

    /// The state it is in.
    #[must_use]
    pub const fn state(&self) -> &'static State {
        self.state
    }

    /// The rules it goes by: those of the release of its first message.
    #[must_use]
    pub const fn table(&self) -> &'static shape::Conversation {
        self.table
    }

    /// Its ConversatieReferentienummer.
    #[must_use]
    pub const fn reference(&self) -> Uuid {
        self.memory.reference
    }

    /// The accepted messages, oldest first.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.memory.history
    }

    /// What may be sent now.
    #[must_use]
    pub fn may_follow(&self) -> Vec<Follow> {
        let here = self.table.transitions.iter().filter(|transition| transition.from.contains(&self.state.name));
        let follow = |transition: &'static Transition| {
            transition.messages.iter().map(|&message| Follow {
                message,
                by: transition.by,
                when: transition.when.as_ref().map(|condition| condition.cel),
                to: transition.to,
                due: self.deadlines.due(message),
            })
        };
        here.flat_map(follow).collect()
    }

    /// The questions that have a deadline and no answer yet, oldest first.
    #[must_use]
    pub fn deadlines(&self) -> Vec<Deadline> {
        self.deadlines.list()
    }

    /// The deadlines that have passed at this moment.
    #[must_use]
    pub fn overdue(&self, now: DateTime<FixedOffset>) -> Vec<Deadline> {
        let today = dutch_date(&now);
        self.deadlines().into_iter().filter(|deadline| deadline.due < today).collect()
    }

    /// What there is to say of an open deadline at a moment (`PROC-005`), about its question: a finding when it has
    /// passed; that it was not checked when the moment is not given.
    #[must_use]
    pub fn deadline_report(deadline: &Deadline, now: Option<DateTime<FixedOffset>>) -> Report {
        let mut report = Report { message: Some(deadline.question), ..Report::default() };
        let Some(now) = now else {
            report.skip(&PROC_005, Reason::NoClock);
            return report;
        };
        report.counts.rules = 1;
        let due = deadline.due;
        if due < dutch_date(&now) {
            let mut path = Path::root(Root::Header);
            path.steps.push(PathStep { name: "VerzondenOp".into(), json: "verzondenOp".into(), item: None });
            let answers: Vec<&str> = deadline.answers.iter().map(|answer| answer.id).collect();
            let answers = answers.join(", ");
            let expected = said(format!("{answers} uiterlijk {due}"), format!("{answers} on {due} at the latest"));
            report.add(Finding::new(&PROC_005, path).expect(expected), usize::MAX);
        }
        report
    }

    /// What there is to say of a message whose conversation has no right beginning: its order is not checked.
    #[must_use]
    pub fn unconnected(received: &Received) -> Report {
        let mut report = Report { message: Some(received.info()), ..Report::default() };
        report.skip(&PROC_003, Reason::NoHistory);
        report
    }

    fn begin(
        info: &'static MessageInfo,
        header: &Berichtheader,
        message: Box<dyn AnyMessage>,
        mut receipt: Receipt<'_>,
    ) -> Result<(Self, Next), Report> {
        let incoming = Incoming::new(info, header, &*message);
        let mut desk = Desk::new(&incoming);
        let table = table(info);
        checks::confirmed(&mut desk, receipt.when);
        known(&mut desk, &mut receipt, table);
        let mut taken = None;
        if let Some(table) = table {
            checks::start(&mut desk, table);
            checks::sender(&mut desk, table, true);
            // Who may not start at all need not hear that this message is no first one.
            if !desk.report.has_errors() {
                taken = choose(&mut desk, table, None, None);
            }
        }
        let state = taken.zip(table).and_then(|(transition, table)| table.state(transition.to?));
        let (Some(table), Some(transition), Some(state)) = (table, taken, state) else {
            return Err(refused(desk));
        };
        if desk.report.has_errors() {
            return Err(refused(desk));
        }
        let party = |id| Party { id, role: None };
        let memory = Memory {
            reference: header.conversatie_referentienummer,
            starter: party(header.afzender),
            other: party(header.ontvanger),
            release: info.release,
            module: info.module.id,
            history: History::new(),
        };
        let mut conversation = Self { table, state, memory, deadlines: Deadlines::default() };
        let report = conversation.accept(desk, transition, &mut receipt);
        conversation.memory.history.add(info, header, message);
        let next = conversation.next(report);
        Ok((conversation, next))
    }

    fn advance(
        &mut self,
        info: &'static MessageInfo,
        header: &Berichtheader,
        message: Box<dyn AnyMessage>,
        mut receipt: Receipt<'_>,
    ) -> Result<Next, Report> {
        let incoming = Incoming::new(info, header, &*message);
        let mut desk = Desk::new(&incoming);
        checks::confirmed(&mut desk, receipt.when);
        self.memory.belongs(&mut desk);
        // Against a message of another conversation nothing else says anything.
        let table = table(info).filter(|_| !desk.report.has_errors());
        known(&mut desk, &mut receipt, table);
        let mut taken = None;
        if let Some(table) = table {
            checks::sender(&mut desk, table, false);
            let signal = receipt.known.as_deref().map(|known| known.has_signal(&incoming));
            self.memory.names(&mut desk);
            self.memory.signal(&mut desk, signal);
            self.memory.reconsidered(&mut desk);
            // Who never sends this message need not hear that the moment is wrong as well.
            if incoming.is_by(info.from) {
                taken = choose(&mut desk, table, Some(self.state), Some(&self.memory.history));
            }
            facts::check(&self.memory.history, info, header, message.as_any(), &mut desk.report);
            one_finding(&mut desk.report);
        }
        match taken {
            Some(transition) if !desk.report.has_errors() => {
                let report = self.accept(desk, transition, &mut receipt);
                self.memory.history.add(info, header, message);
                Ok(self.next(report))
            }
            _ => Err(refused(desk)),
        }
    }

    /// Takes an accepted message in.
    fn accept(&mut self, mut desk: Desk<'_, '_>, transition: &'static Transition, receipt: &mut Receipt<'_>) -> Report {
        let incoming = desk.incoming;
        let table = table(incoming.info).unwrap_or(self.table);
        if let Some(state) = transition.to.and_then(|to| table.state(to)) {
            self.state = state;
        }
        let told = |rule: &Rule| desk.report.findings().iter().any(|finding| finding.rule() == rule);
        if let Some(rule) = transition.finding.filter(|rule| !told(rule)) {
            desk.header(rule, false, "Bericht", || Expected::Said {
                nl: "let op".to_owned(),
                en: "take note".to_owned(),
            });
        }
        self.deadlines.take(&mut desk, table, transition, self.state.name);
        self.memory.learn(incoming);
        if let Some(known) = receipt.known.as_deref_mut() {
            known.learn(incoming);
        }
        refused(desk)
    }

    fn next(&self, report: Report) -> Next {
        Next { state: self.state, may_follow: self.may_follow(), deadlines: self.deadlines(), report }
    }
}

/// Leaves out what is told by a more telling finding: another SignaalId than before (PROC-008) that nobody has sent.
fn one_finding(report: &mut Report) {
    if report.findings.iter().any(|finding| finding.rule() == &PROC_037) {
        report.findings.retain(|finding| finding.id() != "PROC-008");
        report.errors = report.findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
    }
}

/// What other conversations and the directory say of a message.
fn known(desk: &mut Desk<'_, '_>, receipt: &mut Receipt<'_>, table: Option<&'static shape::Conversation>) {
    match receipt.known.as_deref_mut() {
        Some(known) => known.check(desk, table),
        None => super::Known::unknown(desk, table),
    }
}

/// The report of a message, with its findings in a fixed order.
fn refused(desk: Desk<'_, '_>) -> Report {
    let mut report = desk.report;
    report.finish(None, crate::Limits::default().findings);
    report
}

/// The conversation of the release of a message.
fn table(info: &MessageInfo) -> Option<&'static shape::Conversation> {
    CONVERSATIONS.iter().copied().find(|table| std::ptr::eq(table.release, info.release))
}

/// The transition that a message takes; none, and a finding, when it may not be sent now.
fn choose(
    desk: &mut Desk<'_, '_>,
    table: &'static shape::Conversation,
    state: Option<&'static State>,
    history: Option<&History>,
) -> Option<&'static Transition> {
    let incoming = desk.incoming;
    let sent = |transition: &&&Transition| transition.messages.iter().any(|info| std::ptr::eq(*info, incoming.info));
    let here = |transition: &Transition| match state {
        None => transition.first,
        Some(state) => transition.from.contains(&state.name),
    };
    let all: Vec<&'static Transition> = table.transitions.iter().collect();
    let of_message: Vec<&'static Transition> = all.iter().filter(sent).copied().collect();
    let now: Vec<&'static Transition> = of_message.iter().copied().filter(|transition| here(transition)).collect();
    let by: Vec<&'static Transition> = now.iter().copied().filter(|transition| incoming.is_by(transition.by)).collect();
    let says = |transition: &Transition| {
        let condition = transition.when.as_ref();
        condition.is_none_or(|condition| (condition.holds)(incoming.message.as_any()) == Some(true))
    };
    let same = |transition: &Transition| {
        let before = history.and_then(|history| {
            let forms = |info: &MessageInfo| transition.messages.iter().any(|form| form.id == info.id);
            history.messages().iter().rev().find(|earlier| forms(earlier.info()))
        });
        !transition.same || before.is_none_or(|before| before.info().id == incoming.info.id)
    };
    let said_so: Vec<&'static Transition> = by.iter().copied().filter(|transition| says(transition)).collect();
    let taken = said_so.iter().copied().find(|transition| same(transition));
    let rule: &'static Rule = of_message.iter().find_map(|transition| transition.otherwise).unwrap_or(&PROC_003);
    let wrong_role = !now.is_empty() && by.is_empty();
    let field = if wrong_role { "AfzenderType" } else { "Bericht" };
    desk.header(rule, taken.is_some(), field, || {
        if wrong_role {
            let mut roles: Vec<String> =
                now.iter().flat_map(|transition| transition.by).map(|&role| role.into()).collect();
            roles.dedup();
            return Expected::OneOf(roles);
        }
        if !by.is_empty() && said_so.is_empty() {
            let conditions: Vec<&str> =
                by.iter().filter_map(|transition| transition.when.as_ref()).map(|condition| condition.cel).collect();
            let (nl, en) = (conditions.join(" of "), conditions.join(" or "));
            return said(format!("met {nl}"), format!("with {en}"));
        }
        if !said_so.is_empty() {
            return said("dezelfde vorm als het vorige verzoek", "the same form as the request before");
        }
        let mut allowed: Vec<&str> = Vec::new();
        for transition in all.iter().filter(|transition| here(transition)) {
            let ids = transition.messages.iter().map(|info| info.id);
            allowed.extend(ids.filter(|id| !allowed.contains(id)).collect::<Vec<_>>());
        }
        let name = state.map_or(crate::conversation::START, |state| state.name);
        match allowed.as_slice() {
            [] => said(format!("geen bericht meer na {name}"), format!("no message after {name}")),
            allowed => {
                let allowed = allowed.join(", ");
                said(format!("in toestand {name}: {allowed}"), format!("in state {name}: {allowed}"))
            }
        }
    });
    taken
}

/// The message that a header names, when it is of this type.
fn of_type<T: Composite>(header: &Berichtheader) -> Result<&'static MessageInfo, Report> {
    let (module, release) = (header.module.as_str(), header.release.as_str());
    let named = MESSAGES
        .iter()
        .copied()
        .find(|info| info.module.id == module && info.release.number == release && info.id == header.bericht.as_str());
    named.filter(|info| std::ptr::eq(info.shape, T::SHAPE)).ok_or_else(|| {
        let mut path = Path::root(Root::Header);
        path.steps.push(PathStep { name: "Bericht".into(), json: "bericht".into(), item: None });
        alone(Finding::new(&builtin::KOP_011, path))
    })
}

fn without_header() -> Report {
    alone(Finding::new(&builtin::DEF_002, Path::root(Root::Header)))
}

fn alone(finding: Finding) -> Report {
    let mut report = Report::default();
    report.add(finding, usize::MAX);
    report
}

/// Without what the messages hold.
impl fmt::Debug for Conversation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Conversation")
            .field("module", &self.table.module.id)
            .field("state", &self.state.name)
            .field("messages", &self.memory.history.messages().len())
            .finish_non_exhaustive()
    }
}
