//! Amounts in euro.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::lexical::hundredths;
use super::{MASK, SimpleValue, Source, ValueError, digits};
use crate::check::builtin;
use crate::finding::Expected;

/// An amount in euro, 0.00 to 99,999,999.99, exact to the cent.
///
/// ```
/// use skp_messages::Bedrag;
/// let bedrag: Bedrag = "1264.7".parse()?;
/// assert_eq!(bedrag.cents(), 126_470);
/// assert_eq!(bedrag.to_string(), "1264.70");
/// assert!("1264,70".parse::<Bedrag>().is_err());
/// # Ok::<(), skp_messages::ValueError>(())
/// ```
///
/// Provenance: the type is published (wiki-regeling-geaccordeerd-2.0), its limits are proposed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Bedrag(u64);

impl Bedrag {
    /// 0.00.
    pub const ZERO: Self = Self(0);
    /// 99,999,999.99.
    pub const MAX: Self = Self(9_999_999_999);

    /// The amount of this many cents, `None` above [`Bedrag::MAX`].
    #[must_use]
    pub const fn from_cents(cents: u64) -> Option<Self> {
        if cents <= Self::MAX.0 { Some(Self(cents)) } else { None }
    }

    /// The amount in cents.
    #[must_use]
    pub const fn cents(self) -> u64 {
        self.0
    }

    /// The amount in euro as an exact decimal.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        // No amount has more than ten digits.
        Decimal::new(self.0.cast_signed(), 2)
    }
}

impl TryFrom<Decimal> for Bedrag {
    type Error = ValueError;

    /// Takes an amount that has at most two decimals; nothing is rounded.
    fn try_from(euro: Decimal) -> Result<Self, ValueError> {
        euro.normalize().to_string().parse()
    }
}

impl FromStr for Bedrag {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let cents = hundredths(text).map_err(builtin::number_rule);
        let cents = cents.and_then(|cents| Self::from_cents(cents).ok_or(&builtin::VAL_003));
        cents.map_err(|rule| ValueError::new(rule, Expected::Amount { low: 0, high: Self::MAX.0 }))
    }
}

crate::adapters::text!(Bedrag);

impl SimpleValue for Bedrag {
    fn parse(text: &str) -> Option<Self> {
        hundredths(text).ok().and_then(Self::from_cents)
    }

    fn take<S: Source>(&mut self, source: &mut S) -> Option<()> {
        *self = Self::from_cents(source.hundredths()?)?;
        Some(())
    }

    fn write(&self, out: &mut String) {
        digits::number(out, self.0 / 100);
        out.push('.');
        digits::pair(out, self.0 % 100);
    }

    fn number(&self) -> Option<i64> {
        i64::try_from(self.0).ok()
    }

    fn placeholder() -> Self {
        Self::ZERO
    }
}

impl fmt::Display for Bedrag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl fmt::Debug for Bedrag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bedrag({MASK})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_never_rounded() {
        assert_eq!(Bedrag::try_from(Decimal::new(12_500, 3)), Ok(Bedrag(1250)));
        assert!(Bedrag::try_from(Decimal::new(12_501, 3)).is_err());
        assert!(Bedrag::try_from(Decimal::new(-1, 0)).is_err());
        assert_eq!(Bedrag(1).to_decimal(), Decimal::new(1, 2));
    }

    #[test]
    fn an_amount_is_written_as_it_is_shown() {
        for cents in [0, 5, 50, 99, 100, 126_470, 9_999_999_999] {
            assert_eq!(crate::codec::text_of(&Bedrag(cents)), Bedrag(cents).to_string());
        }
    }

    #[test]
    fn debug_is_masked() {
        assert_eq!(format!("{:?}", Bedrag(126_470)), "Bedrag(•••)");
    }
}
