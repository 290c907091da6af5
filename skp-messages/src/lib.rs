//! Typed messages of the Dutch Schuldenknooppunt (SKP): read, check and write them.
//!
//! Debt counsellors and creditors in the Netherlands exchange standard messages: what is owed
//! (Saldoverzoek), what can be paid (Betaalvoorstel), and so on. This crate has a type for each message of
//! each release, generated from the element tables of the standard, and reads and writes them as XML and
//! JSON. Reading gives a typed value or a [`Report`] that says everything that is wrong, with the rule, the
//! element, line and column, in Dutch and English.
//!
//! # Reading a message of a known type
//!
//! ```
//! use skp_messages::schuldregeling::v2_0::{GeenMedewerking, Message};
//!
//! let xml = br#"<GeenMedewerking xmlns="urn:x-skp:schuldregeling:2.0">
//!   <KlantnummerSHV>SHV-1</KlantnummerSHV>
//!   <Reden>RECENT_FINALE_KWIJTING</Reden>
//! </GeenMedewerking>"#;
//! let message = GeenMedewerking::from_xml(xml)?;
//! assert_eq!(message.klantnummer_shv.as_str(), "SHV-1");
//! # Ok::<(), skp_messages::Report>(())
//! ```
//!
//! `Message` is the trait of one release: which one is in scope decides which release is read and written.
//! A type that is the same in two releases exists once and implements both traits.
//!
//! # When something is wrong
//!
//! ```
//! use skp_messages::{Lang, Options, validate};
//!
//! let report = validate(br#"{
//!   "bericht": "schuldregeling/2.0/GeenMedewerking",
//!   "klantnummerSHV": "SHV-1",
//!   "reden": "GEEN_ZIN"
//! }"#, &Options::default());
//! let finding = &report.findings()[0];
//! assert_eq!((finding.id(), finding.path().to_string().as_str()), ("VAL-006", "Reden"));
//! assert_eq!(finding.text(Lang::Nl), "De code staat niet in de codelijst.");
//! assert_eq!(finding.place().map(|place| (place.line, place.column)), Some((4, 3)));
//! ```
//!
//! Values of persons are masked in `Debug`, `Display` and every text; [`finding::Found::shown`] gives one to
//! somebody who asks for it.
//!
//! # Writing
//!
//! ```
//! use skp_messages::schuldregeling::v2_0::{GeenMedewerking, Message, RedenGeenMedewerking};
//!
//! let message = GeenMedewerking::builder()
//!     .klantnummer_shv("SHV-1".parse()?)
//!     .reden(RedenGeenMedewerking::KlantOnbekend)
//!     .build()?;
//! assert!(message.to_xml()?.contains("<Reden>KLANT_ONBEKEND</Reden>"));
//!
//! let incomplete = GeenMedewerking::builder().build().unwrap_err();
//! assert_eq!(incomplete.findings().len(), 2); // KlantnummerSHV and Reden
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing invalid is ever written: [`Report`] says why not.
//!
//! # A message of any type
//!
//! [`read`] finds format, module, release and message by itself and gives a [`Received`], with the header
//! (Berichtheader) when the message came in a SOAP envelope or in `{ "header": …, "inhoud": … }`.
//!
//! # The envelope alone
//!
//! [`validate_envelope`] and [`read_envelope`] are for whoever passes messages on and cannot read them: they check the header and
//! leave the content, which may be encrypted, unread.
//!
//! # Another release
//!
//! [`upgrade`] moves messages between releases: typed, with `From` and `TryFrom`, or any message with
//! [`upgrade::convert`].
//!
//! # Provenance
//!
//! Much of the standard is not public. Every type, element, code and rule says in its documentation whether
//! it is `published`, `derived` or `proposed`; what is proposed is a choice of this project.
//!
//! # Features
//!
//! - one for each module (`schuldregeling`), all on by default; none changes a public type
//! - `serde`: `Serialize` and `Deserialize` in the form and with the checks of JSON
//! - `schemars`: `JsonSchema`, the schema that the generator writes
//! - `sample`: makes messages that obey every rule, or break exactly one, for tests
//! - `draft`: checking against definitions that are read at run time, in a module of that name
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unreachable
    )
)]

mod adapters;
mod api;
pub mod catalogue;
pub mod check;
pub mod codec;
pub mod conversation;
pub mod csv;
#[cfg(feature = "draft")]
pub mod draft;
pub mod fault;
pub mod finding;
mod format;
mod lang;
mod read;
#[cfg(feature = "sample")]
pub mod sample;
pub mod shape;
mod straight;
mod tree;
pub mod upgrade;
mod value;
mod words;
mod write;

include!(concat!(env!("OUT_DIR"), "/index.rs"));

pub use api::{Envelope, Examined, Received, examine, read, read_envelope, read_with, validate, validate_envelope};
#[doc(hidden)]
pub use api::{read_careful, read_straight};
pub use check::{Options, Unknown};
pub use finding::{Finding, Report};
pub use format::Format;
pub use lang::Lang;
pub use read::Limits;
pub use value::{Base64, Bedrag, Bsn, Iban, Percentage, SimpleValue, ValueError, dutch_date};
pub use write::Layout;
