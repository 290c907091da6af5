//! The proof that the generated code and the generated schemas mean the same.
//!
//! ```text
//! corpus ─▶ content ─▶ mutate ─▶ text (JSON and XML) ─▶ judge ◀── engine ─▶ matrix
//! ```
//!
//! The same content goes as JSON and as XML to the generated validator, to two engines of JSON Schema and to two of XML Schema.
//! Every difference is a disagreement, unless the generated list of what that language cannot say has the rule. Nothing here
//! knows a rule by its id, and nothing here decides what is right: it only compares.

mod arguments;
pub mod asked;
pub mod content;
pub mod corpus;
pub mod csv;
pub mod dice;
pub mod engine;
mod in_process;
pub mod judge;
mod keep;
mod matrix;
pub mod mutate;
mod run;
pub mod schemas;
pub mod text;
pub mod values;
mod worker;

pub use arguments::Arguments;
pub use in_process::InProcess;
pub use run::run;
