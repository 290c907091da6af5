//! Taking simple values out of the bytes.
//!
//! What is accepted here `check::simple` finds nothing wrong with; it is asked itself wherever it is not plain that it
//! would not. Nothing here knows a format.

use chrono::{Datelike, NaiveDate};

use crate::check::simple::{self as careful, Issue};
use crate::shape::{Element, Kind, Pattern, SimpleType, Type};
use crate::value::lexical;

/// A day of ten characters that its type and row allow, with what follows.
pub(super) fn day<'a>(bytes: &'a [u8], element: &Element) -> Option<(NaiveDate, &'a [u8])> {
    let simple = plain(element)?;
    let (text, rest) = bytes.split_first_chunk::<10>()?;
    let day = lexical::day(text)?;
    limits(simple, element, 1).contains(&i64::from(day.year())).then_some((day, rest))
}

/// An amount or a percentage that its type and row allow, in hundredths, with what follows.
pub(super) fn hundredths<'a>(bytes: &'a [u8], element: &Element) -> Option<(u64, &'a [u8])> {
    let simple = plain(element)?;
    let (value, rest) = decimal(bytes)?;
    limits(simple, element, 100).contains(&value).then_some((value.unsigned_abs(), rest))
}

/// A whole number that its type and row allow, with what follows.
pub(super) fn whole<'a>(bytes: &'a [u8], element: &Element) -> Option<(i64, &'a [u8])> {
    let simple = plain(element)?;
    let (value, rest) = digits(bytes)?;
    limits(simple, element, 1).contains(&value).then_some((value, rest))
}

/// `true` or `false`, with what follows.
pub(super) fn truth<'a>(bytes: &'a [u8], element: &Element) -> Option<(bool, &'a [u8])> {
    plain(element)?;
    match bytes {
        [b't', b'r', b'u', b'e', rest @ ..] => Some((true, rest)),
        [b'f', b'a', b'l', b's', b'e', rest @ ..] => Some((false, rest)),
        _ => None,
    }
}

/// The bytes of a whole number, or of a code that is written as one.
pub(super) fn length_of_whole(bytes: &[u8]) -> Option<usize> {
    digits(bytes).map(|(_, rest)| bytes.len() - rest.len())
}

/// The type of an element whose values have no pattern to keep to.
#[inline]
fn plain(element: &Element) -> Option<&'static SimpleType> {
    match element.ty {
        Type::Simple(simple) if simple.pattern.is_none() && element.pattern.is_none() => Some(simple),
        _ => None,
    }
}

/// What the row and the type allow; a row gives whole euros or percents, a type hundredths.
#[inline]
fn limits(simple: &SimpleType, element: &Element, unit: i64) -> std::ops::RangeInclusive<i64> {
    let limit = |own: Option<u32>, of_type: i64| own.map_or(of_type, |limit| i64::from(limit) * unit);
    limit(element.low, simple.low)..=limit(element.high, simple.high)
}

/// Digits without leading zeros, at most 15, with what follows.
#[inline]
fn digits(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let (mut value, mut rest) = match bytes.first_chunk::<8>() {
        Some(chunk) => eight(*chunk, bytes)?,
        None => (0, bytes),
    };
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        // Sixteen digits are found to be too many below, and no number of bytes overflows.
        value = value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
        rest = after;
    }
    let length = bytes.len() - rest.len();
    let leading = length > 1 && bytes.first() == Some(&b'0');
    (length > 0 && length <= 15 && !leading).then_some((value, rest))
}

/// The value of the digits that the first eight bytes begin with, with what follows: all of them at once.
#[inline]
fn eight(chunk: [u8; 8], bytes: &[u8]) -> Option<(i64, &[u8])> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(chunk) ^ (ONES * 0x30);
    // The highest bit of each byte that is no digit: more than nine, with or without carry from below the first such.
    let others = ((word.wrapping_add(ONES * 0x76)) | word) & (ONES * 0x80);
    let length = others.trailing_zeros() / 8;
    // The digits move up, with zeros before them, and are added up in twos, fours and eights.
    let word = word.unbounded_shl(64 - 8 * length);
    let twos = (word * 10 + (word >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (twos * 100 + (twos >> 16)) & 0x0000_ffff_0000_ffff;
    let value = (fours * 10_000 + (fours >> 32)) & 0xffff_ffff;
    Some((i64::try_from(value).ok()?, bytes.get(length as usize..)?))
}

/// A whole number with at most two decimals, in hundredths, with what follows.
#[inline]
fn decimal(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let (value, rest) = digits(bytes)?;
    match rest {
        [b'.', tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] => {
            Some((value * 100 + i64::from(tens - b'0') * 10 + i64::from(ones - b'0'), rest))
        }
        [b'.', tens @ b'0'..=b'9', rest @ ..] => Some((value * 100 + i64::from(tens - b'0') * 10, rest)),
        [b'.', ..] => None,
        _ => Some((value * 100, rest)),
    }
}

/// Whether nothing is wrong with a whole text. `is_plain` says that it is printable ASCII, `is_xml` that white space may
/// have to be collapsed before it is right.
#[inline]
pub(super) fn is_right(text: &str, is_plain: bool, is_xml: bool, element: &Element) -> bool {
    match element.ty {
        Type::Simple(simple) if simple.kind == Kind::Text && is_plain => {
            let length = i64::try_from(text.len()).unwrap_or(i64::MAX);
            let trimmed = !text.starts_with(' ') && !text.ends_with(' ');
            let right = length > 0 && trimmed && limits(simple, element, 1).contains(&length);
            right && ((simple.pattern.is_none() && element.pattern.is_none()) || is_formed(text, simple, element))
        }
        // A code that is not in a closed list is no value of its type.
        Type::Code(list) if list.closed && !list.integer => !text.is_empty(),
        _ => is_unusual_right(text, is_xml, element),
    }
}

/// Whether a text of printable ASCII is as the patterns of its type and row want it.
#[inline(never)]
fn is_formed(text: &str, simple: &SimpleType, element: &Element) -> bool {
    let matches = |pattern: Option<&Pattern>| pattern.is_none_or(|pattern| pattern.matches(text));
    let form = simple.pattern.is_none() || careful::is_collapsed(text);
    matches(simple.pattern) && matches(element.pattern) && form && !careful::begins_wrong(simple, text)
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
pub(super) fn is_collapsed(text: &str) -> bool {
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
