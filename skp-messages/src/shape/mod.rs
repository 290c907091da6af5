//! What a message looks like, as data.
//!
//! The generator turns every element table into a `static` [`Shape`]; decoders, encoders, the walker
//! and tools read it. A shape knows no wire format: it carries the names of an element in each
//! format, never how a format is written. Nothing here reads or checks a message.

mod calendar;
mod codes;
mod conversation;
mod conversion;
mod element;
mod message;
mod pattern;
mod rule;
mod simple;
mod status;

pub use calendar::{Calendar, Holiday, HolidayDate};
pub use codes::{Code, CodeList};
pub use conversation::{Answer, Condition, Conversation, Participant, ProcessRule, Sector, State, Transition};
pub use conversion::{Conversion, How, Upgrade};
pub use element::{Element, Elsewhere, Privacy, Shape, Type};
pub use message::{Forbidden, MessageInfo, Module, Release, Role};
pub use pattern::{Pattern, Position};
pub use rule::{Rule, RulePath, Severity, Step};
pub use simple::{Kind, SimpleType};
pub use status::{Standing, Status};
