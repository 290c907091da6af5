//! A value that need not be complete: what a conversion works on.
//!
//! It follows a table and holds simple values as their texts. It knows no rules and gives no verdict. It holds values of
//! persons, so it has no `Debug`.

use crate::codec::{Composite, Encoder, Value, text_of};
use crate::shape::{Element, Shape, Type};
use crate::tree::{Content, Tree, TreeBuilder};
use crate::value::SimpleValue;

/// The elements of a table, as far as they are there.
pub(crate) struct Draft {
    pub(crate) shape: &'static Shape,
    /// For each element its values: none, one, or the items of a list.
    pub(crate) elements: Vec<Vec<Held>>,
}

/// What an element or an item of a list holds.
pub(crate) enum Held {
    /// The canonical text of a simple value.
    Text(String),
    /// The elements of a composite.
    Part(Draft),
}

impl Draft {
    /// Nothing yet.
    pub(crate) fn empty(shape: &'static Shape) -> Self {
        Self { shape, elements: shape.elements.iter().map(|_| Vec::new()).collect() }
    }

    /// A whole value.
    pub(crate) fn of<T: Composite>(value: &T) -> Self {
        let mut taker = Taker { draft: Self::empty(T::SHAPE), held: None };
        value.encode(&mut taker);
        taker.draft
    }

    /// The tree its JSON would give, for the walker. Types do not contain themselves, so this is not deep.
    pub(crate) fn tree(&self) -> Tree<'static> {
        let mut builder = TreeBuilder::default();
        builder.open("".into(), Content::Object, 0);
        self.add_to(&mut builder);
        builder.close(0);
        builder.tree
    }

    fn add_to(&self, builder: &mut TreeBuilder<'static>) {
        for (element, values) in self.shape.elements.iter().zip(&self.elements) {
            match values.as_slice() {
                [] => {}
                items if element.is_list() => {
                    builder.open(element.json.into(), Content::Array, 0);
                    for item in items {
                        item.add_to("", element, builder);
                    }
                    builder.close(0);
                }
                // More than one value is no list that the walker could read; each becomes a member.
                values => values.iter().for_each(|value| value.add_to(element.json, element, builder)),
            }
        }
    }
}

impl Held {
    fn add_to(&self, name: &'static str, element: &Element, builder: &mut TreeBuilder<'static>) {
        match (self, element.ty) {
            (Self::Part(part), _) => {
                builder.open(name.into(), Content::Object, 0);
                part.add_to(builder);
            }
            // The text as it is, of whatever kind: the walker says whether it is a value of the type.
            (Self::Text(text), Type::Simple(_) | Type::Code(_)) => {
                builder.open(name.into(), Content::Mixed(text.clone().into()), 0);
            }
            (Self::Text(_), Type::Composite(_)) => {
                builder.open(name.into(), Content::Null, 0);
            }
        }
        builder.close(0);
    }
}

/// Takes what generated code hands over.
struct Taker {
    draft: Draft,
    /// The value of the current element.
    held: Option<Held>,
}

impl Taker {
    fn add<T: Value>(&mut self, index: usize, value: &T) {
        value.encode_value(self);
        if let (Some(held), Some(values)) = (self.held.take(), self.draft.elements.get_mut(index)) {
            values.push(held);
        }
    }
}

impl Encoder for Taker {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        self.add(index, value);
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        for item in items {
            self.add(index, item);
        }
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        self.held = Some(Held::Text(text_of(value)));
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        let outer = std::mem::replace(&mut self.draft, Draft::empty(T::SHAPE));
        value.encode(self);
        self.held = Some(Held::Part(std::mem::replace(&mut self.draft, outer)));
    }
}
