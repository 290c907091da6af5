//! Reading an element of a message by its name, whatever the type of the message.

use crate::shape::{Element, Privacy, Shape, Type};
use crate::tree::{Content, NodeId, Tree};

/// The elements of one message.
pub(super) struct Elements {
    tree: Tree<'static>,
    shape: &'static Shape,
}

/// A value that was read.
pub(super) struct Read {
    pub(super) text: String,
    pub(super) privacy: Privacy,
    /// Of a list: which item, counted from 0.
    pub(super) item: Option<usize>,
}

impl Elements {
    pub(super) const fn new(tree: Tree<'static>, shape: &'static Shape) -> Self {
        Self { tree, shape }
    }

    /// The value of an element of the message itself.
    pub(super) fn text(&self, name: &str) -> Option<Read> {
        let element = self.element(self.shape, name)?;
        let text = self.leaf(self.child(Tree::ROOT, element)?)?;
        Some(Read { text, privacy: element.privacy, item: None })
    }

    /// The values of an element of each item of a list.
    pub(super) fn items(&self, list: &str, name: &str) -> Vec<Read> {
        let read = || {
            let list = self.element(self.shape, list)?;
            let Type::Composite(shape) = list.ty else { return None };
            let element = self.element(shape, name)?;
            let node = self.child(Tree::ROOT, list)?;
            let items = self.tree.children(node).enumerate().filter_map(|(item, (id, _))| {
                let text = self.leaf(self.child(id, element)?)?;
                Some(Read { text, privacy: element.privacy, item: Some(item) })
            });
            Some(items.collect())
        };
        read().unwrap_or_default()
    }

    fn element(&self, shape: &'static Shape, name: &str) -> Option<&'static Element> {
        shape.elements.iter().find(|element| element.name == name)
    }

    fn child(&self, of: NodeId, element: &Element) -> Option<NodeId> {
        self.tree.child(of, element.json).or_else(|| self.tree.child(of, element.name))
    }

    fn leaf(&self, id: NodeId) -> Option<String> {
        match &self.tree.node(id)?.content {
            Content::String(text) | Content::Number(text) | Content::Mixed(text) => Some(text.clone().into_owned()),
            Content::Boolean(value) => Some(value.to_string()),
            Content::Object | Content::Array | Content::Null => None,
        }
    }
}
