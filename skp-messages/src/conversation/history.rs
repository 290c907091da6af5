//! The messages that a conversation has had so far.

use std::any::Any;
use std::fmt;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

use crate::api::AnyMessage;
use crate::bericht::v2_0::Berichtheader;
use crate::codec::Composite;
use crate::shape::MessageInfo;
use crate::tree::Tree;

/// The messages of one conversation, oldest first.
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

    /// The message.
    #[allow(dead_code)]
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
