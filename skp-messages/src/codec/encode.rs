//! Encoding as generated code sees it.

use super::{Composite, Value};
use crate::value::SimpleValue;

/// Takes the elements of a composite, in the order of its table.
///
/// `index` is the place of the element in the shape of the composite that is being encoded.
pub trait Encoder {
    /// An element that is always there.
    fn one<T: Value>(&mut self, index: usize, value: &T);

    /// An element that may be absent.
    fn optional<T: Value>(&mut self, index: usize, value: Option<&T>) {
        if let Some(value) = value {
            self.one(index, value);
        }
    }

    /// The items of a list; an empty list is left out.
    fn many<T: Value>(&mut self, index: usize, items: &[T]);

    /// The value of the current element. Called by simple values.
    fn simple<T: SimpleValue>(&mut self, value: &T);

    /// The parts of the current element. Called by composites.
    fn composite<T: Composite>(&mut self, value: &T);
}
