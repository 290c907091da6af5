//! Conversations: what can only be seen in several messages together.
//!
//! A [`Conversation`] begins with its first message and goes on with each next one. It says which state it is in, which
//! message may follow, from whom and by when, or what is wrong: a message out of order, from the wrong side, without the
//! consent document, later than its deadline. What may follow what is data ([`crate::shape::Conversation`]), made from
//! the definitions; what each rule compares stands here.
//!
//! | file | does |
//! |---|---|
//! | `machine` | the conversation itself: which transition a message takes |
//! | `checks` | rules on header and content, each against the messages before |
//! | `deadlines` | which questions are open, and until when |
//! | `working_days` | which days count |
//! | `known` | what is known besides this conversation: other conversations, a participant directory |
//! | `history` | the messages so far |
//! | `facts` | facts that must agree between the messages |
//! | `desk`, `content` | making findings, and reading an element by its name |
//!
//! It checks no message on its own: reading has done that.
//!
//! ```
//! use skp_messages::conversation::{Conversation, Receipt};
//! use skp_messages::vroegsignalering::v2_0::VroegsignaalTerugkoppeling;
//!
//! let signal = skp_messages::read(br#"{
//!   "header": {
//!     "module": "vroegsignalering", "release": "2.0", "bericht": "Vroegsignaal",
//!     "afzender": "8d3a1c52-4f6e-4b7a-9a41-2f7c5d9e0b13", "afzenderType": "SE",
//!     "ontvanger": "1f0e6b7c-93d2-4a58-8c35-7be2a4d1f960",
//!     "conversatieReferentienummer": "5b2f9e41-7c8d-4e3a-b6f0-9a1d2c3e4f50",
//!     "referentienummer": "SE-1", "verzondenOp": "2026-03-03T09:15:00+01:00"
//!   },
//!   "inhoud": {
//!     "signaalId": "S-1", "signaaldatum": "2026-03-03", "signaalpartner": "HUUR", "gemeentecode": "0344",
//!     "bedrag": "212.50", "ontstaansdatum": "2026-01-01",
//!     "klant": { "voornamen": "Noor", "achternaam": "Fictief", "geboortedatum": "2001-12-31" },
//!     "adres": { "straatnaam": "Voorbeeldlaan", "huisnummer": 1, "postcode": "3511AB", "woonplaats": "Utrecht" },
//!     "emailadres": "noor@example.nl", "persoonlijkContactGezocht": true, "gewezenOpHulp": true
//!   }
//! }"#)?;
//! let (mut conversation, next) = Conversation::start_received(signal, Receipt::default())?;
//! assert_eq!(conversation.state().name, "VERZONDEN");
//! assert!(next.may_follow().iter().any(|follow| follow.message.id == "VroegsignaalTerugkoppeling"));
//!
//! let feedback = skp_messages::read(br#"{
//!   "header": {
//!     "module": "vroegsignalering", "release": "2.0", "bericht": "VroegsignaalTerugkoppeling",
//!     "afzender": "1f0e6b7c-93d2-4a58-8c35-7be2a4d1f960", "afzenderType": "VVS",
//!     "ontvanger": "8d3a1c52-4f6e-4b7a-9a41-2f7c5d9e0b13",
//!     "conversatieReferentienummer": "5b2f9e41-7c8d-4e3a-b6f0-9a1d2c3e4f50",
//!     "referentienummer": "VVS-1", "antwoordOp": "SE-1", "verzondenOp": "2026-03-16T14:00:00+01:00"
//!   },
//!   "inhoud": {
//!     "signaalId": "S-1", "status": "OPGEPAKT", "datumStatus": "2026-03-16", "datumOpgepakt": "2026-03-16"
//!   }
//! }"#)?;
//! let collected = chrono::DateTime::parse_from_rfc3339("2026-03-17T08:00:00+01:00").unwrap();
//! if let (Some(header), Some(message)) = (feedback.header(), feedback.get::<VroegsignaalTerugkoppeling>()) {
//!     let next = conversation.apply(header, message, collected)?;
//!     assert_eq!(next.state().name, "OPGEPAKT");
//! }
//! # assert_eq!(conversation.history().messages().len(), 2);
//! # Ok::<(), skp_messages::Report>(())
//! ```

mod checks;
mod content;
mod deadlines;
mod desk;
pub(crate) mod facts;
mod history;
mod known;
mod machine;
mod next;
mod receipt;
mod working_days;

/// What a step from no state starts from.
pub(crate) const START: &str = "START";

pub use crate::check::places::place;
pub use facts::{Among, Binding, Fact};
pub use history::{Earlier, History};
pub use known::{Directory, Known};
pub use machine::Conversation;
pub use next::{Deadline, Follow, Next};
pub use receipt::Receipt;
pub use working_days::{easter, holiday, is_working_day, last_day};
