//! The seam between generated types and formats.
//!
//! A generated type asks a [`Decoder`] for its elements one by one, in the order of its table, and hands
//! them to an [`Encoder`] in the same order. It never learns which format is behind either. A faster
//! decoder for one format is one more implementation of [`Decoder`], and no generated line changes.

mod decode;
mod encode;

pub use decode::Decoder;
pub(crate) use decode::decoded;
pub use encode::Encoder;

use crate::check::Checker;
use crate::shape::Shape;
use crate::value::SimpleValue;

/// A type made of elements: a message or a part of one. Implemented by generated code.
pub trait Composite: Sized + 'static {
    /// The table of its elements.
    const SHAPE: &'static Shape;

    /// A value with stand-ins for what is required, and nothing else: what a decoder fills. It never leaves the crate
    /// unfilled.
    #[doc(hidden)]
    fn stand_in() -> Self;

    /// Asks for the elements, one call for each, in the order of [`Composite::SHAPE`]; each is put in its place.
    fn decode<D: Decoder>(&mut self, d: &mut D) -> Option<()>;

    /// Hands over the elements, one call for each, in the order of [`Composite::SHAPE`].
    fn encode<E: Encoder>(&self, e: &mut E);

    /// Evaluates the rules of this composite and of its parts.
    fn check(&self, c: &mut Checker<'_>);
}

/// What one element, or one item of a list, holds: a simple value or a composite.
pub trait Value: Sized {
    /// Reads one value, over a stand-in.
    fn decode_value<D: Decoder>(&mut self, d: &mut D) -> Option<()>;

    /// Writes one value.
    fn encode_value<E: Encoder>(&self, e: &mut E);

    /// Some value of the type; see [`SimpleValue`].
    #[doc(hidden)]
    fn stand_in() -> Self;
}

impl<T: Composite> Value for T {
    #[inline]
    fn decode_value<D: Decoder>(&mut self, d: &mut D) -> Option<()> {
        d.composite(self)
    }

    fn encode_value<E: Encoder>(&self, e: &mut E) {
        e.composite(self);
    }

    #[inline]
    fn stand_in() -> Self {
        <T as Composite>::stand_in()
    }
}

/// Makes a simple type a [`Value`]. A blanket implementation would clash with that of composites.
macro_rules! simple_values {
    ($($name:ty),* $(,)?) => {$(
        impl $crate::codec::Value for $name {
            #[inline]
            fn decode_value<D: $crate::codec::Decoder>(&mut self, d: &mut D) -> Option<()> {
                d.simple(self)
            }

            fn encode_value<E: $crate::codec::Encoder>(&self, e: &mut E) {
                e.simple(self);
            }

            #[inline]
            fn stand_in() -> Self {
                <Self as $crate::value::SimpleValue>::placeholder()
            }
        }
    )*};
}
pub(crate) use simple_values;

simple_values!(
    u32,
    i32,
    bool,
    uuid::Uuid,
    chrono::NaiveDate,
    chrono::DateTime<chrono::FixedOffset>,
    crate::Bedrag,
    crate::Percentage,
    crate::Bsn,
    crate::Iban,
    crate::Base64,
);

/// The canonical text of a simple value.
pub(crate) fn text_of<T: SimpleValue>(value: &T) -> String {
    let mut text = String::new();
    value.write(&mut text);
    text
}
