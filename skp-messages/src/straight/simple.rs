//! Taking simple values out of the bytes.
//!
//! What is accepted here `check::simple` finds nothing wrong with; it is asked itself wherever it is not plain that it
//! would not. Nothing here knows a format.

use chrono::Datelike;

use crate::check::simple::{self as careful, Issue};
use crate::shape::{Element, Kind, SimpleType, Type};
use crate::value::{Iban, Scalar, SimpleValue, lexical};

/// Reads a value of a kind that has a form of its own, where it stands: gives it and the byte after it.
///
/// `None` when there is none, and for every other kind: then the text must be judged.
#[inline]
pub(super) fn in_place<'a>(text: &'a str, at: usize, element: &Element) -> Option<(Scalar<'a>, usize)> {
    let Type::Simple(simple) = element.ty else { return None };
    if element.pattern.is_some() {
        return None;
    }
    match simple.kind {
        Kind::Date if simple.pattern.is_none() => {
            let end = at + 10;
            let day = lexical::date(text.get(at..end)?)?;
            limits(simple, element, 1).contains(&i64::from(day.year())).then_some((Scalar::Day(day), end))
        }
        Kind::Amount | Kind::Percentage if simple.pattern.is_none() => {
            let (value, end) = hundredths(text.as_bytes(), at)?;
            limits(simple, element, 100).contains(&value).then_some((Scalar::Hundredths(value.unsigned_abs()), end))
        }
        Kind::Integer if simple.pattern.is_none() => {
            let (value, end) = whole(text.as_bytes(), at)?;
            limits(simple, element, 1).contains(&value).then_some((Scalar::Whole(value), end))
        }
        Kind::Boolean if simple.pattern.is_none() => {
            let rest = text.as_bytes().get(at..)?;
            match rest {
                [b't', b'r', b'u', b'e', ..] => Some((Scalar::Truth(true), at + 4)),
                [b'f', b'a', b'l', b's', b'e', ..] => Some((Scalar::Truth(false), at + 5)),
                _ => None,
            }
        }
        Kind::Bsn => {
            let end = at + 9;
            let digits = text.get(at..end)?;
            lexical::eleven_test(digits).then_some((Scalar::Text(digits), end))
        }
        _ => None,
    }
}

/// Reads a code that is written as a whole number without quotes: gives it and the byte after it.
pub(super) fn bare_code<'a>(text: &'a str, at: usize, element: &Element) -> Option<(Scalar<'a>, usize)> {
    let (_, end) = whole(text.as_bytes(), at)?;
    Some((judge(text.get(at..end)?, true, element)?, end))
}

/// What the row and the type allow; a row gives whole euros or percents, a type hundredths.
fn limits(simple: &SimpleType, element: &Element, unit: i64) -> std::ops::RangeInclusive<i64> {
    let limit = |own: Option<u32>, of_type: i64| own.map_or(of_type, |limit| i64::from(limit) * unit);
    limit(element.low, simple.low)..=limit(element.high, simple.high)
}

/// Digits without leading zeros, at most 15, with the byte after them.
fn whole(bytes: &[u8], at: usize) -> Option<(i64, usize)> {
    let rest = bytes.get(at..)?;
    let mut value = 0_i64;
    let mut length = 0;
    for byte in rest {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            break;
        }
        length += 1;
        if length > 15 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    let leading = length > 1 && rest.first() == Some(&b'0');
    (length > 0 && !leading).then_some((value, at + length))
}

/// A whole number with at most two decimals, in hundredths, with the byte after it.
fn hundredths(bytes: &[u8], at: usize) -> Option<(i64, usize)> {
    let (value, end) = whole(bytes, at)?;
    let rest = bytes.get(end..)?;
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i64::from(byte - b'0'));
    match *rest {
        [b'.', tens, ones, ..] => {
            let tens = digit(tens)?;
            match digit(ones) {
                Some(ones) => Some((value * 100 + tens * 10 + ones, end + 3)),
                None => Some((value * 100 + tens * 10, end + 2)),
            }
        }
        // A number that ends with the input, and so before its message does.
        [b'.', ..] => None,
        _ => Some((value * 100, end)),
    }
}

/// Takes a whole text as a value, when nothing is wrong with it. `plain` says that it is printable ASCII.
#[inline]
pub(super) fn judge<'a>(text: &'a str, plain: bool, element: &Element) -> Option<Scalar<'a>> {
    let right = match element.ty {
        Type::Simple(simple) => match simple.kind {
            Kind::Text if plain && simple.pattern.is_none() && element.pattern.is_none() => {
                let length = i64::try_from(text.len()).ok()?;
                let trimmed = !text.starts_with(' ') && !text.ends_with(' ');
                length > 0 && trimmed && limits(simple, element, 1).contains(&length)
            }
            Kind::Iban if element.pattern.is_none() => {
                let iban = Iban::parse(text).filter(|iban| iban.as_str() == text)?;
                return Some(Scalar::Account(iban));
            }
            Kind::DateTime if element.pattern.is_none() && simple.pattern.is_none() => {
                return lexical::moment(text).map(Scalar::Moment);
            }
            // Whether it is base64 at all is found out when it is decoded.
            Kind::Base64 if element.pattern.is_none() && simple.pattern.is_none() => is_pdf(text.as_bytes()),
            _ => nothing_wrong(simple, element, text),
        },
        // A code that is not in a closed list is no value of its type.
        Type::Code(list) if list.closed && !list.integer => !text.is_empty(),
        Type::Code(list) => {
            let mut right = true;
            careful::inspect_code(list, text, &mut |_: Issue| right = false);
            right
        }
        Type::Composite(_) => false,
    };
    right.then_some(Scalar::Text(text))
}

/// Whether white space in a text may have to be collapsed in XML before it is right. A code that is known, and what has a
/// reader of its own in [`judge`], holds none.
pub(super) const fn may_collapse(element: &Element) -> bool {
    match element.ty {
        Type::Simple(simple) => {
            let strict = matches!(simple.kind, Kind::Iban | Kind::DateTime | Kind::Base64 | Kind::Uuid);
            simple.written().collapses() && !strict
        }
        Type::Code(_) | Type::Composite(_) => false,
    }
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

#[inline(never)]
fn nothing_wrong(simple: &'static SimpleType, element: &Element, text: &str) -> bool {
    let mut right = true;
    careful::inspect(simple, Some(element), text, &mut |_: Issue| right = false);
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_end_where_their_digits_do() {
        assert_eq!(hundredths(b"12.34<", 0), Some((1234, 5)));
        assert_eq!(hundredths(b"12.3<", 0), Some((1230, 4)));
        assert_eq!(hundredths(b"0\"", 0), Some((0, 1)));
        assert_eq!(whole(b"a70<", 1), Some((70, 3)));
        for wrong in ["", "-1<", "01<", "00<", ".5<", "1.<", "1.", "1234567890123456<"] {
            assert_eq!(hundredths(wrong.as_bytes(), 0), None, "{wrong}");
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
