//! What makes a finding the same finding in the next run: its input, rule and element, and which of several it is.
//!
//! Lines may move and values may change; the finding stays the same. Nothing in an identity is anybody's data: a name
//! that the standard does not know is in it as `?`.

use std::borrow::Cow;
use std::collections::HashMap;

use skp_messages::finding::{Path, Root};

use crate::excerpt::is_name;
use crate::{Checked, SourceRoot};

/// What a finding is known by from one run to the next.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identity {
    /// The input, seen from the root.
    pub input: String,
    /// The id of the rule.
    pub rule: &'static str,
    /// The neutral path; a name that the standard does not know is `?`.
    pub path: String,
    /// Which of the findings with this input, rule and path it is, counted from 1.
    pub number: u32,
}

impl Identity {
    /// Thirty-two hexadecimal digits that stand for the identity.
    ///
    /// It is the FNV-1a hash of 128 bits over the parts: it tells findings apart and is no protection against somebody
    /// who makes two collide.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.fingerprint_on(None)
    }

    /// The same for a message on this line of the input: other messages in it have findings with the same identity.
    #[must_use]
    pub fn fingerprint_on(&self, line: Option<u64>) -> String {
        let number = self.number.to_string();
        let line = line.map(|line| line.to_string());
        let parts = [&self.input, self.rule, &self.path, &number].into_iter().chain(line.as_deref());
        fingerprint(&parts.collect::<Vec<_>>())
    }
}

/// The identities of the findings of an input, in the order of the findings.
#[must_use]
pub fn identities(checked: &Checked, root: &SourceRoot) -> Vec<Identity> {
    let input = root.name(&checked.name);
    let mut seen: HashMap<(&str, String), u32> = HashMap::new();
    let mut out = Vec::new();
    for (finding, _) in checked.findings() {
        let path = path(finding.path());
        let number = seen.entry((finding.id(), path.clone())).or_default();
        *number += 1;
        out.push(Identity { input: input.clone(), rule: finding.id(), path, number: *number });
    }
    out
}

/// The hash of some texts.
pub(crate) fn fingerprint(parts: &[&str]) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    // No part has a NUL in it that is not escaped: names of files cannot, the rest is ours.
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    let hash = bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    format!("{hash:032x}")
}

/// A neutral path with the standard's own names only.
fn path(path: &Path) -> String {
    let mut out = String::new();
    if path.start() == Root::Header {
        out.push_str("Berichtheader");
    }
    for step in path.steps() {
        if !out.is_empty() {
            out.push('.');
        }
        out.push_str(match &step.name {
            Cow::Borrowed(name) => name,
            Cow::Owned(name) if is_name(name) => name,
            Cow::Owned(_) => "?",
        });
        if let Some((_, index)) = step.item {
            out.push_str(&format!("[{}]", index + 1));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use skp_messages::{Options, validate};

    use super::*;
    use crate::Outcome;

    const TEXT: &str = r#"{"bericht":"schuldregeling/2.0/GeenMedewerking","klantnummerSHV":"1","reden":"GEEN_ZIN",
        "jansen":"MARKER","pietersen":1}"#;

    fn found(text: &str) -> Vec<Identity> {
        let report = validate(text.as_bytes(), &Options::default());
        let checked = Checked { name: "a.json".to_owned(), outcome: Outcome::of(report, text.into()) };
        identities(&checked, &SourceRoot::new("/r"))
    }

    #[test]
    fn an_identity_tells_nothing_about_persons() {
        let paths: Vec<(String, u32)> = found(TEXT).into_iter().map(|one| (one.path, one.number)).collect();
        let expected = [("Reden", 1), ("?", 1), ("?", 2)].map(|(path, number)| (path.to_owned(), number));
        assert_eq!(paths, expected);
    }

    #[test]
    fn an_identity_stays_when_lines_move_and_values_change() {
        let moved = TEXT.replace(',', ",\n\n").replace("GEEN_ZIN", "GEEN_TIJD").replace("jansen", "klaassen");
        assert_eq!(found(TEXT), found(&moved));
        let prints: Vec<String> = found(TEXT).iter().map(Identity::fingerprint).collect();
        assert_eq!(prints.first().map(String::as_str), Some("376c98d896a20f605c9f4b714ae04631"));
        assert!(prints.iter().enumerate().all(|(at, print)| !prints.iter().take(at).any(|other| other == print)));
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(fingerprint(&[]), "6c62272e07bb014262b821756295c58d");
        assert_eq!(fingerprint(&["", ""]).len(), 32);
    }
}
