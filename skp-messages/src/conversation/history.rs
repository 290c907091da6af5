//! The messages that a conversation has had so far.

use std::any::Any;
use std::fmt;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

use super::facts;
use crate::Received;
use crate::api::AnyMessage;
use crate::bericht::v2_0::Berichtheader;
use crate::check::{builtin, check_with_header, named_by};
use crate::codec::Composite;
use crate::finding::{Finding, Path, PathStep, Report, Root};
use crate::shape::MessageInfo;
use crate::tree::Tree;

/// The messages of one conversation, oldest first.
///
/// It keeps what it is given, in that order, and checks facts that must agree between messages: that an agreed amount
/// is the proposed one, that a final payout names the claims that were agreed. It does not check who may send what
/// when.
///
/// ```
/// use skp_messages::conversation::History;
///
/// let first = skp_messages::read(br#"{
///   "header": {
///     "module": "schuldregeling", "release": "2.0", "bericht": "Statusverzoek",
///     "afzender": "8d3a1c52-4f6e-4b7a-9a41-2f7c5d9e0b13", "afzenderType": "SE",
///     "ontvanger": "1f0e6b7c-93d2-4a58-8c35-7be2a4d1f960",
///     "conversatieReferentienummer": "5b2f9e41-7c8d-4e3a-b6f0-9a1d2c3e4f50",
///     "referentienummer": "SE-1", "verzondenOp": "2026-03-02T09:15:00+01:00"
///   },
///   "inhoud": { "klantnummerSHV": "SHV-1" }
/// }"#)?;
/// let mut history = History::new();
/// history.push_received(first)?;
/// assert_eq!(history.messages()[0].reference(), "SE-1");
/// # Ok::<(), skp_messages::Report>(())
/// ```
#[derive(Debug, Default)]
pub struct History {
    messages: Vec<Earlier>,
    starter: Option<Uuid>,
}

/// A message of a [`History`].
pub struct Earlier {
    info: &'static MessageInfo,
    reference: String,
    by_starter: bool,
    sent: DateTime<FixedOffset>,
    message: Box<dyn AnyMessage>,
}

impl History {
    /// A history without messages.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The messages, oldest first.
    #[must_use]
    pub fn messages(&self) -> &[Earlier] {
        &self.messages
    }

    /// Adds a message that was sent or received after those that are here.
    ///
    /// # Errors
    /// The report, when the message is not valid with this header; it is not added then.
    pub fn push<T: Composite + Clone>(&mut self, header: &Berichtheader, message: &T) -> Result<(), Report> {
        let info = of_type::<T>(header)?;
        check_with_header(message, info, header)?;
        self.add(info, header, Box::new(message.clone()));
        Ok(())
    }

    /// Adds a message that was read after those that are here.
    ///
    /// # Errors
    /// A report that says that the header is missing, when the message came without one; it is not added then.
    pub fn push_received(&mut self, received: Received) -> Result<(), Report> {
        match received.into_parts() {
            (info, Some(header), message) => {
                self.add(info, &header, message);
                Ok(())
            }
            (_, None, _) => Err(wrong_header(Finding::new(&builtin::DEF_002, Path::root(Root::Header)))),
        }
    }

    /// Adds a message that is known to be valid.
    pub(crate) fn add(&mut self, info: &'static MessageInfo, header: &Berichtheader, message: Box<dyn AnyMessage>) {
        let starter = *self.starter.get_or_insert(header.afzender);
        self.messages.push(Earlier {
            info,
            reference: header.referentienummer.as_str().to_owned(),
            by_starter: header.afzender == starter,
            sent: header.verzonden_op,
            message,
        });
    }

    /// Checks the facts of a valid message that must agree with the messages that are here; it is not added.
    ///
    /// The report has only rules on conversations. Rules that do not apply, because there is no earlier message of
    /// the kind that they read, are left out of its counts; those that meet a message of another release are listed
    /// as not checked.
    #[must_use]
    pub fn check<T: Composite>(&self, header: &Berichtheader, message: &T) -> Report {
        match of_type::<T>(header) {
            Ok(info) => self.check_any(info, header, message),
            Err(report) => report,
        }
    }

    /// Checks a message that was read as [`History::check`] does; it is not added.
    ///
    /// Without its header it gives a report that says that the header is missing.
    #[must_use]
    pub fn check_received(&self, received: &Received) -> Report {
        match received.header() {
            Some(header) => self.check_any(received.info(), header, received.message()),
            None => wrong_header(Finding::new(&builtin::DEF_002, Path::root(Root::Header))),
        }
    }

    fn check_any(&self, info: &'static MessageInfo, header: &Berichtheader, message: &dyn Any) -> Report {
        let mut report = Report { message: Some(info), ..Report::default() };
        report.counts.messages = 1;
        facts::check(self, info, header, message, &mut report);
        report.finish(None, crate::Options::default().limits.findings);
        report
    }
}

impl Earlier {
    /// Which message it is.
    #[must_use]
    pub const fn info(&self) -> &'static MessageInfo {
        self.info
    }

    /// Its Referentienummer.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// Whether it was sent by the one who started the conversation.
    #[must_use]
    pub const fn by_starter(&self) -> bool {
        self.by_starter
    }

    /// When it was sent: its VerzondenOp.
    #[must_use]
    pub const fn sent(&self) -> DateTime<FixedOffset> {
        self.sent
    }

    /// The message, when it is of this type.
    #[must_use]
    pub fn get<T: Composite>(&self) -> Option<&T> {
        self.any().downcast_ref()
    }

    /// The tree that its JSON would be read into.
    pub(super) fn tree(&self) -> Tree<'static> {
        self.message.tree()
    }

    /// The text of an element of the message itself.
    #[cfg(feature = "sample")]
    pub(crate) fn text_of(&self, name: &str) -> Option<String> {
        super::content::Elements::new(self.tree(), self.info.shape).text(name).map(|read| read.text)
    }

    /// The message.
    pub(super) fn any(&self) -> &dyn Any {
        self.message.as_any()
    }
}

impl fmt::Debug for Earlier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Earlier")
            .field("message", &self.info.bericht)
            .field("reference", &self.reference)
            .field("by_starter", &self.by_starter)
            .field("sent", &self.sent)
            .finish_non_exhaustive()
    }
}

/// The message that a header names, when it is of this type.
fn of_type<T: Composite>(header: &Berichtheader) -> Result<&'static MessageInfo, Report> {
    named_by(header).filter(|info| std::ptr::eq(info.shape, T::SHAPE)).ok_or_else(|| {
        let mut path = Path::root(Root::Header);
        path.steps.push(PathStep { name: "Bericht".into(), json: "bericht".into(), item: None });
        wrong_header(Finding::new(&builtin::KOP_011, path))
    })
}

fn wrong_header(finding: Finding) -> Report {
    let mut report = Report::default();
    report.add(finding, usize::MAX);
    report
}
