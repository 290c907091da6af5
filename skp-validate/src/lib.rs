//! Checking many messages of the Dutch Schuldenknooppunt (SKP): the library behind the command `skp`.
//!
//! `skp-messages` checks one input. This crate finds inputs ([`inputs`]), checks them side by side ([`run`]; streams, packed files and
//! zips too: [`bulk`]), adds up what was checked ([`Summary`]), decides whether that is a pass ([`Verdict`]) and shows it ([`render`], or several forms at
//! once: [`reports`]). A project's own settings ([`config`], [`baseline`]) say how findings count ([`Policy`]). What is
//! wrong with a message is decided in `skp-messages` and nowhere here; and no value of a person is shown unless the caller
//! asks for it.
//!
//! ```
//! use std::num::NonZeroUsize;
//! use skp_messages::{Lang, Options};
//! use skp_validate::{Summary, Verdict, inputs, run};
//!
//! let found = inputs::collect(&["no/such/file.json".to_owned()]);
//! let mut summary = Summary::default();
//! run::run(found, &Options::default(), NonZeroUsize::MIN, |checked| {
//!     summary.add(&checked);
//!     Ok(())
//! })?;
//! assert_eq!(summary.verdict(), Verdict::Broken);
//! assert!(summary.sentence(Lang::En).starts_with("No message checked"));
//! # Ok::<(), std::io::Error>(())
//! ```
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod baseline;
pub mod bulk;
pub mod bundle;
pub mod changes;
pub mod config;
pub mod csv;
pub mod definitions;
pub mod dossier;
pub mod excerpt;
pub mod fixture;
pub mod identity;
pub mod inputs;
pub mod matrix;
pub mod policy;
pub mod render;
pub mod reports;
mod root;
mod rule_pattern;
pub mod run;
pub mod samples;
pub mod schemas;
mod standing;
mod summary;
pub mod terminal;
mod trouble;
pub mod upgrades;
mod verdict;

pub use bulk::Shard;
pub use inputs::Input;
pub use policy::Policy;
pub use root::{SourceRoot, Uri};
pub use rule_pattern::RulePattern;
pub use run::{Checked, Outcome};
pub use standing::{Known, Standing, State};
pub use summary::{RunFailure, Summary};
pub use trouble::{Trouble, TroubleKind};
pub use verdict::Verdict;
