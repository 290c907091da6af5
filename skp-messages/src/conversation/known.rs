//! What is known besides one conversation: the messages of other conversations, and a participant directory.
//!
//! What is not known here says nothing: a rule that finds nothing of its kind is not checked.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;
use uuid::Uuid;

use super::desk::{Desk, Incoming, said};
use crate::check::builtin::KOP_008;
use crate::finding::Reason;
use crate::generated_process::{PROC_011, PROC_031, PROC_032, PROC_035, PROC_036};
use crate::shape::Conversation;

const KREDIETEN: &str = "Saneringskredieten";
const PRO_FORMA: &str = "Pro_Forma_Borgstelling";

/// The marks of creditors (SectorSchuldeiser) and the takeover dates of kredietbanken, by participant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    sectors: BTreeMap<Uuid, String>,
    takeovers: BTreeMap<Uuid, NaiveDate>,
}

impl Directory {
    /// A directory without participants.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives a creditor its mark: `ALGEMEEN`, `NUTS`, `PUBLIEK` or `ZORG`.
    pub fn set_sector(&mut self, creditor: Uuid, mark: impl Into<String>) {
        self.sectors.insert(creditor, mark.into());
    }

    /// Gives a kredietbank its takeover date.
    pub fn set_takeover(&mut self, bank: Uuid, date: NaiveDate) {
        self.takeovers.insert(bank, date);
    }
}

/// What is known from other conversations and from a directory.
#[derive(Default)]
pub struct Known {
    directory: Option<Directory>,
    references: BTreeSet<(Uuid, String)>,
    /// The SignaalIds of each creditor.
    signals: BTreeSet<(Uuid, String)>,
    /// Granted pre-assessments, and whether an application used them.
    granted: BTreeMap<String, bool>,
    /// The Kenmerken that each kredietbank applied with.
    applied: BTreeSet<(Uuid, String)>,
}

impl Known {
    /// Nothing known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With a participant directory.
    #[must_use]
    pub fn with_directory(self, directory: Directory) -> Self {
        Self { directory: Some(directory), ..self }
    }

    /// Checks a message against what is known, and notes that its Referentienummer is used.
    pub(super) fn check(&mut self, desk: &mut Desk<'_, '_>, table: Option<&'static Conversation>) {
        let header = desk.incoming.header;
        let new = self.references.insert((header.afzender, header.referentienummer.as_str().to_owned()));
        let unused = || said("een Referentienummer dat nog niet gebruikt is", "a Referentienummer not used before");
        desk.header(&KOP_008, new, "Referentienummer", unused);
        self.sector(desk, table);
        self.application(desk);
        self.credits(desk);
    }

    /// Notes what cannot be checked when nothing is known.
    pub(super) fn unknown(desk: &mut Desk<'_, '_>, table: Option<&'static Conversation>) {
        desk.skip(&KOP_008, Reason::NoHistory);
        Self::default().sector(desk, table);
        let incoming = desk.incoming;
        if is_application(incoming) {
            desk.skip(&PROC_031, Reason::NoHistory);
        }
        Self::default().application_rest(desk);
        Self::default().credits(desk);
    }

    /// PROC-011.
    fn sector(&self, desk: &mut Desk<'_, '_>, table: Option<&'static Conversation>) {
        let incoming = desk.incoming;
        let rows = table.map_or(&[][..], |table| table.sectors);
        let Some(row) = rows.iter().find(|row| row.messages.iter().any(|info| std::ptr::eq(*info, incoming.info)))
        else {
            return;
        };
        let mark = self.directory.as_ref().and_then(|directory| directory.sectors.get(&incoming.header.ontvanger));
        let Some(mark) = mark else { return desk.skip(&PROC_011, Reason::NoDirectory) };
        desk.header(&PROC_011, row.marks.contains(&mark.as_str()), "Bericht", || {
            let forms = rows.iter().filter(|row| row.marks.contains(&mark.as_str())).flat_map(|row| row.messages);
            let forms: Vec<&str> = forms.map(|info| info.id).collect();
            let forms = forms.join(", ");
            said(format!("voor een schuldeiser met {mark}: {forms}"), format!("for a creditor with {mark}: {forms}"))
        });
    }

    /// PROC-031, PROC-032 and PROC-036, on an application.
    fn application(&self, desk: &mut Desk<'_, '_>) {
        let incoming = desk.incoming;
        if is_application(incoming)
            && let Some(read) = incoming.body.text("Kenmerk")
        {
            let new = !self.applied.contains(&(incoming.header.afzender, read.text.clone()));
            desk.body(&PROC_031, new, "Kenmerk", read, || {
                said("een Kenmerk dat nog niet gebruikt is", "a Kenmerk not used before")
            });
        }
        self.application_rest(desk);
    }

    fn application_rest(&self, desk: &mut Desk<'_, '_>) {
        let incoming = desk.incoming;
        if !is_application(incoming) {
            return;
        }
        match incoming.body.text(PRO_FORMA) {
            Some(_) if self.granted.is_empty() => desk.skip(&PROC_032, Reason::NoHistory),
            Some(read) => {
                let free = self.granted.get(&read.text) == Some(&false);
                desk.body(&PROC_032, free, PRO_FORMA, read, || {
                    said(
                        "een toegekende voorbeoordeling die nog niet is gebruikt",
                        "a granted pre-assessment that was not used yet",
                    )
                });
            }
            None => {}
        }
        let paid = incoming.body.text("Datum_Uitbetaald").filter(|_| incoming.info.id == "AanvraagOvername");
        if let Some(read) = paid {
            let bank = &incoming.header.afzender;
            let takeover = self.directory.as_ref().and_then(|directory| directory.takeovers.get(bank));
            match (takeover, read.text.parse::<NaiveDate>()) {
                (Some(takeover), Ok(date)) => {
                    desk.body(&PROC_036, date >= *takeover, "Datum_Uitbetaald", read, || {
                        said(format!("niet vóór {takeover}"), format!("not before {takeover}"))
                    });
                }
                _ => desk.skip(&PROC_036, Reason::NoDirectory),
            }
        }
    }

    /// PROC-035.
    fn credits(&self, desk: &mut Desk<'_, '_>) {
        let incoming = desk.incoming;
        let bank = incoming.header.afzender;
        let any = self.applied.iter().any(|(of, _)| *of == bank);
        for read in incoming.body.items(KREDIETEN, "Kenmerk") {
            if any {
                let known = self.applied.contains(&(bank, read.text.clone()));
                desk.item(&PROC_035, known, Some(KREDIETEN), "Kenmerk", read, || {
                    said("het Kenmerk van een eerdere aanvraag", "the Kenmerk of an earlier application")
                });
            } else {
                desk.skip(&PROC_035, Reason::NoHistory);
            }
        }
    }

    /// Whether the SignaalId of a message is that of a Vroegsignaal of the same creditor.
    pub(super) fn has_signal(&self, incoming: &Incoming<'_>) -> bool {
        let Some(read) = incoming.body.text("SignaalId") else { return false };
        let sides = [incoming.header.afzender, incoming.header.ontvanger];
        sides.into_iter().any(|side| self.signals.contains(&(side, read.text.clone())))
    }

    /// Takes an accepted message in.
    pub(super) fn learn(&mut self, incoming: &Incoming<'_>) {
        let sender = incoming.header.afzender;
        let read = |name| incoming.body.text(name).map(|read| read.text);
        match incoming.info.id {
            "Vroegsignaal" => self.signals.extend(read("SignaalId").map(|id| (sender, id))),
            "Gebeurtenis" => {
                if let Some(id) = read(PRO_FORMA) {
                    self.granted.entry(id).or_insert(false);
                }
            }
            _ if is_application(incoming) => {
                self.applied.extend(read("Kenmerk").map(|kenmerk| (sender, kenmerk)));
                if let Some(used) = read(PRO_FORMA).and_then(|id| self.granted.get_mut(&id)) {
                    *used = true;
                }
            }
            _ => {}
        }
    }
}

fn is_application(incoming: &Incoming<'_>) -> bool {
    matches!(incoming.info.id, "AanvraagBorgstelling" | "AanvraagOvername")
}

/// Without what the messages hold.
impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known").field("messages", &self.references.len()).finish_non_exhaustive()
    }
}
