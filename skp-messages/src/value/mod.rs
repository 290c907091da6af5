//! The domain types of elements, and how each is read from and written as text.
//!
//! A simple value has one text form that every format shares; a format only decides how that text is
//! wrapped. Nothing here knows a format. `Debug` of a value of a person never shows it.

mod amount;
mod base64;
mod bsn;
pub(crate) mod characters;
mod dates;
mod digits;
mod dutch_time;
mod error;
mod iban;
mod integers;
mod kept;
pub(crate) mod lexical;
mod percentage;
mod source;
mod text;

pub use self::amount::Bedrag;
pub use self::base64::Base64;
pub use self::bsn::Bsn;
pub use self::dutch_time::dutch_date;
pub use self::error::ValueError;
pub use self::iban::Iban;
pub(crate) use self::kept::Text;
pub use self::percentage::Percentage;
#[doc(hidden)]
pub use self::source::Source;
pub(crate) use self::text::text_type;

/// A value of one element without parts.
pub trait SimpleValue: Sized {
    /// Reads a text that the checks found right. Gives `None` for one that they would not.
    fn parse(text: &str) -> Option<Self>;

    /// Takes the value that a straight decoder went to, over a stand-in. Gives `None` when another kind of value stands
    /// there.
    #[doc(hidden)]
    fn take<S: Source>(&mut self, source: &mut S) -> Option<()> {
        *self = Self::parse(source.text()?)?;
        Some(())
    }

    /// Appends the canonical text.
    fn write(&self, out: &mut String);

    /// What the limits of the type bound: of an amount and a percentage the hundredths, of a day the year, of a whole
    /// number the number. Nothing of other types.
    #[doc(hidden)]
    fn number(&self) -> Option<i64> {
        None
    }

    /// The text itself, of types that keep it as it is written.
    #[doc(hidden)]
    fn text(&self) -> Option<&str> {
        None
    }

    /// Some value of the type, to stand in for one that is missing or wrong while the rules that do not
    /// read it run. It never leaves the crate.
    #[doc(hidden)]
    fn placeholder() -> Self;
}

/// Stands for a masked value wherever one would be shown.
pub(crate) const MASK: &str = "•••";
