//! The rules on one message against the messages before it, apart from the order of messages.

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

use super::History;
use super::content::Elements;
use super::desk::{Desk, Incoming, said};
use super::last_day;
use crate::check::builtin::{KOP_002, KOP_003, KOP_004, KOP_007};
use crate::dutch_date;
use crate::finding::{Expected, Reason};
use crate::generated_process::{PROC_001, PROC_002, PROC_004, PROC_006, PROC_007, PROC_010, PROC_020, PROC_037, RULES};
use crate::shape::{Conversation, Participant, Release};

/// One of the two participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Party {
    pub(super) id: Uuid,
    /// Its role, once it has sent something.
    pub(super) role: Option<String>,
}

/// What a conversation keeps for these rules.
#[derive(Debug)]
pub(super) struct Memory {
    pub(super) reference: Uuid,
    pub(super) starter: Party,
    pub(super) other: Party,
    pub(super) release: &'static Release,
    pub(super) module: &'static str,
    pub(super) history: History,
}

/// The row of the sender among the participants.
fn participant<'t>(table: &'t Conversation, incoming: &Incoming<'_>) -> Option<&'t Participant> {
    table.participants.iter().find(|row| incoming.is_by(&[row.role]))
}

/// PROC-001 and KOP-007 on a first message.
pub(super) fn start(desk: &mut Desk<'_, '_>, table: &'static Conversation) {
    let incoming = desk.incoming;
    let may = participant(table, incoming).is_some_and(|row| row.starts);
    let starters = || table.participants.iter().filter(|row| row.starts).map(|row| row.role.to_owned()).collect();
    desk.header(&PROC_001, may, "AfzenderType", || Expected::OneOf(starters()));
    let none = || said("geen AntwoordOp in een eerste bericht", "no AntwoordOp in a first message");
    desk.header(&KOP_007, incoming.header.antwoord_op.is_none(), "AntwoordOp", none);
}

/// KOP-002, KOP-003, KOP-004 and KOP-007: who sends, with which document, in answer to what.
pub(super) fn sender(desk: &mut Desk<'_, '_>, table: &'static Conversation, first: bool) {
    let incoming = desk.incoming;
    let (info, header) = (incoming.info, incoming.header);
    let roles = || Expected::OneOf(info.from.iter().map(|&role| role.to_owned()).collect());
    desk.header(&KOP_002, incoming.is_by(info.from), "AfzenderType", roles);
    let document =
        || said("het document, als bijlage bij het eerste bericht", "the document, attached to the first message");
    let row = participant(table, incoming).filter(|row| first || row.every);
    match row.and_then(|row| row.consent) {
        Some("Toestemmingsverklaring") => {
            desk.header(&KOP_003, header.toestemmingsverklaring.is_some(), "Toestemmingsverklaring", document);
        }
        Some("BeschikkingBewind") => {
            desk.header(&KOP_004, header.beschikking_bewind.is_some(), "BeschikkingBewind", document);
        }
        _ => {}
    }
    if info.answers && !first {
        let named = || {
            said(
                "het Referentienummer van het bericht waarop dit een antwoord is",
                "the Referentienummer of the message that this answers",
            )
        };
        desk.header(&KOP_007, header.antwoord_op.is_some(), "AntwoordOp", named);
    }
}

/// PROC-006.
pub(super) fn confirmed(desk: &mut Desk<'_, '_>, when: Option<DateTime<FixedOffset>>) {
    let days = RULES.iter().find(|row| row.rule == &PROC_006).and_then(|row| row.days);
    let due = days.and_then(|days| last_day(dutch_date(&desk.incoming.header.verzonden_op), days));
    match (when, due) {
        (Some(when), Some(due)) => {
            let expected = || {
                said(
                    format!("opgehaald en bevestigd uiterlijk {due}"),
                    format!("collected and confirmed on {due} at the latest"),
                )
            };
            desk.header(&PROC_006, dutch_date(&when) <= due, "VerzondenOp", expected);
        }
        _ => desk.skip(&PROC_006, Reason::NoReceipt),
    }
}

impl Memory {
    /// PROC-002 and PROC-004: the message is one of this conversation.
    pub(super) fn belongs(&self, desk: &mut Desk<'_, '_>) {
        let incoming = desk.incoming;
        let (info, header) = (incoming.info, incoming.header);
        let (starter, other) = (&self.starter, &self.other);
        let expected = |what: &'static str| {
            move || said(format!("{what} van het eerste bericht"), format!("{what} of the first message"))
        };
        if header.conversatie_referentienummer != self.reference {
            let name = "ConversatieReferentienummer";
            return desk.header(&PROC_002, false, name, expected(name));
        }
        if info.module.id != self.module {
            return desk.header(&PROC_002, false, "Module", || Expected::OneOf(vec![self.module.to_owned()]));
        }
        let pair = [header.afzender, header.ontvanger];
        let ours = pair == [starter.id, other.id] || pair == [other.id, starter.id];
        let stranger = if [starter.id, other.id].contains(&header.afzender) { "Ontvanger" } else { "Afzender" };
        desk.header(&PROC_002, ours, stranger, || {
            said("een van de twee deelnemers van de conversatie", "one of the two participants of the conversation")
        });
        let sender = if header.afzender == starter.id { starter } else { other };
        if let Some(role) = sender.role.as_deref().filter(|_| ours) {
            // A kredietbank and an SHV2 are the same participant in two modules, not in one conversation.
            let same = role == incoming.role();
            desk.header(&PROC_002, same, "AfzenderType", || Expected::OneOf(vec![role.to_owned()]));
        }
        let same = std::ptr::eq(info.release, self.release);
        desk.header(&PROC_004, same, "Release", || Expected::OneOf(vec![self.release.number.to_owned()]));
    }

    /// PROC-007 and PROC-010: what the message names was sent by the other side.
    pub(super) fn names(&self, desk: &mut Desk<'_, '_>) {
        let incoming = desk.incoming;
        let by_starter = incoming.header.afzender == self.starter.id;
        let known = |reference: &str| {
            let mut earlier = self.history.messages().iter();
            earlier.any(|earlier| earlier.by_starter() != by_starter && earlier.reference() == reference)
        };
        let expected = || {
            said(
                "het Referentienummer van een bericht dat de andere deelnemer in deze conversatie verstuurde",
                "the Referentienummer of a message that the other participant sent in this conversation",
            )
        };
        if let Some(named) = &incoming.header.antwoord_op {
            desk.header(&PROC_007, known(named.as_str()), "AntwoordOp", expected);
        }
        if let Some(read) = incoming.body.text("ReferentienummerFout") {
            desk.body(&PROC_010, known(&read.text), "ReferentienummerFout", read, expected);
        }
    }

    /// PROC-037: the SignaalId is that of a Vroegsignaal of the creditor. `known` says whether it is one of those that
    /// are known, in any conversation.
    pub(super) fn signal(&self, desk: &mut Desk<'_, '_>, known: Option<bool>) {
        const NAME: &str = "SignaalId";
        let Some(read) = desk.incoming.body.text(NAME) else { return };
        let own = self.history.messages().iter().any(|earlier| {
            let elements = Elements::new(earlier.tree(), earlier.info().shape);
            elements.text(NAME).is_some_and(|before| before.text == read.text)
        });
        match known {
            None if !own => desk.skip(&PROC_037, Reason::NoHistory),
            _ => desk.body(&PROC_037, own || known == Some(true), NAME, read, || {
                said("het SignaalId van een eerder Vroegsignaal", "the SignaalId of an earlier Vroegsignaal")
            }),
        }
    }

    /// PROC-020: one Heroverweging on a proposal.
    pub(super) fn reconsidered(&self, desk: &mut Desk<'_, '_>) {
        const NAME: &str = "ReferentienummerBetaalvoorstel";
        let incoming = desk.incoming;
        if incoming.info.id != "Heroverweging" {
            return;
        }
        let Some(read) = incoming.body.text(NAME) else { return };
        let again =
            self.history.messages().iter().filter(|earlier| earlier.info().id == incoming.info.id).any(|earlier| {
                let elements = Elements::new(earlier.tree(), earlier.info().shape);
                elements.text(NAME).is_some_and(|before| before.text == read.text)
            });
        desk.body(&PROC_020, !again, NAME, read, || {
            said("één Heroverweging per Betaalvoorstel", "one Heroverweging on a Betaalvoorstel")
        });
    }

    /// Keeps what later rules need of an accepted message.
    pub(super) fn learn(&mut self, incoming: &Incoming<'_>) {
        let by_starter = incoming.header.afzender == self.starter.id;
        let side = if by_starter { &mut self.starter } else { &mut self.other };
        side.role.get_or_insert_with(|| incoming.role().to_owned());
    }
}
