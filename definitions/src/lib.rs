//! Definitions.
/// Files.
pub fn files() -> &'static [(&'static str, &'static str)] { include!(concat!(env!("OUT_DIR"), "/files.rs")) }
