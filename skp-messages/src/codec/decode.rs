//! Decoding as generated code sees it.

use super::{Composite, Value};
use crate::value::SimpleValue;

/// Gives a composite its elements, in the order of its table.
///
/// `index` is the place of the element in the shape of the composite that is being decoded. A method that
/// gives `None` ends the decoding of the whole message: the input is not what the decoder can read.
pub trait Decoder {
    /// An element that must be there.
    fn one<T: Value>(&mut self, index: usize) -> Option<T>;

    /// An element that may be absent.
    fn optional<T: Value>(&mut self, index: usize) -> Option<Option<T>>;

    /// The items of a list; none when the list is absent.
    fn many<T: Value>(&mut self, index: usize) -> Option<Vec<T>>;

    /// The text of the current element, as a value. Called by simple values.
    fn simple<T: SimpleValue>(&mut self) -> Option<T>;

    /// The parts of the current element. Called by composites.
    fn composite<T: Composite>(&mut self) -> Option<T>;
}

/// A decoder without input: required elements get a stand-in, everything else is absent.
struct Nothing;

impl Decoder for Nothing {
    fn one<T: Value>(&mut self, _: usize) -> Option<T> {
        Some(T::stand_in())
    }

    fn optional<T: Value>(&mut self, _: usize) -> Option<Option<T>> {
        Some(None)
    }

    fn many<T: Value>(&mut self, _: usize) -> Option<Vec<T>> {
        Some(Vec::new())
    }

    fn simple<T: SimpleValue>(&mut self) -> Option<T> {
        Some(T::placeholder())
    }

    fn composite<T: Composite>(&mut self) -> Option<T> {
        T::decode(self)
    }
}

/// A composite of stand-ins. Types do not contain themselves, the generator sees to it, so this ends.
#[expect(
    clippy::unreachable,
    reason = "`Nothing` always answers, and generated code gives `None` only when its decoder does"
)]
pub(super) fn stand_in<T: Composite>() -> T {
    match T::decode(&mut Nothing) {
        Some(value) => value,
        None => unreachable!("a decoder that always answers"),
    }
}
