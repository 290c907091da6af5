//! Inputs out of a few bytes: a sample, and what is changed in it.
//!
//! Bytes as a fuzzer makes them up are seldom a message. Here they decide: which message, with which seed, in which form,
//! and then change by change what happens where. Where they run out, everything is the first of its kind.

mod json;
mod xml;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use arbitrary::Unstructured;
use skp_messages::sample::{Form, Sampler};
use skp_messages::shape::MessageInfo;
use skp_messages::{Format, Layout, catalogue};

/// So many different samples of each message.
const SEEDS: u8 = 8;

/// The input that a target looks at: the bytes themselves when they begin like a message, else a sample of this format,
/// if one is asked for, with changes.
#[must_use]
pub fn input(data: &[u8], format: Option<Format>) -> Option<Cow<'_, [u8]>> {
    match data.trim_ascii_start().first() {
        None | Some(b'<' | b'{' | b'[' | b'"' | 0xEF | 0xFE | 0xFF) => Some(Cow::Borrowed(data)),
        Some(_) => changed(&mut Unstructured::new(data), format).map(|text| Cow::Owned(text.into_bytes())),
    }
}

/// A sample with up to six changes.
fn changed(u: &mut Unstructured<'_>, format: Option<Format>) -> Option<String> {
    let info = *pick(u, catalogue::messages())?;
    let seed = below(u, usize::from(SEEDS)) as u64;
    let flags: u8 = u.arbitrary().unwrap_or(0);
    let format = format.unwrap_or(if flags & 1 == 0 { Format::Xml } else { Format::Json });
    let form = if flags & 2 == 0 { Form::Bare } else { Form::Envelope };
    let layout = if flags & 4 == 0 { Layout::Compact } else { Layout::Pretty };
    let text = sample(info, seed, format, layout, form)?;
    let mut text = String::clone(&text);
    // Two messages in one: the second half of another.
    if flags & 0x70 == 0x70 {
        let other = *pick(u, catalogue::messages())?;
        let other = sample(other, 0, format, layout, form)?;
        splice(&mut text, &other, u);
    }
    for _ in 0..below(u, 7) {
        if u.is_empty() {
            break;
        }
        match format {
            Format::Json => json::change(&mut text, u),
            Format::Xml => xml::change(&mut text, u),
        }
    }
    Some(text)
}

/// Puts the end of another text behind the start of this one.
fn splice(text: &mut String, other: &str, u: &mut Unstructured<'_>) {
    let (mut at, mut from) = (below(u, text.len() + 1), below(u, other.len() + 1));
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    while !other.is_char_boundary(from) {
        from -= 1;
    }
    text.truncate(at);
    text.push_str(other.get(from..).unwrap_or_default());
}

/// A sample, made once. `None` when there is none.
#[must_use]
pub fn sample(
    info: &'static MessageInfo,
    seed: u64,
    format: Format,
    layout: Layout,
    form: Form,
) -> Option<Arc<String>> {
    type Made = HashMap<(&'static str, u64, u8), Option<Arc<String>>>;
    static MADE: Mutex<Option<Made>> = Mutex::new(None);
    let kind =
        u8::from(format == Format::Json) | u8::from(layout == Layout::Pretty) << 1 | u8::from(form == Form::Bare) << 2;
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let make = || Some(Arc::new(Sampler::shared().ok()?.message(info, seed).ok()?.write(format, layout, form)));
    made.get_or_insert_default().entry((info.bericht, seed, kind)).or_insert_with(make).clone()
}

/// A number below this one; 0 when the bytes have run out.
fn below(u: &mut Unstructured<'_>, end: usize) -> usize {
    u.int_in_range(0..=end.saturating_sub(1)).unwrap_or(0)
}

fn pick<'l, T>(u: &mut Unstructured<'_>, from: &'l [T]) -> Option<&'l T> {
    from.get(below(u, from.len()))
}

/// A text to put in the place of a value: one of a list, a short one out of the bytes, or the old one slightly changed.
fn value(old: &str, u: &mut Unstructured<'_>) -> String {
    match below(u, 4) {
        0 => pick(u, VALUES).map_or_else(String::new, |value| (*value).to_owned()),
        1 => {
            let length = below(u, 24);
            u.bytes(length).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
        }
        2 => {
            let mut letters: Vec<char> = old.chars().collect();
            let at = below(u, letters.len());
            let digit = char::from(b'0' + u8::try_from(below(u, 10)).unwrap_or(0));
            match letters.get_mut(at) {
                Some(letter) => *letter = digit,
                None => letters.push(digit),
            }
            letters.into_iter().collect()
        }
        _ => old.repeat(below(u, 4)),
    }
}

/// Values that stand at a border, or where they do not belong.
const VALUES: &[&str] = &[
    "",
    " ",
    "0",
    "00",
    "0.00",
    "0.01",
    "-0",
    "-1",
    "1",
    "1.0",
    "1.005",
    "1e3",
    "2",
    "18",
    "60",
    "99.99",
    "100",
    "100.00",
    "100.01",
    "9999.99",
    "99999",
    "100000",
    "99999999.99",
    "100000000",
    "2147483648",
    "0000-01-01",
    "1899-12-31",
    "1900-01-01",
    "2024-02-29",
    "2026-02-29",
    "2026-03-02",
    "2099-12-31",
    "2200-01-01",
    "2026-03-02T09:15:00+01:00",
    "2026-03-02T24:00:00Z",
    "2030-01-01T00:00:00.1234Z",
    "true",
    "false",
    "SHV2",
    "OSHV",
    "SE",
    "BEW",
    "KB",
    "OVERIG",
    "AKKOORD",
    "CONCURRENT",
    "PREFERENT",
    "schuldregeling",
    "Saldoverzoek",
    "2.0",
    "111222333",
    "000000000",
    "BSN 111222333",
    "NL91ABNA0417164300",
    "nl91 abna 0417 1643 00",
    "NL02TEST0123456789",
    "1234 AB",
    "0123AB",
    "0900 1234",
    "a@b.nl",
    " tekst",
    "a\nb",
    "a\r\nb",
    "a\rb",
    "a\tb",
    "\u{0}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffe}",
    "𝓐",
    "=1+1",
    "579b8be4-884a-404b-8320-7350712a56fc",
    "579B8BE4-884A-404B-8320-7350712A56FC",
    "00000000-0000-0000-0000-000000000000",
    "JVBERi0x",
    "JVBERi0=",
];
