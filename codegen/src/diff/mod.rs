//! Differences between releases: what changed, what that means for whom, and which step of the number it requires.
//!
//! | file | does |
//! |---|---|
//! | `compare` | two releases → [`Change`]s; it judges nothing |
//! | `verdict`, `verdicts/` | the verdict table: data, one row per kind of change and direction |
//! | `patterns`, `order` | which of two patterns allows more; which rows moved |
//! | `report` | releases of two catalogues side by side, with verdicts and the step that was declared |
//! | `changelog` | what came with each release, from the same differences |
//!
//! Nothing here reads a file or writes output.

mod change;
pub mod changelog;
mod compare;
mod kind;
mod order;
mod patterns;
mod report;
mod verdict;

pub use change::{Change, Name, Place, RowSort, Sort, Touched};
pub use compare::{Side, compare};
pub use kind::Kind;
pub use report::{Assessed, ReleaseDiff, catalogues, releases};
pub use verdict::{Bump, Row, Verdict, VerdictError, Verdicts};
