//! Patterns in the regular expressions of XML Schema, which are always about the whole text.
//!
//! Control characters below U+0020 other than tab and the line ends cannot stand in XML 1.0, so no pattern names them.

use crate::emit::xml::Node;
use crate::pattern::Automaton;

/// Characters that no text has: the line ends and tab aside, those that XML leaves in. For use in a class.
const CONTROL: &str = "\u{7f}-\u{9f}";

/// White space that is no tab or line end. For use in a class.
const SPACE: &str = " \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// A whole number without a plus sign or leading zeros. It may be `-0`, as in JSON, whose schema cannot tell that from 0.
pub(super) const INTEGER: &str = "-?(0|[1-9][0-9]*)";

/// A whole number as a code, which is compared as written.
pub(super) const WHOLE: &str = "0|-?[1-9][0-9]*";

/// At most two decimals, no sign, no leading zeros.
pub(super) const HUNDREDTHS: &str = "(0|[1-9][0-9]*)(\\.[0-9]{1,2})?";

/// A day without a time zone.
pub(super) const DATE: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

/// A moment: seconds, at most three decimals, `Z` or an offset.
pub(super) const MOMENT: &str =
    "[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+\\-][0-9]{2}:[0-9]{2})";

/// `true` or `false`, and not `1` or `0`.
pub(super) const BOOLEAN: &str = "true|false";

/// A UUID, in either case.
pub(super) const UUID: &str = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";

/// A UUID that is not nil.
pub(super) const NOT_NIL: &str = "[0\\-]*[1-9A-Fa-f][0-9A-Fa-f\\-]*";

/// Digits that are not all zero.
pub(super) const NOT_ZERO: &str = "0*[1-9][0-9]*";

/// The form of an account number, with spaces and small letters.
pub(super) const IBAN: &str = "[A-Za-z] ?[A-Za-z] ?[0-9] ?[0-9]( ?[A-Za-z0-9]){11,30}";

/// Base64 of what begins with `%PDF`, with the spaces that base64 may have.
pub(super) const PDF: &str = "J ?V ?B ?E ?R ?[g-v][A-Za-z0-9+/= ]*";

/// One line of text with something to see.
pub(super) fn line() -> String {
    format!("[^\\t\\n\\r{CONTROL}]*[^\\t\\n\\r{CONTROL}{SPACE}][^\\t\\n\\r{CONTROL}]*")
}

/// One line of text.
pub(super) fn writable() -> String {
    format!("[^\\t\\n\\r{CONTROL}]*")
}

/// Lines of text with something to see; a carriage return stands only before a line feed.
pub(super) fn lines() -> String {
    let any = format!("([^\\r{CONTROL}]|\\r\\n)*");
    format!("{any}[^\\t\\n\\r{CONTROL}{SPACE}]{any}")
}

/// One line of text that neither begins nor ends with white space.
pub(super) fn trimmed() -> String {
    let visible = format!("[^\\t\\n\\r{CONTROL}{SPACE}]");
    format!("{visible}([^\\t\\n\\r{CONTROL}]*{visible})?")
}

/// A pattern of the definitions, which writes `$` with a backslash where XML Schema does not.
pub(super) fn own(pattern: &str) -> String {
    pattern.replace("\\$", "$")
}

/// A pattern of a postcode, with an optional space after its four digits.
pub(super) fn postcode(pattern: &str) -> String {
    let digits = "[1-9][0-9]{3}";
    match pattern.strip_prefix(digits) {
        Some(letters) => format!("{digits} ?{}", own(letters)),
        None => own(pattern),
    }
}

/// Whether a text with a control character can fit.
pub(super) fn fits_control(automaton: &Automaton) -> bool {
    let control = [('\t', '\r'), ('\u{7f}', '\u{9f}')];
    let meets = |ranges: &[(char, char)]| {
        ranges.iter().any(|&(low, high)| control.iter().any(|&(first, last)| low <= last && first <= high))
    };
    automaton.positions.iter().any(|(ranges, _)| meets(ranges))
}

/// The facet.
pub(super) fn facet(pattern: &str) -> Node {
    Node::new("xs:pattern").with("value", pattern)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::compile;

    #[test]
    fn control_characters_fit_negated_classes_only() {
        for (pattern, fits) in [("[0-9]{4}", false), ("[^ @]+", true), ("[!-~]", false), ("[^a]b", true)] {
            assert_eq!(fits_control(&compile(pattern).unwrap()), fits, "{pattern}");
        }
    }

    #[test]
    fn a_dollar_has_no_backslash() {
        assert_eq!(own(r"a\$\.\-"), r"a$\.\-");
        assert_eq!(postcode("[1-9][0-9]{3}([A-Z]|S)"), "[1-9][0-9]{3} ?([A-Z]|S)");
    }
}
