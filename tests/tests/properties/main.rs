//! What holds for every message and every input, tried on some that are made up.
//!
//! Each property is tried on a few cases, the same ones in every run. `SKP_CASES=10000 cargo test --release -p skp-tests
//! --test properties` tries so many, other ones each time.
#![allow(clippy::panic)] // a property may fail

mod mutations;
mod survival;
mod targets;
mod work;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use skp_messages::catalogue;
use skp_messages::sample::{Sample, Sampler};

/// So many cases of each property, unless somebody asks for more.
fn config(usual: u32) -> ProptestConfig {
    let asked = std::env::var("SKP_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(usual),
        rng_seed: if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(2026) },
        // What is found becomes a file in `fuzz/found`, by hand.
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A message of any type and release that obeys every rule.
fn message() -> impl Strategy<Value = Sample> {
    (0..catalogue::messages().len(), 0..1_000_000_u64).prop_map(|(number, seed)| {
        let sampler = Sampler::shared().unwrap_or_else(|error| panic!("{error}"));
        let info = catalogue::messages().get(number).unwrap_or_else(|| panic!("no message {number}"));
        sampler.message(info, seed).unwrap_or_else(|error| panic!("{error}"))
    })
}
