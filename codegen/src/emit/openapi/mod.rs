//! OpenAPI 3.1: the REST interface, one document for each release of a module.
//!
//! | file | what |
//! |---|---|
//! | `<module>/<release>/<module>-<release>.openapi.json` | resources, problems, and the envelopes of the release |
//!
//! The interface is one: the same resources for every module. The documents are one for each release all the same, for a
//! vendor builds against a release, and in one document the types of all releases would need numbers behind their
//! names. A document stands on its own. Its schemas are those of `json_schema`, each type once.
//!
//! It follows the API Design Rules of the Dutch government: lowerCamelCase, the major version in the path and the whole
//! version in the header `API-Version`, nouns, no slash at the end, problem details for errors. Everything about the
//! interface is proposed: that of the Schuldenknooppunt is not public.
//!
//! A message is told by `header.bericht`, which no discriminator can name, for that must be a member of the envelope
//! itself. So `BerichtEnvelope` is a `oneOf` of envelopes, each with its own module, release and message as constants:
//! at most one fits.

mod components;
mod paths;
mod responses;

use super::Output;
use super::json::{Object, Value};
use super::json_schema::components::{Components, components as message_components};
use crate::catalogue::{Catalogue, Message, Module, Release};

/// The version of the interface, which is not that of a release.
const VERSION: &str = "2.0.0";
/// Where schemas stand.
const SCHEMAS: &str = "#/components/schemas/";

/// A release and its schemas.
struct View<'c> {
    module: &'c Module,
    release: &'c Release,
    messages: Vec<&'c Message>,
    schemas: Components,
}

/// The interface of every release.
#[must_use]
pub fn emit(catalogue: &Catalogue) -> Vec<Output> {
    let Some(header) = catalogue.messages.iter().find(|message| message.header) else { return Vec::new() };
    let mut outputs = Vec::new();
    for (module_number, module) in catalogue.modules.iter().enumerate() {
        for (release_number, release) in module.releases.iter().enumerate() {
            let messages: Vec<_> =
                catalogue.messages_of(module_number, release_number).filter(|message| !message.header).collect();
            if messages.is_empty() {
                continue;
            }
            let place = (module, release);
            let schemas = message_components(catalogue, place, &messages, header, SCHEMAS, &components::RESERVED);
            let Some(schemas) = schemas else { continue };
            let view = View { module, release, messages, schemas };
            let path = format!("{0}/{1}/{0}-{1}.openapi.json", module.id, release.number);
            outputs.push(Output { path, text: Value::from(document(view)).pretty() });
        }
    }
    outputs
}

fn document(view: View<'_>) -> Object {
    let info = Object::new()
        .with("title", format!("Schuldenknooppunt {} {}", view.module.id, view.release.number))
        .with("version", VERSION)
        .with("summary", "Messages of the Schuldenknooppunt over REST; proposed.")
        .with(
            "description",
            "Generated from the definitions; do not edit. The REST interface of the Schuldenknooppunt is not public: \
             resources, names, codes and address are proposed. What a schema cannot say, is in the list of rules. \
             No value of a person stands in an address or in a problem.",
        )
        .with("x-proposed", true)
        .with(
            "license",
            Object::new().with("name", env!("CARGO_PKG_LICENSE")).with("identifier", env!("CARGO_PKG_LICENSE")),
        );
    // A host that never exists (RFC 2606): the real address is given by the hub.
    let server = Object::new()
        .with("url", "https://skp.invalid/v2")
        .with("description", "An example; the hub gives the real address.");
    let tag = Object::new().with("name", "berichten").with("description", "Messages that are sent and collected.");
    let paths = paths::paths(&view);
    Object::new()
        .with("openapi", "3.1.0")
        .with("info", info)
        .with("servers", vec![server])
        .with("security", vec![Object::new().with("clientCertificate", Vec::<Value>::new())])
        .with("tags", vec![tag])
        .with("paths", paths)
        .with("components", components::components(view))
}

/// A reference to a schema.
fn schema(name: &str) -> Object {
    Object::new().with("$ref", format!("{SCHEMAS}{name}"))
}
