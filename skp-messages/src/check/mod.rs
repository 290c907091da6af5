//! Checking: from bytes to a report, and to a typed value when nothing is wrong.
//!
//! This is the careful way, and it alone defines what is valid. A reader makes a tree; the walker compares
//! it with a shape; then the rules run on the typed value. Each step has a file of its own.

pub(crate) mod any;
pub(crate) mod builtin;
pub(crate) mod careful;
mod checker;
mod clean;
pub(crate) mod dialect;
pub(crate) mod envelope;
pub mod functions;
pub(crate) mod header;
mod identify;
pub(crate) mod in_force;
pub(crate) mod locate;
pub(crate) mod made;
pub(crate) mod names;
pub(crate) mod never;
mod options;
pub(crate) mod places;
mod problem;
pub(crate) mod pull;
pub(crate) mod simple;
pub(crate) mod standard;
mod unique;
pub(crate) mod value;
pub(crate) mod walk;
mod wrong;

pub use checker::{Checker, Context};
pub(crate) use clean::Clean;
pub use options::{Options, Unknown};
pub use unique::{Place, Unique};
pub use value::Required;
#[cfg(feature = "serde")]
pub(crate) use value::from_tree;
pub(crate) use value::{check as check_value, check_with_header, holds, named_by, too_large};
