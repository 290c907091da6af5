//! Diagrams of conversations: for each release of each module its states and steps, as Mermaid and as SVG.
//!
//! | file | does |
//! |---|---|
//! | `graph` | catalogue → states, steps between them, and what stands beside |
//! | `mermaid` | graph → text that Mermaid draws |
//! | `layout` | where nodes and lines go: layers from top to bottom, few crossings |
//! | `svg` | graph and layout → a drawing that needs no other program |
//!
//! The words are Dutch, as the standard's are. Nothing here decides what may follow what.

mod graph;
mod layout;
mod mermaid;
mod svg;

use super::Output;
use crate::catalogue::Catalogue;
use graph::Graph;

/// Two files for each conversation: `schuldregeling/2.0/conversation.mmd` and `.svg`.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let mut out = Vec::new();
    for conversation in &catalogue.conversations {
        let Some(module) = catalogue.modules.get(conversation.module) else { continue };
        let Some(release) = module.releases.get(conversation.release) else { continue };
        let graph = Graph::new(catalogue, conversation, &format!("{} {}", module.name, release.number));
        let path = |extension: &str| format!("{}/{}/conversation.{extension}", module.id, release.number);
        out.push(Output { path: path("mmd"), text: mermaid::write(&graph) });
        out.push(Output { path: path("svg"), text: svg::write(&graph) });
    }
    out
}
