//! Made-up messages obey every rule, break exactly the rule they should, and stand at every boundary.
#![allow(clippy::panic, clippy::unwrap_used)]

mod broken;
mod edges;
mod valid;

use skp_messages::sample::Sampler;

fn sampler() -> &'static Sampler {
    Sampler::shared().unwrap_or_else(|error| panic!("{error}"))
}
