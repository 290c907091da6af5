//! Finding the place of an element in an input by its path, for findings that were made without the input.
//!
//! It reads the input once more and goes down by names; nothing is checked.

use super::dialect::Dialect;
use super::envelope;
use super::options::Options;
use crate::Format;
use crate::finding::{LineIndex, Path, Place, Report, Root};
use crate::read;
use crate::tree::{NodeId, Tree};

/// Gives the findings of a report that have no place the one their element has in this input.
///
/// An element that is absent gets the place of its parent. An input that cannot be read gives no places.
pub fn place(report: &mut Report, bytes: &[u8], options: &Options) {
    let missing = report.findings.iter().any(|finding| finding.place.is_none());
    let Some(input) = read::sniff(bytes, options.limits.size).ok().filter(|_| missing) else { return };
    let tree = match input.format {
        Format::Json => read::json::read(input.text, &options.limits),
        Format::Xml => read::xml::read(input.text, &options.limits),
    };
    let Ok(tree) = tree else { return };
    report.format = report.format.or(Some(input.format));
    let dialect = Dialect::of(input.format);
    let parts = envelope::open(&tree, dialect, &mut Vec::new());
    let lines = LineIndex::new(bytes);
    let at = |path: &Path| -> Option<Place> {
        let root = match path.root {
            Root::Input => return None,
            Root::Header => parts.header?,
            Root::Message(..) => parts.body?,
        };
        let node = tree.node(descend(&tree, dialect, root, path))?;
        Some(lines.place(node.place + input.offset))
    };
    for finding in report.findings.iter_mut().filter(|finding| finding.place.is_none()) {
        finding.place = at(&finding.path);
        for related in &mut finding.related {
            related.place = at(&related.path);
        }
    }
}

/// The node of a path, or the deepest that exists on its way.
fn descend(tree: &Tree<'_>, dialect: Dialect, root: NodeId, path: &Path) -> NodeId {
    let mut node = root;
    for step in path.steps() {
        let Some(child) = tree.child(node, dialect.pick(&step.name, &step.json)) else { break };
        node = child;
        if let Some((item, wanted)) = step.item {
            let found = tree.node(child).and_then(|list| {
                let mut items = tree.children(child).filter(|(_, node)| dialect.is_item(list, node, item));
                items.nth(wanted).map(|(id, _)| id)
            });
            let Some(found) = found else { break };
            node = found;
        }
    }
    node
}
