//! Building a tree from a reader's events, without recursion.

use std::borrow::Cow;

use super::{Content, Node, NodeId, Tree};

/// Adds nodes in input order; `open` and `close` follow the nesting.
#[derive(Default)]
pub(crate) struct TreeBuilder<'a> {
    pub(crate) tree: Tree<'a>,
    /// The open nodes, outermost first, each with its last child so far.
    open: Vec<(NodeId, Option<NodeId>)>,
}

impl<'a> TreeBuilder<'a> {
    /// A builder with room for what an input of so many bytes most often holds.
    pub(crate) fn for_input(bytes: usize) -> Self {
        // Not more than a message of a few hundred lines needs: a hostile input gets no more than it fills.
        const MOST: usize = 512;
        let mut builder = Self::default();
        builder.tree.nodes.reserve((bytes / 32).min(MOST));
        builder
    }

    /// How many nodes are open.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// How many nodes there are.
    pub(crate) fn len(&self) -> usize {
        self.tree.nodes.len()
    }

    /// The innermost open node.
    pub(crate) fn current(&mut self) -> Option<&mut Node<'a>> {
        let &(NodeId(id), _) = self.open.last()?;
        self.tree.nodes.get_mut(id as usize)
    }

    /// The number of the innermost open node.
    pub(crate) fn current_id(&self) -> Option<NodeId> {
        self.open.last().map(|&(id, _)| id)
    }

    /// Adds a node as the last child of the innermost open one and leaves it open.
    pub(crate) fn open(&mut self, name: Cow<'a, str>, content: Content<'a>, place: usize) -> NodeId {
        // Readers stop at their limit on the number of nodes, far below this.
        let id = NodeId(u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX));
        if let Some((parent, last)) = self.open.last_mut() {
            let link = match last {
                Some(last) => self.tree.nodes.get_mut(last.0 as usize).map(|node| &mut node.next),
                None => self.tree.nodes.get_mut(parent.0 as usize).map(|node| &mut node.first_child),
            };
            if let Some(link) = link {
                *link = Some(id);
            }
            *last = Some(id);
        }
        self.tree.nodes.push(Node {
            name,
            namespace: 0,
            content,
            place,
            value: place..place,
            repeated: false,
            nil: false,
            first_child: None,
            next: None,
        });
        self.open.push((id, None));
        id
    }

    /// Closes the innermost open node, whose value ends before byte `end`.
    pub(crate) fn close(&mut self, end: usize) {
        if let Some((NodeId(id), _)) = self.open.pop()
            && let Some(node) = self.tree.nodes.get_mut(id as usize)
        {
            node.value.end = end.max(node.value.start);
        }
    }
}
