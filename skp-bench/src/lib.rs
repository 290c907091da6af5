//! How fast `skp-messages` reads, checks and writes, next to what other libraries do with the same bytes in the same run.
//!
//! A [`measure`] makes races: ours and its [`peers`] on one [`input`]. [`rounds`] runs them turn by turn, [`figure`] makes
//! ratios of the times, [`targets`] says what a ratio should be, and a [`report`] prints it. [`memory`] counts instead of
//! timing, [`build`] compiles two small programs. None of it decides what is valid, and nothing here is timed in a test.

pub mod build;
pub mod clock;
pub mod figure;
pub mod input;
pub mod measure;
pub mod memory;
pub mod mistakes;
pub mod peers;
pub mod report;
pub mod rounds;
pub mod schemas;
pub mod statistics;
pub mod targets;
