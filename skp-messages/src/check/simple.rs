//! Checking one text against its simple type and its row of the table.
//!
//! This file alone says what a right value is. Parsing into a domain type happens elsewhere and only
//! after this found no error.

use std::borrow::Cow;

use crate::ValueError;
use crate::check::builtin::{self, number_rule};
use crate::finding::Expected;
use crate::shape::{CodeList, Element, Kind, Pattern, Rule, SimpleType, Type};
use crate::value::characters::Kinds;
use crate::value::lexical::{self, NumberError, is_space};
use crate::value::{Base64, Iban, SimpleValue};

/// One thing wrong with a text.
#[derive(Debug)]
pub(crate) struct Issue {
    pub(crate) rule: &'static Rule,
    pub(crate) expected: Expected,
}

/// The text as it is kept: CR LF read as LF in texts of several lines, a postcode without its space.
pub(crate) fn normal_form(kind: Kind, text: &str) -> Cow<'_, str> {
    match kind {
        Kind::Lines if text.contains('\r') => Cow::Owned(text.replace("\r\n", "\n")),
        Kind::Postcode => match text.split_at_checked(4) {
            Some((digits, letters)) if letters.starts_with(' ') => {
                Cow::Owned(format!("{digits}{}", &letters.replacen(' ', "", 1)))
            }
            _ => Cow::Borrowed(text),
        },
        _ => Cow::Borrowed(text),
    }
}

/// Takes a text as a value of a type when no check finds an error.
pub(crate) fn accept(simple: &'static SimpleType, text: &str) -> Result<String, ValueError> {
    let mut error = None;
    inspect(simple, None, text, &mut |issue| {
        if issue.rule.severity == crate::shape::Severity::Error && error.is_none() {
            error = Some(ValueError::new(issue.rule, issue.expected));
        }
    });
    match error {
        Some(error) => Err(error),
        None => Ok(normal_form(simple.kind, text).into_owned()),
    }
}

/// Reports everything wrong with a text. `element` brings the limits of its row.
pub(crate) fn inspect(simple: &'static SimpleType, element: Option<&Element>, text: &str, out: &mut dyn FnMut(Issue)) {
    if text.is_empty() {
        return out(Issue { rule: &builtin::DEF_007, expected: Expected::NotEmpty });
    }
    let (low, high) = limits(simple, element);
    match simple.kind {
        Kind::Text | Kind::Lines => free_text(simple.kind, text, low, high, out),
        Kind::Uri => length(text, low, high, out),
        Kind::Date => match lexical::date(text) {
            Some(date) if (low..=high).contains(&i64::from(chrono::Datelike::year(&date))) => {}
            Some(_) => out(Issue { rule: &builtin::VAL_003, expected: Expected::Date { low, high } }),
            None => out(Issue { rule: &builtin::VAL_005, expected: Expected::Date { low, high } }),
        },
        Kind::DateTime => {
            if lexical::moment(text).is_none() {
                out(Issue { rule: &builtin::VAL_005, expected: Expected::Moment });
            }
        }
        Kind::Amount | Kind::Percentage => decimal(simple.kind, text, low, high, out),
        Kind::Integer => integer(text, low, high, out),
        Kind::Boolean => {
            if lexical::boolean(text).is_none() {
                out(Issue { rule: &builtin::VAL_008, expected: Expected::Boolean });
            }
        }
        Kind::Uuid => {
            if uuid::Uuid::parse(text).is_none_or(|uuid| uuid.is_nil()) {
                out(Issue { rule: &builtin::VAL_008, expected: Expected::Uuid });
            }
        }
        Kind::Bsn => {
            if !lexical::eleven_test(text) {
                out(Issue { rule: &builtin::TYP_BSN_001, expected: Expected::Bsn });
            }
        }
        Kind::Iban => iban(text, out),
        Kind::Postcode => return postcode(simple, text, out),
        Kind::Base64 => document(text, out),
    }
    if !has_form(simple, text) {
        let (nl, en) = ("enkele spaties, geen aan begin of eind", "single spaces, none at begin or end");
        out(Issue { rule: &builtin::VAL_002, expected: Expected::Said { nl: nl.into(), en: en.into() } });
    } else if simple.kind != Kind::Bsn && simple.kind != Kind::Iban {
        pattern(simple.pattern, text, out);
    }
    pattern(element.and_then(|element| element.pattern), text, out);
    if begins_wrong(simple, text) {
        out(Issue {
            rule: &builtin::TYP_PC_004,
            expected: Expected::Said {
                nl: "een eerste cijfer van 1 tot en met 9".into(),
                en: "a first digit from 1 to 9".into(),
            },
        });
    }
}

/// The limits of a type, narrowed by those of a row.
pub(super) fn limits(simple: &SimpleType, element: Option<&Element>) -> (i64, i64) {
    // A row gives its limits in whole euros or percents, a type in hundredths.
    let unit = if matches!(simple.kind, Kind::Amount | Kind::Percentage) { 100 } else { 1 };
    let limit = |limit: Option<u32>, own: i64| limit.map_or(own, |limit| i64::from(limit) * unit);
    let low = limit(element.and_then(|element| element.low), simple.low);
    (low, limit(element.and_then(|element| element.high), simple.high))
}

/// Whether a line of printable ASCII holds something, and neither begins nor ends with a space.
#[inline]
pub(crate) fn is_trimmed(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.first().is_some_and(|first| *first != b' ') && bytes.last() != Some(&b' ')
}

/// Whether a line of printable ASCII without spaces around it is as the patterns of its type and row want it.
#[inline(never)]
pub(crate) fn is_formed(text: &str, element: &Element) -> bool {
    let Type::Simple(simple) = element.ty else { return false };
    let matches = |pattern: Option<&Pattern>| pattern.is_none_or(|pattern| pattern.matches(text));
    let form = simple.pattern.is_none_or(|pattern| !pattern.has_spaces()) || is_collapsed(text);
    matches(simple.pattern) && matches(element.pattern) && form && !begins_wrong(simple, text)
}

/// Whether a text begins with a digit that no area of postcodes begins with.
pub(crate) fn begins_wrong(simple: &SimpleType, text: &str) -> bool {
    text.starts_with('0') && simple.name == "PostcodeGebied"
}

/// Reports a code that is not in its list.
pub(crate) fn inspect_code(list: &'static CodeList, text: &str, out: &mut dyn FnMut(Issue)) {
    if text.is_empty() {
        out(Issue { rule: &builtin::DEF_007, expected: Expected::NotEmpty });
    } else if let Some(error) = integer_error(list, text) {
        out(Issue { rule: number_rule(error), expected: Expected::Code(list) });
    } else if !list.contains(text) {
        // Of a code that nobody knows it is only known that every format must be able to write it.
        let is_code = text.chars().all(is_writable) && text.trim_matches(is_space) == text && is_collapsed(text);
        let rule = match (list.closed, is_code) {
            (true, _) => &builtin::VAL_006,
            (false, true) => &builtin::VAL_007,
            (false, false) => &builtin::VAL_002,
        };
        out(Issue { rule, expected: Expected::Code(list) });
    }
}

/// What is wrong with a code as a whole number of 32 bits, in a list whose codes are such numbers.
fn integer_error(list: &CodeList, text: &str) -> Option<NumberError> {
    let fits = |number| i32::try_from(number).map_err(|_| NumberError::Range);
    if list.integer { lexical::integer(text).and_then(fits).err() } else { None }
}

/// Whether every format can write a character: neither a control character nor one that XML leaves out.
fn is_writable(character: char) -> bool {
    !character.is_control() && !matches!(character, '\u{fffe}' | '\u{ffff}')
}

/// Whether a text has the spaces that its type lets it have: one of a fixed form has none that XML would collapse.
pub(super) fn has_form(simple: &SimpleType, text: &str) -> bool {
    simple.written() == simple.kind || is_collapsed(text)
}

/// Whether a text of a fixed form comes back from XML as it is: there a run of spaces counts as one, and those around the
/// text as none.
pub(crate) fn is_collapsed(text: &str) -> bool {
    let mut before = b' ';
    for &byte in text.as_bytes() {
        if byte == b' ' && before == b' ' {
            return false;
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
}

fn free_text(kind: Kind, text: &str, low: i64, high: i64, out: &mut dyn FnMut(Issue)) {
    if is_clean_ascii(kind, text, Kinds::of(text), low, high) {
        return;
    }
    let text = &*normal_form(kind, text);
    length(text, low, high, out);
    let allowed = |character: char| match character {
        '\n' | '\t' => kind == Kind::Lines,
        _ => is_writable(character),
    };
    let blank = |character: char| is_space(character) || matches!(character, '\n' | '\t');
    if !text.chars().all(allowed) || text.chars().all(blank) {
        let expected = if kind == Kind::Lines { Expected::Lines } else { Expected::OneLine };
        out(Issue { rule: &builtin::VAL_002, expected });
    } else if kind == Kind::Text && (text.starts_with(is_space) || text.ends_with(is_space)) {
        out(Issue { rule: &builtin::TYP_TXT_002, expected: Expected::Trimmed });
    }
    if kind == Kind::Lines && holds_bsn(text) {
        out(Issue {
            rule: &builtin::TYP_TXT_001,
            expected: Expected::Said {
                nl: "geen getal van 9 cijfers dat aan de elfproef voldoet".into(),
                en: "no number of 9 digits that passes the 11-test".into(),
            },
        });
    }
}

/// Whether a free text of these kinds of characters is right in every way, told by its bytes alone; `false` as well
/// when they do not tell.
pub(super) fn is_clean_ascii(kind: Kind, text: &str, kinds: Kinds, low: i64, high: i64) -> bool {
    let length = i64::try_from(text.len()).unwrap_or(i64::MAX);
    let form = match kind {
        Kind::Lines => !kinds.has(Kinds::DIGIT) || !holds_bsn(text),
        _ => !kinds.has(Kinds::LINE) && !text.starts_with(' ') && !text.ends_with(' '),
    };
    let plain = kinds.has(Kinds::VISIBLE) && !kinds.has(Kinds::WIDE.or(Kinds::CONTROL));
    plain && low <= length && length <= high && form
}

/// Whether the text holds a number of exactly nine digits that passes the 11-test.
pub(super) fn holds_bsn(text: &str) -> bool {
    let mut rest = text;
    while let Some(start) = rest.bytes().position(|byte| byte.is_ascii_digit()) {
        rest = rest.get(start..).unwrap_or_default();
        let length = rest.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
        if length == 9 && rest.get(..length).is_some_and(lexical::eleven_test) {
            return true;
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    false
}

fn length(text: &str, low: i64, high: i64, out: &mut dyn FnMut(Issue)) {
    let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    if length < low || length > high {
        out(Issue { rule: &builtin::VAL_001, expected: Expected::Length { low, high } });
    }
}

fn pattern(pattern: Option<&'static Pattern>, text: &str, out: &mut dyn FnMut(Issue)) {
    if let Some(pattern) = pattern
        && !pattern.matches(text)
    {
        out(Issue { rule: &builtin::VAL_002, expected: Expected::Pattern(pattern.text) });
    }
}

fn decimal(kind: Kind, text: &str, low: i64, high: i64, out: &mut dyn FnMut(Issue)) {
    let bounds = (u64::try_from(low).unwrap_or(0), u64::try_from(high).unwrap_or(0));
    let rule = match lexical::hundredths(text) {
        Ok(value) if (bounds.0..=bounds.1).contains(&value) => return,
        Ok(_) => &builtin::VAL_003,
        Err(error) => number_rule(error),
    };
    let (low, high) = bounds;
    let expected = match kind {
        Kind::Percentage => Expected::Percentage { low, high },
        _ => Expected::Amount { low, high },
    };
    out(Issue { rule, expected });
}

fn integer(text: &str, low: i64, high: i64, out: &mut dyn FnMut(Issue)) {
    let rule = match lexical::integer(text) {
        Ok(value) if (low..=high).contains(&value) => return,
        Ok(_) => &builtin::VAL_003,
        Err(error) => number_rule(error),
    };
    out(Issue { rule, expected: Expected::Range { low, high } });
}

fn iban(text: &str, out: &mut dyn FnMut(Issue)) {
    match Iban::parse(text) {
        None => out(Issue { rule: &builtin::TYP_IBAN_001, expected: Expected::Iban }),
        Some(iban) if iban.as_str() != text => out(Issue { rule: &builtin::TYP_IBAN_002, expected: Expected::Iban }),
        Some(_) => {}
    }
}

fn postcode(simple: &SimpleType, text: &str, out: &mut dyn FnMut(Issue)) {
    let normal = normal_form(Kind::Postcode, text);
    if simple.pattern.is_some_and(|pattern| !pattern.matches(&normal)) {
        out(Issue { rule: &builtin::VAL_002, expected: Expected::Postcode });
    } else if normal != text {
        out(Issue { rule: &builtin::TYP_PC_003, expected: Expected::Postcode });
    }
}

fn document(text: &str, out: &mut dyn FnMut(Issue)) {
    match Base64::parse(text) {
        None => out(Issue { rule: &builtin::VAL_002, expected: Expected::Base64 }),
        // The only document type of the standard is PDF.
        Some(document) if !document.as_bytes().starts_with(b"%PDF") => {
            out(Issue { rule: &builtin::TYP_BIJ_001, expected: Expected::Pdf });
        }
        Some(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shape::Privacy;

    static TEXT: SimpleType = SimpleType {
        name: "Tekst",
        kind: Kind::Text,
        low: 1,
        high: 20,
        pattern: None,
        privacy: Privacy::Personal,
        source: "proposed",
    };
    static LINES: SimpleType = SimpleType { name: "TekstLang", kind: Kind::Lines, ..TEXT };

    fn ids(simple: &'static SimpleType, text: &str) -> Vec<&'static str> {
        let mut ids = Vec::new();
        inspect(simple, None, text, &mut |issue| ids.push(issue.rule.id));
        ids
    }

    #[test]
    fn one_line_of_text() {
        assert!(ids(&TEXT, "Groß-Łódź 日本").is_empty());
        assert_eq!(ids(&TEXT, ""), ["DEF-007"]);
        assert_eq!(ids(&TEXT, " a"), ["TYP-TXT-002"]);
        assert_eq!(ids(&TEXT, "a\u{a0}"), ["TYP-TXT-002"]);
        assert_eq!(ids(&TEXT, " \u{3000}"), ["VAL-002"]);
        assert_eq!(ids(&TEXT, "a\nb"), ["VAL-002"]);
        assert_eq!(ids(&TEXT, "a\u{85}b"), ["VAL-002"]);
        assert_eq!(ids(&TEXT, "éééééééééééééééééééé"), [""; 0]);
        assert_eq!(ids(&TEXT, "ééééééééééééééééééééé"), ["VAL-001"]);
    }

    #[test]
    fn several_lines_of_text() {
        assert!(ids(&LINES, "a\r\n\tb\nc ").is_empty());
        assert_eq!(ids(&LINES, "a\rb"), ["VAL-002"]);
        assert_eq!(ids(&LINES, "\n\t "), ["VAL-002"]);
        assert_eq!(ids(&LINES, "BSN 111222333."), ["TYP-TXT-001"]);
        assert!(ids(&LINES, "1112223330").is_empty());
    }
}
