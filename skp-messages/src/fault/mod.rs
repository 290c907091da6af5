//! Faults of the two channels, and the message that answers a wrong one.
//!
//! Only what is technical goes by a fault: a SOAP 1.1 `Fault` ([`SoapFault`]) or problem details over REST ([`Problem`]). What is
//! wrong with content goes by a Foutbericht, a message as any other ([`foutbericht`]). Codes, details and kinds of problems are
//! not published; those here are `proposed`.
//!
//! Nothing here decides what is wrong with a message: faults are made of a [`Report`], and hold rules, paths and
//! their texts, never values.
//!
//! ```
//! use skp_messages::fault::{self, Fault, FaultCode, SoapFault};
//! use skp_messages::{Layout, Options};
//!
//! let sent = SoapFault::new(FaultCode::AlBevestigd, "The message was confirmed before.");
//! let Fault::Soap(received) = fault::read(sent.to_xml(Layout::Compact).as_bytes(), &Options::default())? else {
//!     unreachable!("a SOAP fault was sent");
//! };
//! assert_eq!(received, sent);
//! # Ok::<(), skp_messages::Report>(())
//! ```

mod foutbericht;
mod of_report;
mod problem;
mod read;
mod soap;

pub use foutbericht::{Answer, NoFoutbericht, foutbericht};
pub use problem::{InvalidParam, Problem, ProblemKind};
pub(crate) use read::{Found, found};
pub use soap::{FaultCode, SoapFault};

use crate::check::careful;
use crate::{Options, Report};

/// A fault of either channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A `Fault` in the Body of a SOAP 1.1 envelope.
    Soap(SoapFault),
    /// Problem details of the REST interface.
    Problem(Problem),
}

/// Reads a fault: a SOAP 1.1 envelope with a `Fault` in its Body, or problem details in JSON.
///
/// Members of problem details that nobody knows are passed over, as RFC 9457 asks.
///
/// # Errors
/// The report, when the input is no fault or not a whole one.
pub fn read(bytes: &[u8], options: &Options) -> Result<Fault, Report> {
    careful::read_fault(bytes, options)
}
