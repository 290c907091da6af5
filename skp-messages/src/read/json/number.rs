//! Where a JSON number ends.
//!
//! Checks the grammar only. It must not turn a number into a value: an amount would lose cents in a float.

use crate::read::{Expect, Problem, ReadError};

/// The byte after the number that begins at `at` with a minus sign or a digit.
pub(super) fn end(bytes: &[u8], mut at: usize) -> Result<usize, ReadError> {
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    if bytes.get(at) == Some(&b'0') {
        at += 1;
        // A leading zero: said here, for what follows would only be called out of place.
        if bytes.get(at).is_some_and(u8::is_ascii_digit) {
            return Err(ReadError::form(at, Problem::Expected(Expect::Number)));
        }
    } else {
        at = digits(bytes, at)?;
    }
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        at += 1;
        if let Some(b'+' | b'-') = bytes.get(at) {
            at += 1;
        }
        at = digits(bytes, at)?;
    }
    Ok(at)
}

/// The byte after the digits at `at`, of which there must be one.
fn digits(bytes: &[u8], at: usize) -> Result<usize, ReadError> {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len()) {
        0 if rest.is_empty() => Err(ReadError::form(at, Problem::Truncated)),
        0 => Err(ReadError::form(at, Problem::Expected(Expect::Number))),
        length => Ok(at + length),
    }
}
