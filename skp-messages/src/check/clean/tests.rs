//! The quick way and the walker find the same in every value, right or wrong.

use crate::check::any::AnyDecoder;
use crate::check::dialect::Dialect;
use crate::check::pull::TreeDecoder;
use crate::check::standard::BUILT;
use crate::check::walk::{Slots, Walker};
use crate::check::{Checker, Context, Options};
use crate::finding::{Path, Report, Root};
use crate::read::{self, Limits};
use crate::sample::Sampler;
use crate::schuldregeling::v2_0::{Message, Saldoverzoek, SaldoverzoekAntwoord};
use crate::shape::MessageInfo;
use crate::tree::{Content, Tree};
use crate::{Format, Layout, catalogue, generated};

/// Texts of which each is wrong somewhere, and many of which are right somewhere.
const TEXTS: [&str; 48] = [
    "",
    " ",
    "\n",
    "a",
    " a",
    "a ",
    "a\nb",
    "a\tb",
    "a\rb",
    "a\r\nb",
    "a\u{7f}b",
    "a\u{85}b",
    "\u{fffe}",
    "é",
    "\u{a0}x",
    "x\u{3000}",
    "<&>\"\\",
    "]]>",
    "🙂🙂",
    "123456782",
    "111222333",
    "BSN 111222333.",
    "1112223330",
    "000000000",
    "0",
    "00",
    "01234",
    "1.5",
    "-1",
    "100",
    "12345678901234567890",
    "99999999.99",
    "1234AB",
    "1234 AB",
    "0123AB",
    "https://example.nl/x",
    "http://example.nl",
    "JVBERi0xLjQ=",
    "JVBERA==",
    "NL91ABNA0417164300",
    "nl91 abna 0417 1643 00",
    "2026-03-02",
    "1850-01-01",
    "9999-12-31",
    "2026-03-02T09:15:00Z",
    "00000000-0000-0000-0000-000000000000",
    "0f8fad5b-d9cb-469f-a165-70867728950e",
    "ONBEKENDE_CODE",
];

/// Numbers that do not repeat soon.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// Changes something in a message: a text, a number, an element or an item that goes missing, or a list that is empty.
fn change(tree: &mut Tree<'_>, chance: &mut Chance) {
    let count = tree.nodes.len();
    let at = chance.below(count);
    let others: Vec<String> = tree
        .nodes
        .iter()
        .filter_map(|node| match &node.content {
            Content::String(text) => Some(text.to_string()),
            _ => None,
        })
        .collect();
    let first = tree.nodes.get(at).and_then(|node| node.first_child);
    let second = first.and_then(|first| tree.nodes.get(first.0 as usize)).and_then(|first| first.next);
    let Some(node) = tree.nodes.get_mut(at) else { return };
    match &mut node.content {
        Content::String(text) => {
            let long = "x".repeat(chance.below(600));
            let known = TEXTS.get(chance.below(TEXTS.len())).copied().unwrap_or_default();
            let other = others.get(chance.below(others.len())).cloned().unwrap_or_default();
            *text = match chance.below(6) {
                0 => long.into(),
                1 | 2 => other.into(),
                _ => known.into(),
            };
        }
        Content::Number(number) => {
            *number =
                ["0", "-5", "1", "120", "999999", "2147483647"].get(chance.below(6)).copied().unwrap_or("0").into();
        }
        Content::Array | Content::Object => {
            node.first_child = if chance.below(3) == 0 { None } else { second };
        }
        _ => {}
    }
}

fn same(one: &Report, other: &Report) -> bool {
    let parts = |report: &Report| (report.findings.clone(), report.counts, report.not_checked.clone(), report.left_out);
    parts(one) == parts(other)
}

fn walk(tree: &Tree<'_>, info: &'static MessageInfo) -> Slots {
    let options = Options { limits: Limits { findings: usize::MAX, ..Limits::default() }, ..Options::default() };
    let root = Root::Message(info.id, false);
    let mut report = Report::default();
    let walker = Walker {
        tree,
        dialect: Dialect::of(Format::Json),
        namespace: None,
        forbidden: &[],
        root: info.shape,
        standard: &BUILT,
        options: &options,
        offset: 0,
        slots: Slots::default(),
        report: &mut report,
        path: Path::root(root),
    };
    walker.run(Tree::ROOT)
}

#[test]
fn both_ways_find_the_same_in_right_and_wrong_values_of_every_message() {
    let sampler = Sampler::shared().unwrap();
    let mut wrong = 0;
    for (number, info) in catalogue::messages().iter().copied().enumerate() {
        let json = sampler.message(info, 7).unwrap().to_json();
        let mut chance = Chance(number as u64);
        for round in 0..24 {
            let mut tree = read::json::read(&json, &Limits::default()).map_err(|_| ()).unwrap();
            for _ in 0..round % 4 {
                change(&mut tree, &mut chance);
            }
            let slots = walk(&tree, info);
            let mut unread = Report::default();
            let root = Root::Message(info.id, false);
            let mut decoder = TreeDecoder::new(&tree, &slots, Dialect::of(Format::Json), Tree::ROOT, info.shape);
            let mut checker = Checker::new(root, Context::default(), None, &mut unread, 0);
            // A wrong element is a stand-in here, which is wrong as well, or a text that is not checked.
            let message = generated::pull_any(info, &mut AnyDecoder::Tree(&mut decoder), &mut checker).unwrap();
            let [quick, careful] = message.inspect_twice(root);
            assert!(same(&quick, &careful), "{} round {round}", info.bericht);
            wrong += usize::from(careful.has_errors());
            let written = message.write(info, None, Format::Json, Layout::Compact);
            assert_eq!(written.is_err(), careful.has_errors(), "{} round {round}", info.bericht);
            if let Err(report) = written {
                assert_eq!(report.counts, careful.counts);
                assert_eq!(report.findings.len(), careful.findings.len());
            }
        }
    }
    assert!(wrong > 1000, "only {wrong} values were wrong");
}

#[test]
fn a_list_that_is_too_long_is_not_written() {
    let sampler = Sampler::shared().unwrap();
    let value = |seed| sampler.value(<SaldoverzoekAntwoord as Message>::INFO, seed).unwrap();
    let mut antwoord: SaldoverzoekAntwoord =
        (1..).map(value).find(|antwoord: &SaldoverzoekAntwoord| !antwoord.openstaande_schulden.is_empty()).unwrap();
    let one = antwoord.openstaande_schulden.first().unwrap().clone();
    antwoord.openstaande_schulden = vec![one; Limits::default().items + 1];
    let report = antwoord.to_json().unwrap_err();
    assert!(report.findings().iter().any(|finding| finding.id() == "FRM-004"));
    assert!(super::elements(&antwoord).is_none());
}

#[test]
fn a_clean_message_is_told_to_be_so() {
    let verzoek: Saldoverzoek = Sampler::shared().unwrap().value(<Saldoverzoek as Message>::INFO, 1).unwrap();
    assert!(super::elements(&verzoek).is_some_and(|elements| elements > 5));
}
