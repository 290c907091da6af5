//! Percentages.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::lexical::hundredths;
use super::{MASK, SimpleValue, Source, ValueError, digits};
use crate::check::builtin;
use crate::finding::Expected;

/// A percentage, 0 to 100 with at most two decimals; 12.5 means 12.5 %.
///
/// ```
/// use skp_messages::Percentage;
/// let deel: Percentage = "12.50".parse()?;
/// assert_eq!(deel.to_string(), "12.5");
/// assert!("100.01".parse::<Percentage>().is_err());
/// # Ok::<(), skp_messages::ValueError>(())
/// ```
///
/// Provenance: the type is published (wiki-regeling-geaccordeerd-2.0), its limits are proposed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Percentage(u16);

impl Percentage {
    /// 100 %.
    pub const HUNDRED: Self = Self(10_000);

    /// The percentage of this many hundredths of a percent, `None` above 100 %.
    #[must_use]
    pub const fn from_hundredths(hundredths: u16) -> Option<Self> {
        if hundredths <= Self::HUNDRED.0 { Some(Self(hundredths)) } else { None }
    }

    /// The percentage in hundredths of a percent.
    #[must_use]
    pub const fn hundredths(self) -> u16 {
        self.0
    }

    /// The percentage as an exact decimal, 12.5 for 12.5 %.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(i64::from(self.0), 2)
    }

    fn of(hundredths: u64) -> Option<Self> {
        u16::try_from(hundredths).ok().and_then(Self::from_hundredths)
    }
}

impl TryFrom<Decimal> for Percentage {
    type Error = ValueError;

    /// Takes a percentage that has at most two decimals; nothing is rounded.
    fn try_from(percent: Decimal) -> Result<Self, ValueError> {
        percent.normalize().to_string().parse()
    }
}

impl FromStr for Percentage {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let value = hundredths(text).map_err(builtin::number_rule);
        let value = value.and_then(|value| Self::of(value).ok_or(&builtin::VAL_003));
        value.map_err(|rule| ValueError::new(rule, Expected::Percentage { low: 0, high: 10_000 }))
    }
}

crate::adapters::text!(Percentage);

impl SimpleValue for Percentage {
    fn parse(text: &str) -> Option<Self> {
        hundredths(text).ok().and_then(Self::of)
    }

    fn take<S: Source>(&mut self, source: &mut S) -> Option<()> {
        *self = Self::of(source.hundredths()?)?;
        Some(())
    }

    fn write(&self, out: &mut String) {
        let (whole, rest) = (u64::from(self.0 / 100), u64::from(self.0 % 100));
        digits::number(out, whole);
        if rest > 0 {
            out.push('.');
        }
        if rest % 10 > 0 {
            digits::pair(out, rest);
        } else if rest > 0 {
            digits::single(out, rest / 10);
        }
    }

    fn number(&self) -> Option<i64> {
        Some(i64::from(self.0))
    }

    fn placeholder() -> Self {
        Self(0)
    }
}

impl fmt::Display for Percentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl fmt::Debug for Percentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Percentage({MASK})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailing_zeros_are_not_written() {
        for (hundredths, text) in [(0, "0"), (5, "0.05"), (50, "0.5"), (1250, "12.5"), (1234, "12.34"), (10_000, "100")]
        {
            assert_eq!(Percentage(hundredths).to_string(), text);
            assert_eq!(crate::codec::text_of(&Percentage(hundredths)), text);
        }
    }
}
