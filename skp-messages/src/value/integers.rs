//! Whole numbers, booleans and UUIDs.

use uuid::Uuid;

use super::{SimpleValue, Source, digits, lexical};
impl SimpleValue for u32 {
    fn parse(text: &str) -> Option<Self> {
        lexical::integer(text).ok()?.try_into().ok()
    }

    fn take<S: Source>(&mut self, source: &mut S) -> Option<()> {
        *self = source.whole()?.try_into().ok()?;
        Some(())
    }

    fn write(&self, out: &mut String) {
        digits::number(out, u64::from(*self));
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

    fn take<S: Source>(&mut self, source: &mut S) -> Option<()> {
        *self = source.whole()?.try_into().ok()?;
        Some(())
    }

    fn write(&self, out: &mut String) {
        if *self < 0 {
            out.push('-');
        }
        digits::number(out, u64::from(self.unsigned_abs()));
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

    fn take<S: Source>(&mut self, source: &mut S) -> Option<()> {
        *self = source.truth()?;
        Some(())
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
