//! WSDL 1.1: one file for each release of a module, with SOAP 1.1 document/literal and every type inside.
//!
//! | file | what |
//! |---|---|
//! | `<module>/<release>/<module>-<release>.wsdl` | the operations of the release, with its schema and that of the header |
//!
//! | operation | Header | Body | answer |
//! |---|---|---|---|
//! | `Verstuur<Bericht>` | Berichtheader | the message itself | `VerstuurAntwoord`: Referentienummer |
//! | `LijstBerichten` | | Module, Bericht, Maximum | headers that wait, with availability and expiry |
//! | `HaalBericht` | | conversation, reference, sender | Berichtheader, and one message of the module |
//! | `BevestigBericht` | | the same key | nothing |
//!
//! The services of the Schuldenknooppunt are not public: names, namespaces, actions and the address are proposed, and
//! the file says so. No two operations take the same element, as WS-I Basic Profile asks (R2710); a fault has one
//! element as its detail, `TechnischeFout`, whose code is also the `faultcode`. The namespace of the service's own
//! elements is that of the messages with `:dienst` behind it, so that no operation can clash with a message.

mod operations;
mod service;

use super::Output;
use super::xml::Node;
use super::xsd;
use crate::catalogue::{Catalogue, Content, Element, Message, Module, Release};

/// The comment above a file.
const ABOUT: &str = "Generated from the definitions; do not edit. Operations, namespaces, actions, faults and address are \
                     proposed: the services of the Schuldenknooppunt are not public.";

/// A release and what its services are made of.
struct View<'c> {
    catalogue: &'c Catalogue,
    module: &'c Module,
    release: &'c Release,
    messages: Vec<&'c Message>,
    header: &'c Message,
    header_namespace: String,
}

impl<'c> View<'c> {
    fn namespace(&self) -> String {
        format!("{}:dienst", self.module.namespace(self.release))
    }

    /// The element of the header with this name.
    fn field(&self, name: &str) -> Option<&'c Element> {
        match &self.catalogue.types.get(self.header.ty.0)?.content {
            Content::Composite(table) => table.elements.iter().find(|element| element.name == name),
            Content::Codes(_) => None,
        }
    }
}

/// The services of all releases.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let Some(header) = catalogue.messages.iter().find(|message| message.header) else { return Vec::new() };
    let Some(home) = catalogue.modules.get(header.module) else { return Vec::new() };
    let Some(home_release) = home.releases.get(header.release) else { return Vec::new() };
    let header_schema = || xsd::schema(catalogue, home, home_release, &[header]);
    let mut outputs = Vec::new();
    for (module_number, module) in catalogue.modules.iter().enumerate() {
        for (release_number, release) in module.releases.iter().enumerate() {
            let messages: Vec<_> =
                catalogue.messages_of(module_number, release_number).filter(|message| !message.header).collect();
            if messages.is_empty() {
                continue;
            }
            let header_namespace = home.namespace(home_release);
            let view = View { catalogue, module, release, messages, header, header_namespace };
            let path = format!("{0}/{1}/{0}-{1}.wsdl", module.id, release.number);
            outputs.push(Output { path, text: definitions(&view, header_schema()).document(ABOUT) });
        }
    }
    outputs
}

fn definitions(view: &View<'_>, header_schema: Node) -> Node {
    let messages = xsd::schema(view.catalogue, view.module, view.release, &view.messages);
    let types = Node::new("wsdl:types").children([header_schema, messages, service::schema(view)]);
    Node::new("wsdl:definitions")
        .with("xmlns:wsdl", "http://schemas.xmlsoap.org/wsdl/")
        .with("xmlns:soap", "http://schemas.xmlsoap.org/wsdl/soap/")
        .with("xmlns:kop", &view.header_namespace)
        .with("xmlns:bericht", view.module.namespace(view.release))
        .with("xmlns:dienst", view.namespace())
        .with("targetNamespace", view.namespace())
        .with("name", "Berichten")
        .child(types)
        .children(operations::parts(view))
}
