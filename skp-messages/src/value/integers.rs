//! Whole numbers, booleans and UUIDs.

use uuid::Uuid;

use super::digits::Digits;
use super::{Scalar, SimpleValue, lexical};

impl SimpleValue for u32 {
    fn parse(text: &str) -> Option<Self> {
        lexical::integer(text).ok()?.try_into().ok()
    }

    fn take(scalar: Scalar<'_>) -> Option<Self> {
        match scalar {
            Scalar::Whole(number) => number.try_into().ok(),
            Scalar::Text(text) => Self::parse(text),
            _ => None,
        }
    }

    fn write(&self, out: &mut String) {
        let mut digits = Digits::new();
        digits.put(u64::from(*self), 1);
        digits.push_to(out);
    }

    fn number(&self) -> Option<i64> {
        Some(i64::from(*self))
    }

    fn placeholder() -> Self {
        0
    }
}

impl SimpleValue for i32 {
    fn parse(text: &str) -> Option<Self> {
        lexical::integer(text).ok()?.try_into().ok()
    }

    fn take(scalar: Scalar<'_>) -> Option<Self> {
        match scalar {
            Scalar::Whole(number) => number.try_into().ok(),
            Scalar::Text(text) => Self::parse(text),
            _ => None,
        }
    }

    fn write(&self, out: &mut String) {
        let mut digits = Digits::new();
        digits.put(u64::from(self.unsigned_abs()), 1);
        if *self < 0 {
            digits.put_byte(b'-');
        }
        digits.push_to(out);
    }

    fn number(&self) -> Option<i64> {
        Some(i64::from(*self))
    }

    fn placeholder() -> Self {
        0
    }
}

impl SimpleValue for bool {
    fn parse(text: &str) -> Option<Self> {
        lexical::boolean(text)
    }

    fn take(scalar: Scalar<'_>) -> Option<Self> {
        match scalar {
            Scalar::Truth(truth) => Some(truth),
            Scalar::Text(text) => Self::parse(text),
            _ => None,
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn placeholder() -> Self {
        false
    }
}

impl SimpleValue for Uuid {
    fn parse(text: &str) -> Option<Self> {
        // The crate also reads forms without hyphens or in braces, which the standard does not have.
        if text.len() == 36 { Self::try_parse(text).ok() } else { None }
    }

    fn write(&self, out: &mut String) {
        out.push_str(self.hyphenated().encode_lower(&mut [0; 36]));
    }

    fn placeholder() -> Self {
        Self::nil()
    }
}
