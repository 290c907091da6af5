//! The tree of a typed value: the one its JSON would be read into.

use super::{Content, Tree, TreeBuilder};
use crate::codec::{Composite, Encoder, Value};
use crate::shape::{Kind, Shape, Type};
use crate::value::SimpleValue;

/// The tree of a value, without places.
pub(crate) fn of_value<T: Composite>(value: &T) -> Tree<'static> {
    let mut encoder = TreeEncoder { builder: TreeBuilder::default(), shape: T::SHAPE, kind: Kind::Text };
    encoder.builder.open("".into(), Content::Object, 0);
    value.encode(&mut encoder);
    encoder.builder.close(0);
    encoder.builder.tree
}

struct TreeEncoder {
    builder: TreeBuilder<'static>,
    shape: &'static Shape,
    kind: Kind,
}

impl TreeEncoder {
    fn item<T: Value>(&mut self, index: usize, name: &'static str, value: &T) {
        let outer = self.shape;
        self.kind = Kind::Text;
        let mut content = Content::Null;
        match outer.elements.get(index).map(|element| element.ty) {
            Some(Type::Composite(shape)) => {
                self.shape = shape;
                content = Content::Object;
            }
            Some(Type::Simple(simple)) => self.kind = simple.kind,
            Some(Type::Code(list)) => self.kind = list.kind(),
            None => {}
        }
        self.builder.open(name.into(), content, 0);
        value.encode_value(self);
        self.builder.close(0);
        self.shape = outer;
    }

    fn name(&self, index: usize) -> &'static str {
        self.shape.elements.get(index).map_or("", |element| element.json)
    }
}

impl Encoder for TreeEncoder {
    fn one<T: Value>(&mut self, index: usize, value: &T) {
        self.item(index, self.name(index), value);
    }

    fn many<T: Value>(&mut self, index: usize, items: &[T]) {
        if items.is_empty() {
            return;
        }
        self.builder.open(self.name(index).into(), Content::Array, 0);
        for item in items {
            self.item(index, "", item);
        }
        self.builder.close(0);
    }

    fn simple<T: SimpleValue>(&mut self, value: &T) {
        let mut text = String::new();
        value.write(&mut text);
        let content = match self.kind {
            Kind::Integer => Content::Number(text.into()),
            Kind::Boolean => Content::Boolean(text == "true"),
            _ => Content::String(text.into()),
        };
        if let Some(node) = self.builder.current() {
            node.content = content;
        }
    }

    fn composite<T: Composite>(&mut self, value: &T) {
        value.encode(self);
    }
}
