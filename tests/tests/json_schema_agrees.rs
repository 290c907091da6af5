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
    values.extend(TEXTS.iter().copied().map(Value::from));
    values.extend(long_texts().into_iter().map(Value::from));
    values.push(format!("x\r\n{}", "x".repeat(3_999)).into());
    values
}
