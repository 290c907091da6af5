//! Reading numbers, dates and booleans from text, exactly as the standard writes them.
//!
//! No floating point, no sign where none belongs, no leading zeros, nothing trimmed. Each function says
//! which of the possible things is wrong, so that the finding can.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

use crate::words;

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberError {
    /// It is no number as the standard writes one.
    Form,
    /// It has more decimals than allowed.
    Decimals,
    /// It is below zero where nothing below zero exists, or has too many digits.
    Range,
}

/// Reads an amount or a percentage, in hundredths.
pub(crate) fn hundredths(text: &str) -> Result<u64, NumberError> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = match split_point(digits) {
        Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
        Some(_) => return Err(NumberError::Form),
        None => (digits, ""),
    };
    whole_number(whole)?;
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::Form);
    }
    if decimals.len() > 2 {
        return Err(NumberError::Decimals);
    }
    if negative || whole.len() > 15 {
        return Err(NumberError::Range);
    }
    let mut value = digit_value(whole);
    for place in 0..2 {
        value = value * 10 + decimals.as_bytes().get(place).map_or(0, |&byte| u64::from(byte - b'0'));
    }
    Ok(value)
}

/// Reads a whole number.
pub(crate) fn integer(text: &str) -> Result<i64, NumberError> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if let Some((whole, decimals)) = split_point(digits) {
        whole_number(whole)?;
        let number = !decimals.is_empty() && decimals.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if number { NumberError::Decimals } else { NumberError::Form });
    }
    whole_number(digits)?;
    if digits.len() > 15 {
        return Err(NumberError::Range);
    }
    let value = i64::try_from(digit_value(digits)).map_err(|_| NumberError::Range)?;
    Ok(if negative { -value } else { value })
}

/// What stands before and after the first point.
fn split_point(digits: &str) -> Option<(&str, &str)> {
    let at = digits.bytes().position(|byte| byte == b'.')?;
    Some((digits.get(..at)?, digits.get(at + 1..)?))
}

/// Digits without leading zeros.
fn whole_number(digits: &str) -> Result<(), NumberError> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain && (digits == "0" || !digits.starts_with('0')) { Ok(()) } else { Err(NumberError::Form) }
}

/// The value of at most 18 ASCII digits.
fn digit_value(digits: &str) -> u64 {
    digits.bytes().fold(0, |value, byte| value * 10 + u64::from(byte.wrapping_sub(b'0')))
}

/// Reads `2026-03-02`: a day that exists.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    day(text.as_bytes().try_into().ok()?)
}

/// Reads a day from its ten bytes.
pub(crate) fn day(bytes: &[u8; 10]) -> Option<NaiveDate> {
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = bytes else { return None };
    let (digits, 8) = words::digits([y0, y1, y2, y3, m0, m1, d0, d1]) else { return None };
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Reads `2026-03-02T09:15:00.250+01:00`: seconds required, at most three decimals, an offset or `Z`.
pub(crate) fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    let (day, rest) = text.split_at_checked(10)?;
    let (clock, rest) = rest.strip_prefix('T')?.split_at_checked(8)?;
    let &[h0, h1, b':', m0, m1, b':', s0, s1] = clock.as_bytes() else { return None };
    let (milliseconds, zone) = match rest.strip_prefix('.') {
        Some(rest) => {
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, zone) = rest.split_at_checked(length)?;
            let scale = match length {
                1 => 100,
                2 => 10,
                3 => 1,
                _ => return None,
            };
            (number(digits.as_bytes())? * scale, zone)
        }
        None => (0, rest),
    };
    let offset = match zone.as_bytes() {
        b"Z" => 0,
        &[sign @ (b'+' | b'-'), h0, h1, b':', m0, m1] => {
            let (hours, minutes) = (number(&[h0, h1])?, number(&[m0, m1])?);
            // 14:00 is as far as time zones, and XSD, go.
            if minutes > 59 || hours * 60 + minutes > 14 * 60 {
                return None;
            }
            let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
            if sign == b'-' { -seconds } else { seconds }
        }
        _ => return None,
    };
    let time = NaiveTime::from_hms_milli_opt(number(&[h0, h1])?, number(&[m0, m1])?, number(&[s0, s1])?, milliseconds)?;
    // XSD has no year 0.
    let day = date(day).filter(|day| chrono::Datelike::year(day) > 0)?;
    let local = NaiveDateTime::new(day, time);
    local.and_local_timezone(FixedOffset::east_opt(offset)?).single()
}

/// The value of a few ASCII digits.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0')))
}

/// Reads `true` or `false`.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// Whether this is white space in free text: Unicode's white space without the control characters,
/// which no text may have anyway. Schemas list the same characters.
pub(crate) fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Whether nine digits, not all zero, pass the 11-test of a burgerservicenummer.
pub(crate) fn eleven_test(text: &str) -> bool {
    let Ok(digits) = <&[u8; 9]>::try_from(text.as_bytes()) else { return false };
    if !digits.iter().all(u8::is_ascii_digit) || digits.iter().all(|&digit| digit == b'0') {
        return false;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits.iter().zip(weights).map(|(&digit, weight)| i32::from(digit - b'0') * weight).sum();
    sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_cents() {
        for (text, cents) in [("0", 0), ("0.5", 50), ("12", 1200), ("12.34", 1234), ("99999999.99", 9_999_999_999)] {
            assert_eq!(hundredths(text), Ok(cents), "{text}");
        }
        for text in ["", ".5", "1.", "01", "00", "1,5", "1e3", "+1", " 1", "1 ", "1.2.3", "-", "--1", "١"] {
            assert_eq!(hundredths(text), Err(NumberError::Form), "{text:?}");
        }
        assert_eq!(hundredths("1.234"), Err(NumberError::Decimals));
        assert_eq!(hundredths("-1.00"), Err(NumberError::Range));
        assert_eq!(hundredths("1234567890123456"), Err(NumberError::Range));
    }

    #[test]
    fn integers_have_no_sign_fraction_or_exponent() {
        assert_eq!(integer("0"), Ok(0));
        assert_eq!(integer("-7"), Ok(-7));
        // JSON Schema cannot tell this from 0, so nobody refuses it.
        assert_eq!(integer("-0"), Ok(0));
        assert_eq!(integer("1.5"), Err(NumberError::Decimals));
        for text in ["", "-", "+1", "007", "1e3", "1.", "0x1", "1 "] {
            assert_eq!(integer(text), Err(NumberError::Form), "{text:?}");
        }
        assert_eq!(integer("99999999999999999999"), Err(NumberError::Range));
    }

    #[test]
    fn dates_exist() {
        assert_eq!(date("2024-02-29"), NaiveDate::from_ymd_opt(2024, 2, 29));
        for text in ["2026-02-29", "2026-2-1", "01-02-2026", "2026-13-01", "20260101", "2026-01-01Z", "+026-01-01"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn moments_have_seconds_and_an_offset() {
        let read = |text| moment(text).map(|moment| moment.to_rfc3339());
        assert_eq!(read("2026-03-02T09:15:00Z").as_deref(), Some("2026-03-02T09:15:00+00:00"));
        assert_eq!(read("2026-03-02T09:15:00.25+01:00").as_deref(), Some("2026-03-02T09:15:00.250+01:00"));
        for text in [
            "2026-03-02T09:15:00",
            "2026-03-02T09:15Z",
            "2026-03-02 09:15:00Z",
            "2026-03-02T24:00:00Z",
            "2026-03-02T09:15:60Z",
            "2026-03-02T09:15:00.1234Z",
            "2026-03-02T09:15:00.Z",
            "2026-03-02T09:15:00+14:01",
            "0000-03-02T09:15:00Z",
            "2026-03-02T09:15:00z",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_eleven_test_weighs_the_last_digit_minus_one() {
        for good in ["111222333", "123456782", "010000008"] {
            assert!(eleven_test(good), "{good}");
        }
        for wrong in ["000000000", "123456789", "11122233", "1112223330", "11122233a"] {
            assert!(!eleven_test(wrong), "{wrong}");
        }
    }
}
