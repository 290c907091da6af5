//! How the rules on conversations are broken: one row for each check of the runtime, with its one small change. A rule
//! without a row is broken by its expression.

use chrono::{Days, NaiveDate, TimeDelta};
use uuid::Uuid;

use super::super::dice::Dice;
use super::super::node::{MESSAGE, Scalar};
use super::super::value;
use super::broken::{Given, Participant};
use super::draft::Draft;
use super::facts::place;
use super::story::{Choice, Pin, Sent, Story, starts_from};
use crate::shape::{Conversation, MessageInfo, Role, Transition};

/// How a rule is broken.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) rule: &'static str,
    pub(super) way: Way,
    /// In which messages.
    pub(super) message: fn(&MessageInfo, &Conversation) -> bool,
    /// A message that comes before, for a rule that would else be broken together with another.
    pub(super) after: Option<&'static str>,
    /// What messages before it must say.
    pub(super) pins: &'static [Pin],
    /// What is changed before the message is made.
    pub(super) change: fn(&mut Draft, &Story, &mut Dice) -> Option<()>,
    /// What has to be known besides the messages.
    pub(super) given: fn(&Sent, &Story, &mut Dice) -> Option<Given>,
}

/// Where in a conversation a rule is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// In the first message.
    First,
    /// In a first message of one who may not start.
    Starter,
    /// In a later message.
    Next,
    /// In a message in which the search can break the rule of this id.
    Search(&'static str),
    /// By a step whose finding tells of it.
    Finding,
    /// By a message that may not be sent in this state.
    Moment,
}

const fn plain(rule: &'static str, way: Way) -> Row {
    Row {
        rule,
        way,
        message: |_, _| true,
        after: None,
        pins: &[],
        change: |_, _, _| Some(()),
        given: |_, _, _| Some(Given::default()),
    }
}

const SA_WITHOUT_INLEG: &[Pin] =
    &[("Betaalvoorstel", "TypeSchuldregeling", Some("SA")), ("Betaalvoorstel", "EenmaligeInleg", None)];
/// Only these can be followed by the messages after an agreement.
const SB: &[Pin] = &[("Betaalvoorstel", "TypeSchuldregeling", Some("SB"))];

const ROWS: &[Row] = &[
    Row { change: same_reference, ..plain("KOP-008", Way::Next) },
    plain("PROC-001", Way::Starter),
    Row { change: stranger, ..plain("PROC-002", Way::Next) },
    plain("PROC-003", Way::Moment),
    Row { message: |info, _| other_release(info).is_some(), change: in_other_release, ..plain("PROC-004", Way::Next) },
    Row { message: answers_in_time, change: late, ..plain("PROC-005", Way::Next) },
    Row { given: collected, ..plain("PROC-006", Way::First) },
    Row { change: unknown_question, ..plain("PROC-007", Way::Next) },
    plain("PROC-010", Way::Search("PROC-010")),
    Row { message: of_sector, given: sector, ..plain("PROC-011", Way::First) },
    plain("PROC-016", Way::Finding),
    Row { message: |info, _| info.id == "Heroverweging", ..plain("PROC-020", Way::Search("PROC-020")) },
    plain("PROC-030", Way::Finding),
    plain("PROC-031", Way::Finding),
    plain("PROC-032", Way::Search("PROC-032")),
    plain("PROC-034", Way::Moment),
    plain("PROC-035", Way::Search("PROC-035")),
    Row { message: |info, _| info.id == "AanvraagOvername", given: takeover, ..plain("PROC-036", Way::First) },
    // A SignaalId that is not the first one is one that nobody sent.
    Row { message: |info, _| place(info, "SignaalId").is_ok(), ..plain("PROC-037", Way::Search("PROC-008")) },
    Row { after: Some("Betaalvoorstel"), pins: SB, ..plain("PROC-024a", Way::Search("PROC-024a")) },
    Row { after: Some("Betaalvoorstel"), pins: SB, ..plain("PROC-025a", Way::Search("PROC-025a")) },
    Row { after: Some("Betaalvoorstel"), pins: SB, ..plain("PROC-025b", Way::Search("PROC-025b")) },
    Row { after: Some("Betaalvoorstel"), pins: SB, ..plain("PROC-026", Way::Search("PROC-026")) },
    Row { after: Some("Betaalvoorstel"), pins: SB, ..plain("PROC-027", Way::Search("PROC-027")) },
    // A later proposal must have made the amounts others than those of the first.
    Row { after: Some("Heroverweging"), pins: SA_WITHOUT_INLEG, ..plain("PROC-038", Way::Search("PROC-038")) },
];

/// How a rule is broken: by its row, else by its expression.
pub(super) fn row(rule: &'static str) -> Row {
    ROWS.iter().copied().find(|row| row.rule == rule).unwrap_or(plain(rule, Way::Search(rule)))
}

/// The element that a check of the runtime reads, where the search can break it.
pub(super) fn element_of(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "PROC-010" => "ReferentienummerFout",
        "PROC-020" => "ReferentienummerBetaalvoorstel",
        "PROC-032" => "Pro_Forma_Borgstelling",
        "PROC-035" => "Saneringskredieten",
        _ => return None,
    })
}

/// Roles that may send something but not start.
pub(super) fn non_starters(table: &'static Conversation) -> Vec<Role> {
    let silent = |role: &Role| !wrong(table, role).is_empty();
    table.participants.iter().filter(|row| !row.starts).map(|row| row.role).filter(silent).collect()
}

fn wrong(table: &'static Conversation, role: &str) -> Vec<(&'static Transition, &'static MessageInfo)> {
    let all = table.transitions.iter().filter(|one| one.by.contains(&role));
    let messages = all.flat_map(|one| one.messages.iter().map(move |&info| (one, info)));
    messages.filter(|(_, info)| !info.answers && info.from.contains(&role)).collect()
}

/// First messages of one who may not start.
pub(super) fn wrong_starts(story: &Story) -> Vec<Choice> {
    let all = wrong(story.table, story.role(0)).into_iter();
    all.map(|(transition, info)| Choice { info, side: 0, transition }).collect()
}

/// Steps that cannot be taken in a state, so that this rule is broken.
pub(super) fn misplaced(table: &'static Conversation, state: &str, rule: &str) -> Vec<&'static Transition> {
    let sent_here = |info: &&'static MessageInfo| {
        let here = table.transitions.iter().filter(|one| starts_from(one, state));
        here.flat_map(|one| one.messages).any(|other| std::ptr::eq(*other, *info))
    };
    let breaks = |one: &&'static Transition| {
        one.otherwise.map_or("PROC-003", |rule| rule.id) == rule && !one.anywhere && !one.messages.iter().any(sent_here)
    };
    table.transitions.iter().filter(breaks).collect()
}

/// The message in another release of its module, with the same table or not.
fn other_release(info: &MessageInfo) -> Option<&'static MessageInfo> {
    let same = |other: &&'static MessageInfo| {
        crate::conversation::facts::same_kind(other, info) && !std::ptr::eq(other.release, info.release)
    };
    crate::catalogue::messages().iter().copied().find(same)
}

fn in_other_release(draft: &mut Draft, _: &Story, _: &mut Dice) -> Option<()> {
    draft.info = other_release(draft.info)?;
    Some(())
}

/// The Referentienummer of an earlier message of the same sender.
fn same_reference(draft: &mut Draft, story: &Story, _: &mut Dice) -> Option<()> {
    draft.reference = story.sent.iter().find(|sent| sent.side == draft.side)?.reference.clone();
    Some(())
}

fn stranger(draft: &mut Draft, _: &Story, dice: &mut Dice) -> Option<()> {
    draft.stranger = Some(value::uuid(dice));
    Some(())
}

fn unknown_question(draft: &mut Draft, story: &Story, _: &mut Dice) -> Option<()> {
    draft.answers = Some(format!("{}-onbekend", story.role(1 - draft.side)));
    Some(())
}

fn answers_in_time(info: &MessageInfo, table: &Conversation) -> bool {
    let with_days = table.answers.iter().filter(|row| row.days.is_some());
    with_days.flat_map(|row| row.answers).any(|answer| std::ptr::eq(*answer, info))
}

/// An answer after its last day.
fn late(draft: &mut Draft, story: &Story, dice: &mut Dice) -> Option<()> {
    let open = story.thread.as_ref()?.deadlines();
    let deadline = open.iter().find(|deadline| Some(&deadline.reference) == draft.answers.as_ref())?;
    let asked = story.sent.iter().find(|sent| sent.reference == deadline.reference)?.when;
    let days = (deadline.due - crate::dutch_date(&asked)).num_days() + dice.range(1, 10);
    draft.sent = asked.checked_add_signed(TimeDelta::days(days + 1))?;
    Some(())
}

/// Collected long after it was sent.
fn collected(sent: &Sent, _: &Story, dice: &mut Dice) -> Option<Given> {
    let moment = sent.when.checked_add_signed(TimeDelta::days(dice.range(20, 40)))?;
    Some(Given { collected: Some(moment), ..Given::default() })
}

fn of_sector(info: &MessageInfo, table: &Conversation) -> bool {
    table.sectors.iter().flat_map(|row| row.messages).any(|one| std::ptr::eq(*one, info))
}

/// A creditor of another sector than the message is for.
fn sector(sent: &Sent, story: &Story, dice: &mut Dice) -> Option<Given> {
    let rows = story.table.sectors;
    let own = rows.iter().find(|row| row.messages.iter().any(|one| std::ptr::eq(*one, sent.info())))?;
    let others: Vec<&'static str> =
        rows.iter().flat_map(|row| row.marks).copied().filter(|mark| !own.marks.contains(mark)).collect();
    let id = story.parties.get(1 - sent.side)?.id.parse::<Uuid>().ok()?;
    participant(Participant { id, sector: Some(dice.pick(&others)?), takeover: None })
}

/// A takeover after the credit was paid out.
fn takeover(sent: &Sent, story: &Story, dice: &mut Dice) -> Option<Given> {
    let element = place(sent.info(), "Datum_Uitbetaald").ok()?;
    let Scalar::Date(paid) = sent.document.scalar(&[MESSAGE, element])? else { return None };
    let takeover: NaiveDate = paid.checked_add_days(Days::new(dice.range(1, 60).unsigned_abs()))?;
    let id = story.parties.get(sent.side)?.id.parse::<Uuid>().ok()?;
    participant(Participant { id, sector: None, takeover: Some(takeover) })
}

fn participant(one: Participant) -> Option<Given> {
    Some(Given { participants: vec![one], ..Given::default() })
}
