//! XML Schema 1.0: one file for each release of a module, one for the header, and what no schema can say.
//!
//! | file | what |
//! |---|---|
//! | `<module>/<release>/<module>-<release>.xsd` | every message of the release, in its own namespace |
//! | `bericht/<release>/bericht-<release>.xsd` | the Berichtheader |
//! | `<module>/<release>/not-expressible.json` | by message the checks that its schema cannot make |
//!
//! A schema keeps to what the code generators of other platforms digest: one namespace, named types, no `xs:integer`,
//! no wildcards, no recursion, no substitution groups, no import. A pattern that must hold besides another stands in a
//! step of its own, since two in one step would mean either.

mod codes;
mod composite;
mod limits;
mod pattern;
mod simple;
pub(super) mod types;

use self::types::Types;
use super::Output;
use super::xml::Node;
use crate::catalogue::{Catalogue, Message, Module, Release, Text};

/// The namespace of the schema language.
pub(super) const XS: &str = "http://www.w3.org/2001/XMLSchema";

/// The schemas of all releases.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let mut outputs = Vec::new();
    for (module_number, module) in catalogue.modules.iter().enumerate() {
        for (release_number, release) in module.releases.iter().enumerate() {
            let messages: Vec<_> = catalogue.messages_of(module_number, release_number).collect();
            if messages.is_empty() {
                continue;
            }
            let folder = format!("{}/{}", module.id, release.number);
            let file = format!("{folder}/{}-{}.xsd", module.id, release.number);
            let root = schema(catalogue, module, release, &messages);
            outputs.push(Output { path: file, text: root.document("Generated from the definitions; do not edit.") });
            let path = format!("{folder}/not-expressible.json");
            outputs.push(Output { path, text: limits::file(catalogue, module, release, &messages) });
        }
    }
    outputs
}

/// The schema of one release: its messages as global elements, then every type.
pub(super) fn schema(catalogue: &Catalogue, module: &Module, release: &Release, messages: &[&Message]) -> Node {
    let namespace = module.namespace(release);
    let mut types = Types::new(catalogue);
    let roots: Vec<Node> = messages
        .iter()
        .map(|message| {
            let ty = types.root(message.ty);
            let note = annotation(&Text::default(), &message.source, &[("name", &message.name)]);
            Node::new("xs:element").with("name", &message.id).with("type", ty).child(note)
        })
        .collect();
    let content = match release.content.as_str() {
        "as labelled" => Vec::new(),
        label => vec![("content", label)],
    };
    Node::new("xs:schema")
        .with("xmlns:xs", XS)
        .with("xmlns", &namespace)
        .with("targetNamespace", &namespace)
        .with("elementFormDefault", "qualified")
        .with("version", release.number.to_string())
        .child(annotation(&release.text, &release.source, &content))
        .children(roots)
        .children(types.finish())
}

/// What a thing is in both languages, and where it stands. `more` are further notes.
fn annotation(text: &Text, source: &str, more: &[(&str, &str)]) -> Node {
    let words = [("nl", &text.nl), ("en", &text.en)].into_iter().filter(|(_, words)| !words.is_empty());
    let words = words.map(|(lang, words)| {
        Node::new("xs:documentation")
            .with("xml:lang", lang)
            .text(words.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    let note =
        |(what, value): (&str, &str)| Node::new("xs:appinfo").with("source", format!("urn:x-skp:{what}")).text(value);
    let notes = more.iter().copied().chain([("source", source)]).filter(|(_, value)| !value.is_empty()).map(note);
    Node::new("xs:annotation").children(words).children(notes)
}
