//! The components: the messages, and what the interface itself has.

use super::{VERSION, View, responses, schema};
use crate::emit::json::{Object, Value};

/// The names of the interface's own schemas.
pub(super) const RESERVED: [&str; 6] =
    ["BerichtEnvelope", "BerichtId", "WachtendBericht", "WachtendeBerichten", "Probleem", "InvalidParam"];

/// All components.
pub(super) fn components(view: View<'_>) -> Object {
    let one_of: Vec<_> = view.schemas.envelopes.iter().map(|name| schema(name)).collect();
    let message = Object::new()
        .with("title", "BerichtEnvelope")
        .with(
            "description",
            "Header and content of one message. Which one, `header.bericht` says; its module and release must be those \
             of this document.",
        )
        .with("oneOf", one_of);
    let scheme = Object::new()
        .with("type", "mutualTLS")
        .with("description", "The certificate of PKIoverheid that the participant uses for SOAP too.");
    let version = Object::new()
        .with("description", "The whole version of the interface.")
        .with("required", true)
        .with("schema", Object::new().with("type", "string").with("const", VERSION));
    let retry = Object::new()
        .with("description", "After how many seconds to try again.")
        .with("required", true)
        .with("schema", Object::new().with("type", "integer").with("minimum", 1_i64));
    let schemas = Object::new()
        .with("BerichtEnvelope", message)
        .with("BerichtId", message_id())
        .with("WachtendBericht", waiting(&view.schemas.header))
        .with("WachtendeBerichten", list())
        .with("Probleem", problem())
        .with("InvalidParam", invalid_param())
        .followed_by(view.schemas.schemas);
    Object::new()
        .with("securitySchemes", Object::new().with("clientCertificate", scheme))
        .with("headers", Object::new().with("ApiVersion", version).with("RetryAfter", retry))
        .with("responses", responses::responses())
        .with("schemas", schemas)
}

fn message_id() -> Object {
    text("The key of a message in this interface, given by the hub; it says nothing about a person.")
        .with("pattern", "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
        .with("examples", vec!["6f9619ff-8b86-4d01-b42d-00cf4fc964ff"])
}

fn waiting(header: &str) -> Object {
    let moment = |what: &str| text(what).with("format", "date-time");
    closed(
        "WachtendBericht",
        "The header of a message that waits, without its documents, since when and until when it can be collected.",
        Object::new()
            .with("berichtId", schema("BerichtId"))
            .with("header", Object::new().with("$ref", header))
            .with("beschikbaarSinds", moment("Since when the message waits."))
            .with("verlooptOp", moment("Until when it can be collected.")),
        &["berichtId", "header", "beschikbaarSinds", "verlooptOp"],
    )
}

fn list() -> Object {
    let items = Object::new().with("type", "array").with("items", schema("WachtendBericht")).with("maxItems", 500_i64);
    closed("WachtendeBerichten", "What waits, oldest first.", Object::new().with("berichten", items), &["berichten"])
}

fn problem() -> Object {
    let params = Object::new().with("type", "array").with("items", schema("InvalidParam"));
    let status = Object::new().with("type", "integer").with("minimum", 400_i64).with("maximum", 599_i64);
    closed(
        "Probleem",
        "Problem details (RFC 9457). No values of persons.",
        Object::new()
            .with("type", text("What kind of problem: a URI.").with("format", "uri-reference"))
            .with("title", text("The kind in words."))
            .with("status", status.with("description", "The status code."))
            .with("detail", text("This problem in words."))
            .with("instance", text("This problem: a URI to name it by.").with("format", "uri-reference"))
            .with("invalidParams", params.with("description", "What is wrong where.")),
        &["type", "title", "status"],
    )
}

fn invalid_param() -> Object {
    closed(
        "InvalidParam",
        "One thing that is wrong.",
        Object::new()
            .with("pointer", text("Where: a JSON Pointer (RFC 6901) into the request."))
            .with("regel", text("The id of the rule, for example SR-BV-004a."))
            .with("reden", text("What is wrong, without the value.")),
        &["pointer", "regel", "reden"],
    )
}

fn text(description: &str) -> Object {
    Object::new().with("type", "string").with("description", description)
}

fn closed(title: &str, description: &str, properties: Object, required: &[&str]) -> Object {
    let required: Vec<Value> = required.iter().map(|&name| name.into()).collect();
    Object::new()
        .with("title", title)
        .with("type", "object")
        .with("description", description)
        .with("x-proposed", true)
        .with("properties", properties)
        .with("required", required)
        .with("additionalProperties", false)
}
