//! Conversations: what can only be seen in several messages together.
//!
//! [`History`] holds the messages that came before, and checks which facts of the next one must agree with them.

pub(crate) mod facts;
mod history;

pub use facts::{Among, Binding, Fact};
pub use history::{Earlier, History};
