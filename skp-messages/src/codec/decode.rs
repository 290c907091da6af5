//! Decoding as generated code sees it.

use super::{Composite, Value};
use crate::value::SimpleValue;

/// Gives a composite its elements, in the order of its table.
///
/// `index` is the place of the element in the shape of the composite that is being decoded; what is found is put where
/// it belongs at once, over a stand-in, so that no value is made in one place and moved to another. A method that gives
/// `None` ends the decoding of the whole message: the input is not what the decoder can read.
pub trait Decoder {
    /// An element that must be there.
    fn one<T: Value>(&mut self, index: usize, place: &mut T) -> Option<()>;

    /// An element that may be absent.
    fn optional<T: Value>(&mut self, index: usize, place: &mut Option<T>) -> Option<()>;

    /// The items of a list; none when the list is absent.
    fn many<T: Value>(&mut self, index: usize, place: &mut Vec<T>) -> Option<()>;

    /// The text of the current element, as a value. Called by simple values.
    fn simple<T: SimpleValue>(&mut self, place: &mut T) -> Option<()>;

    /// The parts of the current element. Called by composites.
    fn composite<T: Composite>(&mut self, place: &mut T) -> Option<()>;
}

/// A composite, decoded from its first element on.
pub(crate) fn decoded<T: Composite>(d: &mut impl Decoder) -> Option<T> {
    let mut value = T::stand_in();
    value.decode(d)?;
    Some(value)
}
