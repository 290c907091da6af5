//! Samples with something changed, removed, repeated or emptied get the same report both ways.
//!
//! The changes are the same in every run. `SKP_MUTANTS=200 cargo test -p skp-tests --test draft` makes so many of each
//! sample instead of a few.

mod json;
mod xml;

use std::collections::BTreeSet;

use skp_messages::Unknown;
use skp_tests::{bytes, examples, name, samples};

use super::*;

/// Values that stand at a border, or where they do not belong.
const VALUES: &[&str] = &[
    "0",
    "0.00",
    "0.01",
    "1",
    "2",
    "18",
    "60",
    "100",
    "100.00",
    "50.5",
    "9999.99",
    "99999999.99",
    "100000000.00",
    "-1",
    "1900-01-01",
    "2026-02-29",
    "2026-03-02",
    "2099-12-31",
    "2026-03-02T09:15:00+01:00",
    "2030-01-01T00:00:00Z",
    "true",
    "false",
    "SHV2",
    "OSHV",
    "SE",
    "BEW",
    "KB",
    "OVERIG",
    "SK",
    "SB",
    "AKKOORD",
    "Foutbericht",
    "111222333",
    "BSN 111222333",
    "NL91ABNA0417164300",
    "nl91 abna 0417 1643 00",
    "1234 AB",
    " tekst",
    "579b8be4-884a-404b-8320-7350712a56fc",
    "579B8BE4-884A-404B-8320-7350712A56FC",
    "JVBERi0x",
];

/// A generator of numbers that look random (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end.max(1) as u64).unwrap()
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }

    /// The text with one of its digits or letters changed; mostly still a value of the same kind.
    fn tweak(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let digits: Vec<usize> = (0..letters.len()).filter(|&at| letters[at].is_ascii_digit()).collect();
        if digits.is_empty() {
            letters.push('x');
        } else {
            let at = *self.pick(&digits);
            letters[at] = char::from(b'0' + u8::try_from(self.below(10)).unwrap());
        }
        letters.into_iter().collect()
    }
}

/// So many mutants of each sample of a folder, and the rules that they break.
fn compare(folder: &str, usual: usize) -> BTreeSet<&'static str> {
    let count = std::env::var("SKP_MUTANTS").map_or(usual, |count| count.parse().unwrap());
    let mut broken = BTreeSet::new();
    for (number, path) in samples(&examples(folder)).iter().enumerate() {
        // One sample is not UTF-8; there is nothing in it to change.
        let Ok(text) = String::from_utf8(bytes(path)) else { continue };
        for turn in 0..count {
            let mut dice = Dice((number as u64) << 32 | turn as u64);
            let changes = 1 + dice.below(3);
            let mutant = if path.extension().unwrap() == "json" {
                json::mutant(&text, changes, &mut dice)
            } else {
                xml::mutant(&text, changes, &mut dice)
            };
            let unknown = if dice.below(4) == 0 { Unknown::Ignore } else { Unknown::Reject };
            let options = Options { unknown, ..Options::default() };
            assert_same(&format!("{} {turn}", name(path)), mutant.as_bytes(), &options);
            broken.extend(validate(mutant.as_bytes(), &options).findings().iter().map(|finding| finding.id()));
        }
    }
    broken
}

#[test]
fn mutants_of_valid_samples_get_the_same_report() {
    let broken = compare("messages", 8);
    // The changes reach rules, not just the walker.
    let rules = broken.iter().filter(|id| !["FRM", "DEF", "VAL"].contains(&&id[..3])).count();
    assert!(rules > 40, "{broken:?}");
}

#[test]
fn mutants_of_invalid_samples_get_the_same_report() {
    assert!(compare("invalid", 2).len() > 150);
}
