//! The header of an answer out of a file. The file says which conversation and message it answers; who takes part stands in
//! the header of that question, and the rest is the sender's to say.

use chrono::{DateTime, FixedOffset};

use super::check::Conversation;
use crate::bericht::v2_0::Berichtheader;
use crate::value::SimpleValue;

/// What neither the file nor the question says.
#[derive(Debug, Clone, Copy)]
pub struct Sending<'a> {
    /// The role of the sender, `SE`.
    pub role: &'a str,
    /// The Referentienummer of the answer.
    pub reference: &'a str,
    /// When it is sent.
    pub at: DateTime<FixedOffset>,
}

impl Conversation {
    /// Whether a header is that of the question of this conversation.
    #[must_use]
    pub fn answers_to(&self, question: &Berichtheader) -> bool {
        question.conversatie_referentienummer.to_string().eq_ignore_ascii_case(self.reference())
            && question.referentienummer.as_str() == self.answers()
    }

    /// The header of the answer. `None` when there is no answer, the header is that of another question, or a text does not fit.
    #[must_use]
    pub fn header(&self, question: &Berichtheader, sending: &Sending<'_>) -> Option<Berichtheader> {
        let info = self.message()?.info();
        if !self.answers_to(question) {
            return None;
        }
        Some(Berichtheader {
            bericht: info.id.parse().ok()?,
            afzender: question.ontvanger,
            afzender_naam: None,
            afzender_type: SimpleValue::parse(sending.role)?,
            ontvanger: question.afzender,
            referentienummer: sending.reference.parse().ok().filter(|_| sending.reference.chars().count() <= 50)?,
            antwoord_op: Some(question.referentienummer.clone()),
            verzonden_op: sending.at,
            toestemmingsverklaring: None,
            beschikking_bewind: None,
            ..question.clone()
        })
    }
}
