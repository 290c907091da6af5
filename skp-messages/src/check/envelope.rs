//! Finding header and message inside an envelope.
//!
//! XML messages may stand in the Body of a SOAP 1.1 envelope with the Berichtheader in its Header; JSON
//! messages in `{ "header": …, "inhoud": … }`. This file only finds the two nodes; it checks neither.

use super::{builtin, dialect::Dialect};
use crate::Format;
use crate::finding::{Expected, Finding, Path, PathStep, Place, Root};
use crate::tree::{Content, Node, NodeId, Tree};

/// The namespace of a SOAP 1.1 envelope.
pub(crate) const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
/// The namespace of the header.
pub(crate) const HEADER: &str = "urn:x-skp:bericht:2.0";

/// Where header and message stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) header: Option<NodeId>,
    pub(crate) body: Option<NodeId>,
    pub(crate) enveloped: bool,
}

/// Finds header and message. Findings are about the envelope itself.
pub(crate) fn open(tree: &Tree<'_>, dialect: Dialect, out: &mut Vec<Finding>) -> Parts {
    let bare = Parts { header: None, body: Some(Tree::ROOT), enveloped: false };
    match dialect.format {
        Format::Xml => match tree.node(Tree::ROOT) {
            Some(root) if root.name == "Envelope" && tree.namespace(root) == Some(SOAP) => soap(tree, out),
            _ => bare,
        },
        _ => {
            let (header, body) = (tree.child(Tree::ROOT, "header"), tree.child(Tree::ROOT, "inhoud"));
            if body.is_none() && (header.is_none() || tree.child(Tree::ROOT, "bericht").is_some()) {
                bare
            } else {
                json(tree, header, body, out)
            }
        }
    }
}

fn soap(tree: &Tree<'_>, out: &mut Vec<Finding>) -> Parts {
    let mut parts = Parts { header: None, body: None, enveloped: true };
    let mut seen = Vec::new();
    loose_text(tree, Tree::ROOT, out);
    for (id, part) in tree.children(Tree::ROOT) {
        let soap = tree.namespace(part) == Some(SOAP);
        if !soap || !matches!(&*part.name, "Header" | "Body") || seen.contains(&&part.name) {
            out.push(extra(&part.name, part.place));
            continue;
        }
        seen.push(&part.name);
        loose_text(tree, id, out);
        for (id, content) in tree.children(id) {
            if part.name == "Body" {
                take(&mut parts.body, id, content, out);
            } else if tree.namespace(content) == Some(HEADER) {
                // Header blocks of others (WS-Security, WS-Addressing) are not ours to judge.
                match &*content.name {
                    "Berichtheader" => take(&mut parts.header, id, content, out),
                    other => out.push(extra(other, content.place)),
                }
            }
        }
    }
    parts
}

/// Keeps the first of its kind; another one is too much.
fn take(slot: &mut Option<NodeId>, id: NodeId, node: &Node<'_>, out: &mut Vec<Finding>) {
    if slot.is_none() {
        *slot = Some(id);
    } else {
        out.push(extra(&node.name, node.place));
    }
}

/// Reports text where an envelope has elements.
fn loose_text(tree: &Tree<'_>, id: NodeId, out: &mut Vec<Finding>) {
    if let Some(node) = tree.node(id)
        && let Content::Mixed(text) = &node.content
        && !text.trim_ascii().is_empty()
    {
        out.push(finding(&builtin::FRM_008, &node.name, node.place).expect(Expected::Elements));
    }
}

fn json(tree: &Tree<'_>, header: Option<NodeId>, body: Option<NodeId>, out: &mut Vec<Finding>) -> Parts {
    for (_, member) in tree.children(Tree::ROOT) {
        if member.repeated {
            out.push(finding(&builtin::FRM_005, &member.name, member.place).expect(Expected::Once));
        } else if member.name != "header" && member.name != "inhoud" {
            out.push(extra(&member.name, member.place));
        }
    }
    Parts { header, body, enveloped: true }
}

fn extra(name: &str, place: usize) -> Finding {
    let expected =
        Expected::Said { nl: "alleen een header en één bericht".into(), en: "only a header and one message".into() };
    finding(&builtin::DEF_003, name, place).expect(expected)
}

fn finding(rule: &'static crate::shape::Rule, name: &str, place: usize) -> Finding {
    let name = super::names::shown(name);
    let mut path = Path::root(Root::Input);
    path.steps.push(PathStep { name: name.clone().into(), json: name.into(), item: None });
    let mut finding = Finding::new(rule, path);
    finding.place = Some(Place { offset: place, line: 0, column: 0 });
    finding
}
