//! Simple types: a restricted text, number or date.

use super::{Pattern, Privacy};

/// A simple type of the standard with its own limits.
#[derive(Debug)]
pub struct SimpleType {
    /// The name as the standard writes it, for example `Bedrag`.
    pub name: &'static str,
    /// How its text is read.
    pub kind: Kind,
    /// The shortest text in code points, or the lowest number.
    pub low: i64,
    /// The longest text in code points, or the highest number; of an amount and a percentage in hundredths.
    pub high: i64,
    /// The pattern of the whole text.
    pub pattern: Option<&'static Pattern>,
    /// How private a value is where the element does not say otherwise.
    pub privacy: Privacy,
    /// Where the type stands: `published`, `derived` or `proposed`, with its source.
    pub source: &'static str,
}

impl SimpleType {
    /// How a value is written: a text that the type gives a pattern is written as a code is, without white space
    /// around it.
    pub(crate) const fn written(&self) -> Kind {
        match (self.kind, self.pattern) {
            // A UUID is written as every other text of a fixed form is.
            (Kind::Text, Some(_)) => Kind::Uuid,
            (kind, _) => kind,
        }
    }
}

/// How the text of a simple type is read; each kind has one reader in `check::simple`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Text of several lines.
    Lines,
    /// A day, `2026-03-02`.
    Date,
    /// A moment with its offset, `2026-03-02T09:15:00+01:00`.
    DateTime,
    /// Euro with at most two decimals.
    Amount,
    /// 0 to 100 with at most two decimals.
    Percentage,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A UUID that is not nil.
    Uuid,
    /// A burgerservicenummer: nine digits that pass the 11-test.
    Bsn,
    /// An ISO 13616 account number.
    Iban,
    /// A Dutch postcode.
    Postcode,
    /// Base64 of a document.
    Base64,
    /// An absolute https address.
    Uri,
}

impl Kind {
    /// Whether white space around the value means nothing in XML. Only free text keeps it.
    #[must_use]
    pub const fn collapses(self) -> bool {
        !matches!(self, Self::Text | Self::Lines)
    }
}
