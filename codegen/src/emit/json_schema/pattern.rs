//! Patterns that every engine reads alike.
//!
//! They are ECMA-262 with the flag `u`, and keep to what Python, Java, .NET, Rust, RE2 and PCRE share: no
//! look-around, no `\d`, `\w`, `\s`, `\b` or `\p`, control characters as `\xHH`, other characters as they are.
//! Some engines let `$` stand before a line feed at the end, so a text that may not have one is also held to
//! [`CONTROL`] or to a length.

use crate::pattern::Automaton;

/// A control character, which text of one line never has.
pub(super) const CONTROL: &str = r"[\x00-\x1F\x7F-\x9F\uFFFE\uFFFF]";

/// White space at begin or end.
pub(super) const OUTER_SPACE: &str = concat!(
    "^[ \\xA0\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]",
    "|[ \\xA0\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]$"
);

/// Spaces that XML takes for one, or for none, in a text of a fixed form.
pub(super) const COLLAPSED: &str = "^ | $|  ";

/// Spaces together, which XML takes for one.
pub(super) const RUN: &str = "  ";

/// Lines of text: no control characters but tab, line feed and carriage return before a line feed.
pub(super) const LINES: &str =
    r"^[^\x00-\x08\x0B-\x1F\x7F-\x9F\uFFFE\uFFFF]*(?:\x0D\x0A[^\x00-\x08\x0B-\x1F\x7F-\x9F\uFFFE\uFFFF]*)*$";

/// A character of one line that is not white space.
pub(super) const NOT_BLANK: &str = "[^ \\xA0\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]";

/// The same in lines of text.
pub(super) const NOT_BLANK_LINES: &str =
    "[^ \\x09\\x0A\\x0D\\xA0\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]";

/// The white space of one line.
const BLANK: &[(char, char)] = &[
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
];

/// A day that exists, leap days included.
macro_rules! day {
    () => {
        concat!(
            "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
            "|02-(?:0[1-9]|1[0-9]|2[0-8]))",
            "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
        )
    };
}

/// A day.
pub(super) const DATE: &str = concat!("^", day!(), "$");

/// A moment: seconds, at most three decimals, `Z` or an offset.
pub(super) const MOMENT: &str = concat!(
    "^",
    day!(),
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,3})?(?:Z|[+\-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))$"
);

/// A year that exists: there is no year 0.
pub(super) const NOT_YEAR_0: &str = "^[0-9]{0,3}[1-9][0-9]{0,3}-";

/// A UUID, in either case.
pub(super) const UUID: &str = "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$";

/// A digit of a UUID that is not nil.
pub(super) const NOT_NIL: &str = "[1-9A-Fa-f]";

/// The form of a burgerservicenummer.
pub(super) const BSN: &str = "^[0-9]{9}$";

/// A digit of a burgerservicenummer that is not all zero.
pub(super) const NOT_ZERO: &str = "[1-9]";

/// The form of an account number, with spaces and small letters.
pub(super) const IBAN: &str = "^ *[A-Za-z] *[A-Za-z] *[0-9] *[0-9](?: *[A-Za-z0-9]){11,30} *$";

/// Base64 with padding, and no bits set that no byte has.
pub(super) const BASE64: &str = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

/// Base64 of what begins with `%PDF`.
pub(super) const PDF: &str = "^JVBER[g-v]";

/// A pattern of the definitions, for the whole text.
pub(super) fn anchored(pattern: &str) -> String {
    format!("^(?:{})$", ecma(pattern))
}

/// A pattern of a postcode, with an optional space after its four digits.
pub(super) fn postcode(pattern: &str) -> String {
    let digits = "[1-9][0-9]{3}";
    match pattern.strip_prefix(digits) {
        Some(letters) => format!("^{digits} ?(?:{})$", ecma(letters)),
        None => anchored(pattern),
    }
}

/// A pattern of the definitions in ECMA-262, where a hyphen outside a class has no backslash.
fn ecma(pattern: &str) -> String {
    let mut out = String::new();
    let mut in_class = false;
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                let escaped = characters.next().unwrap_or('\\');
                if in_class || escaped != '-' {
                    out.push('\\');
                }
                out.push(escaped);
                continue;
            }
            '[' => in_class = true,
            ']' => in_class = false,
            _ => {}
        }
        out.push(character);
    }
    out
}

/// Whether a text with a space can fit.
pub(super) fn fits_space(automaton: &Automaton) -> bool {
    automaton.positions.iter().any(|(ranges, _)| ranges.iter().any(|&(low, high)| (low..=high).contains(&' ')))
}

/// Whether a text of nothing but white space can fit.
pub(super) fn fits_blank(automaton: &Automaton) -> bool {
    let blank = |ranges: &[(char, char)]| {
        ranges.iter().any(|&(low, high)| BLANK.iter().any(|&(first, last)| low <= last && first <= high))
    };
    let (mut reached, mut next) = (0_u64, automaton.first);
    while next & !reached != 0 {
        let mut follow = 0;
        for (number, (ranges, after)) in automaton.positions.iter().enumerate() {
            let position = 1 << number;
            if next & !reached & position != 0 && blank(ranges) {
                reached |= position;
                follow |= after;
            }
        }
        next = follow;
    }
    reached & automaton.last != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::compile;
    use regex::Regex;

    #[test]
    fn a_hyphen_has_a_backslash_in_classes_only() {
        assert_eq!(ecma(r"\+?([ ()\-]*[0-9]){3}\-\\\-"), r"\+?([ ()\-]*[0-9]){3}-\\-");
        assert_eq!(ecma(r"[^/\\]+\-[\]\-]"), r"[^/\\]+-[\]\-]");
        assert_eq!(postcode("[1-9][0-9]{3}([A-Z]|S)"), "^[1-9][0-9]{3} ?(?:([A-Z]|S))$");
    }

    #[test]
    fn blank_texts_are_found() {
        for (pattern, fits) in [
            (r"[^/\\]+", true),
            ("[ -~]{3}", true),
            ("( |a)*b?", true),
            ("a*[ ]", true),
            ("[0-9]{8}", false),
            (r"[^ @]+@[^ @.]+(\.[^ @.]+)+", false),
            ("[^ ]a?", true),
            (" a b", false),
        ] {
            assert_eq!(fits_blank(&compile(pattern).unwrap()), fits, "{pattern}");
        }
    }

    #[test]
    fn days_exist() {
        let pattern = Regex::new(DATE).unwrap();
        let leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        for year in (0..10_000).step_by(1) {
            for (month, days) in [(1, 31), (2, if leap(year) { 29 } else { 28 }), (4, 30), (9, 30), (12, 31)] {
                let text = |day: u32| format!("{year:04}-{month:02}-{day:02}");
                assert!(pattern.is_match(&text(1)) && pattern.is_match(&text(days)), "{}", text(days));
                assert!(!pattern.is_match(&text(days + 1)) && !pattern.is_match(&text(0)), "{}", text(days + 1));
            }
        }
        for month in 1..=12 {
            assert!(pattern.is_match(&format!("2026-{month:02}-28")));
        }
        for wrong in ["2026-00-01", "2026-13-01", "2026-1-1", "20260101", "2026-01-01Z"] {
            assert!(!pattern.is_match(wrong), "{wrong}");
        }
    }

    #[test]
    fn moments_are_those_of_the_reader() {
        let pattern = Regex::new(MOMENT).unwrap();
        for good in ["2026-03-02T09:15:00Z", "2024-02-29T23:59:59.25+14:00", "2026-03-02T00:00:00.123-00:00"] {
            assert!(pattern.is_match(good), "{good}");
        }
        for wrong in [
            "2026-03-02T09:15:00",
            "2026-03-02T09:15Z",
            "2026-03-02 09:15:00Z",
            "2026-03-02T24:00:00Z",
            "2026-03-02T09:15:60Z",
            "2026-03-02T09:15:00.1234Z",
            "2026-03-02T09:15:00.Z",
            "2026-03-02T09:15:00+14:01",
            "2026-03-02T09:15:00z",
            "2026-02-29T09:15:00Z",
        ] {
            assert!(!pattern.is_match(wrong), "{wrong}");
        }
    }

    #[test]
    fn base64_is_what_the_decoder_takes() {
        let pattern = Regex::new(BASE64).unwrap();
        for good in ["JVBERi0xLjQ=", "JVBERg==", "AAAA", "AA==", "AAA="] {
            assert!(pattern.is_match(good), "{good}");
        }
        for wrong in ["A", "AA", "AAA", "AB==", "AAB=", "A===", "AAAA=", "AA=A", "AAAA AAAA", "AA-_"] {
            assert!(!pattern.is_match(wrong), "{wrong}");
        }
        let pdf = Regex::new(PDF).unwrap();
        assert!(pdf.is_match("JVBERg==") && pdf.is_match("JVBERi0xLjQ=") && !pdf.is_match("JVBERw=="));
    }

    #[test]
    fn lines_have_line_feeds_and_no_lone_carriage_return() {
        let (lines, seen) = (Regex::new(LINES).unwrap(), Regex::new(NOT_BLANK_LINES).unwrap());
        for good in ["a\r\n\tb\nc ", "\r\na\r\n\r\n", "é\u{2028}"] {
            assert!(lines.is_match(good) && seen.is_match(good), "{good:?}");
        }
        for wrong in ["a\rb", "a\r", "\r", "a\n\r", "a\u{7}", "a\u{85}", "a\u{b}"] {
            assert!(!lines.is_match(wrong), "{wrong:?}");
        }
        assert!(!seen.is_match("\r\n\t \u{3000}"));
        let seen = Regex::new(NOT_BLANK).unwrap();
        assert!(!seen.is_match(" \u{a0}\u{1680}\u{2000}\u{2005}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}"));
        assert!(seen.is_match("\u{200b}"));
    }
}
