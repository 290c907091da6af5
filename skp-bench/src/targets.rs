//! What the ratios should be, in one table.
//!
//! A target is judged on one input; the same ratio on other inputs is printed for information.

/// The input on which targets are judged: an answer with twelve claims, as machines send it.
pub const JUDGED: &str = "12 claims, compact";

/// A ratio that should be reached: our speed divided by that of the peer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// The measure.
    pub measure: &'static str,
    /// The input.
    pub input: &'static str,
    /// The peer.
    pub peer: &'static str,
    /// The ratio.
    pub at_least: f64,
}

/// Every target.
#[rustfmt::skip] // a table
pub const TARGETS: &[Target] = &[
    Target { measure: "xml-read",  input: JUDGED, peer: "expat, bare events",             at_least: 8.0 },
    Target { measure: "xml-read",  input: JUDGED, peer: "quick-xml serde",                at_least: 12.0 },
    Target { measure: "xml-read",  input: JUDGED, peer: "quick-xml, bare events",         at_least: 3.0 },
    Target { measure: "json-read", input: JUDGED, peer: "sonic-rs typed",                 at_least: 2.0 },
    Target { measure: "json-read", input: JUDGED, peer: "Value + jsonschema + typed",     at_least: 6.0 },
    Target { measure: "xml-write",  input: JUDGED, peer: "quick-xml serde",               at_least: 3.0 },
    Target { measure: "json-write", input: JUDGED, peer: "serde_json",                    at_least: 1.5 },
    Target { measure: "mistakes",  input: "XML, 1 mistake in 12 claims", peer: "quick-xml serde", at_least: 1.0 },
    Target { measure: "scaling",   input: "XML read",   peer: "12 claims",                at_least: 0.85 },
    Target { measure: "scaling",   input: "JSON read",  peer: "12 claims",                at_least: 0.85 },
    Target { measure: "scaling",   input: "XML write",  peer: "12 claims",                at_least: 0.85 },
    Target { measure: "scaling",   input: "JSON write", peer: "12 claims",                at_least: 0.85 },
];

/// What this ratio should be, if anything.
#[must_use]
pub fn of(measure: &str, input: &str, peer: &str) -> Option<f64> {
    let wanted = |target: &&Target| target.measure == measure && target.input == input && target.peer == peer;
    TARGETS.iter().find(wanted).map(|target| target.at_least)
}

#[cfg(test)]
mod tests {
    use super::{JUDGED, TARGETS, of};

    #[test]
    fn a_target_is_judged_on_its_input_only() {
        assert_eq!(of("xml-read", JUDGED, "quick-xml serde"), Some(12.0));
        assert_eq!(of("xml-read", "12 claims, pretty", "quick-xml serde"), None);
    }

    #[test]
    fn no_ratio_has_two_targets() {
        for (number, target) in TARGETS.iter().enumerate() {
            let same = |other: &super::Target| {
                (other.measure, other.input, other.peer) == (target.measure, target.input, target.peer)
            };
            assert_eq!(TARGETS.iter().position(same), Some(number), "{target:?}");
        }
    }
}
