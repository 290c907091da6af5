//! Moving messages between the releases of a module.
//!
//! A type whose content is the same in two releases exists once, and there is nothing to convert. For each one that
//! differs between adjoining releases there are conversions in both directions:
//!
//! - `From` where everything always goes over;
//! - else `TryFrom`, which refuses when anything is lost, missing or does not fit, and says by path what;
//! - [`ConvertFrom`], which fills the builder of the new type as far as that goes and tells what is left to do.
//!
//! ```
//! use skp_messages::schuldregeling::{v1_1, v2_0};
//! use skp_messages::upgrade::ConvertFrom;
//!
//! // Organisatie got a Contactpersoon in 2.0: up always goes, back when there is none.
//! let old = v1_1::Organisatie::builder().naam("Voorbeeld B.V.".parse()?).build()?;
//! let new = v2_0::Organisatie::from(old.clone());
//! assert_eq!(v1_1::Organisatie::try_from(new.clone())?, old);
//!
//! let known = v2_0::Organisatie { vestigingsnummer: Some("000012345678".parse()?), ..new };
//! let refused = v1_1::Organisatie::try_from(known.clone()).unwrap_err();
//! assert_eq!(refused.all()[0].path().to_string(), "Vestigingsnummer");
//! let (builder, losses) = v1_1::Organisatie::convert_from(&known);
//! assert_eq!((builder.build()?, losses), (old, refused));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Rules are not looked at here; they are when a message is built, checked or written.
//!
//! [`convert`] does the same for a message of any type, over several releases, header included, and gives a message that
//! is valid in its new release.

mod any;
mod apply;
mod changes;
mod draft;
mod supply;
#[cfg(test)]
mod tests;
mod typed;

pub use any::{Converted, Options, Refused, convert, counterparts};
pub use changes::{Change, Changes, Kind};
pub(crate) use draft::Draft;
pub use supply::{BadPath, Supply};
pub use typed::{ConvertFrom, Prefill};
#[allow(unused_imports)] // with every module switched off
pub(crate) use typed::{convert_from, strictly, try_from};
