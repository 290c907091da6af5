//! Any mutation of valid bytes is accepted with an equal meaning or gives a finding; never a panic.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use skp_fuzz_targets::{made, reading, round_trip};
use skp_messages::sample::Form;
use skp_messages::{Format, Layout, read};

use super::{config, message};

/// A change to bytes, wherever it falls.
#[derive(Debug, Clone)]
enum Change {
    Flip(Index, u8),
    Delete(Index, usize),
    Insert(Index, Vec<u8>),
    Duplicate(Index, usize),
    Truncate(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let word = prop_oneof![
        vec(any::<u8>(), 1..8),
        prop::sample::select(WORDS).prop_map(|word: &str| word.as_bytes().to_vec()),
    ];
    prop_oneof![
        4 => (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        3 => (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        3 => (any::<Index>(), word).prop_map(|(at, word)| Change::Insert(at, word)),
        2 => (any::<Index>(), 1..80_usize).prop_map(|(at, length)| Change::Duplicate(at, length)),
        1 => any::<Index>().prop_map(Change::Truncate),
    ]
}

/// What tends to mean something where it falls.
const WORDS: &[&str] = &[
    "<",
    ">",
    "/",
    "&",
    ";",
    "\"",
    "'",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\r",
    "\n",
    "\0",
    "<!--",
    "]]>",
    "<![CDATA[",
    "&#0;",
    "&amp;",
    "\\u0000",
    "\\ud800",
    "null",
    "0",
    "-",
    ".",
    "e9",
    "\u{feff}",
    "é",
    "\u{1b}[0m",
];

fn apply(bytes: &mut Vec<u8>, change: Change) {
    let (size, range) = (bytes.len(), |at: Index, length: usize, size: usize| {
        let at = at.index(size);
        at..(at + length).min(size)
    });
    if size == 0 {
        return;
    }
    match change {
        Change::Flip(at, bit) => bytes.get_mut(at.index(size)).into_iter().for_each(|byte| *byte ^= 1 << bit),
        Change::Delete(at, length) => drop(bytes.drain(range(at, length, size))),
        Change::Insert(at, word) => drop(bytes.splice(range(at, 0, size), word)),
        Change::Duplicate(at, length) => {
            let range = range(at, length, size);
            let twin = bytes.get(range.clone()).unwrap_or_default().to_vec();
            drop(bytes.splice(range.end..range.end, twin));
        }
        Change::Truncate(at) => bytes.truncate(at.index(size)),
    }
}

/// A valid message as bytes, in any format, layout and form.
fn valid() -> impl Strategy<Value = Vec<u8>> {
    (message(), any::<[bool; 3]>()).prop_map(|(sample, [json, pretty, bare])| {
        let format = if json { Format::Json } else { Format::Xml };
        let layout = if pretty { Layout::Pretty } else { Layout::Compact };
        sample.write(format, layout, if bare { Form::Bare } else { Form::Envelope }).into_bytes()
    })
}

/// Sees that an input is told to be wrong, or has a meaning that is kept when it is written.
fn told_or_kept(input: &[u8]) {
    let report = reading::read(input);
    match read(input) {
        Ok(received) => round_trip::survives(&received),
        Err(_) => assert!(report.has_errors(), "refused without an error: {report}"),
    }
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn of_bytes(mut bytes in valid(), changes in vec(change(), 1..4)) {
        for change in changes {
            apply(&mut bytes, change);
        }
        told_or_kept(&bytes);
    }

    #[test]
    fn of_elements_and_members(choices in vec(any::<u8>(), 4..60), json in any::<bool>()) {
        // Bytes that are no message decide about a sample, and which of its parts go, come twice or change places.
        let choices: Vec<u8> = std::iter::once(b'0').chain(choices).collect();
        let input = made::input(&choices, Some(if json { Format::Json } else { Format::Xml }));
        told_or_kept(&input.unwrap_or_else(|| panic!("no sample")));
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn of_two_messages_in_one(one in valid(), other in valid(), at in any::<Index>(), from in any::<Index>()) {
        let start = one.get(..at.index(one.len())).unwrap_or_default();
        let end = other.get(from.index(other.len())..).unwrap_or_default();
        told_or_kept(&[start, end].concat());
    }
}
