//! Typed messages of the Dutch Schuldenknooppunt (SKP): read, check and write them.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod adapters;
mod api;
pub mod catalogue;
pub mod check;
pub mod codec;
pub mod finding;
mod format;
mod lang;
mod read;
pub mod shape;
mod tree;
mod value;
mod write;

include!(concat!(env!("OUT_DIR"), "/index.rs"));

pub use api::{Received, read, read_with, validate};
pub use check::{Options, Unknown};
pub use finding::{Finding, Report};
pub use format::Format;
pub use lang::Lang;
pub use read::Limits;
pub use value::{Base64, Bedrag, Bsn, Iban, Percentage, SimpleValue, ValueError, dutch_date};
pub use write::Layout;
