//! Made-up messages obey every rule, break exactly the rule they should, and stand at every boundary.
//!
//! By default few of each are made. `SAMPLE_SEEDS=1000 cargo test --release -p skp-tests --test sample` makes a thousand,
//! and breaks every rule in every message that has it.
#![allow(clippy::panic, clippy::unwrap_used)]

mod broken;
mod dossiers;
mod edges;
mod same;
mod valid;

use skp_messages::sample::Sampler;

fn sampler() -> &'static Sampler {
    Sampler::shared().unwrap_or_else(|error| panic!("{error}"))
}

/// How many samples of each message somebody asks for; `None` in an ordinary run.
fn asked() -> Option<u64> {
    std::env::var("SAMPLE_SEEDS").ok()?.parse().ok()
}
