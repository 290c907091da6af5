//! The generated JSON Schemas and the reader agree: on every sample, every invalid sample and thousands of
//! samples with one mistake, except where `not-expressible.json` says that a schema cannot say it.
#![allow(clippy::panic, clippy::indexing_slicing)] // a missing member of a JSON value is null

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use skp_fuzz_targets::schemas::Schemas;
use skp_messages::sample::{Form, Sampler, Wish};
use skp_messages::{Format, Layout, Options, catalogue, validate};
use skp_tests::{bytes, examples, samples};
use xtask::prove::values::{TEXTS, long_texts};

/// Every sample below a folder in JSON.
fn json_samples(folder: &str) -> Vec<std::path::PathBuf> {
    samples(&examples(folder))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect()
}

fn none(disagreements: &[String]) {
    let first: Vec<_> = disagreements.iter().take(20).map(String::as_str).collect();
    assert!(disagreements.is_empty(), "{} disagreements\n{}", disagreements.len(), first.join("\n"));
}

#[test]
fn on_every_sample() {
    let schemas = Schemas::shared();
    let mut disagreements = Vec::new();
    for path in json_samples("messages").into_iter().chain(json_samples("invalid")) {
        disagreements.extend(schemas.disagreement(&bytes(&path)).map(|what| format!("{}: {what}", path.display())));
    }
    none(&disagreements);
}

#[test]
fn on_made_up_samples_valid_at_boundaries_and_broken() {
    let schemas = Schemas::shared();
    let sampler = Sampler::shared().unwrap_or_else(|error| panic!("{error}"));
    let mut disagreements = Vec::new();
    let mut agree = |what: &str, text: &[u8]| {
        disagreements.extend(schemas.disagreement(text).map(|why| format!("{what}: {why}")));
    };
    for &info in catalogue::messages() {
        for seed in 0..2 {
            let sample = sampler.message(info, seed).unwrap_or_else(|error| panic!("{error}"));
            for form in [Form::Bare, Form::Envelope] {
                agree(info.bericht, sample.write(Format::Json, Layout::Compact, form).as_bytes());
            }
        }
    }
    for info in catalogue::messages().iter().filter(|info| info.release.number == "3.0") {
        for edge in sampler.edges(info, 1).flatten() {
            let json = edge.sample.write(Format::Json, Layout::Compact, Form::Bare);
            agree(&format!("{} {} {}", info.bericht, edge.place, edge.boundary), json.as_bytes());
        }
    }
    for rule in sampler.breakable() {
        if let Ok(broken) = sampler.broken(rule.id, &Wish { format: Some(Format::Json), ..Wish::default() }) {
            agree(rule.id, broken.bytes());
        }
    }
    none(&disagreements);
}

#[test]
fn on_samples_with_one_mistake() {
    let schemas = Schemas::shared();
    let values = values();
    let (mut seen, mut disagreements, mut cases) = (BTreeSet::new(), Vec::new(), 0_usize);
    for path in json_samples("messages").into_iter().chain(json_samples("invalid")) {
        // Samples that only get a warning are as good to begin with, and some hold what no other does.
        let report = validate(&bytes(&path), &Options::default());
        if !report.is_valid() {
            continue;
        }
        let sample: Value = serde_json::from_slice(&bytes(&path)).unwrap_or_else(|error| panic!("{error}"));
        let message = report.message().map(|info| info.bericht).unwrap_or_default();
        for place in places(&sample) {
            // The elements of a message itself once for each message; those of the header and of what messages share
            // once, by their own name and that of what they stand in.
            let names: Vec<_> = place.split('/').filter(|step| step.parse::<usize>().is_err()).collect();
            let near = names.get(names.len().saturating_sub(2)..).unwrap_or_default().join("/");
            let whose = if names.len() > 2 { "" } else { message };
            if !seen.insert((whose, near)) {
                continue;
            }
            for changed in changes(&sample, &place, &values) {
                cases += 1;
                let text = changed.to_string();
                if let Some(what) = schemas.disagreement(text.as_bytes()) {
                    let value = changed.pointer(&place).map_or_else(|| "gone".to_owned(), Value::to_string);
                    let value: String = value.chars().take(60).collect();
                    disagreements.push(format!("{message} {place} = {value}: {what}"));
                }
            }
        }
    }
    assert!(cases > 10_000, "only {cases} cases");
    none(&disagreements);
}

/// The JSON Pointer of every value inside.
fn places(value: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (format!("/{name}"), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, value)| (format!("/{at}"), value)).collect(),
        _ => Vec::new(),
    };
    children
        .into_iter()
        .flat_map(|(step, child)| {
            std::iter::once(step.clone()).chain(places(child).into_iter().map(move |rest| format!("{step}{rest}")))
        })
        .collect()
}

/// The sample with another value at a place, without it, or with a stranger beside or in it.
fn changes(sample: &Value, place: &str, values: &[Value]) -> Vec<Value> {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut copy = sample.clone();
        if let Some(value) = copy.pointer_mut(place) {
            change(value);
        }
        copy
    };
    let mut all: Vec<Value> = values.iter().map(|value| with(&|old| *old = value.clone())).collect();
    all.push(with(&|old| {
        if let Value::Object(members) = old {
            members.insert("vreemd".to_owned(), json!("x"));
        }
    }));
    all.push(with(&|old| {
        if let Value::Array(items) = old {
            items.push(items.first().cloned().unwrap_or_default());
        }
    }));
    if let Some((parent, name)) = place.rsplit_once('/') {
        let mut copy = sample.clone();
        let inside = if parent.is_empty() { Some(&mut copy) } else { copy.pointer_mut(parent) };
        if let Some(Value::Object(members)) = inside {
            *members = members
                .iter()
                .filter(|(other, _)| *other != name)
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect::<Map<_, _>>();
            all.push(copy);
        }
    }
    all
}

/// Values that are right for some type and wrong for others.
fn values() -> Vec<Value> {
    let mut values = vec![
        json!(null),
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!([null]),
        json!(["a"]),
        json!([[]]),
        json!([{}]),
    ];
    values.extend(
        [-2_147_483_649_i64, -1, 0, 1, 60, 61, 99_999, 100_000, 999_999, 1_000_000, 2_147_483_648, i64::MAX]
            .map(Value::from),
    );
    values.extend([json!(1.0), json!(1.5), json!(-0.0), json!(1e20)]);
    let texts = [
        // text
        "",
        " ",
        "\u{a0}\u{3000}",
        "\u{1680}\u{2000}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}",
        "\u{200b}",
        "\u{feff}",
        " a",
        "a ",
        "a\u{a0}",
        "a\u{fffe}",
        "\u{ffff}a",
        "a\nb",
        "a\tb",
        "a\r\nb",
        "a\rb",
        "a\r",
        "\r\n",
        "\n",
        "a\n",
        "a\n\r",
        "a\0",
        "a\u{7}",
        "a\u{1f}",
        "a\u{7f}",
        "a\u{85}b",
        "a\u{9f}",
        "a\u{2028}b",
        "a  b",
        "030  1234567",
        " 030 1234567",
        "é",
        "𝓐",
        "a/b",
        "a\\b",
        "A",
        "5",
        "ab",
        "111222333",
        // dates and moments
        "1899-12-31",
        "1900-01-01",
        "1900-02-29",
        "2000-02-29",
        "2024-02-29",
        "2026-02-29",
        "2100-02-29",
        "2199-12-31",
        "2200-01-01",
        "0000-01-01",
        "2026-04-31",
        "2026-06-30",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-1-1",
        "20260101",
        "01-02-2026",
        "2026-01-01Z",
        "2026-01-01\n",
        "2026-03-02T09:15:00Z",
        "2026-03-02T09:15:00.1+01:00",
        "2026-03-02T09:15:00.1234Z",
        "2026-03-02T09:15:00.Z",
        "2026-03-02T09:15:00",
        "2026-03-02T09:15Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T23:59:60Z",
        "2026-03-02T09:15:00+14:00",
        "2026-03-02T09:15:00+14:01",
        "2026-03-02T09:15:00-00:60",
        "2026-03-02T09:15:00z",
        "2026-02-29T09:15:00Z",
        "0000-02-29T00:00:00Z",
        "9999-12-31T23:59:59.999-14:00",
        "1900-02-29T00:00:00Z",
        "2026-03-02T09:15:00Z\n",
        // numbers
        "0",
        "00",
        "0.0",
        "0.00",
        "0.5",
        "01",
        "1.",
        ".5",
        "1,5",
        "1.2.3",
        "1e3",
        "+1",
        "-1",
        "-0",
        "1.00",
        "1.234",
        "100",
        "100.0",
        "100.00",
        "100.01",
        "101",
        "99.99",
        "99999999.99",
        "99999999.9",
        "100000000",
        "99999999999999999999",
        "1 ",
        "١",
        "1.0\n",
        // identifiers
        "f96e44b6-5050-4677-a81c-2bec0b97a5a4",
        "F96E44B6-5050-4677-A81C-2BEC0B97A5A4",
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-00000000000a",
        "f96e44b650504677a81c2bec0b97a5a4",
        "{f96e44b6-5050-4677-a81c-2bec0b97a5a4}",
        "f96e44b6-5050-4677-a81c-2bec0b97a5ag",
        "f96e44b6-50504-677-a81c-2bec0b97a5a4",
        "123456782",
        "123456789",
        "000000000",
        "12345678",
        "0123456789",
        "12345678a",
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        " nl91abna0417164300 ",
        "NL92ABNA0417164300",
        "NL91ABNA041716430",
        "NL91\u{a0}ABNA0417164300",
        "BE68539007547034",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S",
        "N L91ABNA0417164300",
        "XX91ABNA0417164300",
        "NL91ABNA0417164300\n",
        "1L91ABNA0417164300",
        "1234AB",
        "1234 AB",
        "1234  AB",
        " 1234AB",
        "1234ab",
        "1234SA",
        "1234SD",
        "1234SS",
        "1234SB",
        "0234AB",
        "1234AB ",
        "1234AB\n",
        "1234\u{a0}AB",
        "1234A",
        "0123",
        "1234",
        "12345678",
        "1234567",
        "123456789012",
        "871234567890123456",
        "NL",
        "nl",
        "a@b.nl",
        "a@b",
        "@b.nl",
        "a b@c.nl",
        "a@b@c.nl",
        "a@b.",
        "a@b..nl",
        "a@b.c.d",
        "a\n@b.nl",
        "é@b.nl",
        "a@b.nl\n",
        "112",
        "+31 (0)6-12345678",
        "12",
        "1-2-3",
        "++31612345678",
        "06 1234 5678 x",
        "(((((",
        "112\n",
        "https://a",
        "https://",
        "http://a",
        "https://a b",
        "https://a\n",
        "https://é",
        "JVBERi0xLjQ=",
        "JVBERg==",
        "JVBERh==",
        "JVBERw==",
        "JVBERi0xLjQ",
        "JVBERi0xLjR=",
        "JVBE",
        "AAAA",
        "AA==",
        "JVBERi0 xLjQ=",
        "JVBERi0xLjQ=\n",
        "JVBERi0xLj-_",
        "JVBERi0x====",
        // codes
        "SB",
        "SA",
        "sb",
        "SHV2",
        "KB",
        "SE",
        "M",
        "application/pdf",
        "schuldregeling",
        "waarborgfonds",
        "2.0",
        "1.1",
        "02.0",
        "Saldoverzoek",
        "OVERIG",
        "true",
        "schuldregeling/2.0/Saldoverzoek",
        "schuldregeling/2.0/Betaalvoorstel",
    ];
    values.extend(texts.map(Value::from));
    for length in [3, 4, 5, 19, 20, 21, 50, 51, 70, 71, 80, 81, 140, 141, 200, 201, 4000, 4001] {
        values.push("x".repeat(length).into());
        values.push("𝓐".repeat(length).into());
    }
    for length in [248, 249] {
        values.push(format!("{}@b.nl", "x".repeat(length)).into());
    }
    values.push(format!("{}7", "(".repeat(30)).into());
    values.push(format!("112{}", "-".repeat(17)).into());
    values.push(format!("112{}", "-".repeat(18)).into());
    values.push(format!("x\r\n{}", "x".repeat(3_997)).into());
    values.push(format!("x\r\n{}", "x".repeat(3_998)).into());
    values.push(format!("x\r\n{}", "x".repeat(3_999)).into());
    values
}
