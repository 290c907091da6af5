//! How large a number can become, so that exact arithmetic in a rule never overflows.
//!
//! `rust_decimal` has room for 28 digits and panics beyond them. A rule that could need more is refused.

use super::ast::Op;
use super::lexer::Literal;
use super::ty::Ty;
use super::typed::{Number, Path};

/// The digits that `rust_decimal` has room for.
pub const ROOM: u32 = 28;

/// The digits of the number of items in a list, generously.
const ITEMS: u32 = 7;

/// The most digits a number can have.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// Before the point.
    whole: u32,
    /// Behind the point.
    scale: u32,
}

impl Bound {
    /// All digits.
    pub const fn digits(self) -> u32 {
        self.whole + self.scale
    }

    fn plus(self, other: Self) -> Self {
        Self { whole: self.whole.max(other.whole) + 1, scale: self.scale.max(other.scale) }
    }
}

/// The most digits of a number and of everything it is calculated from.
pub fn bound(number: &Number) -> Bound {
    match number {
        Number::Literal(literal) => of_literal(*literal),
        Number::Path(path) => of_path(path),
        Number::Size(_) | Number::Chars(_) => Bound { whole: 10, scale: 0 },
        Number::Arithmetic(Op::Mul, left, right) => {
            let (left, right) = (bound(left), bound(right));
            Bound { whole: left.whole + right.whole, scale: left.scale + right.scale }
        }
        Number::Arithmetic(_, left, right) | Number::Extreme(_, left, right) => bound(left).plus(bound(right)),
        Number::Sum(parts) => {
            let parts = parts.iter().map(|(_, _, number)| bound(number)).reduce(Bound::plus);
            let Bound { whole, scale } = parts.unwrap_or(Bound { whole: 0, scale: 0 });
            Bound { whole: whole + ITEMS, scale }
        }
    }
}

fn of_literal(literal: Literal) -> Bound {
    let digits = literal.mantissa.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    Bound { whole: digits.saturating_sub(literal.scale).max(1), scale: literal.scale }
}

fn of_path(path: &Path) -> Bound {
    match path.ty {
        Ty::Amount => Bound { whole: 8, scale: 2 },
        Ty::Percentage => Bound { whole: 3, scale: 2 },
        _ => Bound { whole: 10, scale: 0 },
    }
}
