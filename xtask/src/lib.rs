//! What the project asks of itself. Part of no product: nothing here is published.
//!
//! [`prove`] shows that the generated code and the generated schemas mean the same.

pub mod prove;
