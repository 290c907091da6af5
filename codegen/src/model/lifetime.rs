//! In which releases something is alive.

use std::fmt;

use super::Span;

/// A release number, `2.0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// Before the point.
    pub major: u16,
    /// After the point.
    pub minor: u16,
}

impl Number {
    /// Reads `2.0`: two numbers without leading zeros and a point between them.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.')?;
        let part = |digits: &str| {
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
            if plain { digits.parse().ok() } else { None }
        };
        Some(Self { major: part(major)?, minor: part(minor)? })
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// From a first release up to, and without, a later one.
///
/// A bound holds for every module, or for the modules it names: `since = "SR 2.0"` says nothing about
/// other modules, where the thing is there from the start.
#[derive(Debug, Clone, Default)]
pub struct Lifetime {
    /// The bounds at the begin: a module's letters (empty: every module) and the first release.
    pub since: Vec<(String, Number)>,
    /// The bounds at the end: a module's letters (empty: every module) and the first release without it.
    pub until: Vec<(String, Number)>,
    /// Where `since` stands, or the row when it has none.
    pub span: Span,
}

impl Lifetime {
    /// Whether it is alive in a release of the module with these letters.
    #[must_use]
    pub fn contains(&self, module: &str, release: Number) -> bool {
        let bound = |bounds: &[(String, Number)]| {
            bounds.iter().find(|(letters, _)| letters == module || letters.is_empty()).map(|&(_, number)| number)
        };
        bound(&self.since).is_none_or(|since| since <= release)
            && bound(&self.until).is_none_or(|until| release < until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn a_number_is_two_numbers_and_a_point() {
        assert_eq!(number("1.10").to_string(), "1.10");
        assert!(number("1.9") < number("1.10"));
        for wrong in ["", "2", "2.", ".0", "02.0", "2.00", "2.0.1", "v2.0", "+2.0", "2.-1"] {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn until_is_exclusive_and_letters_restrict_one_module() {
        let life = Lifetime {
            since: vec![("SR".into(), number("1.1"))],
            until: vec![(String::new(), number("3.0"))],
            span: Span::default(),
        };
        assert!(!life.contains("SR", number("1.0")));
        assert!(life.contains("SR", number("1.1")));
        assert!(life.contains("BR", number("1.0")));
        assert!(!life.contains("BR", number("3.0")));
    }
}
