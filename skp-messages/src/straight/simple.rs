//! Taking simple values out of the bytes.
//!
//! What is accepted here `check::simple` finds nothing wrong with; it is asked itself wherever it is not plain that it
//! would not. Nothing here knows a format.

use chrono::{Datelike, NaiveDate};

use super::predicted::{Look, Predicted};
use crate::check::simple::{self as careful, Issue};
use crate::shape::{Element, Kind, SimpleType, Type};
use crate::value::lexical;
use crate::words;

/// A day of ten characters that its type and row allow, with what follows.
#[inline]
pub(super) fn day<'a>(bytes: &'a [u8], row: &Predicted) -> Option<(NaiveDate, &'a [u8])> {
    let (text, rest) = bytes.split_first_chunk::<10>()?;
    let day = lexical::day(text)?;
    is_within(u64::try_from(day.year()).ok()?, row).then_some((day, rest))
}

/// An amount or a percentage that its type and row allow, in hundredths, with what follows.
#[inline]
pub(super) fn hundredths<'a>(bytes: &'a [u8], row: &Predicted) -> Option<(u64, &'a [u8])> {
    let (value, rest) = decimal(bytes)?;
    is_within(value, row).then_some((value, rest))
}

/// A whole number that its type and row allow, with what follows.
#[inline]
pub(super) fn whole<'a>(bytes: &'a [u8], row: &Predicted) -> Option<(i64, &'a [u8])> {
    let (value, rest) = digits(bytes)?;
    is_within(value, row).then_some((value.cast_signed(), rest))
}

/// `true` or `false`, with what follows.
#[inline]
pub(super) fn truth<'a>(bytes: &'a [u8], row: &Predicted) -> Option<(bool, &'a [u8])> {
    match bytes {
        _ if row.look != Look::Limits => None,
        [b't', b'r', b'u', b'e', rest @ ..] => Some((true, rest)),
        [b'f', b'a', b'l', b's', b'e', rest @ ..] => Some((false, rest)),
        _ => None,
    }
}

/// The bytes of a whole number, or of a code that is written as one.
pub(super) fn length_of_whole(bytes: &[u8]) -> Option<usize> {
    digits(bytes).map(|(_, rest)| bytes.len() - rest.len())
}

/// Whether a number is all that its row wants.
#[inline]
fn is_within(number: u64, row: &Predicted) -> bool {
    row.look == Look::Limits && row.allows(number)
}

/// Digits without leading zeros, at most 15, with what follows.
#[inline]
fn digits(bytes: &[u8]) -> Option<(u64, &[u8])> {
    if let Some(chunk) = bytes.first_chunk() {
        let (value, length) = words::digits(*chunk);
        if length < 8 {
            let leading = length > 1 && bytes.first() == Some(&b'0');
            return if length == 0 || leading { None } else { Some((value, bytes.get(length..)?)) };
        }
    }
    many_digits(bytes)
}

/// The same when there are many, or the input ends soon.
#[cold]
#[inline(never)]
fn many_digits(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (mut value, mut rest) = (0_u64, bytes);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        // Sixteen digits are found to be too many below, and no number of bytes overflows.
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
        rest = after;
    }
    let length = bytes.len() - rest.len();
    let leading = length > 1 && bytes.first() == Some(&b'0');
    (length > 0 && length <= 15 && !leading).then_some((value, rest))
}

/// A whole number with at most two decimals, in hundredths, with what follows.
#[inline]
fn decimal(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (value, rest) = digits(bytes)?;
    match rest {
        [b'.', tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] => {
            Some((value * 100 + u64::from(tens - b'0') * 10 + u64::from(ones - b'0'), rest))
        }
        [b'.', tens @ b'0'..=b'9', rest @ ..] => Some((value * 100 + u64::from(tens - b'0') * 10, rest)),
        [b'.', ..] => None,
        _ => Some((value * 100, rest)),
    }
}

/// Whether nothing is wrong with a whole text. `is_plain` says that it is printable ASCII, `is_xml` that white space may
/// have to be collapsed before it is right.
#[inline]
pub(super) fn is_right(text: &str, is_plain: bool, is_xml: bool, row: &Predicted) -> bool {
    match row.look {
        Look::Text if is_plain => careful::is_trimmed(text) && row.allows(length(text)),
        Look::Pattern if is_plain => {
            careful::is_trimmed(text) && row.allows(length(text)) && careful::is_formed(text, row.row)
        }
        // A code that is not in a closed list is no value of its type.
        Look::Code => !text.is_empty(),
        _ => is_unusual_right(text, is_xml, row.row),
    }
}

#[inline]
const fn length(text: &str) -> u64 {
    text.len() as u64
}

#[inline(never)]
fn is_unusual_right(text: &str, is_xml: bool, element: &Element) -> bool {
    let mut right = true;
    match element.ty {
        Type::Simple(simple) => match simple.kind {
            // Their own readers look at all that can be wrong with them.
            Kind::Iban | Kind::DateTime | Kind::Bsn if element.pattern.is_none() => {}
            // Whether it is base64 at all is found out when it is decoded.
            Kind::Base64 if element.pattern.is_none() && simple.pattern.is_none() => right = is_pdf(text.as_bytes()),
            _ if is_xml && may_collapse(simple) && !is_collapsed(text) => right = false,
            _ => careful::inspect(simple, Some(element), text, &mut |_: Issue| right = false),
        },
        Type::Code(list) => careful::inspect_code(list, text, &mut |_: Issue| right = false),
        Type::Composite(_) => right = false,
    }
    right
}

/// Whether white space in a text may have to be collapsed in XML before it is right. A UUID holds none.
fn may_collapse(simple: &SimpleType) -> bool {
    simple.written().collapses() && simple.kind != Kind::Uuid
}

/// Whether a text is as it would be once its white space was collapsed.
fn is_collapsed(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if matches!(byte, b'\n' | b'\t') || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// Whether a text in base64 is that of bytes that begin with `%PDF`.
fn is_pdf(text: &[u8]) -> bool {
    matches!(text, [b'J', b'V', b'B', b'E', b'R', b'g'..=b'v', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_end_where_their_digits_do() {
        assert_eq!(decimal(b"12.34<"), Some((1234, &b"<"[..])));
        assert_eq!(decimal(b"12.3<"), Some((1230, &b"<"[..])));
        assert_eq!(decimal(b"0\""), Some((0, &b"\""[..])));
        assert_eq!(digits(b"70<"), Some((70, &b"<"[..])));
        assert_eq!(digits(b"123456789012345"), Some((123_456_789_012_345, &b""[..])));
        for wrong in ["", "-1<", "01<", "00<", ".5<", "1.<", "1.", "1234567890123456<", "99999999999999999999999<"] {
            assert_eq!(decimal(wrong.as_bytes()), None, "{wrong}");
        }
    }

    #[test]
    fn collapsed_text_has_single_spaces_inside() {
        for text in ["a", "a b", "a b c"] {
            assert!(is_collapsed(text), "{text:?}");
        }
        for text in ["", " ", " a", "a ", "a  b", "a\nb", "a\tb"] {
            assert!(!is_collapsed(text), "{text:?}");
        }
    }

    #[test]
    fn a_pdf_is_told_by_its_first_characters() {
        for (text, is_one) in [("JVBERg==", true), ("JVBERi0xLjc=", true), ("JVBERQ==", false), ("JVBE", false)] {
            assert_eq!(is_pdf(text.as_bytes()), is_one, "{text}");
        }
    }
}
