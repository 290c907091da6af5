//! What each fuzz target does with an input.
//!
//! A target is a plain function from bytes to nothing that panics when something is not as it should be. The crate
//! `fuzz` hands it what libFuzzer makes up, `tests/tests/fuzz_found.rs` what was found before and every sample, on a stable
//! compiler. Here stands what must hold; nothing here knows libFuzzer.
//!
//! Targets that look at messages take bytes that begin like a message as they are. All other bytes decide about a sample
//! and what is changed in it, see [`made`]: so a few bytes get as deep as a message of some kilobytes.
#![allow(clippy::panic)] // a target says by a panic what it found

pub mod checks_against_jsonschema;
pub mod json_well_formed;
pub mod made;
pub mod read_csv;
pub mod read_definitions;
pub mod read_json;
pub mod read_soap;
pub mod read_xml;
pub mod reading;
pub mod round_trip;
pub mod rules_against_interpreter;
pub mod schemas;
pub mod seeds;
pub mod straight_against_careful;
pub mod told;
pub mod words;
pub mod xml_well_formed;

/// A fuzz target.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, that of its module, of its program in `fuzz` and of its folder in `fuzz/found`.
    pub name: &'static str,
    /// What it does; it panics when something is not as it should be.
    pub run: fn(&[u8]),
    /// What its inputs are made of, for the words that libFuzzer tries.
    pub words: words::Kind,
}

macro_rules! targets {
    ($($name:ident: $words:ident),* $(,)?) => {
        &[$(Target { name: stringify!($name), run: $name::run, words: words::Kind::$words }),*]
    };
}

/// Every target, in order of name.
pub const TARGETS: &[Target] = targets! {
    checks_against_jsonschema: Json,
    json_well_formed: Json,
    read_csv: Csv,
    read_definitions: Definitions,
    read_json: Json,
    read_soap: Xml,
    read_xml: Xml,
    round_trip: Messages,
    rules_against_interpreter: Messages,
    straight_against_careful: Messages,
    xml_well_formed: Xml,
};
